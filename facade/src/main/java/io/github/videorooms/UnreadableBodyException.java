package io.github.videorooms;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A successful response that is not what the operation promises. */
final class UnreadableBodyException extends IOException {
  private static final long serialVersionUID = 1;

  final transient @Nullable String path;
  final transient @Nullable String body;

  UnreadableBodyException(String reason) {
    this(reason, null, null, null);
  }

  /**
   * Makes an exception.
   *
   * @param path the JSON path at which reading stopped
   * @param body the beginning of the body
   */
  UnreadableBodyException(
      String reason, @Nullable String path, @Nullable String body, @Nullable Throwable cause) {
    super(reason, cause);
    this.path = path;
    this.body = body;
  }
}
