package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.api.RoomsApi.GetRoomQuery;
import io.github.videorooms.model.ChargeDetail;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.ConferenceToken;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.RoomSessionMember;
import io.github.videorooms.model.SessionStatus;
import io.github.videorooms.model.VideoEvent;
import io.github.videorooms.model.VideoLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Plays whole meetings, and looks at them as an app does: through the API. */
@ExtendWith(FakeSpaceExtension.class)
class MeetingTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private final OkHttpClient storage = new OkHttpClient();

  @BeforeEach
  void startAtNine(FakeSpace space) {
    space.setTime(NINE);
  }

  @Test
  void standup_wholeLifecycle_isSimulated(FakeSpace space, SignalWireRestClient client)
      throws IOException {
    Room room =
        client
            .video()
            .rooms()
            .create(CreateRoomRequest.builder().name("standup").recordOnStart(true).build());

    FakeMember ines = space.join(tokenOf(client, "Ines"));
    space.advance(Duration.ofMinutes(5));
    FakeMember olga = space.join(tokenOf(client, "Olga"));
    assertThat(membersNow(client, room)).containsExactly("Ines", "Olga");
    space.advance(Duration.ofMinutes(10));
    ines.leave();
    assertThat(membersNow(client, room)).containsExactly("Olga");
    space.advance(Duration.ofMinutes(5));
    olga.leave();
    assertThat(membersNow(client, room)).isEmpty();

    RoomSession session = client.video().roomSessions().list().iterator().next();
    assertThat(session.getStatus()).isEqualTo(SessionStatus.COMPLETED);
    assertThat(session.getDuration()).isEqualTo(20 * 60);
    assertThat(session.getCostInDollars()).isEqualByComparingTo("0.09");
    assertThat(client.video().roomSessions().listEvents(session.getId()))
        .extracting(VideoEvent::getName)
        .containsExactly(
            "room.started",
            "recording.started",
            "member.joined",
            "member.joined",
            "member.left",
            "member.left",
            "recording.ended",
            "room.ended");

    RoomRecording recording = client.video().roomRecordings().list().iterator().next();
    assertThat(recording.getDuration()).isEqualTo(20 * 60);
    assertThat(download(recording)).hasSize(recording.getSizeInBytes().intValue());

    VideoLog log = client.video().logs().list().iterator().next();
    assertThat(log.getRoomName()).isEqualTo("standup");
    assertThat(log.getCharge()).isEqualByComparingTo("0.144");
    assertThat(log.getChargeDetails())
        .extracting(ChargeDetail::getDescription)
        .containsExactly("Members", "Recordings");
  }

  @Test
  void conference_hostLeaves_ends(FakeSpace space, SignalWireRestClient client) {
    Conference conference =
        client
            .video()
            .conferences()
            .create(CreateConferenceRequest.builder().displayName("Open house").build());
    List<ConferenceToken> tokens =
        client.video().conferences().listConferenceTokens(conference.getId()).stream().toList();

    FakeMember host = space.join(tokens.get(0).getToken(), "Ines");
    FakeMember guest = space.join(tokens.get(1).getToken());
    FakeRecording recording = host.getSession().startRecording();
    space.advance(Duration.ofMinutes(1));
    host.getSession().end();

    assertThat(guest.isInside()).isFalse();
    assertThat(recording.getState().getDuration()).isEqualTo(60);
    assertThat(client.video().roomSessions().get(guest.getSession().getId()).getEndTime())
        .isEqualTo(NINE.plusSeconds(60));
  }

  private static List<String> membersNow(SignalWireRestClient client, Room room) {
    GetRoomQuery withSession = GetRoomQuery.builder().includeActiveSession(true).build();
    Room now = client.video().rooms().get(room.getId(), withSession);
    return now.getActiveSession() == null
        ? List.of()
        : client.video().roomSessions().listMembers(now.getActiveSession().getId()).stream()
            .filter(member -> member.getLeaveTime() == null)
            .map(RoomSessionMember::getName)
            .toList();
  }

  private byte[] download(RoomRecording recording) throws IOException {
    Request request = new Request.Builder().url(recording.getUri()).build();
    try (Response response = storage.newCall(request).execute()) {
      return response.body().bytes();
    }
  }

  private static String tokenOf(SignalWireRestClient client, String name) {
    return client
        .video()
        .roomTokens()
        .create(CreateRoomTokenRequest.builder().roomName("standup").userName(name).build())
        .getToken();
  }
}
