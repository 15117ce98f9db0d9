package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.change.Severity;

/**
 * One respect in which a place of the new document differs from the same place of the base.
 *
 * @param key the keyword, field or value concerned
 */
record SchemaChange(
    Kind kind, String key, String text, String before, String after, Effect effect) {
  /** What a change does to the values that are allowed. */
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
