package io.github.videorooms;

import java.util.List;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A successful response that cannot be read as what the operation promises: no body, HTML,
 * malformed JSON, a value of another type.
 *
 * <p>The request was carried out: making it again may do a second time what was asked for.
 */
public final class SignalWireRestDecodingError extends SignalWireRestError {
  private static final long serialVersionUID = 1;

  private final @Nullable String jsonPath;

  private SignalWireRestDecodingError(Failure failure, Throwable cause, @Nullable String jsonPath) {
    super(failure, cause);
    this.jsonPath = jsonPath;
  }

  /** Returns the error of a request whose response came but is of no use. */
  static SignalWireRestDecodingError of(Request request, UnreadableBody unreadable, int attempts) {
    Attempt attempt = Attempt.of(request);
    String reason = "the answer cannot be read: " + unreadable.getMessage();
    return new SignalWireRestDecodingError(
        new Failure(
            request,
            attempt.statusCode,
            attempt.headers,
            unreadable.body,
            List.of(),
            reason,
            attempts),
        unreadable,
        unreadable.path);
  }

  /**
   * Returns where in the body reading stopped.
   *
   * @return a JSON path such as {@code $.data[3].created_at}, or null if there was no body
   */
  public @Nullable String getJsonPath() {
    return jsonPath;
  }
}
