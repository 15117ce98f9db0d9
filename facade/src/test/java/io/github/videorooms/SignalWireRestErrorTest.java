package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.videorooms.model.CreateRoomRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalWireRestErrorTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String CLASH =
      "{\"errors\":[{\"type\":\"validation_error\",\"code\":\"not_unique_within_project\","
          + "\"message\":\"name must be unique within project\",\"attribute\":\"name\","
          + "\"url\":\"https://docs.example/codes#not_unique_within_project\"}]}";

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void create_nameClash_reportsAllThatIsKnown(CallStyle style) {
    wire.respond(
        post(anyUrl()),
        aResponse()
            .withStatus(422)
            .withHeader("Content-Type", "application/json")
            .withHeader("X-Request-Id", "req-1")
            .withBody(CLASH));
    VideoRooms rooms = wire.rooms();
    CreateRoomRequest request = CreateRoomRequest.builder().name("standup").build();

    SignalWireRestError error =
        catchThrowableOfType(
            SignalWireRestError.class,
            () -> style.call(() -> rooms.create(request), () -> rooms.createAsync(request)));

    assertThat(error).isExactlyInstanceOf(SignalWireRestError.class);
    assertThat(error)
        .hasMessage(
            "POST /api/video/rooms returned 422: name must be unique within project"
                + " (name: not_unique_within_project) (request id req-1)");
    assertThat(error.getStatusCode()).isEqualTo(422);
    assertThat(error.getMethod()).isEqualTo("POST");
    assertThat(error.getPath()).isEqualTo("/api/video/rooms");
    assertThat(error.getUrl()).isEqualTo("http://" + wire.host() + "/api/video/rooms");
    assertThat(error.getRequestId()).isEqualTo("req-1");
    assertThat(error.getHeaders().get("x-request-id")).containsExactly("req-1");
    assertThat(error.getBody()).isEqualTo(CLASH);
    assertThat(error.getAttempts()).isEqualTo(1);
    assertThat(error.getRetryAfter()).isNull();
    assertThat(error.isValidation()).isTrue();
    assertThat(error.hasCode("not_unique_within_project")).isTrue();
    assertThat(error.hasCode("url_is_unsafe")).isFalse();
    assertThat(error.getErrors()).hasSize(1);
    ErrorItem item = error.getErrors().get(0);
    assertThat(item.getType()).isEqualTo("validation_error");
    assertThat(item.getCode()).isEqualTo("not_unique_within_project");
    assertThat(item.getMessage()).isEqualTo("name must be unique within project");
    assertThat(item.getAttribute()).isEqualTo("name");
    assertThat(item.getUrl()).isEqualTo("https://docs.example/codes#not_unique_within_project");
  }

  /** Such as a circuit breaker, which lets no request out. */
  @ParameterizedTest
  @EnumSource
  void get_callersInterceptorRespondsItself_reportsItsStatus(CallStyle style) {
    OkHttpClient open =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain ->
                    new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(503)
                        .message("open")
                        .header("X-Request-Id", "req-2")
                        .body(ResponseBody.create("{\"error\":\"later\"}", null))
                        .build())
            .build();
    VideoRooms rooms = wire.client(wire.builder().httpClient(open)).video().rooms();

    SignalWireRestError error =
        catchThrowableOfType(
            SignalWireRestError.class,
            () -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID)));

    assertThat(error)
        .hasMessage("GET /api/video/rooms/" + ID + " returned 503: later (request id req-2)");
    assertThat(error.getStatusCode()).isEqualTo(503);
    assertThat(wire.requests()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "400, ''",
    "401, unauthorized",
    "403, forbidden",
    "404, notFound",
    "408, timeout",
    "422, validation",
    "429, rateLimited",
    "500, serverError",
    "503, serverError",
    "504, serverError timeout",
    "599, serverError",
  })
  void predicates_status_holdOnlyForIt(int status, String names) {
    SignalWireRestError error = errorOf(json(status));

    assertThat(error.isUnauthorized()).isEqualTo(names.contains("unauthorized"));
    assertThat(error.isForbidden()).isEqualTo(names.contains("forbidden"));
    assertThat(error.isNotFound()).isEqualTo(names.contains("notFound"));
    assertThat(error.isValidation()).isEqualTo(names.contains("validation"));
    assertThat(error.isRateLimited()).isEqualTo(names.contains("rateLimited"));
    assertThat(error.isTimeout()).isEqualTo(names.contains("timeout"));
    assertThat(error.isServerError()).isEqualTo(names.contains("serverError"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x-request-id", "x-signalwire-request-id", "Request-Id", "X-Amzn-RequestId"})
  void getRequestId_anyOfTheKnownHeaders_isFound(String header) {
    SignalWireRestError error = errorOf(json(500).withHeader(header, "req-2"));

    assertThat(error.getRequestId()).isEqualTo("req-2");
  }

  @Test
  void getHeaders_repeated_haveAllTheirValues() {
    SignalWireRestError error = errorOf(json(500).withHeader("Via", "1.1 a", "1.1 b"));

    assertThat(error.getHeaders().get("via")).containsExactly("1.1 a", "1.1 b");
  }

  @Test
  void getBody_htmlOfAProxy_isReturnedButNotInTheMessage() {
    wire.offContract();
    SignalWireRestError error =
        errorOf(aResponse().withStatus(502).withBody("<html><b>Bad Gateway</b></html>"));

    assertThat(error).hasMessage("GET /api/video/rooms/" + ID + " returned 502");
    assertThat(error.getBody()).contains("Bad Gateway");
    assertThat(error.getErrors()).isEmpty();
  }

  @Test
  void getBody_hugeError_returnsItsBeginning() {
    SignalWireRestError error =
        errorOf(aResponse().withStatus(500).withBody("x".repeat(1_000_000)));

    assertThat(error.getBody()).hasSize(65_536);
    assertThat(error.getMessage()).hasSizeLessThan(1_200);
  }

  @Test
  void message_controlCharactersInTheBody_becomeSpaces() {
    SignalWireRestError error =
        errorOf(aResponse().withStatus(500).withBody("{\"error\":\"a\\r\\nInjected: b\"}"));

    assertThat(error).hasMessageEndingWith("a Injected: b");
  }

  @Test
  void getErrors_serverEchoesSecrets_areScrubbedButTheBodyIsNot() {
    String key = "rtmp://live.example.com/secret-key";
    wire.respond(
        post(anyUrl()), 500, "{\"error\":\"cannot send to " + key + " for " + Wire.TOKEN + "\"}");

    SignalWireRestError error =
        catchThrowableOfType(SignalWireRestError.class, () -> wire.rooms().createStream(ID, key));

    assertThat(error).hasMessageContaining("cannot send to *** for ***");
    assertThat(error.getErrors()).hasToString("[cannot send to *** for ***]");
    assertThat(error.toString()).doesNotContain("secret-key").doesNotContain(Wire.TOKEN);
    assertThat(error.getBody()).contains(key);
  }

  @ParameterizedTest
  @CsvSource({
    "302, , true",
    "400, , false",
    "401, , false",
    "408, , true",
    "422, , false",
    "429, , false",
    "500, , true",
    "502, , true",
    "503, , true",
    "503, 60, false",
    "504, , true"
  })
  void mayHaveTakenEffect_status_dependsOnIt(int status, @Nullable String wait, boolean expected) {
    String header = wait == null ? "" : "Retry-After: " + wait + "\r\n";
    String head = "HTTP/1.1 " + status + " X\r\n" + header + "Content-Length: 0\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.responding(head);
        SignalWireRestClient client = server.client().build()) {
      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class,
              () -> client.video().rooms().create(room -> room.name("standup")));

      assertThat(error.mayHaveTakenEffect()).isEqualTo(expected);
    }
  }

  @Test
  void delete_statusIsZero_isAnError() {
    try (ScriptedServer server =
            ScriptedServer.responding("HTTP/1.1 000 Broken\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client = server.client().build()) {
      assertThatThrownBy(() -> client.video().rooms().delete(ID))
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("cannot have the status 0");
    }
  }

  @Test
  void hasCode_keyIsAWordOfTheCode_isTrue() {
    String body =
        "{\"errors\":[{\"code\":\"stream_limit_reached\",\"message\":\"no more for stream\"}]}";
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 422 X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        SignalWireRestClient client = server.client().build()) {
      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class,
              () ->
                  client.video().rooms().createStream(ID, "rtmp://media.example.com/live/stream"));

      assertThat(error.hasCode("stream_limit_reached")).isTrue();
      assertThat(error.getPath()).isEqualTo("/api/video/rooms/" + ID + "/streams");
      assertThat(error).hasMessageContaining("no more for *** (stream_limit_reached)");
    }
  }

  @Test
  void mayHaveTakenEffect_unreadableSuccess_isTrue() {
    SignalWireRestError error = errorOf(aResponse().withStatus(200).withBody("{"));

    assertThat(error).isInstanceOf(SignalWireRestDecodingError.class);
    assertThat(error.mayHaveTakenEffect()).isTrue();
  }

  @Test
  void mayHaveTakenEffect_rejectedAfterAnAmbiguousAttempt_isTrue() {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.send(
                        socket,
                        "HTTP/1.1 "
                            + (number == 1 ? 502 : 422)
                            + " X\r\nContent-Length: 0\r\n\r\n"));
        SignalWireRestClient client =
            server.client().maxRetries(1).timer(new FakeTimer(), () -> 0.5).build()) {
      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class,
              () -> client.video().rooms().update(ID, r -> r.maxMembers(3)));

      assertThat(error.getStatusCode()).isEqualTo(422);
      assertThat(error.mayHaveTakenEffect()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 3", "0, 0", "' 7 ', 7"})
  void getRetryAfter_seconds_areRead(String header, long seconds) {
    SignalWireRestError error =
        errorOf(aResponse().withStatus(429).withHeader("Retry-After", header));

    assertThat(error.getRetryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    assertThat(error.getHeaders()).containsKey("retry-after");
    assertThat(error.getHeaders().keySet()).noneMatch(name -> name.contains("VideoRooms"));
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void getRetryAfter_dateFromAServerWithAWrongClock_isRelativeToThatClock(long ahead) {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(ahead);
    SignalWireRestError error =
        errorOf(
            aResponse()
                .withStatus(429)
                .withHeader("Date", now.format(RFC_1123_DATE_TIME))
                .withHeader("Retry-After", now.plusSeconds(2).format(RFC_1123_DATE_TIME)));

    assertThat(error.getRetryAfter()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void parseRetryAfter_date_isTheTimeUntilThen() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-02T08:15:30Z"), ZoneOffset.UTC);

    assertThat(ResponseHead.parseRetryAfter("Mon, 02 Mar 2026 08:16:00 GMT", clock))
        .isEqualTo(Duration.ofSeconds(30));
    assertThat(ResponseHead.parseRetryAfter("Mon, 02 Mar 2026 08:15:00 GMT", clock))
        .isEqualTo(Duration.ZERO);
  }

  @Test
  void parseRetryAfter_leadingZeros_areIgnored() {
    assertThat(ResponseHead.parseRetryAfter("0".repeat(40) + "7", Clock.systemUTC()))
        .isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void parseRetryAfter_eighteenDigits_areReadToTheLast() {
    assertThat(ResponseHead.parseRetryAfter("123456789012345678", Clock.systemUTC()))
        .isEqualTo(Duration.ofMillis(Long.MAX_VALUE));
    assertThat(ResponseHead.parseRetryAfter("1234567890123456", Clock.systemUTC()))
        .isEqualTo(Duration.ofSeconds(1_234_567_890_123_456L));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1234567890", "999999999999999999", "99999999999999999999999"})
  void parseRetryAfter_manyDigits_isLongerThanAnyCallWaits(String header) {
    assertThat(ResponseHead.parseRetryAfter(header, Clock.systemUTC()))
        .isGreaterThan(RetryPolicy.MAX_WAIT)
        .satisfies(wait -> assertThat(wait.toMillis()).isPositive());
  }

  @Test
  void getRetryAfter_noHeader_isNull() {
    assertThat(errorOf(aResponse().withStatus(429)).getRetryAfter()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "soon", "1.5", "1e3", "Mon, 99 Mar 2026"})
  void parseRetryAfter_unreadable_isNull(String header) {
    assertThat(ResponseHead.parseRetryAfter(header, Clock.systemUTC())).isNull();
  }

  @Test
  void serialization_error_preservesAllButTheBody() throws Exception {
    SignalWireRestError error =
        errorOf(
            aResponse()
                .withStatus(404)
                .withHeader("x-request-id", "req-3")
                .withBody("{\"error\":\"Not Found\"}"));

    SignalWireRestError copy = copy(error);

    assertThat(copy).hasMessage(error.getMessage());
    assertThat(copy.getStatusCode()).isEqualTo(404);
    assertThat(copy.getErrors()).isEqualTo(error.getErrors());
    assertThat(copy.getHeaders()).isEqualTo(error.getHeaders());
    assertThat(copy.getRequestId()).isEqualTo("req-3");
    assertThat(copy.getBody()).isNull();
  }

  /** The body that the document has for a status. */
  private static ResponseDefinitionBuilder json(int status) {
    ResponseDefinitionBuilder response = aResponse().withStatus(status);
    return switch (status) {
      case 400, 401, 404, 500 ->
          response.withHeader("Content-Type", "application/json").withBody("{\"error\":\"No\"}");
      case 422 -> response.withHeader("Content-Type", "application/json").withBody(CLASH);
      default -> response;
    };
  }

  private SignalWireRestError errorOf(ResponseDefinitionBuilder response) {
    wire.respond(any(anyUrl()), response);
    return catchThrowableOfType(SignalWireRestError.class, () -> wire.rooms().get(ID));
  }

  private static SignalWireRestError copy(SignalWireRestError error)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(error);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (SignalWireRestError) in.readObject();
    }
  }
}
