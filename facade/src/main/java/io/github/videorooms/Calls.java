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
import retrofit2.Response;

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
    return execute(call, Reading::body);
  }

  <T, R extends @Nullable Object> R execute(Call<T> call, Reading<T, R> reading) {
    return new Exchange<>(this, call, reading).execute();
  }

  <T> CompletableFuture<T> executeAsync(Call<T> call) {
    return executeAsync(call, Reading::body);
  }

  <T, R extends @Nullable Object> CompletableFuture<R> executeAsync(
      Call<T> call, Reading<T, R> reading) {
    return new Exchange<>(this, call, reading).executeAsync();
  }

  @SuppressWarnings("NullAway") // Void has no other value.
  void executeVoid(Call<Void> call) {
    this.<Void, @Nullable Void>execute(call, response -> null);
  }

  @SuppressWarnings("NullAway") // Void has no other value.
  CompletableFuture<@Nullable Void> executeVoidAsync(Call<Void> call) {
    return this.<Void, @Nullable Void>executeAsync(call, response -> null);
  }

  /** Makes a call whose success is a redirect, and returns the absolute address it leads to. */
  String executeRedirect(Call<Void> call) {
    return execute(call, Reading::location);
  }

  CompletableFuture<String> executeRedirectAsync(Call<Void> call) {
    return executeAsync(call, Reading::location);
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

  /** What a method makes of the response with which its operation succeeded. */
  @FunctionalInterface
  interface Reading<T, R extends @Nullable Object> {
    /**
     * Reads the response.
     *
     * @throws UnreadableBody if it is not what was asked for
     * @throws IllegalStateException if something that the document promises is missing
     */
    R read(Response<T> response) throws UnreadableBody;

    /** Returns the body of an operation that always has one. */
    static <T> T body(Response<T> response) throws UnreadableBody {
      T body = response.body();
      if (body == null) {
        throw new UnreadableBody("there is no body", null, null, null);
      }
      return body;
    }

    /**
     * Returns the address that a redirect leads to, made absolute. A 2xx is not what the operation
     * promises, so that its {@code Location}, if it has one, may mean something else.
     */
    static String location(Response<?> response) throws UnreadableBody {
      if (response.isSuccessful()) {
        throw new UnreadableBody(
            "a redirect with a Location header was promised", null, null, null);
      }
      String location = response.headers().get("Location");
      if (location == null || location.isEmpty()) {
        throw new UnreadableBody("there is no Location header", null, null, null);
      }
      HttpUrl address = response.raw().request().url().resolve(location);
      if (address == null) {
        throw new UnreadableBody("the Location header is not an HTTP address", null, null, null);
      }
      return address.toString();
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
