package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportErrorTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final ScriptedServer.Script SILENCE = (number, socket) -> {};

  @ParameterizedTest
  @EnumSource
  void get_connectionRefused_isATransportError(CallStyle style) throws IOException {
    int port;
    try (ServerSocket unused = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = unused.getLocalPort();
    }
    SignalWireRestTransportError error = get(style, client("127.0.0.1:" + port));

    assertThat(error)
        .hasMessageStartingWith("GET /api/video/rooms/" + ID + " got no response: ")
        .hasCauseInstanceOf(ConnectException.class);
    assertThat(error.getStatusCode()).isZero();
    assertThat(error.getHeaders()).isEmpty();
    assertThat(error.getBody()).isNull();
    assertThat(error.getErrors()).isEmpty();
    assertThat(error.isTimeout()).isFalse();
    assertThat(error.isServerError()).isFalse();
  }

  @Test
  void get_tokenOfOneLetter_leavesTheMessageReadable() {
    assertThat(get(CallStyle.SYNC, client("127.0.0.1:1").token("t")))
        .hasMessageContaining("Failed to connect to /127.0.0.1:1");
  }

  @ParameterizedTest
  @EnumSource
  void get_unknownHost_isATransportError(CallStyle style) {
    OkHttpClient nowhere =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  throw new UnknownHostException(host);
                })
            .build();
    SignalWireRestTransportError error =
        get(style, client("acme").httpClient(nowhere).userAgentSuffix("test"));

    assertThat(error).hasMessageEndingWith("got no response: unknown host acme.signalwire.com");
  }

  @ParameterizedTest
  @EnumSource
  void get_serverSilent_isATimeout(CallStyle style) {
    try (ScriptedServer server = new ScriptedServer(SILENCE)) {
      SignalWireRestTransportError error =
          get(style, server.client().attemptTimeout(Duration.ofMillis(200)));

      assertThat(error.isTimeout()).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_bodyTrickles_isATimeout(CallStyle style) {
    try (ScriptedServer server =
        new ScriptedServer(
            (number, socket) -> {
              ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n");
              while (true) {
                ScriptedServer.send(socket, " ");
                Thread.sleep(20);
              }
            })) {
      SignalWireRestTransportError error =
          get(style, server.client().attemptTimeout(Duration.ofMillis(300)));

      assertThat(error.isTimeout()).isTrue();
      assertThat(error.getStatusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_bodyIncomplete_isATransportErrorWithStatusAndHeaders(CallStyle style) {
    try (ScriptedServer server =
        new ScriptedServer(
            (number, socket) -> {
              ScriptedServer.send(
                  socket, "HTTP/1.1 200 OK\r\nx-request-id: req-4\r\nContent-Length: 100\r\n\r\n{");
              socket.close();
            })) {
      SignalWireRestTransportError error = get(style, server.client());

      assertThat(error.getStatusCode()).isEqualTo(200);
      assertThat(error.getRequestId()).isEqualTo("req-4");
      assertThat(error.isTimeout()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_responseIsNotHttp_isATransportError(CallStyle style) {
    try (ScriptedServer server = ScriptedServer.responding("SSH-2.0-OpenSSH_9.2\r\n")) {
      assertThat(get(style, server.client())).hasCauseInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_errorBodyIncomplete_stillReportsTheStatus(CallStyle style) {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(
                      socket, "HTTP/1.1 404 X\r\nContent-Length: 100\r\n\r\nNot Found");
                  socket.close();
                });
        SignalWireRestClient client = server.client().build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, call(style, client));

      assertThat(error.isNotFound()).isTrue();
      assertThat(error.getBody()).isEqualTo("Not Found");
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_bodyLargerThanTheLimit_isADecodingError(CallStyle style) {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\n\r\n\"");
                  String megabyte = " ".repeat(1 << 20);
                  for (int written = 0; written < 32; written++) {
                    ScriptedServer.send(socket, megabyte);
                  }
                  socket.close();
                });
        SignalWireRestClient client = server.client().build()) {
      assertThat(catchThrowableOfType(SignalWireRestDecodingError.class, call(style, client)))
          .hasMessageContaining("larger than 16777216 bytes");
    }
  }

  @ParameterizedTest
  @EnumSource
  void get_callersInterceptorThrows_isATransportError(CallStyle style) {
    OkHttpClient broken =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new IllegalArgumentException("broken interceptor");
                })
            .build();
    SignalWireRestTransportError error;
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {});
    try {
      error = get(style, client("localhost:1").httpClient(broken));
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }

    assertThat(error).hasMessageContaining("broken interceptor");
  }

  @ParameterizedTest
  @EnumSource
  void get_callersInterceptorThrowsCyclicCauses_isATransportError(CallStyle style) {
    IOException first = new IOException("first");
    first.initCause(new IOException("second", first));
    OkHttpClient broken =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw first;
                })
            .build();

    assertThat(get(style, client("localhost:1").maxRetries(1).httpClient(broken)))
        .hasMessageContaining("first");
  }

  @Test
  void getAsync_failure_isTheUnwrappedError() {
    try (SignalWireRestClient client = client("localhost:1").build()) {
      AtomicReference<Throwable> seen = new AtomicReference<>();
      CompletableFuture<?> future = client.video().rooms().getAsync(ID);
      CompletableFuture<?> after = future.whenComplete((room, error) -> seen.set(error));

      assertThatThrownBy(after::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(SignalWireRestTransportError.class);
      assertThat(seen.get()).isInstanceOf(SignalWireRestTransportError.class);
    }
  }

  /** Of two calls in one future, whichever fails. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void modifyAsync_failureOfEitherCall_isTheUnwrappedError(int failing) throws Exception {
    String room = Examples.room(ID, "standup").toString();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.send(
                        socket,
                        number == failing
                            ? "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\nContent-Length: "
                                + room.length()
                                + "\r\n\r\n"
                                + room));
        SignalWireRestClient client = server.client().build()) {
      CompletableFuture<Throwable> seen =
          client
              .video()
              .rooms()
              .modifyAsync(ID, change -> change.maxMembers(2))
              .handle((done, error) -> error);

      assertThat(seen.get(10, TimeUnit.SECONDS)).isExactlyInstanceOf(SignalWireRestError.class);
      assertThat(server.requests()).hasSize(failing);
    }
  }

  static Stream<Consumer<CompletableFuture<?>>> waysToGiveUp() {
    return Stream.of(
        future -> future.cancel(true),
        future -> future.orTimeout(1, TimeUnit.MILLISECONDS),
        future -> future.completeExceptionally(new IllegalStateException("shutting down")));
  }

  @ParameterizedTest
  @MethodSource("waysToGiveUp")
  void getAsync_futureCompletedEarly_abortsTheCall(Consumer<CompletableFuture<?>> giveUp)
      throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  arrived.countDown();
                  if (socket.getInputStream().read() == -1) {
                    gone.countDown();
                  }
                });
        SignalWireRestClient client = server.client().build()) {
      CompletableFuture<?> future = client.video().rooms().getAsync(ID);
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

      giveUp.accept(future);

      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(future).isCompletedExceptionally();
    }
  }

  @Test
  void modifyAsync_cancelled_abortsTheCallInProgress() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch gone = new CountDownLatch(1);
    String room = Examples.room(ID, "standup").toString();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number == 1) {
                    ScriptedServer.send(
                        socket,
                        "HTTP/1.1 200 OK\r\nContent-Length: " + room.length() + "\r\n\r\n" + room);
                  } else {
                    arrived.countDown();
                    if (socket.getInputStream().read() == -1) {
                      gone.countDown();
                    }
                  }
                });
        SignalWireRestClient client = server.client().build()) {
      CompletableFuture<?> future =
          client.video().rooms().modifyAsync(ID, change -> change.maxMembers(2));
      assertThat(arrived.await(10, TimeUnit.SECONDS)).isTrue();

      future.cancel(true);

      assertThat(gone.await(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void modifyAsync_cancelledWhileTheChangeIsMade_sendsNoUpdate() throws Exception {
    AtomicReference<CompletableFuture<?>> future = new AtomicReference<>();
    CountDownLatch made = new CountDownLatch(1);
    CountDownLatch changed = new CountDownLatch(1);
    AtomicInteger calls = new AtomicInteger();
    String room = Examples.room(ID, "standup").toString();
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 200 OK\r\nContent-Length: " + room.length() + "\r\n\r\n" + room);
        SignalWireRestClient client =
            server
                .client()
                .http(
                    http ->
                        http.eventListenerFactory(
                            call -> {
                              calls.incrementAndGet();
                              return EventListener.NONE;
                            }))
                .build()) {
      future.set(
          client
              .video()
              .rooms()
              .modifyAsync(
                  ID,
                  change -> {
                    await(made);
                    future.get().cancel(true);
                    changed.countDown();
                  }));
      made.countDown();
      await(changed);
    }

    assertThat(future.get()).isCancelled();
    assertThat(calls).hasValue(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void getAsync_queued_timesOutFromTheStartOfTheCall() {
    try (ScriptedServer server = new ScriptedServer(SILENCE);
        SignalWireRestClient client =
            server
                .client()
                .attemptTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofMillis(500))
                .build()) {
      List<CompletableFuture<?>> futures = new ArrayList<>();
      for (int call = 0; call < 100; call++) {
        futures.add(client.video().rooms().getAsync(ID));
      }

      for (CompletableFuture<?> future : futures) {
        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
            .cause()
            .isInstanceOfSatisfying(
                SignalWireRestTransportError.class,
                error -> assertThat(error.isTimeout()).isTrue());
      }
    }
  }

  /** All slots are taken by calls that get a response only after the other one has ended. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void getAsync_endedWhileQueued_isNotSent(boolean cancelled) throws Exception {
    CountDownLatch taken = new CountDownLatch(64);
    CountDownLatch ended = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  taken.countDown();
                  ended.await();
                  ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                });
        SignalWireRestClient client = server.client().build()) {
      List<CompletableFuture<?>> futures = new ArrayList<>();
      for (int call = 0; call < 64; call++) {
        futures.add(client.video().rooms().getAsync("first"));
      }
      assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<?> queued =
          client
              .withOptions(o -> o.callTimeout(Duration.ofMillis(cancelled ? 60_000 : 100)))
              .video()
              .rooms()
              .getAsync("queued");
      if (cancelled) {
        queued.cancel(true);
      }
      assertThatThrownBy(() -> queued.get(10, TimeUnit.SECONDS)).isNotNull();
      futures.add(client.video().rooms().getAsync("last"));
      ended.countDown();
      futures.forEach(CompletableFuture::join);

      assertThat(server.requests())
          .hasSize(65)
          .noneMatch(request -> request.contains("/rooms/queued"));
    }
  }

  @Test
  void callbackExecutor_given_completesTheFutures() throws Exception {
    BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
    try (SignalWireRestClient client = client("127.0.0.1:1").callbackExecutor(tasks::add).build()) {
      CompletableFuture<?> future = client.video().rooms().getAsync(ID);
      Runnable task = tasks.poll(10, TimeUnit.SECONDS);

      assertThat(future).isNotDone();
      task.run();
      assertThat(future).isCompletedExceptionally();
    }
  }

  static Stream<RuntimeException> refusals() {
    return Stream.of(
        new RejectedExecutionException(), new IllegalStateException("the toolkit is not up yet"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void callbackExecutor_throws_futureStillCompletes(RuntimeException refusal) {
    try (SignalWireRestClient client =
        client("localhost:1")
            .callbackExecutor(
                task -> {
                  throw refusal;
                })
            .build()) {
      assertThatThrownBy(() -> client.video().rooms().getAsync(ID).get(10, TimeUnit.SECONDS))
          .hasCauseInstanceOf(SignalWireRestTransportError.class);
    }
  }

  private static SignalWireRestTransportError get(
      CallStyle style, SignalWireRestClient.Builder builder) {
    try (SignalWireRestClient client = builder.build()) {
      return catchThrowableOfType(SignalWireRestTransportError.class, call(style, client));
    }
  }

  private static ThrowingCallable call(CallStyle style, SignalWireRestClient client) {
    VideoRooms rooms = client.video().rooms();
    return () -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));
  }

  private static SignalWireRestClient.Builder client(String space) {
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space(space)
        .maxRetries(0);
  }
}
