package io.github.videorooms.generated.mutation;

import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;
import java.util.function.Consumer;

/**
 * One edit of the document, and what the comparison has to say about it.
 *
 * @param harsher why Java is judged harder than the old caller fares, or "" if it is not
 */
record Mutation(
    Kind kind,
    String name,
    Consumer<Tree> edit,
    Severity wire,
    Severity java,
    String line,
    String harsher) {

  static Mutation of(
      Kind kind, String name, Severity wire, Severity java, String line, Consumer<Tree> edit) {
    return new Mutation(kind, name, edit, wire, java, line, "");
  }

  Mutation harsherBecause(String reason) {
    return new Mutation(kind, name, edit, wire, java, line, reason);
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
