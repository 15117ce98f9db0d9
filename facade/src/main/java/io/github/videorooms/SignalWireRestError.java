package io.github.videorooms;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that did not end in a result: here, one that the API answered with a status other than
 * 2xx.
 *
 * <p>Everything that can go wrong once a request is under way is this type or one of its two
 * subtypes, {@link SignalWireRestTransportError} and {@link SignalWireRestDecodingError}. The
 * message and the items never hold the API token or a secret of the request; {@link #getBody()} is
 * what the server sent, unchanged.
 */
public class SignalWireRestError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Failure failure;

  SignalWireRestError(Failure failure, @Nullable Throwable cause) {
    super(failure.message(), cause);
    this.failure = failure;
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or 0 if there was no response
   */
  public int getStatusCode() {
    return failure.statusCode;
  }

  /**
   * Returns the HTTP method of the request.
   *
   * @return such as {@code POST}
   */
  public String getMethod() {
    return failure.method;
  }

  /**
   * Returns the path of the request, percent-encoded, without the query.
   *
   * @return such as {@code /api/video/rooms}
   */
  public String getPath() {
    return failure.path;
  }

  /**
   * Returns the address of the request with its query; no credentials are in it.
   *
   * @return the address
   */
  public String getUrl() {
    return failure.url;
  }

  /**
   * Returns where a list broke off: what {@link Paged#from} takes to go on with the page that
   * failed.
   *
   * @return the cursor, or null if the call was not for a page after the first one
   */
  public @Nullable String getCursor() {
    String query = failure.url.substring(failure.url.indexOf('?') + 1);
    return query.contains("page_token=") ? query : null;
  }

  /**
   * Returns the headers of the response.
   *
   * @return name, in any letter case, to values; empty if there was no response; unmodifiable
   */
  public Map<String, List<String>> getHeaders() {
    return failure.headers;
  }

  /**
   * Returns the id under which the service knows the request, for its support.
   *
   * @return the id, or null if the response has none
   */
  public @Nullable String getRequestId() {
    return failure.requestId();
  }

  /**
   * Returns the body of the response as it came, at most its first 64 KiB if the status is an
   * error; it may repeat what was sent. It is not serialised with the exception.
   *
   * @return the body, or null if there was none
   */
  public @Nullable String getBody() {
    return failure.body;
  }

  /**
   * Returns the problems that the body reports.
   *
   * @return the items; empty if the body has none that can be read; unmodifiable
   */
  public List<ErrorItem> getErrors() {
    return failure.items;
  }

  /**
   * Returns how long the server asks to wait: its {@code Retry-After}, in seconds or as a date.
   *
   * @return the time from when the response came, not negative, or null if the header is absent or
   *     unreadable
   */
  public @Nullable Duration getRetryAfter() {
    return failure.retryAfter;
  }

  /**
   * Returns how many times the request was made.
   *
   * @return 0 if the call failed before its first attempt
   */
  public int getAttempts() {
    return failure.attempts;
  }

  /**
   * Returns whether the API does not know the resource.
   *
   * @return true for status 404
   */
  public boolean isNotFound() {
    return failure.statusCode == 404;
  }

  /**
   * Returns whether the credentials were not accepted; a token that lacks the scope {@code Video}
   * may be the reason.
   *
   * @return true for status 401
   */
  public boolean isUnauthorized() {
    return failure.statusCode == 401;
  }

  /**
   * Returns whether the credentials do not allow the operation; a token that lacks the scope {@code
   * Video} may be the reason.
   *
   * @return true for status 403
   */
  public boolean isForbidden() {
    return failure.statusCode == 403;
  }

  /**
   * Returns whether the API refused a value of the request; {@link #getErrors()} tells which.
   *
   * @return true for status 422
   */
  public boolean isValidation() {
    return failure.statusCode == 422;
  }

  /**
   * Returns whether there were too many requests; {@link #getRetryAfter()} may tell how long to
   * wait.
   *
   * @return true for status 429
   */
  public boolean isRateLimited() {
    return failure.statusCode == 429;
  }

  /**
   * Returns whether time ran out: on this side, or by the server's word (408, 504).
   *
   * @return true for a timeout
   */
  public boolean isTimeout() {
    return failure.statusCode == 408 || failure.statusCode == 504;
  }

  /**
   * Returns whether the server failed.
   *
   * @return true for status 500 to 599
   */
  public boolean isServerError() {
    return failure.statusCode >= 500 && failure.statusCode <= 599;
  }

  /**
   * Returns whether one of the items has the code.
   *
   * @param code such as {@code not_unique_within_project}
   * @return true if so
   */
  public boolean hasCode(String code) {
    return failure.items.stream().anyMatch(item -> code.equals(item.getCode()));
  }
}
