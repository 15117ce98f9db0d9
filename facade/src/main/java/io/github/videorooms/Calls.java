package io.github.videorooms;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes calls, waiting or not, for all methods of the client. */
final class Calls {
  final HttpUrl base;
  final String token;
  final Duration callTimeout;

  /** Runs what waits for a future. */
  final Executor callbackExecutor;

  /** Runs what a timer sets off, so that it never holds up the timer. */
  final Executor httpExecutor;

  Calls(
      HttpUrl base,
      String token,
      Duration callTimeout,
      Executor callbackExecutor,
      Executor httpExecutor) {
    this.base = base;
    this.token = token;
    this.callTimeout = callTimeout;
    this.callbackExecutor = callbackExecutor;
    this.httpExecutor = httpExecutor;
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
}
