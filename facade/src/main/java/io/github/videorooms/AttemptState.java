package io.github.videorooms;

import io.github.videorooms.api.Operation;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.Request;
import okio.Timeout;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * What the interceptors and the loop above OkHttp have to know of one attempt. It travels as a tag
 * of the request, the one thing that OkHttp and Retrofit pass along.
 */
final class AttemptState {
  final Secrets secrets;

  /** What is requested, for errors of a request whose path they do not show. */
  final @Nullable String subject;

  /** The status of the redirect that is the operation's success, or 0 if that is a 2xx. */
  final int redirect;

  final AttemptCredential credential;
  final Delivery delivery = new Delivery();

  private volatile @Nullable RequestOptions options;
  private volatile int number;
  private volatile @Nullable ResponseHead head;

  AttemptState(Request request, Secrets secrets) {
    this(request, secrets, null);
  }

  AttemptState(Request request, Secrets secrets, @Nullable String subject) {
    this.secrets = secrets;
    this.subject = subject;
    this.redirect = redirectOf(request);
    this.credential = new AttemptCredential(secrets);
  }

  private static int redirectOf(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    @Nullable Operation operation =
        invocation == null ? null : invocation.method().getAnnotation(Operation.class);
    return operation == null ? 0 : operation.redirect();
  }

  /** Returns the state of a request that {@link Transport} tagged. */
  static AttemptState of(Request request) {
    return Objects.requireNonNull(request.tag(AttemptState.class), "not a request of this client");
  }

  /** Returns the state of the attempt that a call makes. */
  static AttemptState of(Call call) {
    return of(call.request());
  }

  /**
   * Sets how the attempt is made, before it starts.
   *
   * @param timeout that of the call
   * @param nanos how long the attempt may take
   * @param number 1 for the first attempt of a call
   */
  void begin(RequestOptions options, Timeout timeout, long nanos, int number) {
    this.options = options;
    this.number = number;
    timeout.timeout(nanos, TimeUnit.NANOSECONDS);
  }

  int number() {
    return number;
  }

  RequestOptions options() {
    return Objects.requireNonNull(options, "begin() was not called");
  }

  /** Forgets the response before, if an interceptor of the caller's sends the request once more. */
  void restart() {
    head = null;
  }

  /**
   * Records status and headers, which Retrofit does not pass on when the body cannot be read. The
   * address that an operation redirects to grants access to whoever has it, so it is a secret.
   */
  void received(int statusCode, Headers headers) {
    if (redirect != 0) {
      secrets.add(headers.values("Location"));
    }
    head = new ResponseHead(statusCode, headers, secrets);
  }

  /** Returns the head of the response; one with status 0 while there is none. */
  ResponseHead head() {
    ResponseHead received = head;
    return received == null ? new ResponseHead(0, Headers.of(), secrets) : received;
  }
}
