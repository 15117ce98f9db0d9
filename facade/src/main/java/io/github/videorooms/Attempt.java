package io.github.videorooms;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.Response;

/** One attempt of a call: what its response, or the exception it ends in, becomes. */
final class Attempt<T, R extends @Nullable Object> {
  final Call<T> call;
  final Request request;

  /** 1 for the first attempt of a call. */
  final int number;

  private final AttemptState state;
  private final Calls calls;
  private final ResponseReader<T, R> reader;
  private final long start;
  private final AtomicBoolean reported = new AtomicBoolean();

  /** What the response became; another such error was thrown by an interceptor of the caller's. */
  private volatile @Nullable SignalWireRestError ownError;

  /**
   * Prepares an attempt.
   *
   * @param before the attempt of the same call that has failed; null for the first one
   * @param nanos how long it may take
   * @throws IllegalStateException if the client is closed
   */
  Attempt(
      Calls calls,
      Call<T> call,
      ResponseReader<T, R> reader,
      @Nullable Attempt<T, R> before,
      long nanos) {
    this.calls = calls;
    this.call = call;
    this.reader = reader;
    this.number = before == null ? 1 : before.number + 1;
    this.request = call.request();
    this.state = AttemptState.of(request);
    this.start = calls.timer.nanoTime();
    if (before != null) {
      state.credential.continueFrom(before.state.credential);
    }
    state.begin(calls.requestOptions, call.timeout(), nanos, number);
  }

  /**
   * Ends the attempt with a response: reports its success to the listeners, or throws what it
   * failed with.
   *
   * @param ambiguous whether an earlier attempt may have been carried out
   */
  R finish(Response<T> response, boolean ambiguous) throws IOException {
    // An interceptor of the caller's may have sent the request before, and still be sending it.
    boolean sent = state.delivery.end();
    // Again, since an interceptor of the caller's may have replaced the response.
    state.received(response.code(), response.headers());
    if (response.code() == 0) {
      throw new ProtocolException("a response cannot have the status 0");
    }
    boolean isGone = ambiguous && request.method().equals("DELETE") && response.code() == 404;
    boolean isRedirect = state.redirect != 0 && response.code() == state.redirect;
    if (!response.isSuccessful() && !isRedirect && !isGone) {
      TokenException noToken = response.code() == 401 ? renew() : null;
      SignalWireRestError error = statusError(response, noToken, ambiguous || sent);
      ownError = error;
      throw error;
    }
    R result;
    try {
      result = reader.read(response, request);
    } catch (IllegalStateException e) {
      throw new UnreadableBodyException(String.valueOf(e.getMessage()), null, null, e);
    }
    report(null);
    return result;
  }

  /**
   * Returns the error that an exception becomes, after reporting it to the listener.
   *
   * @param ambiguous whether an earlier attempt may have been carried out
   */
  SignalWireRestError failed(Throwable failure, boolean ambiguous) {
    state.delivery.end();
    SignalWireRestError own = ownError;
    SignalWireRestError error =
        own != null && own.equals(failure)
            ? own
            : failure instanceof UnreadableBodyException
                ? new SignalWireRestDecodingError(
                    request, (UnreadableBodyException) failure, number, true)
                : transportError(failure, ambiguous);
    report(error);
    return error;
  }

  private SignalWireRestTransportError transportError(Throwable thrown, boolean ambiguous) {
    Throwable failure = Secrets.original(thrown);
    Throwable cause = failure;
    if (Thread.currentThread().isInterrupted()) {
      cause = new InterruptedIOException("interrupted").initCause(failure);
    } else if (call.isCanceled() && failure instanceof UnknownHostException) {
      cause = new IOException("Canceled", failure);
    }
    return new SignalWireRestTransportError(
        request, number, ambiguous || state.delivery.mayHaveTakenEffect(), cause);
  }

  /**
   * Ends the attempt from another thread, whatever it is doing: what was not sent by now will not
   * be.
   *
   * @return the error of the call
   */
  SignalWireRestTransportError end(IOException reason, boolean ambiguous) {
    boolean sent = state.delivery.end();
    return new SignalWireRestTransportError(request, number, ambiguous || sent, reason);
  }

  /** Returns whether the head of a response has arrived. */
  boolean hasResponse() {
    return state.head().statusCode != 0;
  }

  /** Returns how the attempt failed, as far as a retry is concerned. */
  AttemptFailure failure(SignalWireRestError error, Throwable thrown) {
    // OkHttp cancels a call at its timeout as well; that one may be retried.
    boolean isCanceled = call.isCanceled() && !error.isTimeout();
    if (error instanceof SignalWireRestDecodingError || isCanceled) {
      return AttemptFailure.FINAL;
    }
    boolean sent = state.delivery.mayHaveTakenEffect();
    if (state.credential.isRenewed()) {
      return AttemptFailure.ofRenewedToken(sent);
    }
    AttemptFailure byStatus =
        AttemptFailure.ofStatus(error.getStatusCode(), error.getRetryAfter(), sent);
    if (!(error instanceof SignalWireRestTransportError)) {
      return byStatus;
    }
    AttemptFailure failure = AttemptFailure.ofException(Secrets.original(thrown), sent);
    // The body of a rejection has not arrived, or an interceptor has thrown because of it.
    return failure.isUnsent() && hasResponse() ? byStatus : failure;
  }

  /** Reports the end once: OkHttp may go on with a call whose event listener has failed it. */
  private void report(@Nullable SignalWireRestError error) {
    if (reported.compareAndSet(false, true)) {
      calls.report(request, number, calls.timer.nanoTime() - start, error);
    }
  }

  private SignalWireRestError statusError(
      Response<T> response, @Nullable TokenException noToken, boolean ambiguous)
      throws IOException {
    ResponseBody errorBody = response.errorBody();
    String body = errorBody == null ? null : errorBody.string();
    // At its limit, or where the connection broke off, a body may end within a secret.
    String readable = body == null ? null : state.secrets.scrubEnd(body);
    List<ErrorItem> items = ErrorBody.parse(readable, calls.transport.json, state.secrets::scrub);
    String reason = items.isEmpty() ? null : items.get(0).toString();
    boolean mayHaveTakenEffect =
        ambiguous || !AttemptFailure.isRejection(response.code(), state.head().retryAfter());
    SignalWireRestError error =
        new SignalWireRestError(request, body, items, reason, number, mayHaveTakenEffect, null);
    if (noToken != null) {
      error.addSuppressed(state.secrets.scrub(noToken));
    }
    return error;
  }

  /** Asks for another token, once in a call; returns why there is none. */
  private @Nullable TokenException renew() {
    if (!state.credential.mayRenew()) {
      return null;
    }
    try {
      calls.transport.auth.renew(state.credential);
      return null;
    } catch (TokenException e) {
      return e;
    }
  }
}
