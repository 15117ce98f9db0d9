package io.github.videorooms;

import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A successful response that cannot be read as what the operation promises: no body, HTML,
 * malformed JSON, a value of another type, or no usable address where a redirect was promised.
 *
 * <p>The request was carried out: making it again may do a second time what was asked for.
 */
public final class SignalWireRestDecodingError extends SignalWireRestError {
  private static final long serialVersionUID = 1;

  private final @Nullable String jsonPath;

  SignalWireRestDecodingError(Request request, UnreadableBody cause, int attempts) {
    super(
        request,
        cause.body,
        List.of(),
        "the answer cannot be read: " + cause.getMessage(),
        attempts,
        Attempt.of(request).secrets.scrub(cause));
    this.jsonPath = cause.path == null ? null : Attempt.of(request).secrets.scrub(cause.path);
  }

  /**
   * Returns where in the body reading stopped.
   *
   * @return a JSON path such as {@code $.data[3].created_at}, or null if it was not in the body
   */
  public @Nullable String getJsonPath() {
    return jsonPath;
  }
}
