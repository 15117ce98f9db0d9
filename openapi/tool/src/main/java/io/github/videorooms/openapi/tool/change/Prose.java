package io.github.videorooms.openapi.tool.change;

import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The members that people read and nothing else depends on. */
final class Prose {
  static final Set<String> KEYS =
      Set.of(
          "summary", "description", "title", "example", "examples", "externalDocs", "x-reference");

  /** Adds what differs in the prose of a node, its parts aside. */
  static void compare(String where, Node before, Node after, List<Change> changes) {
    KEYS.stream()
        .sorted()
        .filter(key -> !Objects.equals(before.get(key).value(), after.get(key).value()))
        .forEach(key -> add(where, key, changes));
  }

  static void add(String where, String text, List<Change> changes) {
    Change.of(Kind.DOCUMENTATION, where, text).addTo(changes, Severity.NONE, Severity.NONE);
  }

  private Prose() {}
}
