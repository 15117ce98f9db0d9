package io.github.videorooms;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not end in a result: here, one that the API answered with a status that is no
 * success of the operation, which is a 2xx or, where the API promises one, a redirect.
 *
 * <p>Everything that can go wrong once a request is under way is this type or one of its two
 * subtypes, {@link SignalWireRestTransportError} and {@link SignalWireRestDecodingError}. Nothing
 * of it, its causes included, shows the credentials or a secret of the request, even if the server
 * repeats them: {@code ***} stands in their place. {@link #getBody()} alone is what the server
 * sent.
 */
public class SignalWireRestError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String method;
  private final String path;
  private final String url;
  private final int statusCode;

  @SuppressWarnings("serial") // An unmodifiable TreeMap.
  private final Map<String, List<String>> headers;

  private final @Nullable String requestId;
  private final transient @Nullable String body;

  @SuppressWarnings("serial") // An immutable list.
  private final List<ErrorItem> errors;

  private final @Nullable Duration retryAfter;
  private final int attempts;

  /**
   * Collects what is known, detached from the live response.
   *
   * @param request the request, as it was made last
   * @param reason why; secrets are taken out of it, as of all else but the body and the cause
   */
  SignalWireRestError(
      Request request,
      @Nullable String body,
      List<ErrorItem> errors,
      @Nullable String reason,
      int attempts,
      @Nullable Throwable cause) {
    super(message(request, reason, attempts), cause);
    Attempt last = Attempt.of(request);
    this.method = request.method();
    this.path = last.secrets.scrub(request.url().encodedPath());
    this.url = last.secrets.scrub(request.url().toString());
    this.statusCode = last.statusCode;
    this.headers = last.headers();
    this.requestId = last.requestId();
    this.body = body;
    this.errors = errors;
    this.retryAfter = last.retryAfter();
    this.attempts = attempts;
  }

  private static String message(Request request, @Nullable String reason, int attempts) {
    Attempt last = Attempt.of(request);
    Duration wait = last.retryAfter();
    String message =
        (request.method() + " " + request.url().encodedPath())
            + (last.statusCode == 0 ? " got no answer" : " returned " + last.statusCode)
            + part(": %s", reason)
            + part(" (asks to wait %s s)", wait == null ? null : wait.toSeconds())
            + part(" (request id %s)", last.requestId())
            + part(" (after %s attempts)", attempts > 1 ? attempts : null);
    return last.secrets.scrub(message).replaceAll("\\p{Cntrl}+", " ");
  }

  private static String part(String format, @Nullable Object value) {
    return value == null ? "" : String.format(Locale.ROOT, format, value);
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or 0 if there was no response
   */
  public int getStatusCode() {
    return statusCode;
  }

  /**
   * Returns the HTTP method of the request.
   *
   * @return such as {@code POST}
   */
  public String getMethod() {
    return method;
  }

  /**
   * Returns the path of the request, percent-encoded, without the query.
   *
   * @return such as {@code /api/video/rooms}
   */
  public String getPath() {
    return path;
  }

  /**
   * Returns the address of the request with its query; no credentials are in it.
   *
   * @return the address
   */
  public String getUrl() {
    return url;
  }

  /**
   * Returns where a list broke off: what {@link Paged#from} takes to go on with the page that
   * failed, or whose link to the next page is not followed.
   *
   * @return the cursor, or null if the call was not for a page after the first one
   */
  public @Nullable String getCursor() {
    String query = url.substring(url.indexOf('?') + 1);
    return query.contains("page_token=") ? query : null;
  }

  /**
   * Returns the headers of the response.
   *
   * @return name, in any letter case, to values; empty if there was no response; unmodifiable
   */
  public Map<String, List<String>> getHeaders() {
    return headers;
  }

  /**
   * Returns the id under which the service knows the request, for its support.
   *
   * @return the id, or null if the response has none
   */
  public @Nullable String getRequestId() {
    return requestId;
  }

  /**
   * Returns the beginning of the body as it came: 64 KiB, or {@link CallOptions#maxErrorBytes} if
   * the status is an error. It may repeat what was sent; it is not serialised with the exception.
   *
   * @return the body, or null if there was none
   */
  public @Nullable String getBody() {
    return body;
  }

  /**
   * Returns the problems that the body reports.
   *
   * @return the items; empty if the body has none that can be read; unmodifiable
   */
  public List<ErrorItem> getErrors() {
    return errors;
  }

  /**
   * Returns how long the server asks to wait: its {@code Retry-After}, in seconds or as a date.
   *
   * @return the time from when the response came, not negative, or null if the header is absent or
   *     unreadable
   */
  public @Nullable Duration getRetryAfter() {
    return retryAfter;
  }

  /**
   * Returns how many times the request was made.
   *
   * @return 0 if the call failed before its first attempt
   */
  public int getAttempts() {
    return attempts;
  }

  /**
   * Returns whether the API does not know the resource.
   *
   * @return true for status 404
   */
  public boolean isNotFound() {
    return statusCode == 404;
  }

  /**
   * Returns whether the credentials were not accepted; a token that lacks the scope {@code Video}
   * may be the reason.
   *
   * @return true for status 401
   */
  public boolean isUnauthorized() {
    return statusCode == 401;
  }

  /**
   * Returns whether the credentials do not allow the operation; a token that lacks the scope {@code
   * Video} may be the reason.
   *
   * @return true for status 403
   */
  public boolean isForbidden() {
    return statusCode == 403;
  }

  /**
   * Returns whether the API refused a value of the request; {@link #getErrors()} tells which.
   *
   * @return true for status 422
   */
  public boolean isValidation() {
    return statusCode == 422;
  }

  /**
   * Returns whether there were too many requests; {@link #getRetryAfter()} may tell how long to
   * wait.
   *
   * @return true for status 429
   */
  public boolean isRateLimited() {
    return statusCode == 429;
  }

  /**
   * Returns whether time ran out: on this side, or by the server's word (408, 504).
   *
   * @return true for a timeout
   */
  public boolean isTimeout() {
    return statusCode == 408 || statusCode == 504;
  }

  /**
   * Returns whether the server failed.
   *
   * @return true for status 500 to 599
   */
  public boolean isServerError() {
    return statusCode >= 500 && statusCode <= 599;
  }

  /**
   * Returns whether one of the items has the code.
   *
   * @param code such as {@code not_unique_within_project}
   * @return true if so
   */
  public boolean hasCode(String code) {
    return errors.stream().anyMatch(item -> code.equals(item.getCode()));
  }
}
