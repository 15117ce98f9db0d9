package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows that the space does all that the document tells of, and tells all of it. */
@ExtendWith(FakeSpaceExtension.class)
class CoverageTest {
  @Test
  void operations_areThoseOfTheDocument() {
    Set<String> documented = new TreeSet<>();
    for (Map.Entry<String, ?> path : Document.paths().entrySet()) {
      for (String method : ((JsonObject) path.getValue()).keySet()) {
        documented.add(
            method.toUpperCase(Locale.ROOT) + path.getKey().replaceFirst("/api/video/", " "));
      }
    }

    assertThat(api().operations()).containsExactlyInAnyOrderElementsOf(documented).hasSize(32);
  }

  @ParameterizedTest
  @CsvSource({
    "rooms?include_active_session=true, Room",
    "conferences?include_active_session=true, Conference",
    "room_sessions, RoomSession",
    "room_sessions/{session}/members, RoomSessionMember",
    "room_sessions/{session}/recordings, RoomRecording",
    "room_recordings, RoomRecording",
    "rooms/{room}/streams, VideoStream",
    "conferences/{conference}/conference_tokens, ConferenceToken"
  })
  void item_ofAList_hasTheMembersOfTheDocument(String list, String schema, FakeSpace space) {
    JsonObject item =
        Raw.to(space)
            .get("/" + fill(space, list))
            .json()
            .getAsJsonArray("data")
            .get(0)
            .getAsJsonObject();

    assertThat(item.keySet()).containsExactlyInAnyOrderElementsOf(membersOf(schema));
    if (item.has("active_session")) {
      assertThat(item.getAsJsonObject("active_session").keySet())
          .containsExactlyInAnyOrderElementsOf(membersOf("ActiveSession"));
    }
  }

  @Test
  void log_discardedOrNot_hasTheMembersOfTheDocument(FakeSpace space) {
    fill(space, "");
    space.session(space.sessions().get(0).getId()).end();
    String path = "/logs/" + space.logs().get(0).getId();

    Set<String> members = new TreeSet<>(Raw.to(space).get(path).json().keySet());
    space.discardLog(space.logs().get(0).getId());
    members.addAll(Raw.to(space).get(path).json().keySet());

    assertThat(members).containsExactlyInAnyOrderElementsOf(membersOf("VideoLog"));
  }

  @Test
  void events_together_haveTheMembersOfTheDocument(FakeSpace space) {
    Set<String> members = new TreeSet<>();
    Raw.to(space)
        .get("/" + fill(space, "room_sessions/{session}/events"))
        .json()
        .getAsJsonArray("data")
        .forEach(event -> members.addAll(event.getAsJsonObject().keySet()));

    assertThat(members).containsExactlyInAnyOrderElementsOf(membersOf("VideoEvent"));
  }

  /** Fills a space with one thing of each kind, and a path with their ids. */
  private static String fill(FakeSpace space, String path) {
    String room =
        space
            .addRoom(CreateRoomRequest.builder().name("standup").recordOnStart(true).build())
            .getId();
    String conference =
        space
            .addConference(CreateConferenceRequest.builder().displayName("Open house").build())
            .getId();
    space.addStream(room, "rtmp://live.example.com/a");
    CreateRoomTokenRequest token = CreateRoomTokenRequest.builder().roomName("standup").build();
    String session =
        space.join(space.client().video().roomTokens().create(token).getToken()).session().id();
    space.join(space.conferenceTokens(conference).get(0).getToken());
    return path.replace("{room}", room)
        .replace("{conference}", conference)
        .replace("{session}", session);
  }

  private static Set<String> membersOf(String schema) {
    return Document.schema(schema).getAsJsonObject("properties").keySet();
  }

  private static VideoApi api() {
    Signer signer = new Signer("secret".getBytes(StandardCharsets.UTF_8));
    Project project =
        new Project("project", new SpaceClock(Clock.systemUTC()), 1, signer, () -> "");
    return new VideoApi(
        "project", "token", project, new RoomTokens(signer, project.now), new Cursors(signer));
  }
}
