package io.github.videorooms;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The token supplier failed, or returned what is not a token; the message does not show that. */
final class TokenException extends IOException {
  private static final long serialVersionUID = 1;

  TokenException(String problem, @Nullable Throwable cause) {
    super("the token supplier " + problem, cause);
  }
}
