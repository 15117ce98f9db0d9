package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodingErrorTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("", "the body is empty", "$"),
        Arguments.of("null", "the body is null", "$"),
        Arguments.of("<html>Sign in</html>", "the body is HTML or XML, not JSON", "$"),
        Arguments.of("{\"id\":\"x\",\"name\":\"sta", "the JSON is malformed at $.name", "$.name"),
        Arguments.of("{\"id\":\"x\"", "the JSON breaks off at $.id", "$.id"),
        Arguments.of("{\"id\":\"x\",}", "the JSON is malformed at $.id", "$.id"),
        Arguments.of("{\"id\" \"x\"}", "the JSON is malformed at $.id", "$.id"),
        Arguments.of("\"standup\"", "expected an object at $ but found: string", "$"),
        Arguments.of("[]", "expected an object at $ but found: array", "$"),
        Arguments.of("{\"id\":\"x\"} {}", "the JSON is malformed at $", "$"),
        Arguments.of("{\"fps\":20.5}", "expected a 32-bit integer at $.fps", "$.fps"),
        Arguments.of("{\"fps\":{}}", "expected a number at $.fps but found: object", "$.fps"),
        Arguments.of("{\"created_at\":\"yesterday\"}", "expected a time such as", "$.created_at"),
        Arguments.of(
            "{\"active_session\":{\"start_time\":\"2026-13-01\"}}",
            "expected a time such as",
            "$.active_session.start_time"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void get_unreadableBody_namesReasonAndPath(String body, String reason, String path) {
    wire.offContract();
    wire.respond(any(anyUrl()), 200, body);

    for (CallStyle style : CallStyle.values()) {
      SignalWireRestDecodingError error = get(style);

      assertThat(error)
          .hasMessageStartingWith(
              "GET /api/video/rooms/"
                  + ID
                  + " returned 200: the response cannot be read: "
                  + reason);
      assertThat(error.getJsonPath()).isEqualTo(path);
      assertThat(error.getStatusCode()).isEqualTo(200);
      assertThat(error.getBody()).isEqualTo(body);
      assertThat(error.getErrors()).isEmpty();
      assertThat(error.getHeaders()).containsKey("content-type");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 205})
  void get_statusWithoutBody_isADecodingError(int status) {
    wire.respond(any(anyUrl()), aResponse().withStatus(status));

    for (CallStyle style : CallStyle.values()) {
      SignalWireRestDecodingError error = get(style);

      assertThat(error)
          .hasMessageContaining("returned " + status)
          .hasMessageEndingWith("there is no body");
      assertThat(error.getJsonPath()).isNull();
      assertThat(error.getBody()).isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void getBody_longUnreadableBody_returnsItsBeginning(CallStyle style) {
    wire.offContract();
    String beginning = "{\"name\":\"" + "a".repeat(65_527);
    wire.respond(any(anyUrl()), 200, beginning + "bbb");

    SignalWireRestDecodingError error = get(style);

    assertThat(error.getJsonPath()).isEqualTo("$.name");
    assertThat(error.getBody()).hasSize(65_536).isEqualTo(beginning);
  }

  @ParameterizedTest
  @EnumSource
  void get_deepNesting_isADecodingError(CallStyle style) {
    wire.offContract();
    wire.respond(
        any(anyUrl()), 200, "{\"not_known\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");

    assertThat(get(style)).hasMessageContaining("malformed");
  }

  @ParameterizedTest
  @EnumSource
  void get_valueThatIsASecret_staysOutOfTheMessage(CallStyle style) {
    wire.offContract();
    wire.respond(any(anyUrl()), 200, "{\"fps\":\"" + Wire.TOKEN + "\"}");

    SignalWireRestDecodingError error = get(style);

    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain(Wire.TOKEN);
    }
  }

  @Test
  void get_unknownCharset_isReadAsUtf8() {
    String body = Examples.room(ID, "standup").toString().replace("Design review", "Grüße");
    wire.respond(
        any(anyUrl()),
        aResponse()
            .withStatus(200)
            .withHeader("Content-Type", "application/json; charset=iso-8859-1")
            .withBody(body.getBytes(StandardCharsets.UTF_8)));

    assertThat(wire.rooms().get(ID).getDisplayName()).isEqualTo("Grüße");
  }

  private SignalWireRestDecodingError get(CallStyle style) {
    VideoRooms rooms = wire.rooms();
    return catchThrowableOfType(
        SignalWireRestDecodingError.class,
        () -> style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID)));
  }
}
