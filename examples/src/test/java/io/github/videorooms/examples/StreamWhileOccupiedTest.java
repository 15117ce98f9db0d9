package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.Video;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeMember;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class StreamWhileOccupiedTest {
  private static final String TARGET = "rtmp://live.example.com/app/stream-key";

  @Test
  void stream_participantsComeAndGo_lastsUntilTheLastLeaves(FakeSpace space) throws Exception {
    Room room = room(space);
    FakeMember ada = join(space);
    List<Integer> streamsSeen = new ArrayList<>();
    List<Runnable> events = new ArrayList<>();
    List<FakeMember> late = new ArrayList<>();
    events.add(() -> late.add(join(space)));
    events.add(ada::leave);
    events.add(() -> late.get(0).leave());

    boolean streamed =
        program(
            space.getClient().video(),
            () -> {
              streamsSeen.add(space.getStreams(room.getId()).size());
              events.remove(0).run();
            })
            .stream("standup", TARGET);

    assertThat(streamed).isTrue();
    assertThat(streamsSeen).containsExactly(1, 1, 1);
    assertThat(space.getStreams(room.getId())).isEmpty();
  }

  @Test
  void stream_newSessionBetweenTwoPolls_continues(FakeSpace space) throws Exception {
    Room room = room(space);
    List<FakeMember> inside = new ArrayList<>(List.of(join(space)));
    List<Runnable> events = new ArrayList<>();
    events.add(
        () -> {
          inside.remove(0).leave();
          inside.add(join(space));
        });
    events.add(() -> inside.remove(0).leave());

    program(space.getClient().video(), () -> events.remove(0).run()).stream("standup", TARGET);

    assertThat(events).isEmpty();
    assertThat(space.getSessions()).hasSize(2);
    assertThat(space.getStreams(room.getId())).isEmpty();
  }

  @Test
  void stream_emptyRoom_isNotStarted(FakeSpace space) throws Exception {
    room(space);

    assertThat(streamOnce(space)).isFalse();

    assertThat(space.getRequests()).noneMatch(request -> request.getMethod().equals("POST"));
  }

  @Test
  void stream_sessionsCannotBeRead_stopsTheStream(FakeSpace space) {
    Room room = room(space);
    join(space);

    assertThatThrownBy(
            () ->
                program(
                    impatient(space).video(),
                    () -> space.failNext(Failure.status(500).onOperation("list_room_sessions")))
                    .stream("standup", TARGET))
        .isInstanceOf(SignalWireRestError.class)
        .hasMessageContaining("500");

    assertThat(space.getStreams(room.getId())).isEmpty();
  }

  @Test
  void stream_startResponseIsLost_stopsTheStream(FakeSpace space) {
    Room room = room(space);
    String others = space.addStream(room.getId(), TARGET).getId();
    join(space);
    space.failNext(Failure.responseLost().onOperation("create_room_stream"));

    assertThatThrownBy(() -> streamOnce(space)).isInstanceOf(SignalWireRestError.class);

    assertThat(space.getStreams(room.getId())).extracting(s -> s.getId()).containsExactly(others);
  }

  @Test
  void stream_cleanupFailsToo_reportsBoth(FakeSpace space) {
    room(space);
    join(space);

    assertThatThrownBy(
            () ->
                program(
                    impatient(space).video(),
                    () -> {
                      space.failNext(Failure.status(500).onOperation("list_room_sessions"));
                      space.failNext(Failure.status(500).onOperation("delete_stream"));
                    })
                    .stream("standup", TARGET))
        .hasMessageContaining("GET")
        .satisfies(
            thrown ->
                assertThat(thrown.getSuppressed())
                    .anySatisfy(also -> assertThat(also).hasMessageContaining("DELETE")));
  }

  @Test
  void stream_roomIsDeletedMeanwhile_endsNormally(FakeSpace space) throws Exception {
    Room room = room(space);
    FakeMember ada = join(space);

    boolean streamed =
        program(
            space.getClient().video(),
            () -> {
              space.getClient().video().rooms().delete(room.getId());
              ada.leave();
            })
            .stream("standup", TARGET);

    assertThat(streamed).isTrue();
  }

  @Test
  void stream_interrupted_stopsTheStream(FakeSpace space) {
    Room room = room(space);
    join(space);

    assertThatThrownBy(
            () ->
                program(
                    space.getClient().video(),
                    () -> {
                      Thread.currentThread().interrupt();
                      Thread.sleep(60_000);
                    })
                    .stream("standup", TARGET))
        .isInstanceOf(InterruptedException.class);

    assertThat(space.getStreams(room.getId())).isEmpty();
  }

  @Test
  void stream_interruptedDuringACall_stopsTheStreamAndPreservesTheInterrupt(FakeSpace space) {
    Room room = room(space);
    join(space);

    assertThatThrownBy(
            () ->
                program(space.getClient().video(), () -> Thread.currentThread().interrupt()).stream(
                    "standup", TARGET))
        .isInstanceOf(SignalWireRestError.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(space.getStreams(room.getId())).isEmpty();
  }

  @Test
  void main_noCredentials_saysWhatItNeeds(FakeSpace space) throws Exception {
    Map<String, String> settings = Map.of("STREAM_URL", TARGET, "SIGNALWIRE_PROJECT_ID", "");

    try (OwnProcess program =
        OwnProcess.of(StreamWhileOccupied.class, space, settings, "standup")) {
      assertThat(program.errors()).contains("SIGNALWIRE_PROJECT_ID").doesNotContain("\tat ");
      assertThat(program.exitStatus()).isEqualTo(2);
    }
  }

  @Test
  void main_noArguments_saysWhatItNeeds(FakeSpace space) throws Exception {
    try (OwnProcess program = OwnProcess.of(StreamWhileOccupied.class, space, Map.of())) {
      assertThat(program.errors()).contains("Usage", "STREAM_URL");
      assertThat(program.exitStatus()).isEqualTo(2);
    }
    assertThat(space.getRequests()).isEmpty();
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it knows only how to kill a process")
  void main_stoppedMidway_stopsTheStream(FakeSpace space) throws Exception {
    Room room = room(space);
    join(space);
    try (OwnProcess program =
        OwnProcess.of(StreamWhileOccupied.class, space, Map.of("STREAM_URL", TARGET), "standup")) {
      awaitStream(space, room);

      program.stop();

      assertThat(program.output() + program.errors()).doesNotContain("stream-key");
    }
    assertThat(space.getStreams(room.getId())).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void main_fullDisk_exitsWithOneAndSaysSo(FakeSpace space) throws Exception {
    room(space);

    try (OwnProcess program =
        OwnProcess.into(
            Path.of("/dev/full"),
            StreamWhileOccupied.class,
            space,
            Map.of("STREAM_URL", TARGET),
            "standup")) {
      assertThat(program.errors().strip()).isEqualTo("Standard output cannot be written.");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_callFails_exitsWithOneAndSaysSo(FakeSpace space) throws Exception {
    try (OwnProcess program =
        OwnProcess.of(
            StreamWhileOccupied.class, space, Map.of("STREAM_URL", TARGET), "no-such-room")) {
      assertThat(program.errors()).startsWith("Failed: GET").contains("404");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  private static void awaitStream(FakeSpace space, Room room) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofMinutes(1));
    while (space.getStreams(room.getId()).isEmpty() && Instant.now().isBefore(deadline)) {
      Thread.sleep(20);
    }
    assertThat(space.getStreams(room.getId())).hasSize(1);
  }

  private static boolean streamOnce(FakeSpace space) throws InterruptedException {
    return program(
        space.getClient().video(),
        () -> {
          throw new AssertionError("there is nothing to wait for");
        })
        .stream("standup", TARGET);
  }

  private static StreamWhileOccupied program(Video video, StreamWhileOccupied.Pause pause) {
    return new StreamWhileOccupied(video, pause, new Leftovers(System.err));
  }

  /** So that one failure is enough. */
  private static SignalWireRestClient impatient(FakeSpace space) {
    return space.getClient().withOptions(options -> options.maxRetries(0));
  }

  private static Room room(FakeSpace space) {
    return space.addRoom(CreateRoomRequest.builder().name("standup").build());
  }

  private static FakeMember join(FakeSpace space) {
    return space.join(
        space.getClient().video().roomTokens().create(t -> t.roomName("standup")).getToken());
  }
}
