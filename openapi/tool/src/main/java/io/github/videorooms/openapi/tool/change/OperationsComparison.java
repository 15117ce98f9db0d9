package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares all operations: which came, which went, which changed their interface, and each. */
final class OperationsComparison {
  private final Sides sides;
  private final List<Change> changes;

  /** The operations that changed their interface, by both of its names. */
  private final Map<List<String>, StringBuilder> moves = new LinkedHashMap<>();

  OperationsComparison(Sides sides, List<Change> changes) {
    this.sides = sides;
    this.changes = changes;
  }

  void compare() {
    OperationPair.of(sides.before(), sides.after()).forEach(this::compare);
    moves.forEach(this::moved);
  }

  private void compare(OperationPair pair) {
    Endpoint before = pair.before();
    Endpoint after = pair.after();
    if (before != null && after != null) {
      new OperationComparison(sides, changes, before, after).compare();
      interfaces(before, after);
    } else if (after != null) {
      Change.of(Kind.OPERATION, after.name(), "new operation")
          .to(after.request())
          .addTo(changes, ADDITIVE, ADDITIVE);
    } else if (before != null) {
      Change.of(Kind.OPERATION, before.name(), "operation removed")
          .from(before.request())
          .addTo(changes, BREAKING, BREAKING);
    }
  }

  private void interfaces(Endpoint before, Endpoint after) {
    Set<String> old = before.apis();
    Set<String> now = after.apis();
    if (!old.equals(now)) {
      StringBuilder names =
          moves.computeIfAbsent(
              List.of(String.join(", ", old), String.join(", ", now)), key -> new StringBuilder());
      names.append(names.length() == 0 ? "" : ", ").append(before.name());
    }
  }

  /** A tag that changes for many operations at once is one change. */
  private void moved(List<String> interfaces, CharSequence operations) {
    boolean kept = List.of(interfaces.get(1).split(", ")).contains(interfaces.get(0));
    Change.of(Kind.TAG, operations.toString(), "interface")
        .from(interfaces.get(0))
        .to(interfaces.get(1))
        .because("The tag names the interface that has the method.")
        .addTo(changes, NONE, kept ? ADDITIVE : BREAKING);
  }
}
