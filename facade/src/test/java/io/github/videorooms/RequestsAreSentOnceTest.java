package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.UpdateRoomRequest;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import retrofit2.Call;
import retrofit2.http.POST;

/** How often a request arrives is counted at a socket, not in the client. */
class RequestsAreSentOnceTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  private static final Map<String, Consumer<Video>> OPERATIONS =
      Map.of(
          "create_room",
          video -> video.rooms().create(CreateRoomRequest.builder().name("standup").build()),
          "create_room_stream",
          video -> video.rooms().createStream(ID, "rtmp://live.example.com/key"),
          "create_room_token",
          video ->
              video.roomTokens().create(CreateRoomTokenRequest.builder().roomName("a").build()),
          "create_video_conference",
          video ->
              video
                  .conferences()
                  .create(CreateConferenceRequest.builder().displayName("a").build()),
          "reset_conference_token",
          video -> video.conferenceTokens().reset(ID),
          "get_room",
          video -> video.rooms().get(ID),
          "get_room, async",
          video -> CallStyle.ASYNC.call(() -> null, () -> video.rooms().getAsync(ID)),
          "update_room",
          video -> video.rooms().update(ID, UpdateRoomRequest.builder().build()),
          "delete_room",
          video -> video.rooms().delete(ID));

  private static final Map<String, ScriptedServer.Script> FAILURES =
      Map.of(
          "408",
          (number, socket) ->
              ScriptedServer.send(socket, "HTTP/1.1 408 X\r\nContent-Length: 0\r\n\r\n"),
          "503 with Retry-After: 0",
          (number, socket) ->
              ScriptedServer.send(
                  socket, "HTTP/1.1 503 X\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"),
          "401 with a challenge",
          (number, socket) ->
              ScriptedServer.send(
                  socket,
                  "HTTP/1.1 401 X\r\nWWW-Authenticate: Basic realm=\"x\"\r\n"
                      + "Content-Length: 0\r\n\r\n"),
          "407 without a proxy",
          (number, socket) ->
              ScriptedServer.send(
                  socket,
                  "HTTP/1.1 407 X\r\nProxy-Authenticate: Basic realm=\"x\"\r\n"
                      + "Content-Length: 0\r\n\r\n"),
          "307 to itself",
          (number, socket) ->
              ScriptedServer.send(
                  socket, "HTTP/1.1 307 X\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n"),
          "421",
          (number, socket) ->
              ScriptedServer.send(socket, "HTTP/1.1 421 X\r\nContent-Length: 0\r\n\r\n"),
          "reset before the response",
          (number, socket) -> ScriptedServer.reset(socket),
          "closed before the response",
          (number, socket) -> socket.close(),
          "closed within the headers",
          (number, socket) -> {
            ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Le");
            socket.close();
          },
          "closed within the body",
          (number, socket) -> {
            ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
            socket.close();
          });

  static Stream<Arguments> operationsAndFailures() {
    return OPERATIONS.keySet().stream()
        .sorted()
        .flatMap(
            operation ->
                FAILURES.keySet().stream()
                    .sorted()
                    .map(failure -> Arguments.of(operation, failure)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("operationsAndFailures")
  void anyOperation_failure_isSentOnce(String operation, String failure) {
    try (ScriptedServer server = new ScriptedServer(FAILURES.get(failure));
        SignalWireRestClient client = server.client().build()) {
      Consumer<Video> call = OPERATIONS.get(operation);
      if (operation.equals("delete_room") && failure.equals("closed within the body")) {
        call.accept(client.video()); // Nobody reads that body.
      } else {
        assertThatExceptionOfType(SignalWireRestError.class)
            .isThrownBy(() -> call.accept(client.video()))
            .satisfies(error -> assertThat(error.getAttempts()).isEqualTo(1));
      }
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void create_connectionClosedAsTheSecondRequestArrives_isSentOnce() {
    String created = Examples.of("VideoStream").toString();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number == 1) {
                    ScriptedServer.send(
                        socket,
                        "HTTP/1.1 201 OK\r\nContent-Length: "
                            + created.length()
                            + "\r\n\r\n"
                            + created);
                  } else {
                    socket.close();
                  }
                });
        SignalWireRestClient client = server.client().build()) {
      VideoRooms rooms = client.video().rooms();
      rooms.createStream(ID, "rtmp://live.example.com/key");

      assertThatExceptionOfType(SignalWireRestTransportError.class)
          .isThrownBy(() -> rooms.createStream(ID, "rtmp://live.example.com/key"));
      assertThat(server.requests()).hasSize(2);
    }
  }

  interface EmptyPost {
    @POST("api/video/conference_tokens/x/reset")
    Call<ResponseBody> reset();
  }

  @Test
  void api_emptyPost_isSentOnce() throws Exception {
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 503 X\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = server.client().build()) {
      assertThat(client.api(EmptyPost.class).reset().execute().code()).isEqualTo(503);

      assertThat(server.requests()).hasSize(1);
      assertThat(server.requests().get(0)).contains("Authorization: Basic ");
    }
  }
}
