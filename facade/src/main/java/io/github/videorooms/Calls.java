package io.github.videorooms;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes calls, waiting or not, for all methods of a client. */
final class Calls {
  private static final Logger LOGGER = System.getLogger("io.github.videorooms");

  final HttpUrl base;
  final String token;
  final CallOptions options;
  final RetryPolicy policy;
  final RetryBudget budget;
  final Timing timing;

  /** Runs what waits for a future. */
  final Executor callbackExecutor;

  /** Runs what a timer sets off, so that it never holds up the timer. */
  final Executor httpExecutor;

  private final @Nullable CallListener listener;

  Calls(
      HttpUrl base,
      String token,
      CallOptions options,
      RetryPolicy policy,
      RetryBudget budget,
      Timing timing,
      Executor callbackExecutor,
      Executor httpExecutor,
      @Nullable CallListener listener) {
    this.base = base;
    this.token = token;
    this.options = options;
    this.policy = policy;
    this.budget = budget;
    this.timing = timing;
    this.callbackExecutor = callbackExecutor;
    this.httpExecutor = httpExecutor;
    this.listener = listener;
  }

  /** Returns calls with other settings, and all else shared. */
  Calls with(CallOptions other) {
    return new Calls(
        base, token, other, policy, budget, timing, callbackExecutor, httpExecutor, listener);
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

  void executeVoid(Call<Void> call) {
    this.<Void, @Nullable Void>execute(call, Reading::nothing);
  }

  CompletableFuture<@Nullable Void> executeVoidAsync(Call<Void> call) {
    return this.<Void, @Nullable Void>executeAsync(call, Reading::nothing);
  }

  /** Tells the log and the listener of an attempt that has ended. */
  void ended(Request request, int number, Duration duration, @Nullable SignalWireRestError error) {
    boolean logged = LOGGER.isLoggable(Level.DEBUG);
    if (!logged && listener == null) {
      return;
    }
    Attempt made = Attempt.of(request);
    CallAttempt attempt =
        new CallAttempt(
            request, number, made.statusCode, duration, Failure.mapOf(made.headers), error == null);
    if (logged) {
      LOGGER.log(
          Level.DEBUG,
          "{0} {1}: attempt {2}, status {3}, {4} ms, request id {5}",
          attempt.getMethod(),
          attempt.getPathTemplate(),
          attempt.getNumber(),
          attempt.getStatusCode(),
          attempt.getDuration().toMillis(),
          attempt.getRequestId());
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
    cancelTogether(joined, first);
    first.whenComplete(
        (value, error) -> {
          if (error != null) {
            joined.completeExceptionally(error);
            return;
          }
          try {
            CompletableFuture<B> second = next.apply(value);
            cancelTogether(joined, second);
            second.whenComplete((result, failure) -> complete(joined, result, failure));
          } catch (RuntimeException e) {
            joined.completeExceptionally(e);
          }
        });
    return joined;
  }

  private static void cancelTogether(CompletableFuture<?> joined, CompletableFuture<?> part) {
    joined.whenComplete(
        (value, error) -> {
          if (joined.isCancelled()) {
            part.cancel(true);
          }
        });
  }

  private static <R> void complete(
      CompletableFuture<R> future, R result, @Nullable Throwable failure) {
    if (failure == null) {
      future.complete(result);
    } else {
      future.completeExceptionally(failure);
    }
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

    /** Returns null, whether there is a body or not. */
    @SuppressWarnings("NullAway") // Void has no other value.
    static Void nothing(@Nullable Void body) {
      return null;
    }
  }

  /** The clock of calls and the ways to let time pass, so that tests need not wait. */
  interface Timing {
    Timing SYSTEM =
        new Timing() {
          @Override
          public long nanoTime() {
            return System.nanoTime();
          }

          @Override
          public void sleep(Duration time) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
          }

          @Override
          public void runAfter(Duration time, Runnable task, Executor executor) {
            CompletableFuture.delayedExecutor(time.toNanos(), TimeUnit.NANOSECONDS, executor)
                .execute(task);
          }
        };

    long nanoTime();

    void sleep(Duration time) throws InterruptedException;

    /** Runs the task later; no thread waits until then. */
    void runAfter(Duration time, Runnable task, Executor executor);
  }
}
