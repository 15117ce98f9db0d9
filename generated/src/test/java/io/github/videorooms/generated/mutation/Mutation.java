package io.github.videorooms.generated.mutation;

import io.github.videorooms.openapi.tool.change.Severity;
import java.util.function.Consumer;

/**
 * One edit of the document, and what it asks of those who use what was there before.
 *
 * @param wire what the comparison of the documents has to say
 * @param java what the comparison of the listings has to say
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
