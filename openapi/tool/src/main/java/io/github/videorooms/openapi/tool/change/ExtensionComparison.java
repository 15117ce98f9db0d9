package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Compares our own extensions of a schema, which shape Java and never the wire. */
final class ExtensionComparison {
  private static final Map<String, String> REASONS =
      Map.of(
          "x-request", "It decides whether build() checks what is required and keeps a null.",
          "x-update-request", "It gives the class toUpdateRequest().",
          "x-built-from", "toUpdateRequest() of the answer needs it to compile.",
          "x-page-of", "It lets the class be read as a page of what it lists.",
          "x-aliases", "What comes under these older names is read into the field.",
          "x-presence", "It gives the class a method that tells whether the field is there.");

  private final Sides sides;
  private final List<Change> changes;

  ExtensionComparison(Sides sides, List<Change> changes) {
    this.sides = sides;
    this.changes = changes;
  }

  void compare(String where, Node before, Node after) {
    Stream.concat(before.members(), after.members())
        .map(Node::key)
        .filter(key -> key.startsWith("x-") && !key.equals("x-enum-varnames"))
        .filter(key -> !Prose.KEYS.contains(key))
        .distinct()
        .filter(key -> !isSame(before.get(key), after.get(key)))
        .forEach(key -> compare(where, key, before, after));
  }

  /** The name of a schema that is only called otherwise is the same. */
  private boolean isSame(Node before, Node after) {
    return Objects.equals(before.value(), after.value())
        || (REASONS.containsKey(before.key())
            && !before.text().isEmpty()
            && after.is(sides.nameAfter(before.text())));
  }

  private void compare(String where, String key, Node before, Node after) {
    if (!REASONS.containsKey(key)) {
      Prose.add(where, key, changes);
      return;
    }
    Change.of(Kind.EXTENSION, where, key)
        .from(Described.valueOrNone(before, key))
        .to(Described.valueOrNone(after, key))
        .because(REASONS.getOrDefault(key, ""))
        .addTo(changes, NONE, java(key, before, after));
  }

  private static Severity java(String key, Node before, Node after) {
    switch (key) {
      case "x-built-from":
        return before.has(key) ? BREAKING : NONE;
      case "x-aliases":
        Set<String> kept = after.get(key).texts();
        return kept.containsAll(before.get(key).texts()) ? ADDITIVE : BREAKING;
      case "x-request":
        return BREAKING;
      default:
        return before.has(key) ? BREAKING : ADDITIVE;
    }
  }
}
