package io.github.videorooms.openapi.tool;

import java.util.function.Function;
import java.util.stream.Stream;

/** Something that every document of ours keeps, because the generated code depends on it. */
public final class Rule {
  private final String id;
  private final String reason;
  private final Function<Document, Stream<Node>> offenders;

  Rule(String id, String reason, Function<Document, Stream<Node>> offenders) {
    this.id = id;
    this.reason = reason;
    this.offenders = offenders;
  }

  /** A short name, such as {@code one-success}. */
  public String id() {
    return id;
  }

  /** What goes wrong without the rule. */
  public String reason() {
    return reason;
  }

  Stream<Finding> check(Document document) {
    return offenders.apply(document).map(node -> new Finding(node.path(), id, reason));
  }
}
