package io.github.videorooms;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A token supplier that gave no token which can be sent; the message does not show what it gave.
 */
final class TokenException extends IOException {
  private static final long serialVersionUID = 1;

  TokenException(String problem, @Nullable Throwable cause) {
    super("the token supplier " + problem, cause);
  }
}
