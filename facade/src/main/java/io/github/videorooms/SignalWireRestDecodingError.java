package io.github.videorooms;

import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A successful response that is not what was promised: no body, HTML, malformed JSON, a value of
 * another type; a body over a limit; another resource than the one that was looked up; a page that
 * links to another path or to an earlier page; no redirect where one is declared; or a file that is
 * not the one of the recording. The request of an operation was carried out: a POST that is sent
 * again takes effect twice.
 *
 * <p>With status 0, before anything is sent: a recording without a URL that may be requested.
 */
public final class SignalWireRestDecodingError extends SignalWireRestError {
  private static final long serialVersionUID = 1;

  private final @Nullable String jsonPath;

  SignalWireRestDecodingError(
      Request request, UnreadableBodyException cause, int attempts, boolean mayHaveTakenEffect) {
    super(
        request,
        cause.body,
        List.of(),
        "the response cannot be read: " + cause.getMessage(),
        attempts,
        mayHaveTakenEffect,
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
