package com.example.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.SignalWireRestTransportError;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.testing.junit5.OpenTelemetryExtension;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(FakeSpaceExtension.class)
class TracedCallsTest {
  private static final AttributeKey<Long> STATUS =
      AttributeKey.longKey("http.response.status_code");
  private static final AttributeKey<Long> RESENDS =
      AttributeKey.longKey("http.request.resend_count");

  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  @RegisterExtension
  static final OpenTelemetryExtension TELEMETRY = OpenTelemetryExtension.create();

  private final Tracer tracer = TELEMETRY.getOpenTelemetry().getTracer("test");

  /** Both variants of one call. */
  enum Variant {
    SYNCHRONOUS((traced, id) -> traced.call("look up", video -> video.rooms().get(id))),
    ASYNCHRONOUS(
        (traced, id) -> traced.callAsync("look up", video -> video.rooms().getAsync(id)).join());

    private final BiFunction<TracedCalls, String, Room> get;

    Variant(BiFunction<TracedCalls, String, Room> get) {
      this.get = get;
    }
  }

  @ParameterizedTest
  @EnumSource
  void call_retriedTwice_hasASpanPerAttemptInTheCallersTrace(Variant variant) {
    try (FakeSpace space = FakeSpace.start()) {
      Room room = space.addRoom(CreateRoomRequest.builder().name("standup").build());
      space.failNext(Failure.status(503));
      space.failNext(Failure.connectionReset());
      Span ours = tracer.spanBuilder("request of somebody").startSpan();
      try (Scope scope = ours.makeCurrent()) {
        variant.get.apply(new TracedCalls(space.getClient(), tracer), room.getId());
      } finally {
        ours.end();
      }

      SpanData call = named("look up").get(0);
      List<SpanData> attempts = named("GET /api/video/rooms/{id}");
      assertThat(call.getParentSpanId()).isEqualTo(ours.getSpanContext().getSpanId());
      assertThat(call.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
      assertThat(attempts)
          .hasSize(3)
          .allMatch(attempt -> attempt.getKind() == SpanKind.CLIENT)
          .allMatch(attempt -> attempt.getParentSpanId().equals(call.getSpanId()))
          .allMatch(attempt -> attempt.getTraceId().equals(ours.getSpanContext().getTraceId()));
      assertThat(attempts)
          .extracting(attempt -> attempt.getAttributes().get(STATUS))
          .containsExactly(503L, null, 200L);
      assertThat(attempts)
          .extracting(attempt -> attempt.getAttributes().get(RESENDS))
          .containsExactly(null, 1L, 2L);
      assertThat(attempts)
          .extracting(attempt -> attempt.getAttributes().get(ERROR))
          .containsExactly("503", SignalWireRestTransportError.class.getName(), null);
      assertThat(attempts)
          .extracting(attempt -> attempt.getStatus().getStatusCode())
          .containsExactly(StatusCode.ERROR, StatusCode.ERROR, StatusCode.UNSET);
    }
  }

  @ParameterizedTest
  @EnumSource
  void call_fails_endsItsSpanAsAnError(Variant variant) {
    try (FakeSpace space = FakeSpace.start()) {
      TracedCalls traced = new TracedCalls(space.getClient(), tracer);

      assertThatThrownBy(() -> variant.get.apply(traced, "no-such-room"))
          .hasStackTraceContaining("returned 404");

      assertThat(Stream.of("look up", "GET /api/video/rooms/{id}").map(name -> named(name).get(0)))
          .allMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR)
          .allMatch(span -> span.getEvents().size() == 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void call_invalidArgument_endsItsSpan(Variant variant) {
    try (FakeSpace space = FakeSpace.start()) {
      TracedCalls traced = new TracedCalls(space.getClient(), tracer);

      assertThatIllegalArgumentException().isThrownBy(() -> variant.get.apply(traced, " "));

      assertThat(named("look up")).hasSize(1);
    }
  }

  /** As where a class of the caller's cannot be initialised. */
  @Test
  void call_endsWithAnError_endsItsSpan(FakeSpace space) {
    TracedCalls traced = new TracedCalls(space.getClient(), tracer);

    assertThatThrownBy(() -> traced.call("synchronous", video -> fail()))
        .isInstanceOf(NoClassDefFoundError.class);
    assertThatThrownBy(() -> traced.callAsync("asynchronous", video -> fail()))
        .isInstanceOf(NoClassDefFoundError.class);

    assertThat(Stream.of("synchronous", "asynchronous").map(name -> named(name).get(0)))
        .allMatch(span -> span.getStatus().getStatusCode() == StatusCode.ERROR);
  }

  private static <T> T fail() {
    throw new NoClassDefFoundError("com/example/Mapper");
  }

  @Test
  void callAsync_cancelled_cancelsTheCallAndEndsItsSpan(FakeSpace space) {
    space.failNext(Failure.delay(Duration.ofSeconds(30)).optional());
    CompletableFuture<Room> call =
        new TracedCalls(space.getClient(), tracer)
            .callAsync("look up", video -> video.rooms().getAsync("id"));

    call.cancel(true);

    assertThat(named("look up")).hasSize(1);
  }

  @Test
  void call_listOfSeveralPages_hasASpanPerPage(FakeSpace space) throws SignalWireRestError {
    for (int room = 0; room < 3; room++) {
      space.addRoom(CreateRoomRequest.builder().name("room-" + room).build());
    }

    List<Room> rooms =
        new TracedCalls(space.getClient(), tracer)
            .call(
                "all rooms",
                video ->
                    video.rooms().list(q -> q.pageSize(2)).stream().collect(Collectors.toList()));

    assertThat(rooms).hasSize(3);
    assertThat(named("GET /api/video/rooms"))
        .hasSize(2)
        .allMatch(page -> page.getParentSpanId().equals(named("all rooms").get(0).getSpanId()));
  }

  /** Waits for the first of them: a span may end just after the future of its call. */
  private static List<SpanData> named(String name) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    List<SpanData> found = ended(name);
    while (found.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      found = ended(name);
    }
    return found;
  }

  private static List<SpanData> ended(String name) {
    return TELEMETRY.getSpans().stream()
        .filter(span -> span.getName().equals(name))
        .collect(Collectors.toList());
  }
}
