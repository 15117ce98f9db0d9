package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Quality;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.VideoStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rooms and conferences with extras, which may have values that no request can set. */
@ExtendWith(FakeSpaceExtension.class)
class ExtrasTest {
  private static final CreateRoomRequest STANDUP =
      CreateRoomRequest.builder().name("standup").build();
  private static final CreateConferenceRequest OPEN_HOUSE =
      CreateConferenceRequest.builder().displayName("Open house").build();

  static Stream<Arguments> extrasOfAnotherType() {
    return Stream.of(
        Arguments.of("id", null, "id must not be null or empty"),
        Arguments.of("id", "", "id must not be null or empty"),
        Arguments.of("id", List.of("a"), "a string at $.id"),
        Arguments.of("fps", "sixty", "$.fps"),
        Arguments.of("fps", 59.94, "$.fps"),
        Arguments.of("fps", true, "$.fps"),
        Arguments.of("join_from", "soon", "$.join_from"),
        Arguments.of("join_until", 5, "$.join_until"),
        Arguments.of("max_members", "many", "$.max_members"),
        Arguments.of("max_members", List.of(1), "$.max_members"),
        Arguments.of("remove_after_seconds_elapsed", 1L << 40, "$.remove_after_seconds_elapsed"),
        Arguments.of("record_on_start", "sometimes", "$.record_on_start"),
        Arguments.of("record_on_start", "", "$.record_on_start"),
        Arguments.of("quality", Map.of(), "$.quality"),
        Arguments.of("active_session", "none", "$.active_session"),
        Arguments.of("active_session", Map.of("duration", "long"), "$.active_session.duration"));
  }

  @ParameterizedTest
  @MethodSource("extrasOfAnotherType")
  void addRoom_extraOfAnotherType_isRejectedAndNotStored(
      String name, @Nullable Object value, String reason, FakeSpace space) {
    CreateRoomRequest request = STANDUP.toBuilder().putExtra(name, value).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.addRoom(request))
        .withMessageContaining(reason);

    assertThat(space.getRooms()).isEmpty();
    Room room = space.addRoom(STANDUP);
    assertThat(space.getClient().video().rooms().list()).containsExactly(room);
  }

  @ParameterizedTest
  @CsvSource({
    "id, , id must not be null or empty",
    "name, , name must not be null or empty",
    "name, '', name must not be null or empty",
    "join_from, soon, $.join_from",
    "enable_chat, sometimes, $.enable_chat",
  })
  void addConference_extraOfAnotherType_isRejectedAndNotStored(
      String name, @Nullable String value, String reason, FakeSpace space) {
    CreateConferenceRequest request =
        CreateConferenceRequest.builder().displayName("Open house").putExtra(name, value).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.addConference(request))
        .withMessageContaining(reason);

    assertThat(space.getConferences()).isEmpty();
  }

  static Stream<Arguments> extrasThatOnlyRoomsHave() {
    return Stream.of(
        Arguments.of("remove_at", "soon"),
        Arguments.of("remove_at", "2126-03-02T09:00:00Z"),
        Arguments.of("remove_after_seconds_elapsed", "many"),
        Arguments.of("remove_after_seconds_elapsed", 1L << 60),
        Arguments.of("remove_after_seconds_elapsed", 60L),
        Arguments.of("sync_audio_video", "odd"),
        Arguments.of("prioritize_handraise", "odd"),
        Arguments.of("max_members", "many"),
        Arguments.of("fps", "many"),
        Arguments.of("fps", 30L));
  }

  @ParameterizedTest
  @MethodSource("extrasThatOnlyRoomsHave")
  void addConference_extraThatOnlyRoomsHave_hasNoEffect(
      String name, Object value, FakeSpace space) {
    Conference conference =
        space.addConference(
            CreateConferenceRequest.builder()
                .displayName("Open house")
                .putExtra(name, value)
                .build());

    VideoStream stream = space.addStream(conference.getId(), "rtmp://live.example.com/a");
    FakeMember member = space.join(token(space, conference));
    space.advance(Duration.ofDays(1));

    assertThat(conference.getExtras()).containsEntry(name, value);
    assertThat(space.getStreams(conference.getId())).containsExactly(stream);
    assertThat(stream.getFps()).isEqualTo(20);
    assertThat(member.isInside()).isTrue();
    RoomSession session = member.getSession().getState();
    assertThat(space.getClient().video().roomSessions().list()).containsExactly(session);
    assertThat(session)
        .isEqualTo(
            session.toBuilder()
                .maxMembers(50)
                .fps(20)
                .removeAt(null)
                .removeAfterSecondsElapsed(null)
                .syncAudioVideo(null)
                .prioritizeHandraise(null)
                .build());
  }

  @ParameterizedTest
  @CsvSource({
    "fps, 30, 30",
    "max_members, 30.0, 30",
    "join_from, 2026-03-02, 2026-03-02T00:00:00Z",
    "join_from, 2026-03-02T09:00:00+01:00, 2026-03-02T08:00:00Z",
    "remove_at, 2126-03-02 09:00:00, 2126-03-02T09:00:00Z",
  })
  void addRoom_extraInAnotherSpelling_isShownAsTheApiDoes(
      String name, String value, String shown, FakeSpace space) {
    space.addRoom(STANDUP.toBuilder().putExtra(name, value).build());

    assertThat(Raw.to(space).get("/rooms/standup").json().get(name).getAsString()).isEqualTo(shown);
    assertThat(space.getClient().video().rooms().list())
        .containsExactlyElementsOf(space.getRooms());
    assertThat(space.join(token(space)).isInside()).isTrue();
  }

  /** Such as the service may send, although its documentation does not say so. */
  @ParameterizedTest
  @CsvSource({
    "max_members,",
    "max_members, ''",
    "fps,",
    "quality,",
    "layout,",
    "join_from, ''",
    "join_until, ''",
    "remove_at, ''",
    "remove_after_seconds_elapsed, ''",
    "enable_room_previews, ''",
    "created_at,",
    "record_on_start,",
  })
  void addRoom_extraWithoutValue_isNoObstacle(
      String name, @Nullable String value, FakeSpace space) {
    Room room = space.addRoom(STANDUP.toBuilder().putExtra(name, value).build());

    assertThat(space.getRooms()).containsExactly(room);
    VideoRooms rooms = space.getClient().video().rooms();
    assertThat(rooms.list(q -> q.startsAfter(Instant.EPOCH).endsBefore(Instant.EPOCH))).isEmpty();
    FakeMember member = space.join(token(space));
    assertThat(member.getSession().getState().getName()).isEqualTo("standup");
    member.leave();
    assertThat(space.getLogs()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"size,", "size, ''", "quality,", "join_from, ''"})
  void addConference_extraWithoutValue_isNoObstacle(
      String name, @Nullable String value, FakeSpace space) {
    Conference conference =
        space.addConference(
            CreateConferenceRequest.builder()
                .displayName("Open house")
                .putExtra(name, value)
                .build());

    assertThat(space.join(token(space, conference)).isInside()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"max_members,", "max_members, ''", "quality,", "fps,", "fps, ''", "layout, ''"})
  void addRoom_extraWithoutValue_countsAsTheDefault(
      String name, @Nullable String value, FakeSpace space) {
    Room room = space.addRoom(STANDUP.toBuilder().putExtra(name, value).build());

    VideoStream stream = space.addStream(room.getId(), "rtmp://live.example.com/a");
    RoomSession session = space.join(token(space)).getSession().getState();

    assertThat(stream.getFps()).isEqualTo(20);
    assertThat(stream.getWidth()).isEqualTo(1280);
    assertThat(session)
        .isEqualTo(
            session.toBuilder()
                .maxMembers(20)
                .quality(Quality.HD_720P)
                .fps(20)
                .layout(Layout.GRID_RESPONSIVE)
                .build());
    for (int members = 1; members < 20; members++) {
      space.join(token(space));
    }
    assertThatIllegalStateException()
        .isThrownBy(() -> space.join(token(space)))
        .withMessage("the room is full: max_members is 20");
  }

  /** Including a size that the document does not have. */
  @ParameterizedTest
  @CsvSource({"size,, 50", "size, '', 50", "size, small, 10", "size, huge, 300", "quality,, 50"})
  void addConference_extraWithoutValue_countsAsTheDefault(
      String name, @Nullable String value, int maxMembers, FakeSpace space) {
    Conference conference =
        space.addConference(OPEN_HOUSE.toBuilder().putExtra(name, value).build());

    VideoStream stream = space.addStream(conference.getId(), "rtmp://live.example.com/a");
    RoomSession session = space.join(token(space, conference)).getSession().getState();

    assertThat(stream.getFps()).isEqualTo(20);
    assertThat(session.getMaxMembers()).isEqualTo(maxMembers);
    assertThat(session.getQuality()).isEqualTo(Quality.HD_720P);
  }

  /** Make an id taken, and return it. */
  static Stream<Named<Function<FakeSpace, String>>> takenIds() {
    return Stream.of(
        Named.of("of a room", space -> space.addRoom(STANDUP).getId()),
        Named.of("of a conference", space -> space.addConference(OPEN_HOUSE).getId()),
        Named.of(
            "of a deleted room with a session",
            space -> {
              Room room = space.addRoom(STANDUP);
              space.join(token(space));
              space.getClient().video().rooms().delete(room.getId());
              return room.getId();
            }),
        Named.of(
            "of a deleted conference with a session",
            space -> {
              Conference conference = space.addConference(OPEN_HOUSE);
              space.join(token(space, conference));
              space.getClient().video().conferences().delete(conference.getId());
              return conference.getId();
            }));
  }

  @ParameterizedTest
  @MethodSource("takenIds")
  void addRoomOrConference_idIsTaken_namesTheId(
      Function<FakeSpace, String> takeId, FakeSpace space) {
    String id = takeId.apply(space);
    List<Room> rooms = space.getRooms();
    List<Conference> conferences = space.getConferences();

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> space.addRoom(STANDUP.toBuilder().name("retro").putExtra("id", id).build()))
        .withMessageStartingWith("id must differ from those of all rooms and conferences");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.addConference(OPEN_HOUSE.toBuilder().putExtra("id", id).build()))
        .withMessageStartingWith("id must differ from those of all rooms and conferences");

    assertThat(space.getRooms()).isEqualTo(rooms);
    assertThat(space.getConferences()).isEqualTo(conferences);
    assertThat(space.addRoom(STANDUP.toBuilder().name("retro").build()).getName())
        .isEqualTo("retro");
  }

  @Test
  void addRoom_idOfADeletedRoomWhoseSessionHasEnded_startsAnotherSession(FakeSpace space) {
    Room room = space.addRoom(STANDUP);
    FakeMember first = space.join(token(space));
    space.getClient().video().rooms().delete(room.getId());
    first.leave();

    space.addRoom(STANDUP.toBuilder().putExtra("id", room.getId()).build());
    FakeMember second = space.join(token(space));

    assertThat(second.getSession().getState().getRoomId()).isEqualTo(room.getId());
    assertThat(second.getSession().getId()).isNotEqualTo(first.getSession().getId());
    assertThat(first.getSession().isRunning()).isFalse();
  }

  private static String token(FakeSpace space) {
    return space.getClient().video().roomTokens().create(t -> t.roomName("standup")).getToken();
  }

  private static String token(FakeSpace space, Conference conference) {
    return space.getConferenceTokens(conference.getId()).get(0).getToken();
  }
}
