package io.github.videorooms;

import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.time.Duration;
import java.util.function.Consumer;

/** What goes wrong in practice, why, and what to do: the sections of {@code docs/errors.md}. */
enum TenFailures {
  NAME_IS_TAKEN(
      "The name is already taken",
      "The API rejects a value of the request, and reports which.",
      "Choose another name, or use the existing room: `getByName`.",
      json(
          "422 Unprocessable Entity",
          "{\"errors\":[{\"type\":\"validation_error\",\"code\":\"not_unique_within_project\","
              + "\"message\":\"name must be unique within project\",\"attribute\":\"name\"}]}"),
      TenFailures::createRoom),
  TOKEN_IS_WRONG(
      "The token is rejected",
      "The space does not know the project or its token. A token without the scope *Video* gets 401 or 403.",
      "Check `SIGNALWIRE_PROJECT_ID`, `SIGNALWIRE_API_TOKEN` and the scopes of the token. If tokens are"
          + " rotated, [pass a supplier](calls.md#rotating-the-token).",
      json("401 Unauthorized", "Unauthorized"),
      TenFailures::getRoom),
  ROOM_IS_GONE(
      "The room does not exist",
      "It was deleted, or the id belongs to another project.",
      "Remove it from your own records, or check `SIGNALWIRE_PROJECT_ID`.",
      json("404 Not Found", "Not Found"),
      TenFailures::getRoom),
  TOO_MANY_REQUESTS(
      "Too many requests",
      "The API asks for a longer delay than a call waits for, which is 20 s.",
      "Make the call again after `getRetryAfter()`.",
      "HTTP/1.1 429 Too Many Requests\r\nRetry-After: 60\r\nX-Request-Id: 0b1f6f6e\r\n"
          + "Content-Length: 0\r\n\r\n",
      TenFailures::createRoom),
  SERVICE_IS_DOWN(
      "The service is down",
      "A load balancer responded in its place, to all three attempts.",
      "Try again later. The errors of the first two attempts are suppressed exceptions of this"
          + " one.",
      "HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/html\r\nContent-Length: 40\r\n\r\n"
          + "<html><h1>503 Unavailable</h1></html>   ",
      TenFailures::getRoom),
  NO_CONNECTION(
      "No connection",
      "The host is wrong, a firewall blocks the connection, or the network is down.",
      "Check `SIGNALWIRE_SPACE` and the network. Nothing was sent, so a create can safely be called"
          + " again.",
      null,
      TenFailures::createRoom),
  NO_RESPONSE_IN_TIME(
      "No response in time",
      "The request was sent, and no complete response arrived within `attemptTimeout`. A POST is"
          + " not retried then, since it may have taken effect.",
      "Before you create the room again, check with `getByName` whether it exists.",
      "",
      TenFailures::createRoom),
  RESPONSE_BREAKS_OFF(
      "The response is incomplete",
      "The connection was lost in the middle of the body. A GET is retried, a POST is not.",
      "A second room token does no harm: create another one. For a room or stream, check first"
          + " whether it exists.",
      "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nX-Request-Id: 0b1f6f6e\r\n\r\n{\"token\":\"ey",
      TenFailures::createRoomToken),
  SIGN_IN_PAGE(
      "A proxy responds",
      "A company's proxy requires signing in, and responds with 200 and a web page.",
      "Configure the proxy, see [the HTTP client](calls.md#the-http-client). `getBody()` returns the"
          + " beginning of the page.",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 40\r\n\r\n"
          + "<html><h1>Please sign in</h1></html>    ",
      TenFailures::getRoom),
  VALUE_OF_ANOTHER_TYPE(
      "The API has changed",
      "A value has another type than the API document declares.",
      "Check for a newer version of this library. `getBody()` returns what was sent.",
      json("200 OK", "{\"id\":\"3f1c6a52\",\"name\":\"standup\",\"max_members\":\"a few\"}"),
      TenFailures::getRoom);

  static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  final String title;
  final String reason;
  final String solution;
  private final String response;
  private final Consumer<Video> call;

  TenFailures(String title, String reason, String solution, String response, Consumer<Video> call) {
    this.title = title;
    this.reason = reason;
    this.solution = solution;
    this.response = response;
    this.call = call;
  }

  /** Makes the call against a server that fails so, and returns what it ends in. */
  SignalWireRestError happen() {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, response);
                  if (this == RESPONSE_BREAKS_OFF) {
                    socket.close();
                  }
                });
        SignalWireRestClient client =
            server
                .client()
                .space(response == null ? "127.0.0.1:1" : server.host())
                .maxRetries(2)
                .attemptTimeout(Duration.ofMillis(this == NO_RESPONSE_IN_TIME ? 200 : 30_000))
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
