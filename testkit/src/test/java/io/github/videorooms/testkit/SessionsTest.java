package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import io.github.videorooms.api.RoomSessionsApi;
import io.github.videorooms.api.RoomSessionsApi.ListRoomSessionsQuery;
import io.github.videorooms.api.RoomsApi.GetRoomQuery;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import io.github.videorooms.model.ActiveSession;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class SessionsTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final String UNKNOWN = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @Test
  void list_sessions_returnsThoseOfTheSpace(FakeSpace space) {
    join(space, "standup").leave();
    join(space, "retro");

    assertThat(list(space, ListRoomSessionsQuery.builder().build()))
        .isEqualTo(space.getSessions().stream().map(FakeSession::getState).toList());
    assertThat(space.getSessions()).hasSize(2);
  }

  @Test
  void list_filters_returnTheMatchingSessions(FakeSpace space) {
    Room standup = space.addRoom(CreateRoomRequest.builder().name("standup").build());
    String past = leave(join(space, "standup"));
    String running = join(space, "standup").getSession().getId();
    String passing = leave(join(space, "stand-in"));

    ListRoomSessionsQuery.Builder query = ListRoomSessionsQuery.builder();
    assertThat(ids(space, query.roomId(standup.getId()))).containsExactly(past, running);
    assertThat(ids(space, query.status(SessionStatus.COMPLETED))).containsExactly(past);
    query = ListRoomSessionsQuery.builder();
    assertThat(ids(space, query.roomName("stand-in"))).containsExactly(passing);
    query = ListRoomSessionsQuery.builder();
    assertThat(ids(space, query.roomNameMatches("stand"))).containsExactly(past, running, passing);
    assertThat(ids(space, query.status(SessionStatus.IN_PROGRESS))).containsExactly(running);
    assertThat(ids(space, query.roomName("stand"))).isEmpty();
  }

  @Test
  @OffContract
  void list_unknownStatus_isRejected(FakeSpace space) {
    assertThat(Raw.to(space).get("/room_sessions?status=over").problems())
        .containsExactly("status: unsupported_option");
  }

  @Test
  void list_pages_preserveTheFilters(FakeSpace space) {
    join(space, "standup");
    join(space, "retro").leave();
    join(space, "retro").leave();

    JsonObject first =
        Raw.to(space).get("/room_sessions?room_name=retro&status=completed&page_size=1").json();
    String next = first.getAsJsonObject("links").get("next").getAsString();
    JsonObject second = Raw.to(space).get(next).json();

    assertThat(next).contains("room_name=retro").contains("status=completed");
    assertThat(second.getAsJsonArray("data")).hasSize(1).isNotEqualTo(first.get("data"));
    assertThat(second.getAsJsonObject("links").has("next")).isFalse();
  }

  @Test
  void get_session_lacksTheFieldsThatOnlyListsReturn(FakeSpace space) {
    FakeMember member = join(space, "standup");

    RoomSession session = Sent.body(api(space).getRoomSession(member.getSession().getId()));
    JsonObject json = Raw.to(space).get("/room_sessions/" + session.getId()).json();

    assertThat(json.keySet())
        .doesNotContain("cost_in_dollars", "enable_room_previews", "locked_cover");
    assertThat(
            member.getSession().getState().toBuilder()
                .costInDollars(null)
                .enableRoomPreviews(null)
                .build())
        .isEqualTo(session);
  }

  @Test
  void lists_ofASession_matchItsHandle(FakeSpace space) {
    space.setTime(NINE);
    FakeMember member = join(space, "standup");
    FakeSession session = member.getSession();
    session.startRecording();
    join(space, "retro").getSession().startRecording();

    assertThat(Sent.body(api(space).listRoomSessionMembers(session.getId(), Map.of())).getData())
        .isEqualTo(session.getMembers().stream().map(FakeMember::getState).toList())
        .containsExactly(member.getState());
    assertThat(Sent.body(api(space).listRoomSessionEvents(session.getId(), Map.of())).getData())
        .isEqualTo(session.getEvents())
        .hasSize(3);
    assertThat(Sent.body(api(space).listRoomSessionRecordings(session.getId(), Map.of())).getData())
        .isEqualTo(session.getRecordings().stream().map(FakeRecording::getState).toList())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"members", "events", "recordings"})
  void lists_ofASession_arePaged(String list, FakeSpace space) {
    FakeMember member = join(space, "standup");
    join(space, "standup");
    member.getSession().startRecording();
    member.getSession().startRecording();
    String path = "/room_sessions/" + member.getSession().getId() + "/" + list;

    JsonObject first = Raw.to(space).get(path + "?page_size=1").json();
    JsonObject second =
        Raw.to(space).get(first.getAsJsonObject("links").get("next").getAsString()).json();

    assertThat(first.getAsJsonArray("data")).hasSize(1);
    assertThat(second.getAsJsonArray("data")).hasSize(1).isNotEqualTo(first.get("data"));
  }

  @Test
  void events_ofASession_nameMemberAndRoom(FakeSpace space) {
    space.setTime(NINE);
    Room room = space.addRoom(CreateRoomRequest.builder().name("standup").build());
    FakeMember member = join(space, "standup");

    assertThat(member.getSession().getEvents())
        .allSatisfy(
            event -> {
              assertThat(event.getProjectId()).isEqualTo(space.getProject());
              assertThat(event.getRoomId()).isEqualTo(room.getId());
              assertThat(event.getRoomSessionId()).isEqualTo(member.getSession().getId());
              assertThat(event.getLevel()).isEqualTo("info");
              assertThat(event.getCreatedAt()).isEqualTo(NINE);
            });
    assertThat(member.getSession().getEvents().get(1).getRoomParticipantId())
        .isEqualTo(member.getId());
    assertThat(member.getSession().getEvents().get(1).getPayload())
        .containsEntry("name", "guest-1");
  }

  @Test
  void unknownSession_anyOperation_isNotFound(FakeSpace space) {
    String path = "/room_sessions/" + UNKNOWN;
    Raw raw = Raw.to(space);

    assertThat(
            List.of(
                raw.get(path).status(),
                raw.get(path + "/members").status(),
                raw.get(path + "/events").status(),
                raw.get(path + "/recordings").status()))
        .containsOnly(404);
    assertThatIllegalArgumentException().isThrownBy(() -> space.getSession(UNKNOWN));
  }

  @Test
  void activeSession_ofARoom_isPresentWhileItRuns(FakeSpace space) {
    space.setTime(NINE);
    Room room =
        space.addRoom(CreateRoomRequest.builder().name("standup").enableRoomPreviews(true).build());
    FakeMember member = join(space, "standup");
    space.advance(Duration.ofMinutes(2));

    ActiveSession active = active(space, room);

    assertThat(active.getId()).isEqualTo(member.getSession().getId());
    assertThat(active.getRoomId()).isEqualTo(room.getId());
    assertThat(active.getStartTime()).isEqualTo(NINE);
    assertThat(active.getDuration()).isEqualTo(120);
    assertThat(active.getStatus()).isEqualTo(SessionStatus.IN_PROGRESS);
    assertThat(active.getPreviewUrl()).isNotNull();
    assertThat(active.getLocked()).isFalse();
    assertThat(active.getCreatedAt()).isEqualTo(NINE);
    ListRoomsQuery query = ListRoomsQuery.builder().includeActiveSession(true).build();
    assertThat(space.getClient().video().rooms().list(query))
        .extracting(Room::getActiveSession)
        .containsExactly(active);
    assertThat(space.getClient().video().rooms().list())
        .extracting(Room::getActiveSession)
        .containsOnlyNulls();
    member.leave();
    assertThat(active(space, room)).isNull();
  }

  @Test
  void activeSession_ofAConference_isPresentWhileItRuns(FakeSpace space) {
    Conference conference =
        space.addConference(CreateConferenceRequest.builder().displayName("Open house").build());
    String path = "/conferences/" + conference.getId() + "?include_active_session=true";
    FakeMember member = space.join(space.getConferenceTokens(conference.getId()).get(0).getToken());

    JsonObject active = Raw.to(space).get(path).json().getAsJsonObject("active_session");

    assertThat(active.get("id").getAsString()).isEqualTo(member.getSession().getId());
    member.leave();
    assertThat(Raw.to(space).get(path).json().has("active_session")).isFalse();
  }

  @Test
  void deleteRoom_sessionRuns_letsItContinue(FakeSpace space) {
    Room room = space.addRoom(CreateRoomRequest.builder().name("standup").build());
    FakeMember member = join(space, "standup");

    space.getClient().video().rooms().delete(room.getId());

    assertThat(member.getSession().isRunning()).isTrue();
    member.leave();
    assertThat(space.getLogs()).hasSize(1);
  }

  private static ActiveSession active(FakeSpace space, Room room) {
    GetRoomQuery query = GetRoomQuery.builder().includeActiveSession(true).build();
    return space.getClient().video().rooms().get(room.getId(), query).getActiveSession();
  }

  private static String leave(FakeMember member) {
    member.leave();
    return member.getSession().getId();
  }

  private static List<String> ids(FakeSpace space, ListRoomSessionsQuery.Builder query) {
    return list(space, query.build()).stream().map(RoomSession::getId).toList();
  }

  private static List<RoomSession> list(FakeSpace space, ListRoomSessionsQuery query) {
    return Sent.body(api(space).listRoomSessions(query.toMap())).getData();
  }

  private static RoomSessionsApi api(FakeSpace space) {
    return space.getClient().api(RoomSessionsApi.class);
  }

  private static FakeMember join(FakeSpace space, String room) {
    CreateRoomTokenRequest request = CreateRoomTokenRequest.builder().roomName(room).build();
    return space.join(space.getClient().video().roomTokens().create(request).getToken());
  }
}
