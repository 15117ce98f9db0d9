package io.github.videorooms;

import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.time.Duration;
import java.util.function.Consumer;

/** What goes wrong in practice, and what to do then: the sections of {@code docs/errors.md}. */
enum TenFailures {
  NAME_IS_TAKEN(
      "The name is taken",
      "The API refuses a value of the request, and says which.",
      "Choose another name, or use the room of that name: `getByName`.",
      json(
          "422 Unprocessable Entity",
          "{\"errors\":[{\"type\":\"validation_error\",\"code\":\"not_unique_within_project\","
              + "\"message\":\"name must be unique within project\",\"attribute\":\"name\"}]}"),
      TenFailures::createRoom),
  TOKEN_IS_WRONG(
      "The token is wrong",
      "The space does not know the project or its token, or the token lacks the scope *Video*.",
      "Check `SIGNALWIRE_PROJECT_ID`, `SIGNALWIRE_API_TOKEN` and the scopes of the token.",
      json("401 Unauthorized", "Unauthorized"),
      TenFailures::getRoom),
  ROOM_IS_GONE(
      "The room is gone",
      "Somebody else deleted it, or the id is that of another project.",
      "Take it off your own list.",
      json("404 Not Found", "Not Found"),
      TenFailures::getRoom),
  TOO_MANY_REQUESTS(
      "Too many requests",
      "The API asks for a longer pause than a call waits for (20 s).",
      "Come back after `getRetryAfter()`.",
      "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 60\r\nX-Request-Id: 0b1f6f6e\r\n"
          + "Content-Length: 0\r\n\r\n",
      TenFailures::createRoom),
  SERVICE_IS_DOWN(
      "The service is down",
      "A load balancer answers in its place, three times.",
      "Try later. The errors of the first two attempts are the suppressed ones.",
      "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: 40\r\n\r\n"
          + "<html><h1>503 Unavailable</h1></html>   ",
      TenFailures::getRoom),
  NOBODY_LISTENS(
      "Nobody listens",
      "No connection can be made: the host is wrong, a firewall is in between, the network is off.",
      "Check `SIGNALWIRE_SPACE` and the way there. Nothing was sent, so a create can be repeated.",
      null,
      TenFailures::createRoom),
  NO_ANSWER_IN_TIME(
      "No answer in time",
      "The request was sent, and nothing came back within `attemptTimeout`.",
      "A create is not repeated, since the room may be there: look with `getByName` first.",
      "",
      TenFailures::createRoom),
  ANSWER_BREAKS_OFF(
      "The answer breaks off",
      "The connection ends in the middle of the body. A GET is made again, a POST is not.",
      "A second room token does no harm: ask for another one. For a room or stream, look first.",
      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX-Request-Id: 0b1f6f6e\r\n\r\n{\"token\":\"ey",
      TenFailures::createRoomToken),
  SIGN_IN_PAGE(
      "A proxy answers",
      "A company's proxy wants somebody to sign in, and says so with 200 and a page.",
      "Give the proxy to your own `OkHttpClient`. `getBody()` has the beginning of the page.",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 40\r\n\r\n"
          + "<html><h1>Please sign in</h1></html>    ",
      TenFailures::getRoom),
  VALUE_OF_ANOTHER_TYPE(
      "The API has changed",
      "A value is of another type than the document says.",
      "Look for a newer version of this library; `getBody()` has what was sent.",
      json("200 OK", "{\"id\":\"3f1c6a52\",\"name\":\"standup\",\"max_members\":\"a few\"}"),
      TenFailures::getRoom);

  static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  final String title;
  final String story;
  final String advice;
  private final String response;
  private final Consumer<Video> call;

  TenFailures(String title, String story, String advice, String response, Consumer<Video> call) {
    this.title = title;
    this.story = story;
    this.advice = advice;
    this.response = response;
    this.call = call;
  }

  /** Makes the call against a server that fails so, and returns what it ends in. */
  SignalWireRestError happen() {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, response);
                  if (this == ANSWER_BREAKS_OFF) {
                    socket.close();
                  }
                });
        SignalWireRestClient client =
            server
                .client()
                .space(response == null ? "127.0.0.1:1" : server.host())
                .maxRetries(2)
                .attemptTimeout(Duration.ofMillis(this == NO_ANSWER_IN_TIME ? 200 : 30_000))
                .timer(new FakeTimer(), () -> 0.5)
                .build()) {
      call.accept(client.video());
    } catch (SignalWireRestError e) {
      return e;
    }
    throw new AssertionError(title + " does not fail");
  }

  private static String json(String status, String body) {
    return String.format(
        "HTTP/1.1 %s\r\nContent-Type: application/json\r\nX-Request-Id: 0b1f6f6e\r\n"
            + "Content-Length: %d\r\n\r\n%s",
        status, body.length(), body);
  }

  private static void createRoom(Video video) {
    video.rooms().create(CreateRoomRequest.builder().name("standup").build());
  }

  private static void createRoomToken(Video video) {
    video.roomTokens().create(CreateRoomTokenRequest.builder().roomName("standup").build());
  }

  private static void getRoom(Video video) {
    video.rooms().get(ID);
  }
}
