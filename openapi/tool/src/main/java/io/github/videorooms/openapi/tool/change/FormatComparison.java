package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.Node;
import java.util.List;

/** Compares formats, of which one says that a value is a secret and nothing about its form. */
final class FormatComparison {
  private static final String PASSWORD = "password";

  private final List<Change> changes;

  FormatComparison(List<Change> changes) {
    this.changes = changes;
  }

  void compare(String where, Node before, Node after, Direction direction, Severity java) {
    String one = before.get("format").text();
    String other = after.get("format").text();
    if (one.equals(other)) {
      return;
    }
    if (one.equals(PASSWORD) || other.equals(PASSWORD)) {
      secrecy(where, other.equals(PASSWORD));
    }
    String formBefore = one.equals(PASSWORD) ? "" : one;
    String formAfter = other.equals(PASSWORD) ? "" : other;
    if (!formBefore.equals(formAfter)) {
      Change.of(Kind.FORMAT, where, "format")
          .from(formBefore.isEmpty() ? "none" : formBefore)
          .to(formAfter.isEmpty() ? "none" : formAfter)
          .addTo(changes, wire(formBefore, formAfter, direction), java);
    }
  }

  private void secrecy(String where, boolean secret) {
    Change.of(Kind.FORMAT, where, secret ? "is a secret now" : "is no longer a secret")
        .because(
            secret
                ? "toString() and error messages hide it from now on."
                : "toString() and error messages begin to show what was promised to be hidden.")
        .addTo(changes, NONE, secret ? ADDITIVE : BREAKING);
  }

  private static Severity wire(String before, String after, Direction direction) {
    boolean wider = after.isEmpty() || (before.equals("int32") && after.equals("int64"));
    boolean narrower = before.isEmpty() || (before.equals("int64") && after.equals("int32"));
    if (wider) {
      return direction.widened();
    }
    return narrower ? direction.narrowed() : direction.changed();
  }
}
