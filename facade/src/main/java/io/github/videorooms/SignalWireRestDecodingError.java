package io.github.videorooms;

import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A successful response that is not what the operation promises: no body, HTML, malformed JSON, a
 * value of another type, a page that links to another list, or a redirect without an address; also
 * a recording that has no URL to download it from, which has status 0.
 *
 * <p>The request was carried out: a POST that is sent again takes effect twice.
 */
public final class SignalWireRestDecodingError extends SignalWireRestError {
  private static final long serialVersionUID = 1;

  private final @Nullable String jsonPath;

  SignalWireRestDecodingError(Request request, UnreadableBodyException cause, int attempts) {
    super(
        request,
        cause.body,
        List.of(),
        "the response cannot be read: " + cause.getMessage(),
        attempts,
        true,
        AttemptState.of(request).secrets.scrub(cause));
    this.jsonPath = cause.path == null ? null : AttemptState.of(request).secrets.scrub(cause.path);
  }

  /** Makes the error of a request that cannot be sent because of what an earlier response lacks. */
  SignalWireRestDecodingError(Request request, String reason, int attempts) {
    super(request, reason, attempts);
    this.jsonPath = null;
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
