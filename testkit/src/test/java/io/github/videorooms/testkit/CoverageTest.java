package io.github.videorooms.testkit;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shows that the space does what the document tells of, and nothing else. What the vendor has added
 * and nobody has written yet is listed for all to see, and answered as such.
 */
@ExtendWith(FakeSpaceExtension.class)
class CoverageTest {
  private static final Path UNPLAYED =
      Path.of("src/main/resources/io/github/videorooms/testkit/unplayed.txt");
  private static final Map<String, String> LISTS =
      Map.of(
          "rooms?include_active_session=true", "Room",
          "conferences?include_active_session=true", "Conference",
          "room_sessions", "RoomSession",
          "room_sessions/{session}/members", "RoomSessionMember",
          "room_sessions/{session}/recordings", "RoomRecording",
          "room_recordings", "RoomRecording",
          "rooms/{room}/streams", "VideoStream",
          "conferences/{conference}/conference_tokens", "ConferenceToken");

  private final SortedSet<String> unplayed = new TreeSet<>();

  @Test
  void space_playsTheDocument_butForWhatIsListed(FakeSpace space) throws IOException {
    compare("", documentedOperations(), operationsOfTheSpace());
    UnaryOperator<String> filled = fill(space);
    LISTS.forEach((list, schema) -> compareItem(schema, items(space, filled.apply(list)).get(0)));
    compareMembers(
        "VideoEvent", items(space, filled.apply("room_sessions/{session}/events")).stream());
    compareMembers("VideoLog", logs(space));
    if (Boolean.getBoolean("docs.update")) {
      Stream<String> head =
          Files.readAllLines(UNPLAYED).stream().filter(line -> line.startsWith("#"));
      Files.write(UNPLAYED, Stream.concat(head, unplayed.stream()).toList());
    }
    assertThat(new Unplayed(Files.readString(UNPLAYED)).lines())
        .as("renew " + UNPLAYED + " with -Ddocs.update=true")
        .containsExactlyElementsOf(unplayed);
  }

  @Test
  void operations_ofTheSpace_areNoFewerThanTheyWere() {
    assertThat(operationsOfTheSpace()).hasSizeGreaterThanOrEqualTo(32);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, rooms/1/lock, 501",
    "POST, rooms/1/locks, 404",
    "GET, rooms/1/lock, 404",
    "GET, quota/daily, 501"
  })
  void operation_listedAsUnplayed_isAnsweredSo(String method, String path, int status) {
    VideoApi api =
        api("# new\nPOST /api/video/rooms/{id}/lock\nGET /api/video/quota/daily\nRoom.topic\n");

    assertThat(api.answer(request(method, "/api/video/" + path)).status).isEqualTo(status);
  }

  /** Nothing is played that is not documented; what is documented and not played is noted. */
  private void compare(String prefix, Set<String> documented, Set<String> played) {
    assertThat(documented).containsAll(played);
    documented.stream()
        .filter(each -> !played.contains(each))
        .forEach(each -> unplayed.add(prefix + each));
  }

  private void compareItem(String schema, JsonElement item) {
    compareMembers(schema, Stream.of(item));
    if (item.getAsJsonObject().has("active_session")) {
      compareItem("ActiveSession", item.getAsJsonObject().get("active_session"));
    }
  }

  /** The members that some items have together. */
  private void compareMembers(String schema, Stream<JsonElement> items) {
    compare(
        schema + ".",
        Document.schema(schema).getAsJsonObject("properties").keySet(),
        items.flatMap(item -> item.getAsJsonObject().keySet().stream()).collect(toSet()));
  }

  private static Set<String> documentedOperations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonElement> path : Document.paths().asMap().entrySet()) {
      for (String method : path.getValue().getAsJsonObject().keySet()) {
        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    return operations;
  }

  private static Set<String> operationsOfTheSpace() {
    return api("").operations().stream()
        .map(operation -> operation.replaceFirst(" ", " /api/video/"))
        .collect(toSet());
  }

  /** One log, before it is discarded and after. */
  private static Stream<JsonElement> logs(FakeSpace space) {
    space.session(space.sessions().get(0).getId()).end();
    String path = "/logs/" + space.logs().get(0).getId();
    JsonElement kept = Raw.to(space).get(path).json();
    space.discardLog(space.logs().get(0).getId());
    return Stream.of(kept, Raw.to(space).get(path).json());
  }

  private static List<JsonElement> items(FakeSpace space, String list) {
    return Raw.to(space).get("/" + list).json().getAsJsonArray("data").asList();
  }

  /** Fills a space with one thing of each kind; returns what fills a path with their ids. */
  private static UnaryOperator<String> fill(FakeSpace space) {
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
    return path ->
        path.replace("{room}", room)
            .replace("{conference}", conference)
            .replace("{session}", session);
  }

  private static RecordedRequest request(String method, String path) {
    String credentials =
        Base64.getEncoder().encodeToString("project:token".getBytes(StandardCharsets.UTF_8));
    return new RecordedRequest(
        method,
        HttpUrl.get("https://acme.signalwire.com" + path),
        Map.of("Authorization", List.of("Basic " + credentials)),
        "");
  }

  private static VideoApi api(String unplayed) {
    Signer signer = new Signer("secret".getBytes(StandardCharsets.UTF_8));
    Project project =
        new Project("project", new SpaceClock(Clock.systemUTC()), 1, signer, () -> "");
    return new VideoApi(
        "project",
        "token",
        project,
        new RoomTokens(signer, project.now),
        new Cursors(signer),
        new Unplayed(unplayed));
  }
}
