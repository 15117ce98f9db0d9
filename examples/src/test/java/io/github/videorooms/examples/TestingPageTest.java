package io.github.videorooms.examples;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.SignalWireRestTransportError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Quality;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.RoomToken;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeMember;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import io.github.videorooms.testkit.Latency;
import io.github.videorooms.testkit.RecordedRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tests that docs/testing.md shows. */
@ExtendWith(FakeSpaceExtension.class)
class TestingPageTest {
  private static final CreateRoomRequest STANDUP =
      CreateRoomRequest.builder().name("standup").build();

  @Test
  void createAndStream_requests_areRecorded(FakeSpace space, SignalWireRestClient client) {
    VideoRooms rooms = client.video().rooms();
    rooms.createStream(rooms.create(STANDUP).getId(), "rtmp://live.example.com/app/key");

    assertThat(space.getRequests("create_room"))
        .extracting(request -> CreateRoomRequest.fromJson(request.getBody()))
        .containsExactly(STANDUP);
    assertThat(space.getRequests())
        .extracting(RecordedRequest::getOperationId)
        .containsExactly("create_room", "create_room_stream");
  }

  @Test
  void meeting_halfAnHour_isReportedAfterwards(FakeSpace space, SignalWireRestClient client) {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    RoomToken token = client.video().roomTokens().create(t -> t.roomName("standup"));

    FakeMember ines = space.join(token.getToken(), "Ines");
    space.advance(Duration.ofMinutes(30));
    ines.leave();

    RoomSession session = client.video().roomSessions().list().iterator().next();
    assertThat(session.getEndTime()).isEqualTo("2026-03-02T09:30:00Z");
    assertThat(session.getDuration()).isEqualTo(1800);
  }

  @Test
  void get_twoFaults_isRetriedUntilItSucceeds(FakeSpace space, SignalWireRestClient client) {
    Room room = space.addRoom(STANDUP);
    space.failNext(Failure.status(500).times(2));

    assertThat(client.video().rooms().get(room.getId())).isEqualTo(room);
    assertThat(space.getRequests()).hasSize(3);
  }

  @Test
  void createStream_responseLost_isNotRetriedAndTheStreamIsThere(FakeSpace space) {
    Room room = space.addRoom(STANDUP);
    VideoRooms rooms = space.getClient().video().rooms();
    space.failNext(Failure.responseLost().onOperation("create_room_stream"));

    assertThatThrownBy(() -> rooms.createStream(room.getId(), "rtmp://live.example.com/app/key"))
        .isInstanceOf(SignalWireRestTransportError.class);
    assertThat(space.getStreams(room.getId())).hasSize(1);
  }

  @Test
  void list_slowSpace_succeeds(FakeSpace space, SignalWireRestClient client) {
    Room room = space.addRoom(STANDUP);
    space.setLatency(Latency.logNormal(Duration.ofMillis(5), Duration.ofMillis(50)).seed(1));

    assertThat(client.video().rooms().list()).containsExactly(room);
  }

  @Test
  void create_planWithout1080p_isRejected(FakeSpace space) {
    space
        .wireMock()
        .stubFor(
            post("/api/video/rooms")
                .withRequestBody(matchingJsonPath("$[?(@.quality == '1080p')]"))
                .willReturn(
                    jsonResponse(
                        "{\"errors\": [{\"type\": \"validation_error\", \"code\": \"not_in_plan\","
                            + " \"message\": \"quality needs another plan\","
                            + " \"attribute\": \"quality\", \"url\": \"https://example.com\"}]}",
                        422)));
    VideoRooms rooms = space.getClient().video().rooms();

    assertThatThrownBy(() -> rooms.create(STANDUP.toBuilder().quality(Quality.HD_1080P).build()))
        .isInstanceOfSatisfying(
            SignalWireRestError.class, e -> assertThat(e.hasCode("not_in_plan")).isTrue());
    assertThat(rooms.create(STANDUP)).isEqualTo(space.getRooms().get(0));
  }

  @Test
  void demonstrate_program_receivesASpaceWithARoom() {
    List<String> names = new ArrayList<>();

    EmbeddedSpace.demonstrate(
        client -> client.video().rooms().list().forEach(room -> names.add(room.getName())));

    assertThat(names).containsExactly("standup");
  }

  @Test
  void withSettingsOfItsOwn_clock_isUsed() {
    Instant time = Instant.parse("2026-03-02T09:00:00Z");
    try (FakeSpace space = EmbeddedSpace.withSettingsOfItsOwn(Clock.fixed(time, ZoneOffset.UTC))) {
      assertThat(space.addRoom(STANDUP).getCreatedAt()).isEqualTo(time);
      assertThat(space.getProject()).isEqualTo("demo");
    }
  }
}
