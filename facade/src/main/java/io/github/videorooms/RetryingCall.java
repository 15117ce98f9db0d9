package io.github.videorooms;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * A call, from its method to a result or a {@link SignalWireRestError}: the attempts that {@link
 * RetryPolicy} allows, one after another, under one deadline.
 *
 * <p>Nothing else retries a request. A synchronous call runs on the thread of its caller, which
 * {@link CallWatch} observes; an asynchronous one on OkHttp's dispatcher.
 */
final class RetryingCall<T, R extends @Nullable Object> implements CallWatch.Watched {
  private static final int CHECKS_WITH_RESPONSE = 5;

  private final Calls calls;
  private final ResponseReader<T, R> reader;
  private final long start;
  private final Thread caller = Thread.currentThread();
  private final List<SignalWireRestError> earlier = new CopyOnWriteArrayList<>();

  private volatile Attempt<T, R> attempt;
  private volatile boolean expired;
  private volatile boolean ended;

  /** The error of the last attempt, while an asynchronous call waits for the next one. */
  private volatile @Nullable SignalWireRestError waiting;

  private int retries;
  private int retryCost;
  private volatile boolean ambiguous;
  private int checksSinceInterrupt;

  RetryingCall(Calls calls, Call<T> call, ResponseReader<T, R> reader) {
    this.calls = calls;
    this.reader = reader;
    this.start = calls.timer.nanoTime();
    this.attempt = prepare(call, null);
  }

  // A synchronous call.

  R execute() {
    if (caller.isInterrupted()) {
      throw new SignalWireRestTransportError(
          attempt.request, 0, false, new InterruptedIOException("interrupted before it was sent"));
    }
    try {
      calls.transport.watch.add(this);
      while (true) {
        if (calls.transport.isClosed()) {
          end(); // close() may have cancelled the attempt before.
        }
        try {
          return finish(attempt.call.execute());
        } catch (Exception e) { // An interceptor in Kotlin may throw any.
          throwIfError(e);
          Exception reason = e instanceof InterruptedException ? interrupted() : e;
          SignalWireRestError error = attempt.failed(expired ? expiry() : reason, ambiguous);
          Duration delay = planRetry(error, reason);
          if (delay == null || !sleep(delay) || !prepareNext(error)) {
            throw withEarlier(error);
          }
        }
      }
    } finally {
      calls.transport.watch.remove(this);
    }
  }

  /** Sets the flag again, which whoever threw the exception has cleared. */
  private static InterruptedIOException interrupted() {
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted");
  }

  /**
   * Ends the wait for a response at once. A response that has begun is given half a second: most
   * have arrived whole by then, and OkHttp would throw away what it has read of one.
   */
  @Override
  public void endIfOver() {
    if (isLate()) {
      expired = true;
      end();
    }
    if (!caller.isInterrupted()) {
      return;
    }
    checksSinceInterrupt++;
    if (checksSinceInterrupt > CHECKS_WITH_RESPONSE || !attempt.hasResponse()) {
      end();
    }
  }

  @Override
  public void end() {
    calls.transport.cancel(attempt.call::cancel);
  }

  /** Returns false if the thread was interrupted. */
  private boolean sleep(Duration delay) {
    try {
      pause(delay).get();
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new AssertionError("a delay does not fail", e);
    }
  }

  // An asynchronous call.

  void executeAsync(CompletableFuture<R> future) {
    CallWatch.Watched watched = new Pending(future);
    calls.transport.watch.add(watched);
    future.whenComplete(
        (result, error) -> {
          calls.transport.watch.remove(watched);
          if (error != null && !(error instanceof SignalWireRestError)) {
            end();
          }
        });
    if (calls.transport.isClosed()) {
      watched.end(); // close() may have ended the others before.
    }
    enqueue(future);
  }

  private void enqueue(CompletableFuture<R> future) {
    orFail(
        future,
        () -> {
          try {
            send(future);
          } catch (RuntimeException e) { // Of an event listener; the call may be queued already.
            ended = true;
            end();
            failed(future, e);
          }
        });
  }

  private void send(CompletableFuture<R> future) {
    attempt.call.enqueue(
        new Callback<T>() {
          @Override
          public void onResponse(Call<T> call, Response<T> response) {
            orFail(future, () -> responded(future, response));
          }

          @Override
          public void onFailure(Call<T> call, Throwable failure) {
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
   * Runs a step of the call. What a listener, an interceptor or a missing class throws in it, an
   * {@code Error} included, completes the future, as it would end the synchronous method.
   */
  private void orFail(CompletableFuture<R> future, Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      future.completeExceptionally(e);
    }
  }

  private void responded(CompletableFuture<R> future, Response<T> response) {
    R result;
    try {
      result = finish(response);
    } catch (IOException | RuntimeException e) {
      failed(future, e);
      return;
    }
    calls.callbackExecutor.execute(() -> future.complete(result));
  }

  private void failed(CompletableFuture<R> future, Throwable failure) {
    throwIfError(failure);
    SignalWireRestError error = attempt.failed(expired ? expiry() : failure, ambiguous);
    Duration delay = future.isDone() ? null : planRetry(error, failure);
    if (delay == null) {
      fail(future, error);
    } else {
      waiting = error;
      pause(delay)
          .thenRunAsync(() -> orFail(future, () -> retry(future, error)), calls.transport.executor);
    }
  }

  private void retry(CompletableFuture<R> future, SignalWireRestError error) {
    if (future.isDone()) {
      return;
    }
    if (!prepareNext(error)) {
      fail(future, error);
      return;
    }
    waiting = null;
    if (ended) {
      return; // Its future is about to be completed; see Pending.
    }
    enqueue(future);
    if (future.isDone()) {
      end();
    }
  }

  /** An asynchronous call, which may still wait for a slot of the dispatcher. */
  private final class Pending implements CallWatch.Watched {
    private final CompletableFuture<R> future;

    Pending(CompletableFuture<R> future) {
      this.future = future;
    }

    @Override
    public void endIfOver() {
      if (!ended && isLate()) {
        expired = true;
        end(expiry());
      }
    }

    @Override
    public void end() {
      end(new IOException("Canceled"));
    }

    /**
     * Says what was sent only after nothing more can be: either the next attempt sees that the call
     * has ended, or it is the one that is ended here. What is attached to the future may block, and
     * so it is completed on a thread of its own.
     */
    private void end(IOException reason) {
      ended = true;
      SignalWireRestError last = waiting;
      SignalWireRestError error = attempt.end(reason, ambiguous);
      if (last != null && expired) {
        earlier.add(last);
      } else if (last != null) {
        error = last; // As of a synchronous call.
      }
      SignalWireRestError outcome = error;
      calls.transport.executor.execute(() -> orFail(future, () -> fail(future, outcome)));
      RetryingCall.this.end();
    }
  }

  private SocketTimeoutException expiry() {
    return new SocketTimeoutException("no result within " + calls.options.callTimeout);
  }

  private void fail(CompletableFuture<R> future, SignalWireRestError error) {
    calls.callbackExecutor.execute(() -> future.completeExceptionally(withEarlier(error)));
  }

  // What both have in common.

  private R finish(Response<T> response) throws IOException {
    R result = attempt.finish(response, ambiguous);
    calls.transport.budget.give(retryCost);
    return result;
  }

  private Attempt<T, R> prepare(Call<T> call, @Nullable Attempt<T, R> before) {
    long left = Math.max(1, calls.options.callTimeout.toNanos() - elapsed());
    long nanos = Math.min(left, calls.options.attemptTimeout.toNanos());
    return new Attempt<>(calls, call, reader, before, nanos);
  }

  /** Returns false if the client was closed meanwhile. */
  private boolean prepareNext(SignalWireRestError error) {
    earlier.add(error);
    try {
      attempt = prepare(attempt.call.clone(), attempt);
      return true;
    } catch (IllegalStateException e) {
      earlier.remove(error);
      return false;
    }
  }

  /**
   * Decides whether the call is retried, and counts the retry.
   *
   * @return the delay before it, or null if the error is the call's outcome
   */
  private @Nullable Duration planRetry(SignalWireRestError error, Throwable thrown) {
    AttemptFailure failure = attempt.failure(error, thrown);
    if ((retries >= calls.options.maxRetries && !failure.isTokenRenewed())
        || expired
        || Thread.currentThread().isInterrupted()
        || !calls.policy.isRetryable(attempt.request.method(), failure)) {
      return null;
    }
    Duration delay = calls.policy.delayBefore(retries + 1, failure);
    if (delay == null
        || delay.toNanos() >= calls.options.callTimeout.toNanos() - elapsed()
        || !calls.transport.budget.take(RetryBudget.costOf(failure))) {
      return null;
    }
    if (!failure.isTokenRenewed()) {
      retries++;
      retryCost = RetryBudget.costOf(failure);
    }
    ambiguous |= failure.isAmbiguous();
    return delay;
  }

  private CompletableFuture<@Nullable Void> pause(Duration delay) {
    return delay.isZero()
        ? CompletableFuture.completedFuture(null)
        : calls.transport.untilClosed(calls.timer.after(delay));
  }

  private boolean isLate() {
    return elapsed() > calls.options.callTimeout.toNanos();
  }

  private long elapsed() {
    return calls.timer.nanoTime() - start;
  }

  /** Attaches the errors of the earlier attempts to the one that the call ends in. */
  private synchronized SignalWireRestError withEarlier(SignalWireRestError error) {
    for (SignalWireRestError each : earlier) {
      // Two threads may end a call, when the client is closed during a delay.
      if (!each.equals(error) && !List.of(error.getSuppressed()).contains(each)) {
        error.addSuppressed(each);
      }
    }
    return error;
  }

  /** Throws the {@code Error} that {@link Json} met; Retrofit would let it end the thread. */
  private static void throwIfError(Throwable failure) {
    if (failure instanceof Json.ErrorCarrier) {
      throw ((Json.ErrorCarrier) failure).error();
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
}
