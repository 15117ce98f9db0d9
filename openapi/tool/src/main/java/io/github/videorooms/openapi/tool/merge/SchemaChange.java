package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;

/**
 * One change of a schema between the vendor's base and new document.
 *
 * @param key what changed: a keyword, or the change itself such as {@code added}
 */
record SchemaChange(
    Kind kind, String key, String text, String before, String after, Effect effect) {
  /** Whether it is a change within one schema that may be an alternative of a union. */
  boolean isOfOneSchema() {
    return kind == Kind.FORMAT || kind == Kind.ENUM || kind == Kind.LIMIT;
  }

  /** The effect of a change on the set of valid values. */
  enum Effect {
    NARROWED,
    WIDENED,
    CHANGED,
    COMPATIBLE;

    Severity in(Direction direction) {
      return switch (this) {
        case NARROWED -> direction.narrowed();
        case WIDENED -> direction.widened();
        case CHANGED -> direction.changed();
        case COMPATIBLE -> direction.compatible();
      };
    }
  }
}
