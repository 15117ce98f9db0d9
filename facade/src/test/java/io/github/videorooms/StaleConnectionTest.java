package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections that the server closes while they are idle, as raw sockets do it. */
@Tag("thorough")
class StaleConnectionTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  /** What makes something, and must neither fail for nothing nor be sent twice. */
  private enum Create {
    ROOM(
        "Room",
        (video, style) -> {
          CreateRoomRequest request = CreateRoomRequest.builder().name("standup").build();
          style.call(() -> video.rooms().create(request), () -> video.rooms().createAsync(request));
        }),
    STREAM(
        "VideoStream",
        (video, style) ->
            style.call(
                () -> video.rooms().createStream(ID, "rtmp://live.example.com/key"),
                () -> video.rooms().createStreamAsync(ID, "rtmp://live.example.com/key"))),
    ROOM_TOKEN(
        "RoomToken",
        (video, style) -> {
          CreateRoomTokenRequest request = CreateRoomTokenRequest.builder().roomName("a").build();
          style.call(
              () -> video.roomTokens().create(request),
              () -> video.roomTokens().createAsync(request));
        }),
    CONFERENCE(
        "Conference",
        (video, style) -> {
          CreateConferenceRequest request =
              CreateConferenceRequest.builder().displayName("a").build();
          style.call(
              () -> video.conferences().create(request),
              () -> video.conferences().createAsync(request));
        }),
    CONFERENCE_TOKEN_RESET(
        "ConferenceToken",
        (video, style) ->
            style.call(
                () -> video.conferenceTokens().reset(ID),
                () -> video.conferenceTokens().resetAsync(ID)));

    final String schema;
    final BiConsumer<Video, CallStyle> call;

    Create(String schema, BiConsumer<Video, CallStyle> call) {
      this.schema = schema;
      this.call = call;
    }
  }

  /** A client, its server, which closes each connection a while after its one response, and how. */
  private static final class Case implements AutoCloseable {
    private final Create create;
    private final CallStyle style;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Integer> attempts = new CopyOnWriteArrayList<>();
    private final ScriptedServer server;
    private final SignalWireRestClient client;

    Case(Create create, CallStyle style, long idleMillis) {
      this.create = create;
      this.style = style;
      String response = ok(Examples.of(create.schema).toString());
      this.server =
          new ScriptedServer(
              (number, socket) -> {
                ScriptedServer.send(socket, response);
                Thread.sleep(idleMillis);
                socket.close();
                closed.countDown();
              });
      this.client = server.client().listener(attempt -> attempts.add(attempt.getNumber())).build();
    }

    void call() {
      create.call.accept(client.video(), style);
    }

    @Override
    public void close() {
      client.close();
      server.close();
    }

    @Override
    public String toString() {
      return create + " " + style;
    }
  }

  @ParameterizedTest(name = "after {0} ms")
  @ValueSource(longs = {50, 1_000})
  void create_connectionClosedWhileIdle_isSentOnceOnAnotherConnectionWithoutARetry(long idleMillis)
      throws Exception {
    callBeforeAndAfterAnIdleTime(idleMillis);
  }

  /** Many servers close after five seconds; OkHttp looks by itself after ten. */
  @Test
  @Tag("waiting")
  void create_connectionClosedAfterSixSeconds_isSentOnceOnAnotherConnectionWithoutARetry()
      throws Exception {
    callBeforeAndAfterAnIdleTime(6_000);
  }

  private static void callBeforeAndAfterAnIdleTime(long idleMillis) throws Exception {
    List<Case> cases = new ArrayList<>();
    try {
      for (Create create : Create.values()) {
        for (CallStyle style : CallStyle.values()) {
          cases.add(new Case(create, style, idleMillis));
        }
      }
      cases.forEach(Case::call);
      for (Case each : cases) {
        assertThat(each.closed.await(30, TimeUnit.SECONDS)).isTrue();
      }
      Thread.sleep(50);

      for (Case each : cases) {
        assertThatCode(each::call).as(each.toString()).doesNotThrowAnyException();
        assertThat(each.server.requests()).as(each.toString()).hasSize(2);
        assertThat(each.attempts).as(each.toString()).containsExactly(1, 1);
      }
    } finally {
      cases.forEach(Case::close);
    }
  }

  @Test
  void create_allOfManyConnectionsClosedWhileIdle_isSentOnce() throws Exception {
    int calls = 5;
    CyclicBarrier together = new CyclicBarrier(calls);
    CountDownLatch closed = new CountDownLatch(calls);
    String room = ok(Examples.room(ID, "standup").toString());
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number <= calls) {
                    await(together);
                  }
                  ScriptedServer.send(socket, room);
                  if (number <= calls) {
                    Thread.sleep(50);
                    socket.close();
                    closed.countDown();
                  }
                });
        SignalWireRestClient client = server.client().build()) {
      VideoRooms rooms = client.video().rooms();
      CompletableFuture.allOf(
              IntStream.range(0, calls)
                  .mapToObj(number -> rooms.getAsync(ID))
                  .toArray(CompletableFuture[]::new))
          .join();
      assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
      Thread.sleep(50);

      rooms.create(CreateRoomRequest.builder().name("standup").build());

      assertThat(server.requests()).hasSize(calls + 1);
    }
  }

  @Test
  void create_goodbyeReceivedWhileIdle_isNotTakenForTheResponse() throws Exception {
    assertCreateIsSentOnceAfter(
        (number, socket) -> {
          ScriptedServer.send(socket, "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");
          socket.close();
        });
  }

  /** A reset, which is what a server or a NAT gateway that lost its memory has left. */
  @Test
  void create_connectionResetWhileIdle_isSentOnceOnAnotherConnection() throws Exception {
    assertCreateIsSentOnceAfter((number, socket) -> ScriptedServer.reset(socket));
  }

  private static void assertCreateIsSentOnceAfter(ScriptedServer.Script end) throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    String room = ok(Examples.room(ID, "standup").toString());
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, room);
                  if (number == 1) {
                    Thread.sleep(50);
                    end.respond(number, socket);
                    ended.countDown();
                  }
                });
        SignalWireRestClient client = server.client().build()) {
      client.video().rooms().get(ID);
      assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
      Thread.sleep(50);

      client.video().rooms().create(CreateRoomRequest.builder().name("standup").build());

      assertThat(server.requests()).hasSize(2);
    }
  }

  /** To look at the connection takes a millisecond; the response may take longer. */
  @Test
  void get_idleConnectionAndSlowResponse_waitsForTheResponse() throws Exception {
    String room = ok(Examples.room(ID, "standup").toString());
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  Thread.sleep(number == 1 ? 0 : 100);
                  ScriptedServer.send(socket, room);
                });
        SignalWireRestClient client = server.client().build()) {
      client.video().rooms().get(ID);
      Thread.sleep(50);

      assertThat(client.video().rooms().get(ID).getName()).isEqualTo("standup");
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void create_connectionIdleAndOpen_isReused() throws Exception {
    String room = ok(Examples.room(ID, "standup").toString());
    try (ScriptedServer server = ScriptedServer.responding(room);
        SignalWireRestClient client = server.client().build()) {
      for (int call = 0; call < 3; call++) {
        client.video().rooms().get(ID);
        Thread.sleep(50);
      }

      assertThat(server.requests()).hasSize(3);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  private static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
