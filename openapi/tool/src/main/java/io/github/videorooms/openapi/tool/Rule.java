package io.github.videorooms.openapi.tool;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that every document of ours keeps, because the generated code depends on it.
 *
 * @param id a short name, such as {@code one-success}
 * @param reason what goes wrong without the rule
 * @param offenders finds the places that break it
 */
public record Rule(String id, String reason, Function<Document, Stream<Node>> offenders) {
  Stream<Finding> check(Document document) {
    return offenders.apply(document).map(node -> new Finding(node.path(), id, reason));
  }
}
