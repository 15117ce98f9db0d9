package io.github.videorooms;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes calls, waiting or not, for all methods of a client. */
final class Calls {
  private static final Logger LOGGER = System.getLogger("io.github.videorooms");

  final Transport transport;
  final CallOptions options;
  final RetryPolicy policy;
  final Timing timing;

  /** Runs what waits for a future. */
  final Executor callbackExecutor;

  private final @Nullable CallListener listener;

  Calls(
      Transport transport,
      CallOptions options,
      RetryPolicy policy,
      Timing timing,
      Executor callbackExecutor,
      @Nullable CallListener listener) {
    this.transport = transport;
    this.options = options;
    this.policy = policy;
    this.timing = timing;
    this.callbackExecutor = callbackExecutor;
    this.listener = listener;
  }

  /** Returns calls with other settings, and all else shared. */
  Calls with(CallOptions other) {
    return new Calls(transport, other, policy, timing, callbackExecutor, listener);
  }

  <T> T execute(Call<T> call) {
    return execute(call, Reading::present);
  }

  <T, R extends @Nullable Object> R execute(Call<T> call, Reading<T, R> reading) {
    return new Exchange<>(this, call, reading).execute();
  }

  <T> CompletableFuture<T> executeAsync(Call<T> call) {
    return executeAsync(call, Reading::present);
  }

  <T, R extends @Nullable Object> CompletableFuture<R> executeAsync(
      Call<T> call, Reading<T, R> reading) {
    return new Exchange<>(this, call, reading).executeAsync();
  }

  @SuppressWarnings("NullAway") // Void has no other value.
  void executeVoid(Call<Void> call) {
    this.<Void, @Nullable Void>execute(call, body -> null);
  }

  @SuppressWarnings("NullAway") // Void has no other value.
  CompletableFuture<@Nullable Void> executeVoidAsync(Call<Void> call) {
    return this.<Void, @Nullable Void>executeAsync(call, body -> null);
  }

  /** Tells the log and the listener of an attempt that has ended. */
  void ended(Request request, int number, long start, @Nullable SignalWireRestError error) {
    boolean logged = LOGGER.isLoggable(Level.DEBUG);
    if (!logged && listener == null) {
      return;
    }
    CallAttempt attempt =
        new CallAttempt(request, number, timing.nanoTime() - start, error == null);
    if (logged) {
      LOGGER.log(Level.DEBUG, attempt);
    }
    if (listener != null) {
      try {
        listener.onAttempt(attempt);
      } catch (RuntimeException e) {
        LOGGER.log(Level.WARNING, "the CallListener failed", e);
      }
    }
  }

  /**
   * Joins two calls into one future: cancelling it cancels the one under way, and it fails with the
   * error itself.
   *
   * @param next makes the second call; what it throws becomes the failure
   */
  static <A, B> CompletableFuture<B> chain(
      CompletableFuture<A> first, Function<A, CompletableFuture<B>> next) {
    CompletableFuture<B> joined = new CompletableFuture<>();
    joined.whenComplete((result, error) -> first.cancel(true));
    first
        .thenCompose(
            value -> {
              CompletableFuture<B> second = next.apply(value);
              joined.whenComplete((result, error) -> second.cancel(true));
              return second;
            })
        .whenComplete(
            (result, error) -> {
              if (error == null) {
                joined.complete(result);
              } else {
                joined.completeExceptionally(error.getCause() == null ? error : error.getCause());
              }
            });
    return joined;
  }

  /** What a method makes of the body that its operation returned. */
  @FunctionalInterface
  interface Reading<T, R extends @Nullable Object> {
    /**
     * Reads the body; null stands for none.
     *
     * @throws UnreadableBody if it is not what was asked for
     * @throws IllegalStateException if something that the document promises is missing
     */
    R read(@Nullable T body) throws UnreadableBody;

    /** Returns the body of an operation that always has one. */
    static <T> T present(@Nullable T body) throws UnreadableBody {
      if (body == null) {
        throw new UnreadableBody("there is no body", null, null, null);
      }
      return body;
    }
  }

  /** The clock of calls and the way to let time pass; tests have others, and need not wait. */
  interface Timing {
    default long nanoTime() {
      return System.nanoTime();
    }

    /** Returns what is completed later; no thread waits until then. */
    default CompletableFuture<@Nullable Void> pause(Duration time) {
      return new CompletableFuture<@Nullable Void>()
          .completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS);
    }
  }
}
