package io.github.videorooms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed. This type itself stands for a response whose status is not a success of the
 * operation, which is a 2xx or, where the API declares one, a redirect.
 *
 * <p>Every failure of a request is this type or one of its two subtypes: {@link
 * SignalWireRestTransportError} if no complete response arrived, {@link
 * SignalWireRestDecodingError} if a successful one is not what was promised. Credentials and
 * secrets of the request are replaced by {@code ***} in everything it shows, causes included, even
 * if the server sent them back; only {@link #getBody()} is what the server sent.
 */
public class SignalWireRestError extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final String method;
  private final String path;
  private final String url;
  private final @Nullable String cursor;
  private final int statusCode;

  @SuppressWarnings("serial") // An unmodifiable TreeMap.
  private final Map<String, List<String>> headers;

  private final @Nullable String requestId;
  private final transient @Nullable String body;

  @SuppressWarnings("serial") // An immutable list.
  private final List<ErrorItem> errors;

  private final @Nullable Duration retryAfter;
  private final int attempts;
  private final boolean mayHaveTakenEffect;

  /**
   * Collects what is known, independent of the live response.
   *
   * @param request the request, of the last attempt
   * @param reason secrets are removed from it, as from everything but the body
   */
  SignalWireRestError(
      Request request,
      @Nullable String body,
      List<ErrorItem> errors,
      @Nullable String reason,
      int attempts,
      boolean mayHaveTakenEffect,
      @Nullable Throwable cause) {
    this(
        message(request, reason, attempts),
        request,
        body,
        errors,
        attempts,
        mayHaveTakenEffect,
        cause);
  }

  /** Makes the error of a request that was not sent; the message is the reason. */
  SignalWireRestError(Request request, String reason, int attempts) {
    this(clean(request, reason), request, null, List.of(), attempts, false, null);
  }

  private SignalWireRestError(
      String message,
      Request request,
      @Nullable String body,
      List<ErrorItem> errors,
      int attempts,
      boolean mayHaveTakenEffect,
      @Nullable Throwable cause) {
    super(message, cause);
    AttemptState state = AttemptState.of(request);
    ResponseHead head = state.head();
    this.method = request.method();
    this.path = state.secrets.scrub(request.url().encodedPath());
    this.url = state.secrets.scrub(request.url().toString());
    this.cursor = cursorOf(request);
    this.statusCode = head.statusCode;
    this.headers = head.headers();
    this.requestId = head.requestId();
    this.body = body;
    this.errors = errors;
    this.retryAfter = head.retryAfter();
    this.attempts = attempts;
    this.mayHaveTakenEffect = mayHaveTakenEffect;
  }

  /** A caller may also have asked for a page by its token, in the query of the list. */
  private static @Nullable String cursorOf(Request request) {
    EncodedQuery query = EncodedQuery.of(request);
    boolean isCursor =
        (query != null && query.isCursor) || request.url().queryParameter("page_token") != null;
    String cursor = isCursor ? request.url().encodedQuery() : null;
    return cursor == null ? null : AttemptState.of(request).secrets.scrub(cursor);
  }

  private static String message(Request request, @Nullable String reason, int attempts) {
    AttemptState state = AttemptState.of(request);
    ResponseHead head = state.head();
    Duration wait = head.retryAfter();
    String requestId = head.requestId();
    String message =
        (request.method() + " " + request.url().encodedPath())
            + (state.subject == null ? "" : " (" + state.subject + ")")
            + (head.statusCode == 0 ? " got no response" : " returned " + head.statusCode)
            + (reason == null ? "" : ": " + reason)
            + (wait == null ? "" : " (Retry-After: " + wait.toSeconds() + " s)")
            + (requestId == null ? "" : " (request id " + requestId + ")")
            + (attempts > 1 ? " (after " + attempts + " attempts)" : "");
    return clean(request, message);
  }

  private static String clean(Request request, String message) {
    return inOneLine(AttemptState.of(request).secrets.scrub(message));
  }

  /** Replaces what could forge a line of a log. */
  static String inOneLine(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
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
   * @return such as {@code /api/video/rooms}, with {@code ***} in place of a secret
   */
  public String getPath() {
    return path;
  }

  /**
   * Returns the URL of the request with its query; no credentials are in it.
   *
   * @return the URL, with {@code ***} in place of a secret
   */
  public String getUrl() {
    return url;
  }

  /**
   * Returns the cursor of the page that failed, or whose link to the next page is invalid; {@link
   * Paged#fromCursor} continues the list there. If the link is invalid, the items of that page have
   * been delivered already.
   *
   * @return the cursor, with {@code ***} in place of a secret; null if the call did not request a
   *     page after the first one
   */
  public @Nullable String getCursor() {
    return cursor;
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
   * Returns the id under which the service logs the request, to quote to its support.
   *
   * @return the id, or null if the response has none
   */
  public @Nullable String getRequestId() {
    return requestId;
  }

  /**
   * Returns the beginning of the response body, as it was received: up to {@link
   * CallOptions#maxErrorBytes} of an error, up to 64 KiB of a successful response. It may contain
   * secrets that the server sent back, and is not serialised with the exception.
   *
   * @return the body; null if there was none or it was not preserved, as in a transport error
   */
  public @Nullable String getBody() {
    return body;
  }

  /**
   * Returns the errors that the body reports.
   *
   * @return the items; empty if none can be read; unmodifiable
   */
  public List<ErrorItem> getErrors() {
    return errors;
  }

  /**
   * Returns how long the server asks to wait: its {@code Retry-After}, in seconds or as a date.
   *
   * @return the time from when the response came, not negative and at most {@link Long#MAX_VALUE}
   *     ms, or null if the header is absent or unreadable
   */
  public @Nullable Duration getRetryAfter() {
    return retryAfter;
  }

  /**
   * Returns the number of attempts that were made, the last of which may not have been sent.
   *
   * @return 0 if the call failed before its first attempt
   */
  public int getAttempts() {
    return attempts;
  }

  /**
   * Returns whether the request, or an earlier attempt of it, may have been carried out. A POST
   * that was, such as one that creates a room, takes effect once more if it is sent again.
   *
   * @return false if nothing was sent, or the response means that the request was not carried out:
   *     a 4xx other than 408, or a 503 with {@code Retry-After}; always false for the request of a
   *     recording's file
   */
  public boolean mayHaveTakenEffect() {
    return mayHaveTakenEffect;
  }

  /**
   * Returns whether the resource does not exist.
   *
   * @return true for status 404
   */
  public boolean isNotFound() {
    return statusCode == 404;
  }

  /**
   * Returns whether the credentials were rejected; a token without the scope {@code Video} may be
   * the reason.
   *
   * @return true for status 401
   */
  public boolean isUnauthorized() {
    return statusCode == 401;
  }

  /**
   * Returns whether the credentials do not permit the operation; a token without the scope {@code
   * Video} may be the reason.
   *
   * @return true for status 403
   */
  public boolean isForbidden() {
    return statusCode == 403;
  }

  /**
   * Returns whether the API rejected a value of the request; {@link #getErrors()} tells which.
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
   * Returns whether a timeout was exceeded, on this side or at the server (408, 504).
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
