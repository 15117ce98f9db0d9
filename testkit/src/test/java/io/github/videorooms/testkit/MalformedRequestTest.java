package io.github.videorooms.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over plain sockets, since no HTTP client sends any of this. */
@ExtendWith(FakeSpaceExtension.class)
class MalformedRequestTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/video/rooms?%zz",
        "/api/video/rooms?x=%zz",
        "/api/video/rooms?x=%",
        "/api/video/rooms?x=%4",
        "/api/video/rooms?x=%-1",
        "/api/video/rooms?x=%+1",
        "/api/video/rooms?x=%u0041",
        "/api/video/rooms?page_size=5&page_size=%zz",
        "/api/video/rooms?page_token=%zz",
        "/api/video/rooms?x=%25%2",
        "/api/video/rooms?x=é",
        "/api/video/rooms/%zz",
        "/api/video/rooms/%",
        "/api/video/rooms/%00",
        "/api/video/%zz",
        "/storage/%zz",
        "/storage/recordings/x.mp4?expires=%zz",
        "/elsewhere?%zz",
        "mailto:x",
      })
  void get_malformedTarget_isABadRequest(String target, FakeSpace space) throws IOException {
    space.failNext(Failure.status(503).optional());

    assertIsABadRequest(send(space, target, space.getHost()));

    assertThat(space.getPendingFailures()).hasSize(1);
    assertThat(space.getRequests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a%20b", "a%zz", "a b", "a..b", "[::1", "a:b", "a:99999", "é"})
  void get_malformedHost_isABadRequest(String host, FakeSpace space) throws IOException {
    assertIsABadRequest(send(space, "/api/video/rooms", host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%ff", "%00", "%25", "%7b%7D", "[|]{}", "^`", "=&&=", "%C3%28"})
  @OffContract
  void get_oddButWellFormedQuery_isCarriedOut(String value, FakeSpace space) throws IOException {
    assertThat(send(space, "/api/video/rooms?x=" + value, space.getHost()))
        .startsWith("HTTP/1.1 200 ");
    assertThat(space.getRequests()).hasSize(1);
  }

  @Test
  void get_otherHost_isCarriedOut(FakeSpace space) throws IOException {
    assertThat(send(space, "/api/video/rooms", "some_host.example.com:80"))
        .startsWith("HTTP/1.1 200 ");
  }

  private static void assertIsABadRequest(String response) {
    assertThat(response)
        .startsWith("HTTP/1.1 400 ")
        .containsIgnoringCase("\r\nContent-Type: application/json\r\n");
    assertThat(Json.read(response.substring(response.indexOf("\r\n\r\n"))).keySet())
        .containsExactly("error");
  }

  private static String send(FakeSpace space, String target, String host) throws IOException {
    String request =
        String.join(
            "\r\n",
            "GET " + target + " HTTP/1.1",
            "Host: " + host,
            "Authorization: " + Raw.basic(space.getProject(), space.getToken()),
            "Connection: close",
            "",
            "");
    try (Socket socket = new Socket("127.0.0.1", space.wireMock().port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
