package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.videorooms.model.Room;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A server that repeats what it was sent; {@link PlantedSecrets} is what may come out of no error.
 */
class EchoTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String STREAM = Examples.of("VideoStream").get("url").getAsString();

  /** Where the server puts it. */
  private enum Place {
    STATUS_LINE("HTTP/1.1 500 %s\r\nContent-Length: 0\r\n\r\n"),
    BROKEN_STATUS_LINE("%s\r\n\r\n"),
    BROKEN_HEADER("HTTP/1.1 500 X\r\n%s\r\n\r\n"),
    BROKEN_LENGTH("HTTP/1.1 200 OK\r\nContent-Length: %s\r\n\r\n"),
    RETRY_AFTER("HTTP/1.1 503 X\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n"),
    REQUEST_ID("HTTP/1.1 500 X\r\nX-Request-Id: %s\r\nContent-Length: 0\r\n\r\n"),
    OTHER_HEADER("HTTP/1.1 500 X\r\nX-Debug: sent %s\r\nContent-Length: 0\r\n\r\n"),
    NAME_OF_A_HEADER("HTTP/1.1 500 X\r\n%s: sent\r\nContent-Length: 0\r\n\r\n"),
    LOCATION("HTTP/1.1 302 X\r\nLocation: /%s\r\nContent-Length: 0\r\n\r\n"),
    BROKEN_CHUNK("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%s\r\n"),
    ERROR_TEXT("HTTP/1.1 500 X\r\nConnection: close\r\n\r\nno %s"),
    ERROR_ITEM("HTTP/1.1 422 X\r\nConnection: close\r\n\r\n{\"errors\":[{\"message\":\"%s\"}]}"),
    ERROR_ATTRIBUTE(
        "HTTP/1.1 422 X\r\nConnection: close\r\n\r\n{\"errors\":[{\"attribute\":\"%s\"}]}"),
    ERROR_KEY("HTTP/1.1 422 X\r\nConnection: close\r\n\r\n{\"errors\":{\"%s\":[\"is bad\"]}}"),
    SUCCESS_TEXT("HTTP/1.1 201 X\r\nConnection: close\r\n\r\n%s"),
    SUCCESS_STRING("HTTP/1.1 201 X\r\nConnection: close\r\n\r\n\"%s\""),
    SUCCESS_DATE("HTTP/1.1 201 X\r\nConnection: close\r\n\r\n{\"created_at\":\"%s\"}"),
    SUCCESS_NUMBER("HTTP/1.1 201 X\r\nConnection: close\r\n\r\n{\"width\":\"%s\"}"),
    SUCCESS_MEMBER("HTTP/1.1 201 X\r\nConnection: close\r\n\r\n{\"%s\":nonsense}"),
    SUCCESS_ENCODING("HTTP/1.1 201 X\r\nContent-Type: %s\r\nConnection: close\r\n\r\nnonsense");

    private final String response;

    Place(String response) {
      this.response = response;
    }
  }

  static Stream<Arguments> placesAndSecrets() {
    return Arrays.stream(Place.values())
        .flatMap(
            place ->
                Stream.of(
                        PlantedSecrets.API_TOKEN,
                        "Basic " + PlantedSecrets.BASIC,
                        STREAM,
                        PlantedSecrets.STREAM_KEY)
                    .map(secret -> Arguments.of(place, secret)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("placesAndSecrets")
  void createStream_serverEchoesASecret_isInNoError(Place place, String secret) {
    List<CallAttempt> attempts = new CopyOnWriteArrayList<>();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, place.response.replace("%s", secret));
                  socket.close();
                });
        SignalWireRestClient client = server.client().listener(attempts::add).build()) {
      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class, () -> client.video().rooms().createStream(ID, STREAM));

      CallAttempt attempt = attempts.get(0);
      StringWriter shown = new StringWriter();
      error.printStackTrace(new PrintWriter(shown));
      shown.append(attempt + " " + attempt.getHeaders() + error.getHeaders() + error.getErrors());
      shown.append(error.getRequestId() + " " + error.getUrl());
      if (error instanceof SignalWireRestDecodingError unreadable) {
        shown.append(unreadable.getJsonPath());
      }
      assertThat(shown.toString()).contains(ID).doesNotContain(secret);
    }
  }

  static Stream<Arguments> cutSecrets() {
    return Stream.of(
            PlantedSecrets.API_TOKEN,
            PlantedSecrets.BASIC.replace("=", ""),
            STREAM,
            PlantedSecrets.STREAM_KEY)
        .flatMap(
            secret ->
                IntStream.rangeClosed(4, secret.length())
                    .mapToObj(shown -> Arguments.of(secret, shown)));
  }

  /** The body of an error is read up to a limit, which may lie within the secret. */
  @ParameterizedTest
  @MethodSource("cutSecrets")
  void createStream_bodyIsTruncatedWithinASecret_showsNoPartOfIt(String secret, int shown) {
    String start = "not valid: ";
    String body = start + secret + " and more";
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 422 X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        SignalWireRestClient client =
            server.client().options(o -> o.maxErrorBytes(start.length() + shown)).build()) {
      assertThatExceptionOfType(SignalWireRestError.class)
          .isThrownBy(() -> client.video().rooms().createStream(ID, STREAM))
          .withMessageEndingWith(" returned 422: not valid: ***");
    }
  }

  /** The connection may also break off within the secret. */
  @ParameterizedTest
  @MethodSource("cutSecrets")
  void createStream_errorBodyEndsWithinASecret_showsNoPartOfIt(String secret, int shown) {
    String body = "not valid: " + secret.substring(0, shown);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(
                      socket, "HTTP/1.1 422 X\r\nContent-Length: 1000\r\n\r\n" + body);
                  socket.shutdownOutput();
                });
        SignalWireRestClient client = server.client().build()) {
      assertThatExceptionOfType(SignalWireRestError.class)
          .isThrownBy(() -> client.video().rooms().createStream(ID, STREAM))
          .withMessageEndingWith(" returned 422: not valid: ***");
    }
  }

  /** Okio quotes the beginning of a line that does not arrive whole, in hexadecimal. */
  @ParameterizedTest
  @MethodSource("cutSecrets")
  void createStream_headEndsWithinASecret_showsNoPartOfIt(String secret, int shown) {
    String chunks = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (String head :
        List.of(
            "HTTP/1.1 500 ",
            "HTTP/1.1 500 X\r\nX-Debug: ",
            chunks,
            chunks + "2;",
            chunks + "5\r\n{\"a\":")) {
      try (ScriptedServer server =
              new ScriptedServer(
                  (number, socket) -> {
                    ScriptedServer.send(socket, head + secret.substring(0, shown));
                    socket.close();
                  });
          SignalWireRestClient client = server.client().build()) {
        SignalWireRestError error =
            catchThrowableOfType(
                SignalWireRestError.class, () -> client.video().rooms().createStream(ID, STREAM));

        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        assertThat(text.toString())
            .contains(ID)
            .doesNotContain(ByteString.encodeUtf8(secret.substring(0, 4)).hex());
      }
    }
  }

  /**
   * Each byte is half a character, of which a search for the beginning of a secret must not make
   * much.
   */
  @Test
  void createStream_errorBodyIsNotText_isReadInLinearTime() {
    byte[] body = new byte[1 << 21];
    Arrays.fill(body, 0, body.length - 1, (byte) 0xff);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(
                      socket, "HTTP/1.1 422 X\r\nContent-Length: " + body.length + "\r\n\r\n");
                  socket.getOutputStream().write(body);
                });
        SignalWireRestClient client =
            server.client().options(o -> o.maxErrorBytes(body.length)).build()) {
      assertThatExceptionOfType(SignalWireRestError.class)
          .isThrownBy(() -> client.video().rooms().createStream(ID, STREAM))
          .withMessageContaining(" returned 422");
    }
  }

  /** What a caller's own interceptor sees fail. */
  @Test
  void interceptor_serverEchoesASecret_doesNotSeeIt() {
    List<String> seen = new CopyOnWriteArrayList<>();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  try {
                    return chain.proceed(chain.request());
                  } catch (IOException e) {
                    seen.add(e.toString());
                    throw e;
                  }
                })
            .build();
    try (ScriptedServer server = ScriptedServer.responding(PlantedSecrets.API_TOKEN + "\r\n\r\n");
        SignalWireRestClient client = server.client().httpClient(own).build()) {
      assertThatExceptionOfType(SignalWireRestTransportError.class)
          .isThrownBy(() -> client.video().rooms().get(ID))
          .withMessageContaining("***");

      assertThat(seen)
          .singleElement(STRING)
          .contains("***")
          .doesNotContain(PlantedSecrets.API_TOKEN);
    }
  }

  /** A page links to the next one by the token. */
  @Test
  void next_cursorIsASecret_isInNoError() {
    String page =
        "{\"data\":[],\"links\":{\"next\":\"?page_token=" + PlantedSecrets.API_TOKEN + "\"}}";
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(
                      socket,
                      number == 1
                          ? "HTTP/1.1 200 X\r\nConnection: close\r\n\r\n" + page
                          : "HTTP/1.1 404 X\r\nConnection: close\r\n\r\n");
                  socket.close();
                });
        SignalWireRestClient client = server.client().build()) {
      Page<Room> first = client.video().rooms().list().firstPage();

      SignalWireRestError error = catchThrowableOfType(SignalWireRestError.class, first::next);

      assertThat(error.getStatusCode()).isEqualTo(404);
      assertThat(error.getUrl()).endsWith("page_token=***");
      assertThat(error.getCursor()).isEqualTo("page_token=***");
    }
  }
}
