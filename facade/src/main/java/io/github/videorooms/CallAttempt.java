package io.github.videorooms;

import io.github.videorooms.api.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** One attempt of a call, after it has ended; immutable. */
public final class CallAttempt {
  private final String method;
  private final Operation operation;
  private final ResponseHead head;
  private final int number;
  private final Duration duration;
  private final @Nullable SignalWireRestError error;

  CallAttempt(Request request, int number, long nanos, @Nullable SignalWireRestError error) {
    Invocation invocation = Objects.requireNonNull(request.tag(Invocation.class), "invocation");
    this.method = request.method();
    this.operation = invocation.method().getAnnotation(Operation.class);
    this.head = AttemptState.of(request).head();
    this.number = number;
    this.duration = Duration.ofNanos(nanos);
    this.error = error;
  }

  /**
   * Returns the operation's id in the API document.
   *
   * @return such as {@code create_room}
   */
  public String getOperationId() {
    return operation.id();
  }

  /**
   * Returns the HTTP method.
   *
   * @return such as {@code POST}
   */
  public String getMethod() {
    return method;
  }

  /**
   * Returns the path template, which is the same for all calls of an operation.
   *
   * @return such as {@code /api/video/rooms/{id}}
   */
  public String getPathTemplate() {
    return operation.path();
  }

  /**
   * Returns the number of the attempt within its call.
   *
   * @return 1 for the first one
   */
  public int getNumber() {
    return number;
  }

  /**
   * Returns the HTTP status.
   *
   * @return the status, or 0 if there was no response
   */
  public int getStatusCode() {
    return head.statusCode;
  }

  /**
   * Returns how long the attempt took, until its result or failure. Of an asynchronous call, that
   * includes the wait for a free slot of the dispatcher.
   *
   * @return the duration, not negative
   */
  public Duration getDuration() {
    return duration;
  }

  /**
   * Returns the headers of the response.
   *
   * @return name, in any letter case, to values; empty if there was no response; unmodifiable
   */
  public Map<String, List<String>> getHeaders() {
    return head.headers();
  }

  /**
   * Returns the id under which the service logs the request.
   *
   * @return the id, or null if the response has none
   */
  public @Nullable String getRequestId() {
    return head.requestId();
  }

  /**
   * Returns whether the attempt succeeded.
   *
   * @return false if it ended in an error
   */
  public boolean isSuccessful() {
    return error == null;
  }

  /**
   * Returns the error that the attempt ended in; its cause tells why there was no response.
   *
   * @return the error, or null if the attempt succeeded
   */
  public @Nullable SignalWireRestError getError() {
    return error;
  }

  /**
   * Returns the attempt in one line, such as {@code POST /api/video/rooms: attempt 1, status 200,
   * 41 ms, request id r-1}.
   */
  @Override
  public String toString() {
    long millis = duration.toMillis();
    String id = getRequestId();
    return String.format(
        "%s %s: attempt %s, status %s, %s ms, request id %s",
        method,
        operation.path(),
        number,
        getStatusCode(),
        millis,
        id == null ? null : SignalWireRestError.inOneLine(id));
  }
}
