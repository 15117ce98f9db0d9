package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.UpdateRoomRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a request arrives is counted at a socket, not in the client. */
class RetryTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String OK = response(200, Examples.room(ID, "standup").toString());
  private static final String GONE = response(404, "{\"error\":\"Not Found\"}");
  private static final String NO_CONTENT = "HTTP/1.1 204 No Content\r\n\r\n";

  private final FakeTimer timing = new FakeTimer();

  private interface Operation {
    Object call(Video video, CallStyle style);
  }

  private static final Map<String, Operation> OPERATIONS =
      Map.of(
          "POST create_room",
          (video, style) -> {
            CreateRoomRequest request = CreateRoomRequest.builder().name("standup").build();
            return style.call(
                () -> video.rooms().create(request), () -> video.rooms().createAsync(request));
          },
          "POST create_room_stream",
          (video, style) ->
              style.call(
                  () -> video.rooms().createStream(ID, "rtmp://a.example/key"),
                  () -> video.rooms().createStreamAsync(ID, "rtmp://a.example/key")),
          "POST create_room_token",
          (video, style) -> {
            CreateRoomTokenRequest request = CreateRoomTokenRequest.builder().roomName("a").build();
            return style.call(
                () -> video.roomTokens().create(request),
                () -> video.roomTokens().createAsync(request));
          },
          "GET get_room",
          (video, style) ->
              style.call(() -> video.rooms().get(ID), () -> video.rooms().getAsync(ID)),
          "PUT update_room",
          (video, style) -> {
            UpdateRoomRequest request = UpdateRoomRequest.builder().maxMembers(2).build();
            return style.call(
                () -> video.rooms().update(ID, request),
                () -> video.rooms().updateAsync(ID, request));
          },
          "DELETE delete_room",
          (video, style) -> {
            style.run(() -> video.rooms().delete(ID), () -> video.rooms().deleteAsync(ID));
            return "done";
          });

  /** A failure, and how many requests of a POST and of the others it may lead to. */
  private enum Fault {
    STATUS_401(1, 1, send("HTTP/1.1 401 X\r\nContent-Length: 0\r\n\r\n")),
    STATUS_408(1, 3, send("HTTP/1.1 408 X\r\nContent-Length: 0\r\n\r\n")),
    STATUS_422(1, 1, send("HTTP/1.1 422 X\r\nContent-Length: 0\r\n\r\n")),
    STATUS_429(3, 3, send("HTTP/1.1 429 X\r\nContent-Length: 0\r\n\r\n")),
    STATUS_500(1, 3, send("HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n")),
    STATUS_503(1, 3, send("HTTP/1.1 503 X\r\nContent-Length: 0\r\n\r\n")),
    STATUS_503_RETRY_AFTER_0(
        3, 3, send("HTTP/1.1 503 X\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n")),
    STATUS_503_RETRY_AFTER_AN_HOUR(
        1, 1, send("HTTP/1.1 503 X\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n")),
    RESET_BEFORE_THE_HEAD(1, 3, (number, socket) -> ScriptedServer.reset(socket)),
    CLOSED_WITHIN_THE_HEAD(
        1,
        3,
        (number, socket) -> {
          ScriptedServer.send(socket, "HTTP/1.1 200 O");
          socket.close();
        }),
    RESET_AFTER_THE_HEAD(
        1,
        3,
        (number, socket) -> {
          ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n");
          Thread.sleep(20);
          ScriptedServer.reset(socket);
        }),
    CLOSED_WITHIN_THE_BODY(
        1,
        3,
        (number, socket) -> {
          ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{");
          socket.close();
        }),
    SILENCE(1, 3, (number, socket) -> {}),
    UNREADABLE(1, 1, send("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n{"));

    private final int posts;
    private final int others;
    private final ScriptedServer.Script script;

    Fault(int posts, int others, ScriptedServer.Script script) {
      this.posts = posts;
      this.others = others;
      this.script = script;
    }

    private static ScriptedServer.Script send(String response) {
      return (number, socket) -> ScriptedServer.send(socket, response);
    }

    /** Short where it has to run out. */
    Duration timeout() {
      return this == SILENCE ? Duration.ofMillis(250) : Duration.ofSeconds(20);
    }

    int requestsOf(String operation) {
      return operation.startsWith("POST") ? posts : others;
    }

    /** Nobody reads the body that follows a DELETE. */
    boolean isSuccessOf(String operation) {
      return operation.startsWith("DELETE")
          && (this == RESET_AFTER_THE_HEAD || this == CLOSED_WITHIN_THE_BODY || this == UNREADABLE);
    }
  }

  static Stream<Arguments> operationsAndFaults() {
    return OPERATIONS.keySet().stream()
        .sorted()
        .flatMap(
            operation ->
                Arrays.stream(Fault.values())
                    .flatMap(
                        fault ->
                            Arrays.stream(CallStyle.values())
                                .map(style -> Arguments.of(operation, fault, style))));
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @MethodSource("operationsAndFaults")
  void anyOperation_fault_isRetriedOnlyWhereThatIsSafe(
      String operation, Fault fault, CallStyle style) {
    try (ScriptedServer server = new ScriptedServer(fault.script);
        SignalWireRestClient client = client(server).attemptTimeout(fault.timeout()).build()) {
      Throwable error = catchThrowable(() -> OPERATIONS.get(operation).call(client.video(), style));

      if (fault.isSuccessOf(operation)) {
        assertThat(error).isNull();
        assertThat(server.requests()).hasSize(1);
      } else {
        assertThat(server.requests()).hasSize(fault.requestsOf(operation));
        assertThat(error)
            .isInstanceOfSatisfying(
                SignalWireRestError.class,
                e -> {
                  assertThat(e.getAttempts()).isEqualTo(fault.requestsOf(operation));
                  assertThat(e.getSuppressed())
                      .hasSize(fault.requestsOf(operation) - 1)
                      .allMatch(earlier -> earlier.getSuppressed().length == 0);
                });
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_connectionRefused_isRetried(CallStyle style) throws IOException {
    String nowhere;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = "127.0.0.1:" + unused.getLocalPort();
    }
    try (SignalWireRestClient client = client(nowhere).build()) {
      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class,
              () -> OPERATIONS.get("POST create_room").call(client.video(), style));

      assertThat(error.getAttempts()).isEqualTo(3);
      assertThat(error).hasMessageEndingWith("(after 3 attempts)");
      assertThat(timing.waits()).containsExactly(Duration.ofMillis(25), Duration.ofMillis(50));
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_fewerFaultsThanRetries_returnsTheRoom(CallStyle style) {
    try (ScriptedServer server = responding(response(500, ""), response(502, ""), OK);
        SignalWireRestClient client = client(server).build()) {
      Room room = (Room) OPERATIONS.get("GET get_room").call(client.video(), style);

      assertThat(room.getName()).isEqualTo("standup");
      assertThat(server.requests()).hasSize(3);
    }
  }

  /** More retries than the budget holds; each success gives back what its retry cost. */
  @ParameterizedTest
  @EnumSource
  void get_faultBeforeEachSuccess_neverUsesUpTheBudget(CallStyle style) {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.send(socket, number % 2 == 1 ? response(503, "") : OK));
        SignalWireRestClient client = client(server).build()) {
      for (int call = 0; call < 50; call++) {
        OPERATIONS.get("GET get_room").call(client.video(), style);
      }

      assertThat(server.requests()).hasSize(100);
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_throttled_waitsAsLongAsRequested(CallStyle style) {
    try (ScriptedServer server =
            responding("HTTP/1.1 429 X\r\nRetry-After: 3\r\nContent-Length: 0\r\n\r\n", OK);
        SignalWireRestClient client = client(server).build()) {
      OPERATIONS.get("POST create_room").call(client.video(), style);

      assertThat(timing.waits()).containsExactly(Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @EnumSource
  void create_askedToWaitTooLong_failsAtOnceAndSaysSo(CallStyle style) {
    try (ScriptedServer server =
            responding("HTTP/1.1 429 X\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = client(server).build()) {
      assertThatThrownBy(() -> OPERATIONS.get("POST create_room").call(client.video(), style))
          .hasMessage("POST /api/video/rooms returned 429 (Retry-After: 3600 s)");
      assertThat(timing.waits()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_waitWouldExceedTheDeadline_failsWithTheError(CallStyle style) {
    try (ScriptedServer server =
            responding("HTTP/1.1 429 X\r\nRetry-After: 15\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = client(server).callTimeout(Duration.ofSeconds(10)).build()) {
      assertThatThrownBy(() -> OPERATIONS.get("GET get_room").call(client.video(), style))
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.isRateLimited()).isTrue());
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void delete_responseLostThenNotFound_succeeds(CallStyle style) {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number == 1) {
                    socket.close();
                  } else {
                    ScriptedServer.send(socket, GONE);
                  }
                });
        SignalWireRestClient client = client(server).build()) {
      OPERATIONS.get("DELETE delete_room").call(client.video(), style);

      assertThat(server.requests()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void delete_throttledThenNotFound_isNotFound(CallStyle style) {
    try (ScriptedServer server = responding(response(429, ""), GONE);
        SignalWireRestClient client = client(server).build()) {
      assertThatThrownBy(() -> OPERATIONS.get("DELETE delete_room").call(client.video(), style))
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.isNotFound()).isTrue());
    }
  }

  @ParameterizedTest
  @EnumSource
  void delete_twoFaults_isRetriedUntilItSucceeds(CallStyle style) {
    try (ScriptedServer server = responding(response(500, ""), response(503, ""), NO_CONTENT);
        SignalWireRestClient client = client(server).build()) {
      OPERATIONS.get("DELETE delete_room").call(client.video(), style);

      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void get_onlyFaults_budgetEndsTheRetries() {
    try (ScriptedServer server = ScriptedServer.responding(response(500, ""));
        SignalWireRestClient client = client(server).build()) {
      for (int call = 0; call < 200; call++) {
        SignalWireRestClient derived =
            call % 2 == 0 ? client : client.withOptions(o -> o.header("x-call", "odd"));
        assertThatThrownBy(() -> derived.video().rooms().get(ID))
            .isInstanceOf(SignalWireRestError.class);
      }

      assertThat(server.requests()).hasSize(200 + 500 / 14);
    }
  }

  @Test
  void get_interruptedWhileWaiting_failsAndPreservesTheInterrupt() throws Exception {
    HeldTimer held = new HeldTimer();
    try (ScriptedServer server = ScriptedServer.responding(response(500, ""));
        SignalWireRestClient client = client(server).timer(held, () -> 0.5).build()) {
      List<Object> seen = new ArrayList<>();
      Thread caller =
          new Thread(
              () -> {
                seen.add(catchThrowable(() -> client.video().rooms().get(ID)));
                seen.add(Thread.currentThread().isInterrupted());
              });
      caller.start();
      assertThat(held.pauses.poll(10, TimeUnit.SECONDS)).isNotNull();
      caller.interrupt();
      caller.join(10_000);

      assertThat(seen).hasSize(2);
      assertThat(seen.get(0))
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.getStatusCode()).isEqualTo(500));
      assertThat(seen.get(1)).isEqualTo(true);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void getAsync_cancelledWhileWaiting_isNotRetried() throws Exception {
    HeldTimer held = new HeldTimer();
    try (ScriptedServer server = ScriptedServer.responding(response(500, ""));
        SignalWireRestClient client =
            server.client().maxRetries(2).timer(held, () -> 0.5).build()) {
      CompletableFuture<?> future = client.video().rooms().getAsync(ID);
      CompletableFuture<Void> pause = held.pauses.poll(10, TimeUnit.SECONDS);

      future.cancel(true);
      pause.complete(null);

      assertThat(future).isCancelled();
      assertThat(server.requests()).hasSize(1);
    }
  }

  /** An application that ends may cancel all that its HTTP client does. */
  @ParameterizedTest
  @EnumSource
  void get_cancelledInTheCallersHttpClient_isNotRetried(CallStyle style) throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    OkHttpClient own = new OkHttpClient();
    try (ScriptedServer server = new ScriptedServer((number, socket) -> arrived.countDown());
        SignalWireRestClient client = client(server).httpClient(own).build()) {
      CompletableFuture<?> outcome =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowable(() -> OPERATIONS.get("GET get_room").call(client.video(), style)));
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

      own.dispatcher().cancelAll();

      assertThat(outcome.get(10, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              SignalWireRestTransportError.class,
              error -> {
                assertThat(error.isTimeout()).isFalse();
                assertThat(error.getAttempts()).isEqualTo(1);
              });
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_closedWhileWaiting_failsAtOnceWithTheError(CallStyle style) throws Exception {
    HeldTimer held = new HeldTimer();
    try (ScriptedServer server = ScriptedServer.responding(response(500, ""))) {
      SignalWireRestClient client = server.client().maxRetries(2).timer(held, () -> 0.5).build();
      CompletableFuture<?> outcome =
          CompletableFuture.supplyAsync(
              () ->
                  catchThrowable(() -> OPERATIONS.get("GET get_room").call(client.video(), style)));
      assertThat(held.pauses.poll(10, TimeUnit.SECONDS)).isNotNull();

      client.close();

      assertThat(outcome.get(10, TimeUnit.SECONDS))
          .isExactlyInstanceOf(SignalWireRestError.class)
          .extracting(error -> ((SignalWireRestError) error).getStatusCode())
          .isEqualTo(500);
      assertThat(server.requests()).hasSize(1);
    }
  }

  /** What throws is the event listener, when OkHttp creates or starts the call. */
  @ParameterizedTest
  @EnumSource
  void get_retryCannotBeMade_endsWithTheErrorBefore(CallStyle style) {
    AtomicInteger made = new AtomicInteger();
    try (ScriptedServer server = ScriptedServer.responding(response(502, ""));
        SignalWireRestClient client =
            server
                .client()
                .maxRetries(2)
                .timer(timing, () -> 0.5)
                .http(
                    http ->
                        http.eventListenerFactory(
                            call -> {
                              if (made.incrementAndGet() > 1) {
                                throw new IllegalStateException("mine");
                              }
                              return EventListener.NONE;
                            }))
                .build()) {
      VideoRooms rooms = client.video().rooms();

      assertThatThrownBy(() -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID)))
          .isInstanceOfSatisfying(
              SignalWireRestError.class,
              error -> assertThat(error).hasMessageContaining(" returned 502"))
          .hasMessageNotContaining("no result within");
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_eventListenerThrowsAtTheStart_endsWithATransportError(CallStyle style) {
    EventListener throwing =
        new EventListener() {
          @Override
          public void callStart(Call call) {
            throw new IllegalStateException("mine");
          }
        };
    try (ScriptedServer server = ScriptedServer.responding(OK);
        SignalWireRestClient client =
            server.client().http(http -> http.eventListener(throwing)).build()) {
      VideoRooms rooms = client.video().rooms();

      assertThatThrownBy(() -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID)))
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageEndingWith("mine");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void getAsync_deadlineWhileWaiting_endsWithATimeoutAndTheEarlierError() throws Exception {
    HeldTimer held = new HeldTimer();
    try (ScriptedServer server = ScriptedServer.responding(response(500, ""));
        SignalWireRestClient client =
            server
                .client()
                .maxRetries(2)
                .callTimeout(Duration.ofMillis(300))
                .timer(held, () -> 0.5)
                .build()) {
      CompletableFuture<?> future = client.video().rooms().getAsync(ID);
      assertThat(held.pauses.poll(10, TimeUnit.SECONDS)).isNotNull();

      held.pass(Duration.ofMillis(301));

      assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
          .cause()
          .isInstanceOfSatisfying(
              SignalWireRestTransportError.class,
              error -> {
                assertThat(error.isTimeout()).isTrue();
                assertThat(error.getSuppressed())
                    .singleElement()
                    .isExactlyInstanceOf(SignalWireRestError.class);
              });
    }
  }

  /** The error of the call says what was sent, even if its future does not have it yet. */
  @Test
  void getAsync_delayEndsAfterTheDeadline_sendsNothingMore() throws Exception {
    HeldTimer held = new HeldTimer();
    BlockingQueue<Runnable> callbacks = new LinkedBlockingQueue<>();
    try (ScriptedServer server = ScriptedServer.responding(response(500, ""));
        SignalWireRestClient client =
            server
                .client()
                .maxRetries(2)
                .callTimeout(Duration.ofMillis(300))
                .callbackExecutor(callbacks::add)
                .timer(held, () -> 0.5)
                .build()) {
      CompletableFuture<?> future = client.video().rooms().getAsync(ID);
      CompletableFuture<Void> pause = held.pauses.poll(10, TimeUnit.SECONDS);
      held.pass(Duration.ofMillis(301));
      Runnable callback = callbacks.poll(10, TimeUnit.SECONDS);

      pause.complete(null);

      assertThat(callbacks.poll(300, TimeUnit.MILLISECONDS)).isNull();
      assertThat(server.requests()).hasSize(1);
      callback.run();
      assertThat(future).isCompletedExceptionally();
    }
  }

  /** Time in which a wait ends only when the test, or the client, says so. */
  private static final class HeldTimer extends FakeTimer {
    final BlockingQueue<CompletableFuture<Void>> pauses = new LinkedBlockingQueue<>();

    @Override
    public CompletableFuture<Void> after(Duration time) {
      CompletableFuture<Void> pause = new CompletableFuture<>();
      pauses.add(pause);
      return pause;
    }
  }

  private SignalWireRestClient.Builder client(ScriptedServer server) {
    return client(server.host());
  }

  private SignalWireRestClient.Builder client(String host) {
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space(host)
        .timer(timing, () -> 0.5);
  }

  /** Gives each request its response, the last one to those after it. */
  private static ScriptedServer responding(String... responses) {
    return new ScriptedServer(
        (number, socket) ->
            ScriptedServer.send(socket, responses[Math.min(number, responses.length) - 1]));
  }

  private static String response(int status, String body) {
    return "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }
}
