package io.github.videorooms;

import org.jspecify.annotations.Nullable;

/** What a method makes of the body that its operation returned. */
@FunctionalInterface
interface Reading<T, R extends @Nullable Object> {
  /**
   * Reads the body; null stands for none.
   *
   * @throws UnreadableBody if it is not what was asked for
   * @throws IllegalStateException if something that the document promises is missing
   */
  R read(@Nullable T body) throws UnreadableBody;

  /** Returns the body of an operation that always has one. */
  static <T> T present(@Nullable T body) throws UnreadableBody {
    if (body == null) {
      throw new UnreadableBody("there is no body", null, null, null);
    }
    return body;
  }

  /** Returns null, whether there is a body or not. */
  @SuppressWarnings("NullAway") // Void has no other value.
  static Void nothing(@Nullable Void body) {
    return null;
  }
}
