package io.github.videorooms;

import io.github.videorooms.api.Operation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/** One attempt of a call, after it has ended. */
public final class CallAttempt {
  private final Request request;
  private final Operation operation;
  private final int number;
  private final Duration duration;
  private final boolean successful;

  CallAttempt(Request request, int number, long nanos, boolean successful) {
    Invocation invocation = Objects.requireNonNull(request.tag(Invocation.class), "invocation");
    this.request = request;
    this.operation = invocation.method().getAnnotation(Operation.class);
    this.number = number;
    this.duration = Duration.ofNanos(nanos);
    this.successful = successful;
  }

  /**
   * Returns the operation's id in the API document.
   *
   * @return such as {@code create_room}
   */
  public String getOperation() {
    return operation.id();
  }

  /**
   * Returns the HTTP method.
   *
   * @return such as {@code POST}
   */
  public String getMethod() {
    return request.method();
  }

  /**
   * Returns the path before ids are put in, so that it is the same for all calls of an operation.
   *
   * @return such as {@code /api/video/rooms/{id}}
   */
  public String getPathTemplate() {
    return operation.path();
  }

  /**
   * Returns which attempt of its call this was.
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
    return Attempt.of(request).statusCode;
  }

  /**
   * Returns how long the attempt took, up to its result or failure.
   *
   * @return the time
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
    return Attempt.of(request).headers();
  }

  /**
   * Returns the id under which the service knows the request.
   *
   * @return the id, or null if the response has none
   */
  public @Nullable String getRequestId() {
    return Attempt.of(request).requestId();
  }

  /**
   * Returns whether the attempt gave a result.
   *
   * @return false if it ended in a {@link SignalWireRestError}
   */
  public boolean isSuccessful() {
    return successful;
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
        getMethod(), operation.path(), number, getStatusCode(), millis, id);
  }
}
