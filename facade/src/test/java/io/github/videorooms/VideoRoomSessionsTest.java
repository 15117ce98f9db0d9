package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import io.github.videorooms.api.RoomSessionsApi.ListRoomSessionEventsQuery;
import io.github.videorooms.api.RoomSessionsApi.ListRoomSessionMembersQuery;
import io.github.videorooms.api.RoomSessionsApi.ListRoomSessionRecordingsQuery;
import io.github.videorooms.api.RoomSessionsApi.ListRoomSessionsQuery;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.RoomSessionMember;
import io.github.videorooms.model.SessionStatus;
import io.github.videorooms.model.VideoEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoRoomSessionsTest {
  private static final String ID = "d94a7c10-52e8-4b6f-b3a9-7f1e60c8d2b5";
  private static final String SESSIONS = "/api/video/room_sessions";
  private static final String SESSION = SESSIONS + "/" + ID;

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void list_all_returnsTheSessions(CallStyle style) {
    wire.respond(get(urlPathEqualTo(SESSIONS)), 200, Examples.lastPageOf("RoomSessionList"));
    VideoRoomSessions sessions = sessions();

    List<RoomSession> items =
        style.call(sessions.list()::firstPage, sessions.list()::firstPageAsync).getItems();

    assertThat(items).extracting(RoomSession::getName).containsExactly("design-review", "walk-in");
    assertThat(items.get(0).getCostInDollars()).isEqualTo(new BigDecimal("1.845"));
    assertThat(items.get(0).getEndTime()).isEqualTo(Instant.parse("2026-04-08T15:41:07Z"));
    assertThat(items.get(1).getRoomId()).isNull();
    assertThat(items.get(1).getStatus()).isEqualTo(SessionStatus.IN_PROGRESS);
    assertThat(wire.request().getUrl()).isEqualTo(SESSIONS);
  }

  @Test
  void list_everyFilter_isSent() {
    wire.respond(get(urlPathEqualTo(SESSIONS)), 200, Examples.lastPageOf("RoomSessionList"));
    ListRoomSessionsQuery query =
        ListRoomSessionsQuery.builder()
            .roomId(ID)
            .roomName("design-review")
            .roomNameMatches("review & more")
            .status(SessionStatus.COMPLETED)
            .pageSize(1000)
            .build();

    assertThat(sessions().list(query)).hasSize(2);

    assertThat(wire.request().queryParameter("room_id").firstValue()).isEqualTo(ID);
    assertThat(wire.request().queryParameter("room_name").firstValue()).isEqualTo("design-review");
    assertThat(wire.request().queryParameter("room_name_matches").firstValue())
        .isEqualTo("review & more");
    assertThat(wire.request().queryParameter("status").firstValue()).isEqualTo("completed");
    assertThat(wire.request().queryParameter("page_size").firstValue()).isEqualTo("1000");
  }

  @ParameterizedTest
  @EnumSource
  void get_id_returnsTheSession(CallStyle style) {
    wire.respond(get(urlPathEqualTo(SESSION)), 200, Examples.of("RoomSession"));
    VideoRoomSessions sessions = sessions();

    RoomSession session = style.call(() -> sessions.get(ID), () -> sessions.getAsync(ID));

    assertThat(session.getId()).isEqualTo(ID);
    assertThat(session.getDuration()).isEqualTo(6166);
    assertThat(session.getCostInDollars()).isNull();
    assertThat(wire.request().getUrl()).isEqualTo(SESSION);
  }

  @Test
  void get_autoCreatedSession_mayHaveNoRoomAndNoName() {
    JsonObject response = Examples.of("RoomSession");
    for (String member : List.of("room_id", "name", "fps", "quality", "layout", "status")) {
      response.add(member, null);
    }
    wire.respond(get(urlPathEqualTo(SESSION)), 200, response);

    RoomSession session = sessions().get(ID);

    assertThat(session.getRoomId()).isNull();
    assertThat(session.getName()).isNull();
    assertThat(session.getStatus()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void listEvents_session_returnsThem(CallStyle style) {
    String path = SESSION + "/events";
    wire.respond(get(urlPathEqualTo(path)), 200, Examples.lastPageOf("VideoEventList"));
    Paged<VideoEvent> events = sessions().listEvents(ID);

    List<VideoEvent> items = style.call(events::firstPage, events::firstPageAsync).getItems();

    assertThat(items)
        .extracting(VideoEvent::getName)
        .containsExactly("recording.started", "room.ended");
    assertThat(items.get(0).getPayload()).containsEntry("by", "Ines");
    assertThat(items.get(1).getRoomId()).isNull();
    assertThat(wire.request().getUrl()).isEqualTo(path);
  }

  @Test
  void listEvents_withQuery_sendsIt() {
    String path = SESSION + "/events";
    wire.respond(get(urlPathEqualTo(path)), 200, Examples.lastPageOf("VideoEventList"));

    sessions().listEvents(ID, ListRoomSessionEventsQuery.builder().pageSize(7).build()).firstPage();

    assertThat(wire.request().getUrl()).isEqualTo(path + "?page_size=7");
  }

  @ParameterizedTest
  @EnumSource
  void listMembers_session_returnsThem(CallStyle style) {
    String path = SESSION + "/members";
    wire.respond(get(urlPathEqualTo(path)), 200, Examples.lastPageOf("RoomSessionMemberList"));
    Paged<RoomSessionMember> members = sessions().listMembers(ID);

    List<RoomSessionMember> items =
        style.call(members::firstPage, members::firstPageAsync).getItems();

    assertThat(items).extracting(RoomSessionMember::getName).containsExactly("Ines");
    assertThat(items.get(0).getCostInDollars()).isEqualTo(new BigDecimal("0.615"));
    assertThat(wire.request().getUrl()).isEqualTo(path);
  }

  @Test
  void listMembers_withQuery_sendsIt() {
    String path = SESSION + "/members";
    wire.respond(get(urlPathEqualTo(path)), 200, Examples.lastPageOf("RoomSessionMemberList"));

    sessions()
        .listMembers(ID, ListRoomSessionMembersQuery.builder().pageSize(7).build())
        .firstPage();

    assertThat(wire.request().getUrl()).isEqualTo(path + "?page_size=7");
  }

  @ParameterizedTest
  @EnumSource
  void listRecordings_session_returnsThem(CallStyle style) {
    String path = SESSION + "/recordings";
    wire.respond(get(urlPathEqualTo(path)), 200, Examples.lastPageOf("RoomRecordingList"));
    Paged<RoomRecording> recordings = sessions().listRecordings(ID);

    List<RoomRecording> items =
        style.call(recordings::firstPage, recordings::firstPageAsync).getItems();

    assertThat(items).extracting(RoomRecording::getRoomSessionId).contains(ID);
    assertThat(wire.request().getUrl()).isEqualTo(path);
  }

  @Test
  void listRecordings_mediaTtl_isSent() {
    String path = SESSION + "/recordings";
    wire.respond(get(urlPathEqualTo(path)), 200, Examples.lastPageOf("RoomRecordingList"));

    sessions()
        .listRecordings(ID, ListRoomSessionRecordingsQuery.builder().mediaTtl(0).build())
        .firstPage();

    assertThat(wire.request().getUrl()).isEqualTo(path + "?media_ttl=0");
  }

  @Test
  void anyMethod_invalidArgument_isRejectedAtOnce() {
    VideoRoomSessions sessions = sessions();

    assertThatThrownBy(() -> sessions.list((ListRoomSessionsQuery) null)).hasMessage("query");
    assertThatThrownBy(() -> sessions.get(null)).hasMessage("id");
    assertThatThrownBy(() -> sessions.getAsync(" ")).hasMessageStartingWith("id is blank");
    assertThatThrownBy(() -> sessions.listEvents("..")).hasMessageStartingWith("id is \"..\"");
    assertThatThrownBy(() -> sessions.listEvents(ID, (ListRoomSessionEventsQuery) null))
        .hasMessage("query");
    assertThatThrownBy(() -> sessions.listMembers("")).hasMessageStartingWith("id is blank");
    assertThatThrownBy(() -> sessions.listMembers(ID, (ListRoomSessionMembersQuery) null))
        .hasMessage("query");
    assertThatThrownBy(() -> sessions.listRecordings(null)).hasMessage("id");
    assertThatThrownBy(() -> sessions.listRecordings(ID, (ListRoomSessionRecordingsQuery) null))
        .hasMessage("query");
    assertThat(wire.requests()).isEmpty();
  }

  private VideoRoomSessions sessions() {
    return wire.client().video().roomSessions();
  }
}
