package io.github.videorooms.generated.mutation;

import io.github.videorooms.openapi.tool.change.Severity;
import java.util.function.Consumer;

/**
 * One edit of the document, with its expected effect on existing users.
 *
 * @param wire the expected result of comparing the documents
 * @param java the expected result of comparing the API listings
 */
record Mutation(Kind kind, String name, Severity wire, Severity java, Consumer<Tree> edit) {
  static Mutation of(Kind kind, String name, Severity wire, Severity java, Consumer<Tree> edit) {
    return new Mutation(kind, name, wire, java, edit);
  }

  Tree applied(Tree document) {
    Tree tree = document.copy();
    edit.accept(tree);
    return tree;
  }

  @Override
  public String toString() {
    return kind + ": " + name;
  }
}
