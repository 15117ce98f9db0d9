package com.example.stack;

import io.github.videorooms.CallAttempt;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.Video;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Traces calls with OpenTelemetry: a span for each call, with a child span for each attempt.
 *
 * <p>The listener of a call holds its context, so the context need not be propagated between
 * threads: the attempts of an asynchronous call run on several.
 */
final class TracedCalls {
  private final SignalWireRestClient client;
  private final Tracer tracer;

  TracedCalls(SignalWireRestClient client, Tracer tracer) {
    this.client = client;
    this.tracer = tracer;
  }

  <T> T call(String name, Function<Video, T> call) {
    Span span = tracer.spanBuilder(name).startSpan();
    try {
      T result = call.apply(videoBelow(span));
      end(span, null);
      return result;
    } catch (RuntimeException | Error e) {
      end(span, e);
      throw e;
    }
  }

  <T> CompletableFuture<T> callAsync(String name, Function<Video, CompletableFuture<T>> call) {
    Span span = tracer.spanBuilder(name).startSpan();
    try {
      CompletableFuture<T> future = call.apply(videoBelow(span));
      future.whenComplete((result, error) -> end(span, error));
      return future; // not the stage, so that cancelling it cancels the call
    } catch (RuntimeException | Error e) {
      end(span, e);
      throw e;
    }
  }

  private Video videoBelow(Span span) {
    Context context = Context.current().with(span);
    return client.withOptions(o -> o.listener(attempt -> record(attempt, context))).video();
  }

  private void record(CallAttempt attempt, Context context) {
    Instant end = Instant.now();
    SpanBuilder builder =
        tracer
            .spanBuilder(attempt.getMethod() + " " + attempt.getPathTemplate())
            .setParent(context)
            .setSpanKind(SpanKind.CLIENT)
            .setStartTimestamp(end.minus(attempt.getDuration()))
            .setAttribute("http.request.method", attempt.getMethod())
            .setAttribute("url.template", attempt.getPathTemplate());
    if (attempt.getNumber() > 1) {
      builder.setAttribute("http.request.resend_count", attempt.getNumber() - 1);
    }
    if (attempt.getStatusCode() > 0) {
      builder.setAttribute("http.response.status_code", attempt.getStatusCode());
    }
    Span span = builder.startSpan();
    fail(span, attempt.getError());
    span.end(end);
  }

  private static void end(Span span, Throwable error) {
    fail(span, error);
    span.end();
  }

  private static void fail(Span span, Throwable error) {
    if (error != null) {
      span.setStatus(StatusCode.ERROR).recordException(error);
      span.setAttribute("error.type", typeOf(error));
    }
  }

  /** The status, if there is one, as OpenTelemetry's conventions for HTTP have it. */
  private static String typeOf(Throwable error) {
    int status =
        error instanceof SignalWireRestError ? ((SignalWireRestError) error).getStatusCode() : 0;
    return status >= 400 ? Integer.toString(status) : error.getClass().getName();
  }
}
