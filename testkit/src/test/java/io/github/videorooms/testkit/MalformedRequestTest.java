package io.github.videorooms.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aMultipart;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void get_unusualButWellFormedQuery_isExecuted(String value, FakeSpace space) throws IOException {
    assertThat(send(space, "/api/video/rooms?x=" + value, space.getHost()))
        .startsWith("HTTP/1.1 200 ");
    assertThat(space.getRequests()).hasSize(1);
  }

  @Test
  void get_otherHost_isExecuted(FakeSpace space) throws IOException {
    assertThat(send(space, "/api/video/rooms", "some_host.example.com:80"))
        .startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zz\r\nabc\r\n0\r\n\r\n",
        "-1\r\nabc\r\n",
        "fffffffffffffffff\r\nabc\r\n",
        "7fffffff\r\nabc",
        "5\r\nab",
        "0\r\nBad Trailer\r\n\r\n",
        "",
      })
  void post_malformedChunks_isABadRequest(String chunks, FakeSpace space) throws IOException {
    byte[] body = chunks.getBytes(ISO_8859_1);

    assertIsABadRequest(post(space, body, "Transfer-Encoding: chunked"));
    assertThat(space.getRequests()).isEmpty();
  }

  @Test
  void post_bodyThatEndsEarly_isABadRequest(FakeSpace space) throws IOException {
    assertIsABadRequest(post(space, new byte[3], "Content-Length: 10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "identity, gzip"})
  void post_brokenGzip_isABadRequest(String encoding, FakeSpace space) throws IOException {
    byte[] whole = gzip("{\"name\":\"standup\"}");
    byte[] wrongSum = whole.clone();
    wrongSum[whole.length - 5] ^= 1;
    List<byte[]> bodies =
        List.of(
            "{\"name\":\"standup\"}".getBytes(ISO_8859_1),
            Arrays.copyOf(whole, 4),
            Arrays.copyOf(whole, 10),
            Arrays.copyOf(whole, whole.length - 6),
            wrongSum);

    for (byte[] body : bodies) {
      assertIsABadRequest(post(space, body, length(body), "Content-Encoding: " + encoding));
    }
    assertThat(space.getRooms()).isEmpty();
    assertThat(post(space, whole, length(whole), "Content-Encoding: " + encoding))
        .startsWith("HTTP/1.1 200 ");
    assertThat(space.getRooms()).hasSize(1);
  }

  /** WireMock goes by the first two bytes. */
  @ParameterizedTest
  @ValueSource(strings = {"\u001f\u008b", "\u001f\u008bjunk", "\u001f\u008b\b\0\0\0\0\0\0\0"})
  void post_startOfGzipWithoutTheHeader_isABadRequest(String text, FakeSpace space)
      throws IOException {
    byte[] body = text.getBytes(ISO_8859_1);

    assertIsABadRequest(post(space, body, length(body)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "multipart/form-data                | {}",
        "MULTIPART/FORM-DATA                | {}",
        "multipart/form-data; boundary=     | {}",
        "multipart/mixed                    | {}",
        "multipart/                         | {}",
        "multipart/form-data; boundary=x    | --x~~hi~--x--~",
        "multipart/form-data; boundary=x    | --x~Content-Disposition: form-data; name=a~~hi",
        "application/x-www-form-urlencoded  | a=%zz",
        "application/x-www-form-urlencoded  | a=%",
        "application/x-www-form-urlencoded; charset=nonsense | a=%41",
      })
  void post_bodyThatIsNotOfItsType_isABadRequest(String type, String text, FakeSpace space)
      throws IOException {
    byte[] body = text.replace("~", "\r\n").getBytes(ISO_8859_1);

    assertIsABadRequest(post(space, body, length(body), "Content-Type: " + type));
    assertIsABadRequest(
        exchange(space, "GET /api/video/rooms", body, length(body), "Content-Type: " + type));
  }

  @Test
  void post_malformedBody_doesNotAffectTheNextRequest(FakeSpace space) throws IOException {
    String next = "GET /api/video/rooms HTTP/1.1\r\nHost: a\r\n\r\n";
    byte[] body = ("zz\r\n" + next).getBytes(ISO_8859_1);

    String response = post(space, body, "Transfer-Encoding: chunked");

    assertIsABadRequest(response);
    assertThat(response.split("HTTP/1\\.1 ")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "example.com:443",
        "127.0.0.1:80",
        "[::1]:1",
        "/",
        "/api/video/rooms",
        "*",
        "http://a"
      })
  void connect_anyTarget_isRejectedAndTheConnectionClosed(String target, FakeSpace space)
      throws IOException {
    assertIsABadRequest(exchange(space, "CONNECT " + target, new byte[0]));
    assertThat(space.getRequests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET *, 400",
    "OPTIONS *, 400",
    "GET example.com:443, 400",
    "GET /../x, 400",
    "GET http://other.example/api/video/rooms, 400",
  })
  void unusualRequestLine_isRejectedInJson(String line, int status, FakeSpace space)
      throws IOException {
    assertIsRejected(exchange(space, line, new byte[0]), status);
  }

  @ParameterizedTest
  @CsvSource({"Expect: nonsense, 417", "Upgrade: h2c, 400", "Upgrade: websocket, 400"})
  void unusualHeader_isRejectedInJson(String header, int status, FakeSpace space)
      throws IOException {
    assertIsRejected(exchange(space, "GET /api/video/rooms", new byte[0], header), status);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "//",
        "///",
        "//x",
        "//@",
        "//:",
        "//[",
        "//x:99999",
        "//u:p@x/y",
        "//api/video/rooms",
        "/api//video/rooms",
        "/api/video//rooms",
        "/api/video/rooms/",
        "/./api/video/rooms",
        "/%2e/api/video/rooms",
        "/api",
        "/api/videos",
        "/API/VIDEO/ROOMS",
        "/storage",
        "/favicon.ico",
        "/not-matched",
      })
  @OffContract
  void get_pathOutsideTheApi_isNotFound(String path, FakeSpace space) throws IOException {
    space.failNext(Failure.status(503).skip(5).optional());

    for (String method : List.of("GET", "POST", "OPTIONS", "PATCH")) {
      assertIsRejected(exchange(space, method + " " + path, new byte[0]), 404);
    }
  }

  @Test
  @OffContract
  void wireMock_ownStubs_acceptFormsMultipartAndPathsOutsideTheApi(FakeSpace space)
      throws IOException {
    WireMockServer server = space.wireMock();
    server.stubFor(
        WireMock.post("/form")
            .withFormParam("a", equalTo("1"))
            .willReturn(aResponse().withStatus(202)));
    server.stubFor(
        WireMock.post("/upload")
            .withMultipartRequestBody(aMultipart("a").withBody(equalTo("hi")))
            .willReturn(aResponse().withStatus(203)));
    server.stubFor(WireMock.get("//odd").willReturn(aResponse().withStatus(206)));
    byte[] form = "a=1".getBytes(ISO_8859_1);
    byte[] upload =
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhi\r\n--x--\r\n"
            .getBytes(ISO_8859_1);

    assertThat(
            exchange(
                space,
                "POST /form",
                form,
                length(form),
                "Content-Type: application/x-www-form-urlencoded"))
        .startsWith("HTTP/1.1 202 ");
    assertThat(
            exchange(
                space,
                "POST /upload",
                upload,
                length(upload),
                "Content-Type: multipart/form-data; boundary=x"))
        .startsWith("HTTP/1.1 203 ");
    assertThat(exchange(space, "GET //odd", new byte[0])).startsWith("HTTP/1.1 206 ");
    assertIsRejected(exchange(space, "GET /form", new byte[0]), 404);
    assertThat(server.findAllUnmatchedRequests()).hasSize(1);
  }

  /** What on(…) accepts is what a request can have, byte by byte. */
  @Test
  void on_anyByteOfAPath_isAcceptedIfARequestWithItCanFail(FakeSpace space) throws IOException {
    for (int i = 0; i < 256; i++) {
      String path = String.format("/api/video/rooms/a%%%02xb", i);
      boolean accepted = true;
      try {
        space.failNext(Failure.status(418).on("GET", path));
      } catch (IllegalArgumentException e) {
        accepted = false;
      }

      String status = exchange(space, "GET " + path, new byte[0]).split(" ", 3)[1];

      assertThat(status.equals("418")).as(path).isEqualTo(accepted);
      space.reset();
    }
  }

  private static void assertIsABadRequest(String response) {
    assertIsRejected(response, 400);
  }

  private static void assertIsRejected(String response, int status) {
    assertThat(response)
        .startsWith("HTTP/1.1 " + status + " ")
        .containsPattern("(?i)\r\nContent-Type: application/json(;charset=utf-8)?\r\n");
    JsonObject body = Json.read(response.substring(response.indexOf("\r\n\r\n")));
    assertThat(body.keySet()).containsExactly("error");
    assertThat(body.get("error").getAsString()).isNotEmpty();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  private static String length(byte[] body) {
    return "Content-Length: " + body.length;
  }

  private static String post(FakeSpace space, byte[] body, String... headers) throws IOException {
    return exchange(space, "POST /api/video/rooms", body, headers);
  }

  /** Sends all that there is to send, and reads until the server closes the connection. */
  private static String exchange(FakeSpace space, String line, byte[] body, String... headers)
      throws IOException {
    String head =
        line
            + " HTTP/1.1\r\nHost: "
            + space.getHost()
            + "\r\nAuthorization: "
            + Raw.basic(space.getProject(), space.getToken())
            + "\r\nConnection: close\r\n"
            + Stream.of(headers).map(header -> header + "\r\n").collect(Collectors.joining())
            + "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), space.wireMock().port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      socket.getOutputStream().write(body);
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
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
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), space.wireMock().port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
