package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathTemplate;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.Room;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * That the watch over all tests of this module hears what leaks, and that there is something to
 * leak.
 */
@Tag("thorough")
class SecretsWatchTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @CsvSource({
    "toStringOfAModel, the API token is in Room.toString()",
    "toStringOfAValue, a room token is in ErrorItem.toString()",
    "message, the API token is in the message of IllegalArgumentException",
    "serialisedError, a stream key is in the serialised form of SignalWireRestTransportError",
    "cause, 'the signature of a recording is in the message of IOException, "
        + "cause of SignalWireRestTransportError'",
    "suppressed, 'a conference token is in the message of IllegalStateException, "
        + "suppressed in SignalWireRestTransportError'",
    "logRecord, the value of the Basic header is in a record of logger io.github.videorooms",
    "thrownInALogRecord, the address of a stream is in the message of IOException",
  })
  void anyTest_leak_failsAndSaysWhere(String leak, String finding) {
    run(leak)
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                finishedWithFailure(
                    message(
                        text ->
                            text.lines().anyMatch(finding::equals)
                                && new PlantedSecrets()
                                    .get().values().stream().noneMatch(text::contains)))));
  }

  /** What the tests use throughout: the credentials of {@link Wire}, the document's examples. */
  @Test
  void planted_sentAndReceived_areOnTheWire() {
    wire.respond(post(urlPathEqualTo("/api/video/room_tokens")), 200, Examples.of("RoomToken"));
    wire.respond(get(anyUrl()), 200, Examples.of("RoomRecording"));
    wire.respond(
        post(urlPathTemplate("/api/video/rooms/{id}/streams")), 201, Examples.of("VideoStream"));
    wire.respond(
        post(urlPathTemplate("/api/video/conference_tokens/{id}/reset")),
        200,
        Examples.of("ConferenceToken"));
    Video video = wire.client().video();
    video.roomTokens().create(CreateRoomTokenRequest.builder().roomName("standup").build());
    video.roomRecordings().get(ID);
    video.rooms().createStream(ID, Examples.of("CreateStreamRequest").get("url").getAsString());
    video.conferenceTokens().reset(ID);

    String traffic =
        wire.server().getAllServeEvents().stream()
            .map(e -> e.getRequest() + new String(e.getResponse().getBody(), UTF_8))
            .collect(Collectors.joining());
    String credentials = Credentials.basic(Wire.PROJECT, PlantedSecrets.API_TOKEN);
    assertThat(credentials).endsWith(PlantedSecrets.BASIC);
    assertThat(traffic)
        .contains(
            PlantedSecrets.BASIC,
            PlantedSecrets.ROOM_TOKEN,
            PlantedSecrets.CONFERENCE_TOKEN,
            "rtmps://",
            PlantedSecrets.STREAM_KEY,
            PlantedSecrets.SIGNATURE);
  }

  @Test
  void anyTest_noLeak_passes() {
    run("nothing").assertThatEvents().haveExactly(1, event(finishedSuccessfully()));
  }

  private static Events run(String test) {
    return EngineTestKit.engine("junit-jupiter")
        .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
        .configurationParameter("videorooms.secrets", PlantedSecrets.class.getName())
        .selectors(selectMethod(Leaks.class, test))
        .execute()
        .testEvents();
  }

  /** Tests that leak, for the engine that {@link #run} starts. */
  static class Leaks {
    @Test
    void nothing() {
      assertThat(Room.builder().id(ID).name("standup").build().toString()).contains("standup");
    }

    @Test
    void toStringOfAModel() {
      assertThat(Room.builder().id(ID).name(PlantedSecrets.API_TOKEN).build().toString())
          .isNotEmpty();
    }

    @Test
    void toStringOfAValue() {
      assertThat(ErrorBody.parse(PlantedSecrets.ROOM_TOKEN, new Json(), text -> text).toString())
          .isNotEmpty();
    }

    @Test
    void message() {
      try {
        SignalWireRestClient.builder()
            .project("p")
            .token("t")
            .space(PlantedSecrets.API_TOKEN + "?")
            .build();
      } catch (IllegalArgumentException e) {
        assertThat(e).isNotNull();
      }
    }

    @Test
    void serialisedError() {
      failure(PlantedSecrets.STREAM_KEY, new IOException("closed"));
    }

    @Test
    void cause() {
      failure(ID, new IOException(PlantedSecrets.SIGNATURE));
    }

    @Test
    void suppressed() {
      failure(ID, new IOException("closed"))
          .addSuppressed(new IllegalStateException(PlantedSecrets.CONFERENCE_TOKEN));
    }

    @Test
    void logRecord() {
      System.getLogger("io.github.videorooms").log(Level.TRACE, "sent {0}", PlantedSecrets.BASIC);
    }

    @Test
    void thrownInALogRecord() {
      System.getLogger("okhttp3").log(Level.DEBUG, "failed", new IOException("rtmp://live"));
    }

    private static SignalWireRestError failure(String id, IOException cause) {
      OkHttpClient broken =
          new OkHttpClient.Builder()
              .addInterceptor(
                  chain -> {
                    throw cause;
                  })
              .build();
      try (SignalWireRestClient client =
          SignalWireRestClient.builder()
              .project("p")
              .token("t")
              .space("localhost")
              .httpClient(broken)
              .maxRetries(0)
              .build()) {
        return catchThrowableOfType(
            SignalWireRestError.class, () -> client.video().rooms().get(id));
      }
    }
  }
}
