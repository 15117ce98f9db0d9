package io.github.videorooms.openapi.tool;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A lint rule that our document has to follow, since the generated code depends on it.
 *
 * @param id a short name, such as {@code one-success}
 * @param reason the reason for the rule
 * @param offenders finds the nodes that violate the rule
 */
public record Rule(String id, String reason, Function<Document, Stream<Node>> offenders) {
  Stream<Finding> check(Document document) {
    return offenders.apply(document).map(node -> new Finding(node.path(), id, reason));
  }
}
