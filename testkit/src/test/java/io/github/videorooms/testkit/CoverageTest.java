package io.github.videorooms.testkit;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The space simulates what the document describes and nothing else, and no less than it did. */
@ExtendWith(FakeSpaceExtension.class)
class CoverageTest {
  private static final Path GUIDE = Path.of("../docs/testing.md");
  private static final String NOT_SIMULATED = "Operations that are not simulated in this version: ";

  @Test
  void operations_thatAreSimulated_areDocumented() {
    assertThat(documented()).containsAll(simulated());
  }

  @Test
  void operations_thatAreSimulated_areNoFewerThanBefore() {
    assertThat(simulated()).hasSizeGreaterThanOrEqualTo(32);
  }

  @Test
  void operations_thatAreNotSimulated_areInTheGuide() throws IOException {
    String line = NOT_SIMULATED + notSimulated();
    if (Boolean.getBoolean("docs.update")) {
      String page = Files.readString(GUIDE);
      Files.writeString(GUIDE, page.replaceFirst("(?m)^" + NOT_SIMULATED + ".*$", line));
    }

    assertThat(Files.readString(GUIDE).lines())
        .as("renew it with -Ddocs.update=true")
        .contains(line);
  }

  @ParameterizedTest
  @CsvSource({
    "Room, rooms?include_active_session=true, 23",
    "Conference, conferences?include_active_session=true, 29",
    "RoomSession, room_sessions, 26",
    "RoomSessionMember, room_sessions/{session}/members, 7",
    "RoomRecording, room_sessions/{session}/recordings, 12",
    "RoomRecording, room_recordings, 12",
    "VideoStream, rooms/{room}/streams, 8",
    "VideoEvent, room_sessions/{session}/events, 10",
    "ConferenceToken, conferences/{conference}/conference_tokens, 4",
    "VideoLog, logs, 12",
  })
  void items_ofAList_haveDocumentedFieldsAndNoFewerThanBefore(
      String schema, String list, int fields, FakeSpace space) {
    String path = new FilledSpace(space).path(list);

    Set<String> shown = items(space, path).flatMap(item -> item.keySet().stream()).collect(toSet());

    assertThat(Document.schema(schema).getAsJsonObject("properties").keySet()).containsAll(shown);
    assertThat(shown).hasSizeGreaterThanOrEqualTo(fields);
  }

  @Test
  void activeSession_ofARoom_hasDocumentedFieldsAndNoFewerThanBefore(FakeSpace space) {
    new FilledSpace(space);

    Set<String> shown =
        items(space, "rooms?include_active_session=true")
            .flatMap(room -> room.getAsJsonObject("active_session").keySet().stream())
            .collect(toSet());

    assertThat(Document.schema("ActiveSession").getAsJsonObject("properties").keySet())
        .containsAll(shown);
    assertThat(shown).hasSizeGreaterThanOrEqualTo(29);
  }

  private static Stream<JsonObject> items(FakeSpace space, String list) {
    return Raw.to(space).get("/" + list).json().getAsJsonArray("data").asList().stream()
        .map(JsonElement::getAsJsonObject);
  }

  private static Set<String> documented() {
    return Document.operations().stream().map(Document.Operation::key).collect(toSet());
  }

  private static String notSimulated() {
    Set<String> simulated = simulated();
    String operations =
        ApiDescription.current().operations().stream()
            .filter(operation -> !simulated.contains(operation.key()))
            .map(operation -> "`" + operation.address() + "`")
            .sorted()
            .collect(joining(", "));
    return operations.isEmpty() ? "none." : operations + ".";
  }

  private static Set<String> simulated() {
    Signer signer = Signer.withRandomSecret();
    Project project =
        new Project(
            ApiDescription.current(), "", new SpaceClock(Clock.systemUTC()), 1, signer, () -> "");
    RoomTokens tokens = new RoomTokens(signer, project.now);
    return new VideoApi("", "", project, tokens, new Cursors(signer)).simulated();
  }

  /** A space with something of each kind. */
  private static final class FilledSpace {
    private final String room;
    private final String conference;
    private final String session;

    FilledSpace(FakeSpace space) {
      this.room =
          space
              .addRoom(CreateRoomRequest.builder().name("standup").recordOnStart(true).build())
              .getId();
      this.conference =
          space
              .addConference(CreateConferenceRequest.builder().displayName("Open house").build())
              .getId();
      space.addStream(room, "rtmp://live.example.com/a");
      this.session = join(space, "standup").getSession().getId();
      space.join(space.getConferenceTokens(conference).get(0).getToken());
      join(space, "other").leave();
    }

    String path(String template) {
      return template
          .replace("{room}", room)
          .replace("{conference}", conference)
          .replace("{session}", session);
    }

    private static FakeMember join(FakeSpace space, String room) {
      CreateRoomTokenRequest token = CreateRoomTokenRequest.builder().roomName(room).build();
      return space.join(space.getClient().video().roomTokens().create(token).getToken());
    }
  }
}
