package io.github.videorooms;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
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
 * One call of a user's, from the request to a result or a {@link SignalWireRestError}.
 *
 * <p>This is the only place that decides how often a request is made, and it makes it once: {@link
 * SingleSend} keeps OkHttp from deciding otherwise.
 */
final class Exchange<T, R extends @Nullable Object> {
  private static final int ATTEMPTS = 1;

  private final Calls calls;
  private final Call<T> call;
  private final Reading<T, R> reading;
  private final Request request;
  private volatile boolean late;

  Exchange(Calls calls, Call<T> call, Reading<T, R> reading) {
    this.calls = calls;
    this.call = call;
    this.reading = reading;
    this.request = call.request();
  }

  R execute() {
    Response<T> response;
    try {
      response = call.execute();
    } catch (IOException | RuntimeException e) {
      throw errorOf(e);
    }
    return result(response);
  }

  CompletableFuture<R> executeAsync() {
    CompletableFuture<R> future = new CompletableFuture<>();
    CompletableFuture<@Nullable Void> deadline =
        new CompletableFuture<@Nullable Void>()
            .orTimeout(calls.callTimeout.toNanos(), TimeUnit.NANOSECONDS);
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
    call.enqueue(
        new Callback<T>() {
          @Override
          public void onResponse(Call<T> answered, Response<T> response) {
            settle(future, () -> result(response));
          }

          @Override
          public void onFailure(Call<T> failed, Throwable failure) {
            settle(future, () -> fail(failure));
          }
        });
    return future;
  }

  /**
   * Also ends a call that still waits for one of the dispatcher's places, which OkHttp would not.
   */
  private void expire(CompletableFuture<R> future) {
    late = true;
    call.cancel();
    settle(future, () -> fail(new IOException("Canceled")));
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

  private R fail(Throwable failure) {
    throw errorOf(failure);
  }

  private R result(Response<T> response) {
    if (!response.isSuccessful()) {
      throw refusal(response);
    }
    try {
      return reading.read(response.body());
    } catch (UnreadableBody e) {
      throw unreadable(e);
    } catch (IllegalStateException e) {
      throw unreadable(new UnreadableBody(String.valueOf(e.getMessage()), null, null, e));
    }
  }

  private SignalWireRestError errorOf(Throwable failure) {
    return failure instanceof UnreadableBody
        ? unreadable((UnreadableBody) failure)
        : noAnswer(failure);
  }

  private SignalWireRestError refusal(Response<T> response) {
    Secrets secrets = new Secrets(calls.token, request.body());
    String body = textOf(response.errorBody());
    List<ErrorItem> items = ErrorBody.parse(body, secrets::scrub);
    String reason = items.isEmpty() ? null : items.get(0).toString();
    return new SignalWireRestError(
        new Failure(request, response.code(), response.headers(), body, items, reason, ATTEMPTS),
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
    return SignalWireRestDecodingError.of(request, unreadable, ATTEMPTS);
  }

  private SignalWireRestTransportError noAnswer(Throwable thrown) {
    Throwable cause =
        late ? new SocketTimeoutException("no result within " + calls.callTimeout) : thrown;
    String text =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    String reason = new Secrets(calls.token, request.body()).scrub(text);
    Attempt attempt = Attempt.of(request);
    Failure failure =
        new Failure(
            request, attempt.statusCode(), attempt.headers(), null, List.of(), reason, ATTEMPTS);
    return new SignalWireRestTransportError(failure, cause, isTimeout(cause));
  }

  /** OkHttp reports its own timeouts and an interrupted thread by the same type. */
  private static boolean isTimeout(Throwable cause) {
    return cause instanceof SocketTimeoutException
        || (cause instanceof InterruptedIOException && "timeout".equals(cause.getMessage()));
  }
}
