package io.github.videorooms;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        return result(call.execute());
      } catch (IOException | RuntimeException e) {
        throwIfError(e);
        SignalWireRestError error = ended(e);
        Duration wait = waitAfter(error, e);
        if (wait == null || !waited(wait) || !preparedNext(error)) {
          throw withEarlier(error);
        }
      }
    }
  }

  CompletableFuture<R> executeAsync() {
    CompletableFuture<R> future = new CompletableFuture<>();
    // To cancel it would make three exceptions, with their stacks, for each call.
    CompletableFuture<Boolean> isOver =
        new CompletableFuture<Boolean>()
            .completeOnTimeout(false, calls.options.callTimeout.toNanos(), TimeUnit.NANOSECONDS);
    isOver.thenAccept(
        over -> {
          if (!over) {
            calls.transport.executor.execute(() -> orFail(future, () -> expire(future)));
          }
        });
    future.whenComplete(
        (result, error) -> {
          isOver.complete(true);
          if (error != null && !(error instanceof SignalWireRestError)) {
            call.cancel();
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
            orFail(future, () -> completed(future, response));
          }

          @Override
          public void onFailure(Call<T> broken, Throwable failure) {
            orFail(
                future,
                () -> {
                  throwIfHidden(failure);
                  failed(future, failure);
                });
          }
        });
  }

  /**
   * Runs a step of the call. Whatever a listener, an interceptor or a missing class throws there,
   * an {@code Error} included, ends the future, as it would end the method that waits.
   */
  private void orFail(CompletableFuture<R> future, Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      future.completeExceptionally(e);
    }
  }

  private void completed(CompletableFuture<R> future, Response<T> response) {
    R result;
    try {
      result = result(response);
    } catch (IOException | RuntimeException e) {
      failed(future, e);
      return;
    }
    calls.callbackExecutor.execute(() -> future.complete(result));
  }

  private void failed(CompletableFuture<R> future, Throwable failure) {
    throwIfError(failure);
    SignalWireRestError error = ended(failure);
    Duration wait = future.isDone() ? null : waitAfter(error, failure);
    if (wait == null) {
      fail(future, error);
    } else {
      pause(wait)
          .thenRunAsync(
              () -> orFail(future, () -> repeat(future, error)), calls.transport.executor);
    }
  }

  private void repeat(CompletableFuture<R> future, SignalWireRestError error) {
    if (future.isDone() || !preparedNext(error)) {
      fail(future, error);
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
    fail(future, noAnswer(new IOException("Canceled")));
  }

  private void fail(CompletableFuture<R> future, SignalWireRestError error) {
    calls.callbackExecutor.execute(() -> future.completeExceptionally(withEarlier(error)));
  }

  // An attempt.

  /** Gives the call its options and its share of the time; fails if the client is closed. */
  private Request prepared(Call<T> next) {
    Request made = next.request();
    Attempt.of(made).options = calls.options;
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

  private R result(Response<T> response) throws IOException {
    R result = read(response);
    calls.transport.budget.give(retryCost);
    calls.ended(request, number(), attemptStart, null);
    return result;
  }

  private R read(Response<T> response) throws IOException {
    boolean isGone = response.code() == 404 && ambiguous && request.method().equals("DELETE");
    boolean isRedirect = response.code() == Attempt.of(request).redirect;
    if (!response.isSuccessful() && !isRedirect && !isGone) {
      throw refusal(response);
    }
    try {
      return reading.read(response);
    } catch (IllegalStateException e) {
      throw new UnreadableBody(String.valueOf(e.getMessage()), null, null, e);
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
        || !calls.transport.budget.take(RetryBudget.costOf(setback))) {
      return null;
    }
    retryCost = RetryBudget.costOf(setback);
    ambiguous |= setback.isAmbiguous();
    return wait;
  }

  private RetryPolicy.Setback setbackOf(SignalWireRestError error, Throwable failure) {
    // OkHttp cancels a call that takes too long as well; that one may be made again.
    boolean cancelled = call.isCanceled() && !error.isTimeout();
    if (error instanceof SignalWireRestDecodingError || cancelled) {
      return RetryPolicy.Setback.FINAL;
    }
    return error instanceof SignalWireRestTransportError
        ? RetryPolicy.Setback.ofException(failure, Attempt.of(request).connected)
        : RetryPolicy.Setback.ofStatus(error.getStatusCode(), error.getRetryAfter());
  }

  private CompletableFuture<@Nullable Void> pause(Duration time) {
    return calls.transport.untilClosed(calls.timing.pause(time));
  }

  private boolean waited(Duration time) {
    try {
      pause(time).get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new AssertionError("a pause does not fail", e);
    }
  }

  /** Returns which attempt this is, 1 for the first one. */
  private int number() {
    return earlier.size() + 1;
  }

  private long elapsed() {
    return calls.timing.nanoTime() - start;
  }

  // What a failure becomes.

  /** Throws the {@code Error} that {@link Json} met; Retrofit would let it end the thread. */
  private static void throwIfError(Throwable failure) {
    if (failure instanceof Json.Broken) {
      throw ((Json.Broken) failure).error();
    }
  }

  /** Throws the {@code Error} of an interceptor, which OkHttp hides behind a failure of its own. */
  private static void throwIfHidden(Throwable failure) {
    String message = requireNonNullElse(failure.getMessage(), "");
    if (message.startsWith("canceled due to")) {
      Stream.concat(Stream.ofNullable(failure.getCause()), Stream.of(failure.getSuppressed()))
          .filter(Error.class::isInstance)
          .findFirst()
          .ifPresent(
              error -> {
                throw (Error) error;
              });
    }
  }

  private SignalWireRestError ended(Throwable failure) {
    SignalWireRestError error =
        failure instanceof SignalWireRestError
            ? (SignalWireRestError) failure
            : failure instanceof UnreadableBody
                ? new SignalWireRestDecodingError(request, (UnreadableBody) failure, number())
                : noAnswer(failure);
    calls.ended(request, number(), attemptStart, error);
    return error;
  }

  /** Hangs the errors of the earlier attempts on the one that the call ends in. */
  private SignalWireRestError withEarlier(SignalWireRestError error) {
    earlier.forEach(error::addSuppressed);
    return error;
  }

  private SignalWireRestError refusal(Response<T> response) throws IOException {
    Attempt attempt = Attempt.of(request);
    attempt.answered(response.code(), response.headers());
    ResponseBody errorBody = response.errorBody();
    String body = errorBody == null ? null : errorBody.string();
    List<ErrorItem> items = ErrorBody.parse(body, attempt.secrets::scrub);
    String reason = items.isEmpty() ? null : items.get(0).toString();
    return new SignalWireRestError(request, body, items, reason, number(), null);
  }

  private static String reasonOf(Throwable cause, Request request) {
    if (cause instanceof UnknownHostException) {
      return "unknown host " + request.url().host();
    }
    String reason = requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
    return isOfTrust(cause)
        ? reason + "; caFile(...) or SIGNALWIRE_REST_CA_FILE adds a certificate authority to trust"
        : reason;
  }

  private static boolean isOfTrust(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(CertPathBuilderException.class::isInstance);
  }

  private SignalWireRestError noAnswer(Throwable thrown) {
    Throwable cause =
        late ? new SocketTimeoutException("no result within " + calls.options.callTimeout) : thrown;
    String reason = reasonOf(cause, request);
    return new SignalWireRestTransportError(request, reason, number(), cause);
  }
}
