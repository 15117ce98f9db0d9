package io.github.videorooms;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A successful response whose body is not what the operation promises. */
final class UnreadableBody extends IOException {
  private static final long serialVersionUID = 1;

  final transient @Nullable String path;
  final transient @Nullable String body;

  UnreadableBody(
      String reason, @Nullable String path, @Nullable String body, @Nullable Throwable cause) {
    super(reason, cause);
    this.path = path;
    this.body = body;
  }
}
