package io.github.videorooms;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;

/** Makes the calls of a client, synchronous and asynchronous. */
final class Calls {
  private static final Logger LOGGER = System.getLogger("io.github.videorooms");

  final Transport transport;
  final CallOptions options;
  final RequestOptions requestOptions;
  final RetryPolicy policy;
  final CallTimer timer;

  /** Completes futures. */
  final Executor callbackExecutor;

  Calls(
      Transport transport,
      CallOptions options,
      RetryPolicy policy,
      CallTimer timer,
      Executor callbackExecutor) {
    this.transport = transport;
    this.options = options;
    this.requestOptions = options.forRequests();
    this.policy = policy;
    this.timer = timer;
    this.callbackExecutor = callbackExecutor;
  }

  /** Returns calls with other options, which share everything else. */
  Calls with(CallOptions other) {
    return new Calls(transport, other, policy, timer, callbackExecutor);
  }

  /** Returns the same calls, whose futures complete on another executor. */
  Calls completingOn(Executor other) {
    return new Calls(transport, options, policy, timer, other);
  }

  <T> T execute(Call<T> call) {
    return execute(call, (response, request) -> ResponseReader.body(response));
  }

  <T, R extends @Nullable Object> R execute(Call<T> call, ResponseReader<T, R> reader) {
    return new RetryingCall<>(this, call, reader).execute();
  }

  <T> CompletableFuture<T> executeAsync(Call<T> call) {
    return executeAsync(call, (response, request) -> ResponseReader.body(response));
  }

  <T, R extends @Nullable Object> CompletableFuture<R> executeAsync(
      Call<T> call, ResponseReader<T, R> reader) {
    CompletableFuture<R> future = new CompletableFuture<>();
    executeAsync(call, reader, future);
    return future;
  }

  /** Completes a future that stages may be attached to already. */
  <T, R extends @Nullable Object> void executeAsync(
      Call<T> call, ResponseReader<T, R> reader, CompletableFuture<R> future) {
    new RetryingCall<>(this, call, reader).executeAsync(future);
  }

  @SuppressWarnings("NullAway") // Void has no other value.
  void executeVoid(Call<Void> call) {
    this.<Void, @Nullable Void>execute(call, (response, request) -> null);
  }

  @SuppressWarnings("NullAway") // Void has no other value.
  CompletableFuture<@Nullable Void> executeVoidAsync(Call<Void> call) {
    return this.<Void, @Nullable Void>executeAsync(call, (response, request) -> null);
  }

  /** Makes a call whose success is a redirect, and returns the absolute address of that. */
  String executeRedirect(Call<Void> call) {
    return execute(call, ResponseReader::location);
  }

  CompletableFuture<String> executeRedirectAsync(Call<Void> call) {
    return executeAsync(call, ResponseReader::location);
  }

  /** Reports an attempt that has ended to the log and the listeners. */
  void report(Request request, int number, long nanos, @Nullable SignalWireRestError error) {
    log(
        () ->
            LOGGER.log(
                Level.DEBUG, () -> new CallAttempt(request, number, nanos, error).toString()));
    if (options.listeners.isEmpty()) {
      return;
    }
    CallAttempt attempt = new CallAttempt(request, number, nanos, error);
    for (CallListener listener : options.listeners) {
      try {
        listener.onAttempt(attempt);
      } catch (Exception e) { // Kotlin declares no checked exceptions.
        log(() -> LOGGER.log(Level.WARNING, "the CallListener failed", e));
      }
    }
  }

  /** A logging backend may throw, such as on a full disk; the call has ended all the same. */
  private static void log(Runnable message) {
    try {
      message.run();
    } catch (RuntimeException e) {
      // There is nowhere to report it.
    }
  }

  /**
   * Joins two calls into one future. Cancelling it cancels the call in flight, and then there is no
   * second one; it fails with the error itself, not a wrapper.
   *
   * @param prepare makes the argument of the second call; what it throws becomes the failure
   * @param next makes the second call
   */
  static <A, B, C> CompletableFuture<C> chain(
      CompletableFuture<A> first, Function<A, B> prepare, Function<B, CompletableFuture<C>> next) {
    CompletableFuture<C> joined = new CompletableFuture<>();
    joined.whenComplete((result, error) -> first.cancel(true));
    first
        .thenCompose(
            value -> {
              B argument = prepare.apply(value);
              if (joined.isDone()) {
                return joined;
              }
              CompletableFuture<C> second = next.apply(argument);
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
}
