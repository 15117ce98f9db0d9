package io.github.videorooms;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * One call of a user's, from the request to a result or a {@link SignalWireRestError}: the attempts
 * that {@link RetryPolicy} allows, one after another, under one deadline.
 *
 * <p>No other place repeats a request; {@link SingleSend} keeps OkHttp from doing so.
 */
final class Exchange<T, R extends @Nullable Object> {
  private final Calls calls;
  private final Calls.Reading<T, R> reading;
  private final long start;
  private final List<SignalWireRestError> earlier = new CopyOnWriteArrayList<>();

  private volatile Call<T> call;
  private volatile boolean late;
  private volatile Request request;
  private long attemptStart;
  private int retryCost;
  private boolean ambiguous;

  Exchange(Calls calls, Call<T> call, Calls.Reading<T, R> reading) {
    this.calls = calls;
    this.reading = reading;
    this.start = calls.timing.nanoTime();
    this.attemptStart = start;
    this.call = call;
    this.request = prepared(call);
  }

  R execute() {
    while (true) {
      try {
        return succeeded(result(call.execute()));
      } catch (IOException | RuntimeException e) {
        SignalWireRestError error = ended(e);
        Duration wait = waitAfter(error, e);
        if (wait == null || !slept(wait) || !preparedNext(error)) {
          throw withEarlier(error);
        }
      }
    }
  }

  CompletableFuture<R> executeAsync() {
    CompletableFuture<R> future = new CompletableFuture<>();
    CompletableFuture<@Nullable Void> deadline =
        new CompletableFuture<@Nullable Void>()
            .orTimeout(calls.options.callTimeout.toNanos(), TimeUnit.NANOSECONDS);
    future.whenComplete(
        (result, error) -> {
          deadline.complete(null);
          if (future.isCancelled()) {
            call.cancel();
          }
        });
    deadline.whenComplete(
        (nothing, timeout) -> {
          if (timeout != null) {
            calls.httpExecutor.execute(() -> expire(future));
          }
        });
    enqueue(future);
    return future;
  }

  private void enqueue(CompletableFuture<R> future) {
    call.enqueue(
        new Callback<T>() {
          @Override
          public void onResponse(Call<T> answered, Response<T> response) {
            R result;
            try {
              result = succeeded(result(response));
            } catch (RuntimeException e) {
              failed(future, e);
              return;
            }
            settle(future, () -> result);
          }

          @Override
          public void onFailure(Call<T> broken, Throwable failure) {
            failed(future, failure);
          }
        });
  }

  private void failed(CompletableFuture<R> future, Throwable failure) {
    SignalWireRestError error = ended(failure);
    Duration wait = future.isDone() ? null : waitAfter(error, failure);
    if (wait == null) {
      settle(future, () -> fail(error));
    } else {
      calls.timing.runAfter(wait, () -> repeat(future, error), calls.httpExecutor);
    }
  }

  private void repeat(CompletableFuture<R> future, SignalWireRestError error) {
    if (future.isDone()) {
      return;
    }
    if (!preparedNext(error)) {
      settle(future, () -> fail(error));
      return;
    }
    enqueue(future);
    if (future.isDone()) {
      call.cancel();
    }
  }

  /**
   * Also ends a call that still waits for one of the dispatcher's places, which OkHttp would not.
   */
  private void expire(CompletableFuture<R> future) {
    late = true;
    call.cancel();
    SignalWireRestError error = noAnswer(new IOException("Canceled"));
    settle(future, () -> fail(error));
  }

  private void settle(CompletableFuture<R> future, Supplier<R> outcome) {
    Runnable completion =
        () -> {
          try {
            future.complete(outcome.get());
          } catch (RuntimeException e) {
            future.completeExceptionally(e);
          }
        };
    try {
      calls.callbackExecutor.execute(completion);
    } catch (RejectedExecutionException e) {
      completion.run();
    }
  }

  private R fail(SignalWireRestError error) {
    throw withEarlier(error);
  }

  // An attempt.

  /** Gives the call its headers and its share of the time; fails if the client is closed. */
  private Request prepared(Call<T> next) {
    Request made = next.request();
    Attempt.of(made).extraHeaders = calls.options.headers;
    long left = Math.max(1, calls.options.callTimeout.toNanos() - elapsed());
    next.timeout()
        .timeout(Math.min(left, calls.options.attemptTimeout.toNanos()), TimeUnit.NANOSECONDS);
    return made;
  }

  /** Returns false if the client was closed meanwhile. */
  private boolean preparedNext(SignalWireRestError error) {
    Call<T> next = call.clone();
    try {
      request = prepared(next);
    } catch (IllegalStateException e) {
      return false;
    }
    earlier.add(error);
    call = next;
    attemptStart = calls.timing.nanoTime();
    return true;
  }

  private R succeeded(R result) {
    calls.budget.give(retryCost);
    calls.ended(request, number(), attemptTime(), null);
    return result;
  }

  private R result(Response<T> response) {
    if (response.isSuccessful()) {
      return read(response.body());
    }
    if (response.code() == 404 && ambiguous && request.method().equals("DELETE")) {
      return read(null);
    }
    throw refusal(response);
  }

  private R read(@Nullable T body) {
    try {
      return reading.read(body);
    } catch (UnreadableBody e) {
      throw unreadable(e);
    } catch (IllegalStateException e) {
      throw unreadable(new UnreadableBody(String.valueOf(e.getMessage()), null, null, e));
    }
  }

  // What follows a failure.

  /** Returns how long to wait for the next attempt, or null if the error is the call's outcome. */
  private @Nullable Duration waitAfter(SignalWireRestError error, Throwable failure) {
    RetryPolicy.Setback setback = setbackOf(error, failure);
    if (number() > calls.options.maxRetries
        || late
        || Thread.currentThread().isInterrupted()
        || !calls.policy.isRepeatable(request.method(), setback)) {
      return null;
    }
    Duration wait = calls.policy.waitBefore(number(), setback);
    if (wait == null
        || wait.toNanos() >= calls.options.callTimeout.toNanos() - elapsed()
        || !calls.budget.take(RetryBudget.costOf(setback))) {
      return null;
    }
    retryCost = RetryBudget.costOf(setback);
    ambiguous |= setback.isAmbiguous();
    return wait;
  }

  private RetryPolicy.Setback setbackOf(SignalWireRestError error, Throwable failure) {
    if (error instanceof SignalWireRestDecodingError || isCancelled(error)) {
      return RetryPolicy.Setback.FINAL;
    }
    return error instanceof SignalWireRestTransportError
        ? RetryPolicy.Setback.ofException(failure, Attempt.of(request).connected)
        : RetryPolicy.Setback.ofStatus(error.getStatusCode(), error.getRetryAfter());
  }

  /** OkHttp cancels a call that takes too long as well; that one may be made again. */
  private boolean isCancelled(SignalWireRestError error) {
    return call.isCanceled() && !error.isTimeout();
  }

  private boolean slept(Duration wait) {
    try {
      calls.timing.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Returns which attempt this is, 1 for the first one. */
  private int number() {
    return earlier.size() + 1;
  }

  private long elapsed() {
    return calls.timing.nanoTime() - start;
  }

  private Duration attemptTime() {
    return Duration.ofNanos(calls.timing.nanoTime() - attemptStart);
  }

  // What a failure becomes.

  private SignalWireRestError ended(Throwable failure) {
    SignalWireRestError error = errorOf(failure);
    calls.ended(request, number(), attemptTime(), error);
    return error;
  }

  /** Hangs the errors of the earlier attempts on the one that the call ends in. */
  private SignalWireRestError withEarlier(SignalWireRestError error) {
    earlier.forEach(error::addSuppressed);
    return error;
  }

  private SignalWireRestError errorOf(Throwable failure) {
    if (failure instanceof SignalWireRestError) {
      return (SignalWireRestError) failure;
    }
    return failure instanceof UnreadableBody
        ? unreadable((UnreadableBody) failure)
        : noAnswer(failure);
  }

  private SignalWireRestError refusal(Response<T> response) {
    Secrets secrets = new Secrets(calls.token, request);
    String body = textOf(response.errorBody());
    List<ErrorItem> items = ErrorBody.parse(body, secrets::scrub);
    return new SignalWireRestError(
        new Failure(
            request,
            response.code(),
            response.headers(),
            body,
            items,
            items.isEmpty() ? null : items.get(0).toString(),
            number()),
        null);
  }

  private static @Nullable String textOf(@Nullable ResponseBody body) {
    try {
      return body == null ? null : body.string();
    } catch (IOException e) {
      throw new AssertionError("Retrofit has the body in memory", e);
    }
  }

  private SignalWireRestDecodingError unreadable(UnreadableBody unreadable) {
    return SignalWireRestDecodingError.of(request, unreadable, number());
  }

  private SignalWireRestTransportError noAnswer(Throwable thrown) {
    Throwable cause =
        late ? new SocketTimeoutException("no result within " + calls.options.callTimeout) : thrown;
    String text =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String reason = new Secrets(calls.token, request).scrub(text);
    Attempt attempt = Attempt.of(request);
    Failure failure =
        new Failure(
            request, attempt.statusCode, attempt.headers, null, List.of(), reason, number());
    return new SignalWireRestTransportError(failure, cause, isTimeout(cause));
  }

  /** OkHttp reports its own timeouts and an interrupted thread by the same type. */
  private static boolean isTimeout(Throwable cause) {
    return cause instanceof SocketTimeoutException
        || (cause instanceof InterruptedIOException && "timeout".equals(cause.getMessage()));
  }
}
