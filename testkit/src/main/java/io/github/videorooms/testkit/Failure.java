package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * A failure to inject with {@link FakeSpace#failNext}. Immutable: each method returns a changed
 * copy.
 *
 * <pre>{@code
 * space.failNext(Failure.status(503).retryAfter(Duration.ofSeconds(1)).times(2));
 * space.failNext(Failure.connectionReset().onOperation("create_room"));
 * }</pre>
 */
public final class Failure {
  private static final Map<Integer, String> REASONS =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          404, "Not Found",
          408, "Request Timeout",
          429, "Too Many Requests",
          500, "Internal Server Error",
          502, "Bad Gateway",
          503, "Service Unavailable",
          504, "Gateway Timeout");

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+\\-.^_`|~0-9A-Za-z]+");
  private static final Pattern HEADER_VALUE = Pattern.compile("[\t -~\\x80-\\xff]*");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,9}");
  private static final int MAX_HEADERS = 4_096;

  private final boolean carriedOut;
  private final boolean responds;
  private ApiResponse response = ApiResponse.noContent();
  private Duration delay = Duration.ZERO;
  private int skipped;
  private int times = 1;
  private boolean optional;
  private FailureTarget target = FailureTarget.ANY;

  private Failure(boolean carriedOut, boolean responds) {
    this.carriedOut = carriedOut;
    this.responds = responds;
  }

  private Failure(Failure other) {
    this.carriedOut = other.carriedOut;
    this.responds = other.responds;
    this.response = other.response;
    this.delay = other.delay;
    this.skipped = other.skipped;
    this.times = other.times;
    this.optional = other.optional;
    this.target = other.target;
  }

  /**
   * A response with this status and the JSON that the API documents for it; the request is not
   * executed.
   *
   * @param status from 200, since a success with an unreadable {@link #body} is a failure too, to
   *     599
   * @return a failure that happens once
   */
  public static Failure status(int status) {
    if (status < 200 || status > 599) {
      throw new IllegalArgumentException("status must be from 200 to 599: " + status);
    }
    Failure failure = new Failure(false, true);
    failure.response = documentedResponse(status);
    return failure;
  }

  /**
   * Status 422 with one item; the request is not executed.
   *
   * @param code the error code, such as {@code insufficient_balance}
   * @param attribute the field or parameter at fault
   * @return a failure that happens once
   */
  public static Failure invalid(String code, String attribute) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(attribute, "attribute");
    Failure failure = new Failure(false, true);
    failure.response = ApiRejection.of(code, attribute, "is rejected").response();
    return failure;
  }

  /**
   * A connection that is reset; the request is not executed.
   *
   * @return a failure that happens once
   */
  public static Failure connectionReset() {
    return new Failure(false, false);
  }

  /**
   * A connection that is reset after the request was executed: the request takes effect, but the
   * caller does not learn of it.
   *
   * @return a failure that happens once
   */
  public static Failure responseLost() {
    return new Failure(true, false);
  }

  /**
   * The usual response, delayed; the request is executed at once. A delay beyond the client's
   * timeout causes a timeout.
   *
   * @param delay the delay of the response
   * @return a failure that happens once
   */
  public static Failure delay(Duration delay) {
    return new Failure(true, true).after(delay);
  }

  /**
   * Sets the body.
   *
   * @param body any text
   * @return a changed copy
   * @throws IllegalStateException unless this is a failure with a status other than 204 and 304,
   *     which have no body
   */
  public Failure body(String body) {
    requireStatus();
    if (hasNoBody(response.status)) {
      throw new IllegalStateException("a response with status " + response.status + " has no body");
    }
    return withResponse(response.withBody(Objects.requireNonNull(body, "body")));
  }

  /**
   * Sets a header. {@code Content-Type} is {@code application/json} unless set. All headers
   * together may have at most 4,096 characters.
   *
   * @param name its name; not {@code Transfer-Encoding}, which the server sets
   * @param value its value, without control characters and characters outside ISO 8859-1
   * @return a changed copy
   * @throws IllegalArgumentException if it cannot be sent unchanged
   * @throws IllegalStateException unless this is a failure with a status
   */
  public Failure header(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    requireStatus();
    boolean isLength = name.equalsIgnoreCase("Content-Length");
    if (!HEADER_NAME.matcher(name).matches()
        || name.equalsIgnoreCase("Transfer-Encoding")
        || (isLength && response.status == 204)) {
      throw new IllegalArgumentException("not the name of a header that can be set: " + name);
    }
    boolean isSent = HEADER_VALUE.matcher(value).matches();
    if (!isSent || (isLength && !LENGTH.matcher(value).matches())) {
      throw new IllegalArgumentException(
          "not a value that can be sent in the header " + name + ": " + value);
    }
    if (response.headerLength() + name.length() + value.length() > MAX_HEADERS) {
      throw new IllegalArgumentException(
          "headers must have at most " + MAX_HEADERS + " characters together: " + name);
    }
    return withResponse(response.withHeader(name, value));
  }

  /**
   * Sets the header {@code Retry-After}, in whole seconds.
   *
   * @param wait how long the caller is asked to wait, rounded up
   * @return a changed copy
   * @throws IllegalStateException unless this is a failure with a status
   */
  public Failure retryAfter(Duration wait) {
    long seconds = Delays.check(wait, "wait").plusNanos(999_999_999).toSeconds();
    return header("Retry-After", Long.toString(seconds));
  }

  /**
   * Sets how long the failure takes.
   *
   * @param delay the time from the request to the failure
   * @return a changed copy
   */
  public Failure after(Duration delay) {
    Failure changed = new Failure(this);
    changed.delay = Delays.check(delay, "delay");
    return changed;
  }

  /**
   * Lets the first requests succeed: with {@code skip(2).times(3)}, two requests succeed and the
   * next three fail. Only requests that match the failure are counted; each retry counts as a
   * request.
   *
   * @param requests how many requests succeed, not negative; 0 by default
   * @return a changed copy
   */
  public Failure skip(int requests) {
    if (requests < 0) {
      throw new IllegalArgumentException("requests must not be negative: " + requests);
    }
    Failure changed = new Failure(this);
    changed.skipped = requests;
    return changed;
  }

  /**
   * Sets how many requests fail.
   *
   * @param times at least 1; 1 by default
   * @return a changed copy
   */
  public Failure times(int times) {
    if (times < 1) {
      throw new IllegalArgumentException("times must be at least 1: " + times);
    }
    Failure changed = new Failure(this);
    changed.times = times;
    return changed;
  }

  /**
   * Restricts the failure to the requests to one operation.
   *
   * @param operationId the operation's id in the API's document, such as {@code create_room}
   * @return a changed copy; {@link FakeSpace#failNext} rejects it if there is no such operation
   */
  public Failure onOperation(String operationId) {
    return on(FailureTarget.operation(Objects.requireNonNull(operationId, "operationId")));
  }

  /**
   * Restricts the failure to the requests to one path.
   *
   * @param method the HTTP method, in any letter case
   * @param path the whole path, percent-encoded, such as {@code /api/video/rooms}; a segment in
   *     braces matches any id or name, as in {@code /api/video/rooms/{id}}
   * @return a changed copy; {@link FakeSpace#failNext} rejects it if no operation has this method
   *     and path
   * @throws IllegalArgumentException if the path does not begin with a slash, has a query, or has a
   *     segment that no request can have, such as {@code :id} or <code>{id</code>
   */
  public Failure on(String method, String path) {
    Objects.requireNonNull(method, "method");
    return on(FailureTarget.path(method, Objects.requireNonNull(path, "path")));
  }

  /**
   * Restricts the failure to downloads of recordings.
   *
   * @return a changed copy
   */
  public Failure onDownload() {
    return on(FailureTarget.DOWNLOAD);
  }

  /**
   * Lets a test pass even if no request used this failure, for instance because the test cancels
   * the call.
   *
   * @return a changed copy, which {@link FakeSpaceExtension} does not require to be used
   */
  public Failure optional() {
    Failure changed = new Failure(this);
    changed.optional = true;
    return changed;
  }

  private Failure on(FailureTarget target) {
    Failure changed = new Failure(this);
    changed.target = target;
    return changed;
  }

  int skipped() {
    return skipped;
  }

  int times() {
    return times;
  }

  boolean isOptional() {
    return optional;
  }

  FailureTarget target() {
    return target;
  }

  /** Returns what happens, to which requests, and how often. */
  @Override
  public String toString() {
    return "Failure{"
        + kind()
        + ", on "
        + target
        + (skipped == 0 ? "" : ", skip " + skipped)
        + (times == 1 ? "" : ", " + times + " times")
        + "}";
  }

  private String kind() {
    if (carriedOut) {
      return responds ? "delay of " + delay : "response lost";
    }
    return responds ? "status " + response.status : "connection reset";
  }

  /**
   * Returns what is sent.
   *
   * @param request executes the request
   */
  Response response(Supplier<ApiResponse> request) {
    ApiResponse outcome = carriedOut ? request.get() : response;
    Response.Builder sent = closedIfCut(outcome).toResponse();
    if (!responds) {
      sent.fault(Fault.CONNECTION_RESET_BY_PEER);
    }
    return sent.incrementInitialDelay(delay.toMillis()).build();
  }

  /** The part of a body beyond its Content-Length would be read as the next response. */
  private static ApiResponse closedIfCut(ApiResponse response) {
    String length = response.headers.get("Content-Length");
    boolean isCut = length != null && Integer.parseInt(length) < response.body.length;
    return isCut ? response.withHeader("Connection", "close") : response;
  }

  private Failure withResponse(ApiResponse other) {
    Failure changed = new Failure(this);
    changed.response = other;
    return changed;
  }

  private void requireStatus() {
    if (carriedOut || !responds) {
      throw new IllegalStateException("only a failure with a status has a body and headers");
    }
  }

  /** Whether HTTP has no body in a response with this status; the server would drop one. */
  private static boolean hasNoBody(int status) {
    return status == 204 || status == 304;
  }

  private static ApiResponse documentedResponse(int status) {
    if (status < 300 || hasNoBody(status)) {
      return new ApiResponse(status, "", Map.of());
    }
    if (status == 422) {
      return ApiRejection.of("cannot_process", null, "the request cannot be processed").response();
    }
    return ApiResponse.of(status, ApiRejection.body(REASONS.getOrDefault(status, "Error")));
  }
}
