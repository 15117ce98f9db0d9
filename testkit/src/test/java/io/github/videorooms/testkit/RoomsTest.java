package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import io.github.videorooms.ErrorItem;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.api.RoomsApi.GetRoomQuery;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Quality;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.UpdateRoomRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class RoomsTest {
  private static final String UNKNOWN = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @Test
  void create_onlyAName_hasTheDefaults(Contract contract) {
    Instant now = Instant.parse("2026-03-02T08:15:30.987Z");
    FakeSpace space = contract.start(FakeSpace.builder().clock(Clock.fixed(now, ZoneOffset.UTC)));

    Room room = rooms(space).create(named("standup"));

    assertThat(room)
        .isEqualTo(
            room.toBuilder()
                .name("standup")
                .displayName("standup")
                .description(null)
                .joinFrom(null)
                .joinUntil(null)
                .removeAt(null)
                .removeAfterSecondsElapsed(null)
                .syncAudioVideo(null)
                .activeSession(null)
                .maxMembers(20)
                .quality(Quality.HD_720P)
                .fps(20)
                .layout(Layout.GRID_RESPONSIVE)
                .recordOnStart(false)
                .toneOnEntryAndExit(true)
                .roomJoinVideoOff(false)
                .userJoinVideoOff(false)
                .enableRoomPreviews(false)
                .meta(Map.of())
                .prioritizeHandraise(false)
                .createdAt(Instant.parse("2026-03-02T08:15:30Z"))
                .updatedAt(Instant.parse("2026-03-02T08:15:30Z"))
                .build());
    assertThat(UUID.fromString(room.getId())).isNotNull();
  }

  @Test
  void create_onlyAName_includesFieldsWithoutAValue(FakeSpace space) {
    JsonObject room = Raw.to(space).post("/rooms", "{\"name\":\"standup\"}").json();

    assertThat(room.keySet()).contains("description", "join_from", "sync_audio_video");
    assertThat(room.get("description").isJsonNull()).isTrue();
  }

  @Test
  void create_everyField_isStored(FakeSpace space) {
    CreateRoomRequest request =
        named("review").toBuilder()
            .displayName("Design review ✨")
            .description("Sketches")
            .maxMembers(300)
            .quality(Quality.HD_1080P)
            .joinFrom(Instant.parse("2026-04-08T13:45:00Z"))
            .joinUntil(Instant.parse("2026-04-08T16:00:00.5Z"))
            .removeAt(Instant.parse("2026-04-08T16:30:00Z"))
            .removeAfterSecondsElapsed(200_000)
            .layout(Layout.LAYOUT_5X5)
            .recordOnStart(true)
            .enableRoomPreviews(true)
            .meta(Map.of("team", "interface", "season", 2))
            .syncAudioVideo(true)
            .build();

    Room room = rooms(space).create(request);

    assertThat(room.toUpdateRequest())
        .isEqualTo(
            UpdateRoomRequest.builder()
                .displayName("Design review ✨")
                .description("Sketches")
                .maxMembers(300)
                .quality(Quality.HD_1080P)
                .joinFrom(Instant.parse("2026-04-08T13:45:00Z"))
                .joinUntil(Instant.parse("2026-04-08T16:00:00.5Z"))
                .removeAt(Instant.parse("2026-04-08T16:30:00Z"))
                .removeAfterSecondsElapsed(200_000)
                .layout(Layout.LAYOUT_5X5)
                .recordOnStart(true)
                .enableRoomPreviews(true)
                .meta(Map.of("team", "interface", "season", 2))
                .syncAudioVideo(true)
                .build());
    assertThat(rooms(space).get(room.getId())).isEqualTo(room);
  }

  @Test
  void create_unknownField_isDropped(FakeSpace space) {
    Room room =
        rooms(space).create(named("standup").toBuilder().putExtra("max_participants", 3).build());

    assertThat(room.getExtras()).isEmpty();
    assertThat(room.getMaxMembers()).isEqualTo(20);
  }

  @Test
  void create_takenName_isRejected(FakeSpace space) {
    rooms(space).create(named("standup"));

    SignalWireRestError error = rejected(() -> rooms(space).create(named("standup")));

    assertThat(error.getStatusCode()).isEqualTo(422);
    assertThat(error.getErrors()).hasSize(1);
    ErrorItem item = error.getErrors().get(0);
    assertThat(item.getType()).isEqualTo("validation_error");
    assertThat(item.getCode()).isEqualTo("not_unique_within_project");
    assertThat(item.getAttribute()).isEqualTo("name");
    assertThat(item.getMessage()).isEqualTo("name must be unique within project");
    assertThat(item.getUrl()).startsWith("https://").endsWith("#not_unique_within_project");
    assertThat(space.getRooms()).hasSize(1);
  }

  @Test
  void create_nullField_isTreatedAsAbsent(FakeSpace space) {
    Room room =
        rooms(space)
            .create(
                named("standup").toBuilder()
                    .putExtra("display_name", null)
                    .putExtra("max_members", null)
                    .build());

    assertThat(room.getDisplayName()).isEqualTo("standup");
    assertThat(room.getMaxMembers()).isEqualTo(20);
  }

  @Test
  void create_untilBeforeFrom_isRejected(FakeSpace space) {
    CreateRoomRequest request =
        named("standup").toBuilder()
            .joinFrom(Instant.parse("2026-04-08T13:45:00Z"))
            .joinUntil(Instant.parse("2026-04-08T13:44:59Z"))
            .build();

    SignalWireRestError error = rejected(() -> rooms(space).create(request));

    assertThat(error.hasCode("invalid_join_until_date")).isTrue();
    assertThat(error.getErrors().get(0).getAttribute()).isEqualTo("join_until");
  }

  @Test
  void create_untilEqualsFrom_isAccepted(FakeSpace space) {
    Instant time = Instant.parse("2026-04-08T13:45:00Z");

    Room room =
        rooms(space).create(named("standup").toBuilder().joinFrom(time).joinUntil(time).build());

    assertThat(room.getJoinUntil()).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-08T13:45:00+02:00, 2026-04-08T11:45:00Z",
    "2026-04-08T13:45:00.123456Z, 2026-04-08T13:45:00.123456Z"
  })
  void create_timeWithOffsetOrFraction_isStoredInUtc(String sent, Instant kept, FakeSpace space) {
    Room room =
        rooms(space).create(named("standup").toBuilder().putExtra("join_from", sent).build());

    assertThat(room.getJoinFrom()).isEqualTo(kept);
  }

  @Test
  @OffContract
  void create_onlyADate_isMidnightUtc(FakeSpace space) {
    Room room =
        rooms(space)
            .create(named("standup").toBuilder().putExtra("remove_at", "2026-04-08").build());

    assertThat(room.getRemoveAt()).isEqualTo("2026-04-08T00:00:00Z");
  }

  @Test
  void create_metaOfTwoThousandCharacters_isAccepted(FakeSpace space) {
    Map<String, String> meta = Map.of("a", "x".repeat(2000 - "{\"a\":\"\"}".length()));

    Room room = rooms(space).create(named("standup").toBuilder().meta(meta).build());

    assertThat(room.getMeta()).isEqualTo(meta);
  }

  @Test
  void create_longerMeta_isRejected(FakeSpace space) {
    Map<String, String> meta = Map.of("a", "x".repeat(2001 - "{\"a\":\"\"}".length()));

    SignalWireRestError error =
        rejected(() -> rooms(space).create(named("standup").toBuilder().meta(meta).build()));

    assertThat(error.getErrors().get(0).getAttribute()).isEqualTo("meta");
    assertThat(error.hasCode("invalid_parameter")).isTrue();
  }

  @Test
  void get_idOrName_returnsTheSameRoom(FakeSpace space) {
    Room room = rooms(space).create(named("standup"));

    assertThat(rooms(space).get(room.getId())).isEqualTo(room);
    assertThat(rooms(space).getByName("standup")).isEqualTo(room);
  }

  @Test
  void get_nameThatIsTheIdOfAnother_returnsTheOther(FakeSpace space) {
    Room first = rooms(space).create(named("first"));
    rooms(space).create(named(first.getId()));

    assertThat(rooms(space).get(first.getId())).isEqualTo(first);
  }

  @Test
  void get_nameInAnotherCase_isNotFound(FakeSpace space) {
    rooms(space).create(named("standup"));

    assertThat(rejected(() -> rooms(space).getByName("StandUp")).isNotFound()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "a/b", "ä ö?#%", UNKNOWN})
  void get_unknown_isNotFound(String name, FakeSpace space) {
    SignalWireRestError error = rejected(() -> rooms(space).getByName(name));

    assertThat(error.getStatusCode()).isEqualTo(404);
    assertThat(error.getBody()).isEqualTo("{\"error\":\"Not Found\"}");
  }

  @Test
  void get_session_isIncludedOnlyOnRequest(FakeSpace space) {
    Room room =
        space.addRoom(
            named("standup").toBuilder()
                .putExtra("active_session", Map.of("id", "s1", "status", "in-progress"))
                .build());
    GetRoomQuery withSession = GetRoomQuery.builder().includeActiveSession(true).build();

    assertThat(rooms(space).get(room.getId()).getActiveSession()).isNull();
    assertThat(rooms(space).get(room.getId(), withSession).getActiveSession()).isNotNull();
  }

  @Test
  void get_sessionRequestedButNoneRuns_isAbsent(FakeSpace space) {
    Room room = rooms(space).create(named("standup"));
    GetRoomQuery withSession = GetRoomQuery.builder().includeActiveSession(true).build();

    assertThat(rooms(space).get(room.getId(), withSession)).isEqualTo(room);
  }

  @Test
  void update_oneField_leavesTheOthers(Contract contract) {
    TestClock clock = new TestClock(Instant.parse("2026-03-02T08:15:30Z"));
    FakeSpace space = contract.start(FakeSpace.builder().clock(clock));
    Room room = rooms(space).create(named("standup").toBuilder().maxMembers(7).build());
    clock.set(Instant.parse("2026-03-03T09:00:00Z"));

    Room updated =
        rooms(space)
            .update(room.getId(), UpdateRoomRequest.builder().layout(Layout.LAYOUT_5X5).build());

    assertThat(updated)
        .isEqualTo(
            room.toBuilder()
                .layout(Layout.LAYOUT_5X5)
                .updatedAt(Instant.parse("2026-03-03T09:00:00Z"))
                .build());
    assertThat(rooms(space).get(room.getId())).isEqualTo(updated);
  }

  @Test
  void update_null_clearsTheField(FakeSpace space) {
    Room room =
        rooms(space)
            .create(
                named("standup").toBuilder()
                    .description("daily")
                    .joinFrom(Instant.EPOCH)
                    .meta(Map.of("a", 1))
                    .build());

    Room updated =
        rooms(space)
            .update(
                room.getId(),
                UpdateRoomRequest.builder()
                    .putExtra("description", null)
                    .putExtra("join_from", null)
                    .putExtra("meta", null)
                    .putExtra("display_name", null)
                    .build());

    assertThat(updated.getDescription()).isNull();
    assertThat(updated.getJoinFrom()).isNull();
    assertThat(updated.getMeta()).isNull();
    assertThat(updated.getDisplayName()).isNull();
  }

  @Test
  void update_nullOfAFieldThatNeedsAValue_restoresTheDefault(FakeSpace space) {
    Room room =
        rooms(space)
            .create(
                named("standup").toBuilder()
                    .maxMembers(7)
                    .layout(Layout.LAYOUT_5X5)
                    .quality(Quality.HD_1080P)
                    .recordOnStart(true)
                    .build());

    Room updated =
        rooms(space)
            .update(
                room.getId(),
                UpdateRoomRequest.builder()
                    .putExtra("max_members", null)
                    .putExtra("layout", null)
                    .putExtra("quality", null)
                    .putExtra("record_on_start", null)
                    .build());

    assertThat(updated.getMaxMembers()).isEqualTo(20);
    assertThat(updated.getLayout()).isEqualTo(Layout.GRID_RESPONSIVE);
    assertThat(updated.getQuality()).isEqualTo(Quality.HD_720P);
    assertThat(updated.getRecordOnStart()).isFalse();
  }

  @Test
  void update_name_isDropped(FakeSpace space) {
    Room room = rooms(space).create(named("standup"));

    Room updated =
        rooms(space)
            .update(room.getId(), UpdateRoomRequest.builder().putExtra("name", "other").build());

    assertThat(updated.getName()).isEqualTo("standup");
  }

  @Test
  void update_untilBeforeTheStoredFrom_isRejectedAndChangesNothing(FakeSpace space) {
    Room room =
        rooms(space)
            .create(
                named("standup").toBuilder()
                    .joinFrom(Instant.parse("2026-04-08T13:00:00Z"))
                    .build());
    UpdateRoomRequest request =
        UpdateRoomRequest.builder()
            .description("changed")
            .joinUntil(Instant.parse("2026-04-08T12:00:00Z"))
            .build();

    SignalWireRestError error = rejected(() -> rooms(space).update(room.getId(), request));

    assertThat(error.hasCode("invalid_join_until_date")).isTrue();
    assertThat(space.getRooms()).containsExactly(room);
  }

  @Test
  void update_unknownId_isNotFound(FakeSpace space) {
    SignalWireRestError error =
        rejected(() -> rooms(space).update(UNKNOWN, UpdateRoomRequest.builder().build()));

    assertThat(error.isNotFound()).isTrue();
  }

  @Test
  @OffContract
  void update_nameAsId_isNotFound(FakeSpace space) {
    rooms(space).create(named("standup"));

    SignalWireRestError error =
        rejected(() -> rooms(space).update("standup", UpdateRoomRequest.builder().build()));

    assertThat(error.isNotFound()).isTrue();
  }

  @Test
  void modify_oneField_preservesTheOthers(FakeSpace space) {
    Room room =
        rooms(space)
            .create(
                named("standup").toBuilder().maxMembers(7).meta(Map.of("team", "core")).build());

    Room modified = rooms(space).modify(room.getId(), change -> change.layout(Layout.LAYOUT_2X2));

    assertThat(modified.getMaxMembers()).isEqualTo(7);
    assertThat(modified.getMeta()).isEqualTo(Map.of("team", "core"));
    assertThat(modified.getLayout()).isEqualTo(Layout.LAYOUT_2X2);
  }

  @Test
  void delete_room_freesItsNameAndDeletesItsStreams(FakeSpace space) {
    Room room = rooms(space).create(named("standup"));
    String stream = rooms(space).createStream(room.getId(), "rtmp://live.example.com/a").getId();

    rooms(space).delete(room.getId());

    assertThat(space.getRooms()).isEmpty();
    assertThat(space.getStreams(room.getId())).isEmpty();
    assertThat(rejected(() -> rooms(space).get(room.getId())).isNotFound()).isTrue();
    assertThat(rejected(() -> space.getClient().video().streams().get(stream)).isNotFound())
        .isTrue();
    assertThat(rooms(space).create(named("standup")).getId()).isNotEqualTo(room.getId());
  }

  @Test
  void delete_twice_isNotFound(FakeSpace space) {
    Room room = rooms(space).create(named("standup"));
    rooms(space).delete(room.getId());

    assertThat(rejected(() -> rooms(space).delete(room.getId())).isNotFound()).isTrue();
  }

  @Test
  void delete_room_hasNoBody(FakeSpace space) {
    Room room = rooms(space).create(named("standup"));

    Raw.Reply reply = Raw.to(space).delete("/rooms/" + room.getId());

    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.body()).isEmpty();
    assertThat(reply.response().headers().firstValue("Content-Type")).isEmpty();
  }

  @Test
  void async_calls_workLikeTheOthers(FakeSpace space) {
    Room room = rooms(space).createAsync(named("standup")).join();

    assertThat(rooms(space).getByNameAsync("standup").join()).isEqualTo(room);
    assertThat(List.copyOf(space.getRooms())).containsExactly(room);
  }

  private static CreateRoomRequest named(String name) {
    return CreateRoomRequest.builder().name(name).build();
  }

  private static VideoRooms rooms(FakeSpace space) {
    return space.getClient().video().rooms();
  }

  private static SignalWireRestError rejected(ThrowingCallable call) {
    return catchThrowableOfType(SignalWireRestError.class, call);
  }
}
