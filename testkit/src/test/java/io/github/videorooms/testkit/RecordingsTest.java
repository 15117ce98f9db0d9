package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonObject;
import io.github.videorooms.api.RoomRecordingsApi;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.RoomRecordingStatus;
import io.github.videorooms.model.VideoEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class RecordingsTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final String UNKNOWN = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @Test
  void recordOnStart_recordsFromTheStartToTheEnd(FakeSpace space) {
    space.setTime(NINE);
    space.addRoom(CreateRoomRequest.builder().name("standup").recordOnStart(true).build());
    FakeMember member = join(space);
    space.advance(Duration.ofMinutes(10));
    RoomRecording running = space.getRecordings().get(0).getState();
    member.leave();

    RoomRecording recording = space.getRecordings().get(0).getState();
    assertThat(running.getStatus()).isEqualTo(RoomRecordingStatus.RECORDING);
    assertThat(running.getDuration()).isEqualTo(600);
    assertThat(running.getUri()).isNull();
    assertThat(running.getFinishedAt()).isNull();
    assertThat(recording.getRoomSessionId()).isEqualTo(member.getSession().getId());
    assertThat(recording.getStatus()).isEqualTo(RoomRecordingStatus.COMPLETED);
    assertThat(recording.getStartedAt()).isEqualTo(NINE);
    assertThat(recording.getFinishedAt()).isEqualTo(NINE.plusSeconds(600));
    assertThat(recording.getDuration()).isEqualTo(600);
    assertThat(recording.getFormat()).isEqualTo("video/mp4");
    assertThat(recording.getCostInDollars()).isEqualByComparingTo("0.027");
    assertThat(recording.getUri()).startsWith(space.getUrl() + "/storage/");
  }

  @Test
  void recordOnStart_recording_canBePausedAndStopped(FakeSpace space) {
    space.addRoom(CreateRoomRequest.builder().name("standup").recordOnStart(true).build());
    FakeSession session = join(space).getSession();

    FakeRecording recording = session.getRecordings().get(0);
    recording.pause();
    recording.stop();

    assertThat(recording.getState().getStatus()).isEqualTo(RoomRecordingStatus.COMPLETED);
    assertThat(session.isRunning()).isTrue();
  }

  @Test
  void startRecording_stopped_isCompleted(FakeSpace space) {
    space.setTime(NINE);
    FakeSession session = join(space).getSession();
    FakeRecording recording = session.startRecording();
    space.advance(Duration.ofSeconds(10));
    recording.stop();
    space.advance(Duration.ofSeconds(10));
    recording.stop();

    assertThat(recording.getState().getDuration()).isEqualTo(10);
    assertThat(recording.getContent()).hasSize(recording.getState().getSizeInBytes().intValue());
    assertThat(session.isRunning()).isTrue();
    assertThat(session.getRecordings())
        .extracting(FakeRecording::getId)
        .containsExactly(recording.getId());
  }

  @Test
  void pause_time_isNotRecorded(FakeSpace space) {
    space.setTime(NINE);
    FakeSession session = join(space).getSession();
    FakeRecording recording = session.startRecording();
    space.advance(Duration.ofSeconds(10));
    recording.pause();
    recording.pause();
    space.advance(Duration.ofSeconds(20));
    assertThat(recording.getState().getStatus()).isEqualTo(RoomRecordingStatus.PAUSED);
    assertThat(recording.getState().getDuration()).isEqualTo(10);
    recording.resume();
    recording.resume();
    space.advance(Duration.ofSeconds(5));
    recording.stop();

    assertThat(recording.getState().getDuration()).isEqualTo(15);
    assertThat(session.getEvents())
        .filteredOn(event -> recording.getId().equals(event.getRoomRecordingId()))
        .extracting(VideoEvent::getName)
        .containsExactly(
            "recording.started", "recording.paused", "recording.resumed", "recording.ended");
  }

  @Test
  void handle_usedTooLate_isRejected(FakeSpace space) {
    FakeSession session = join(space).getSession();
    FakeRecording recording = session.startRecording();
    assertThatIllegalStateException().isThrownBy(recording::getContent);
    session.end();

    assertThatIllegalStateException().isThrownBy(session::startRecording);
    assertThatIllegalStateException().isThrownBy(recording::pause);
    assertThatIllegalStateException().isThrownBy(recording::resume);
  }

  @Test
  void list_recordings_returnsThoseOfTheSpace(FakeSpace space) {
    space.setTime(NINE);
    FakeSession session = join(space).getSession();
    session.startRecording().stop();
    session.startRecording();

    assertThat(Sent.body(api(space).listRoomRecordings(Map.of())).getData())
        .isEqualTo(space.getRecordings().stream().map(FakeRecording::getState).toList())
        .hasSize(2);
    JsonObject page = Raw.to(space).get("/room_recordings?media_ttl=60&page_size=1").json();
    assertThat(page.getAsJsonObject("links").get("next").getAsString()).contains("media_ttl=60");
  }

  @Test
  void get_recording_matchesItsHandle(FakeSpace space) {
    space.setTime(NINE);
    FakeRecording recording = join(space).getSession().startRecording();
    recording.stop();

    assertThat(Sent.body(api(space).getRoomRecording(recording.getId(), Map.of())))
        .isEqualTo(recording.getState());
  }

  @Test
  void get_mediaTtl_isInTheUri(FakeSpace space) {
    space.setTime(NINE);
    FakeRecording recording = join(space).getSession().startRecording();
    recording.stop();

    RoomRecording shown =
        Sent.body(api(space).getRoomRecording(recording.getId(), Map.of("media_ttl", "60")));

    assertThat(shown.getUri()).contains("expires=" + NINE.plusSeconds(60).getEpochSecond());
    assertThat(recording.getState().getUri())
        .contains("expires=" + NINE.plusSeconds(900).getEpochSecond());
  }

  @Test
  @OffContract
  void get_negativeTtl_isRejected(FakeSpace space) {
    assertThat(Raw.to(space).get("/room_recordings?media_ttl=-1").problems())
        .containsExactly("media_ttl: invalid_parameter");
  }

  @Test
  void listEvents_ofARecording_returnsItsOwn(FakeSpace space) {
    FakeSession session = join(space).getSession();
    FakeRecording first = session.startRecording();
    session.startRecording();
    first.stop();

    List<VideoEvent> events =
        Sent.body(api(space).listRoomRecordingEvents(first.getId(), Map.of())).getData();

    assertThat(events)
        .extracting(VideoEvent::getName)
        .containsExactly("recording.started", "recording.ended");
    assertThat(events).extracting(VideoEvent::getRoomRecordingId).containsOnly(first.getId());
  }

  @Test
  void delete_recording_removesIt(FakeSpace space) {
    FakeSession session = join(space).getSession();
    FakeRecording recording = session.startRecording();

    assertThat(Sent.status(api(space).deleteRoomRecording(recording.getId()))).isEqualTo(204);

    assertThat(space.getRecordings()).isEmpty();
    assertThatIllegalStateException()
        .isThrownBy(recording::getState)
        .withMessageContaining("deleted");
    session.end();
    assertThat(space.getLogs()).hasSize(1);
  }

  @Test
  void unknownRecording_anyOperation_isNotFound(FakeSpace space) {
    assertThat(Sent.status(api(space).getRoomRecording(UNKNOWN, Map.of()))).isEqualTo(404);
    assertThat(Sent.status(api(space).deleteRoomRecording(UNKNOWN))).isEqualTo(404);
    assertThat(Sent.status(api(space).listRoomRecordingEvents(UNKNOWN, Map.of()))).isEqualTo(404);
  }

  private static RoomRecordingsApi api(FakeSpace space) {
    return space.getClient().api(RoomRecordingsApi.class);
  }

  private static FakeMember join(FakeSpace space) {
    CreateRoomTokenRequest request = CreateRoomTokenRequest.builder().roomName("standup").build();
    return space.join(space.getClient().video().roomTokens().create(request).getToken());
  }
}
