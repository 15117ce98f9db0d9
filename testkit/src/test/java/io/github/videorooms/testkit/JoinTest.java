package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.videorooms.api.ConferenceTokensApi;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.ConferenceSize;
import io.github.videorooms.model.ConferenceToken;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.LogType;
import io.github.videorooms.model.Quality;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.RoomSession;
import io.github.videorooms.model.SessionStatus;
import io.github.videorooms.model.VideoEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class JoinTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final CreateRoomRequest STANDUP =
      CreateRoomRequest.builder().name("standup").build();

  @Test
  void join_first_startsASession(FakeSpace space) {
    space.setTime(NINE);
    Room room = space.addRoom(STANDUP.toBuilder().maxMembers(7).displayName("Daily").build());

    FakeMember ines = space.join(token(space, it -> it.userName("Ines")));

    RoomSession session = ines.getSession().getState();
    assertThat(space.getSessions()).extracting(FakeSession::getState).containsExactly(session);
    assertThat(session.getRoomId()).isEqualTo(room.getId());
    assertThat(session.getName()).isEqualTo("standup");
    assertThat(session.getDisplayName()).isEqualTo("Daily");
    assertThat(session.getMaxMembers()).isEqualTo(7);
    assertThat(session.getStatus()).isEqualTo(SessionStatus.IN_PROGRESS);
    assertThat(session.getStartTime()).isEqualTo(NINE);
    assertThat(session.getEndTime()).isNull();
    assertThat(session.getCostInDollars()).isZero();
    assertThat(ines.isInside()).isTrue();
    assertThat(ines.getState())
        .isEqualTo(
            ines.getState().toBuilder()
                .id(ines.getId())
                .roomSessionId(session.getId())
                .name("Ines")
                .joinTime(NINE)
                .leaveTime(null)
                .duration(null)
                .costInDollars(BigDecimal.ZERO)
                .build());
  }

  @Test
  void join_second_findsTheSession(FakeSpace space) {
    space.addRoom(STANDUP);

    FakeMember first = space.join(token(space));
    FakeMember second = space.join(token(space));

    assertThat(second.getSession().getId()).isEqualTo(first.getSession().getId());
    assertThat(first.getSession().getMembers())
        .extracting(member -> member.getState().getName())
        .containsExactly("guest-1", "guest-2");
  }

  @Test
  void join_withAName_usesItUnlessTheTokenHasOne(FakeSpace space) {
    space.addRoom(STANDUP);

    assertThat(space.join(token(space), "Ines").getState().getName()).isEqualTo("Ines");
    assertThat(space.join(token(space, it -> it.userName("Olga")), "Ines").getState().getName())
        .isEqualTo("Olga");
  }

  @Test
  void leave_last_endsTheSession(FakeSpace space) {
    space.setTime(NINE);
    space.addRoom(STANDUP);
    FakeMember ines = space.join(token(space));
    FakeMember olga = space.join(token(space));

    space.advance(Duration.ofMinutes(10));
    ines.leave();
    assertThat(ines.isInside()).isFalse();
    assertThat(ines.getSession().isRunning()).isTrue();
    space.advance(Duration.ofMinutes(10));
    olga.leave();

    RoomSession session = ines.getSession().getState();
    assertThat(ines.getState().getLeaveTime()).isEqualTo(NINE.plusSeconds(600));
    assertThat(ines.getState().getDuration()).isEqualTo(600);
    assertThat(ines.getState().getCostInDollars()).isEqualByComparingTo("0.03");
    assertThat(ines.getSession().isRunning()).isFalse();
    assertThat(session.getStatus()).isEqualTo(SessionStatus.COMPLETED);
    assertThat(session.getEndTime()).isEqualTo(NINE.plusSeconds(1200));
    assertThat(session.getDuration()).isEqualTo(1200);
    assertThat(session.getCostInDollars()).isEqualByComparingTo("0.09");
  }

  @Test
  void leave_again_doesNothing(FakeSpace space) {
    space.setTime(NINE);
    FakeMember ines = space.join(token(space));
    ines.leave();
    RoomSession session = ines.getSession().getState();
    space.advance(Duration.ofMinutes(1));

    ines.leave();
    ines.getSession().end();

    assertThat(ines.getSession().getState()).isEqualTo(session);
    assertThat(space.getLogs()).hasSize(1);
  }

  @Test
  void leave_1080p_costsTwiceAsMuch(FakeSpace space) {
    space.setTime(NINE);
    space.addRoom(STANDUP.toBuilder().quality(Quality.HD_1080P).build());
    FakeMember ines = space.join(token(space));

    space.advance(Duration.ofMinutes(10));
    ines.leave();

    assertThat(ines.getState().getCostInDollars()).isEqualByComparingTo("0.06");
  }

  @Test
  void leave_thenJoin_startsAnotherSession(FakeSpace space) {
    FakeMember ines = space.join(token(space));
    ines.leave();

    FakeMember again = space.join(token(space));

    assertThat(again.getSession().getId()).isNotEqualTo(ines.getSession().getId());
    assertThat(space.getSessions()).hasSize(2);
  }

  @Test
  void leave_memberThatEndsTheSession_removesTheOthers(FakeSpace space) {
    space.addRoom(STANDUP);
    FakeMember host = space.join(token(space, it -> it.endRoomSessionOnLeave(true)));
    FakeMember guest = space.join(token(space));

    host.leave();

    assertThat(guest.isInside()).isFalse();
    assertThat(guest.getSession().isRunning()).isFalse();
    assertThat(names(guest.getSession().getEvents()))
        .containsExactly(
            "room.started",
            "member.joined",
            "member.joined",
            "member.left",
            "member.left",
            "room.ended");
  }

  @Test
  void end_session_removesEverybody(FakeSpace space) {
    FakeMember ines = space.join(token(space));
    FakeMember olga = space.join(token(space));

    space.getSession(ines.getSession().getId()).end();

    assertThat(List.of(ines.isInside(), olga.isInside())).containsOnly(false);
    assertThat(olga.getSession().isRunning()).isFalse();
  }

  @Test
  void join_unknownRoom_createsOneForTheSession(FakeSpace space) {
    FakeMember ines =
        space.join(token(space, it -> it.roomDisplayName("Stand-up").enableRoomPreviews(true)));

    RoomSession session = ines.getSession().getState();
    assertThat(session.getRoomId()).isNull();
    assertThat(session.getName()).isEqualTo("standup");
    assertThat(session.getDisplayName()).isEqualTo("Stand-up");
    assertThat(session.getPreviewUrl()).isNotNull();
    assertThat(space.getRooms()).isEmpty();
    assertThat(space.join(token(space)).getSession().getId()).isEqualTo(session.getId());
  }

  @Test
  void join_temporaryRoom_needsNoPermissionToCreateIt(FakeSpace space) {
    FakeMember first = space.join(token(space));

    FakeMember second = space.join(token(space, it -> it.autoCreateRoom(false)));

    assertThat(second.getSession().getId()).isEqualTo(first.getSession().getId());
  }

  @Test
  void join_roomMadeAgain_hasASessionOfItsOwn(FakeSpace space) {
    Room deleted = space.addRoom(STANDUP);
    FakeMember first = space.join(token(space));
    space.getClient().video().rooms().delete(deleted.getId());
    Room again = space.addRoom(STANDUP);

    FakeMember second = space.join(token(space));

    assertThat(second.getSession().getState().getRoomId()).isEqualTo(again.getId());
    assertThat(second.getSession().getId()).isNotEqualTo(first.getSession().getId());
    second.leave();
    assertThat(first.getSession().isRunning()).isTrue();
    assertThat(space.getSessions()).hasSize(2);
  }

  @Test
  void join_roomMadeWhileATemporaryOneIsInUse_hasASessionOfItsOwn(FakeSpace space) {
    FakeMember first = space.join(token(space));
    Room room = space.addRoom(STANDUP);

    FakeMember second = space.join(token(space));

    assertThat(first.getSession().getState().getRoomId()).isNull();
    assertThat(second.getSession().getState().getRoomId()).isEqualTo(room.getId());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void join_deletedRoom_entersTheSessionThatStillRuns(boolean autoCreateRoom, FakeSpace space) {
    Room deleted = space.addRoom(STANDUP);
    FakeMember first = space.join(token(space));
    space.getClient().video().rooms().delete(deleted.getId());

    FakeMember second = space.join(token(space, it -> it.autoCreateRoom(autoCreateRoom)));

    assertThat(second.getSession().getId()).isEqualTo(first.getSession().getId());
  }

  @Test
  void join_conferenceOfTheSameName_isNotEntered(FakeSpace space) {
    Conference conference =
        space.addConference(
            CreateConferenceRequest.builder().name("standup").displayName("Open house").build());
    space.join(space.getConferenceTokens(conference.getId()).get(0).getToken());

    assertThatIllegalStateException()
        .isThrownBy(() -> space.join(token(space, it -> it.autoCreateRoom(false))))
        .withMessage("there is no room named standup");
  }

  @Test
  void join_conferenceToken_joinsTheConference(FakeSpace space) {
    Conference conference =
        space.addConference(
            CreateConferenceRequest.builder()
                .displayName("Open house")
                .size(ConferenceSize.SMALL)
                .build());
    ConferenceToken token = space.getConferenceTokens(conference.getId()).get(1);

    FakeMember ines = space.join(token.getToken(), "Ines");
    ines.leave();

    RoomSession session = ines.getSession().getState();
    assertThat(session.getRoomId()).isEqualTo(conference.getId());
    assertThat(session.getMaxMembers()).isEqualTo(10);
    assertThat(space.getLogs().get(0).getType()).isEqualTo(LogType.VIDEO_CONFERENCE_SESSION);
  }

  @Test
  void join_tokenThatWasReset_isRejected(FakeSpace space) {
    Conference conference =
        space.addConference(CreateConferenceRequest.builder().displayName("Open house").build());
    ConferenceToken token = space.getConferenceTokens(conference.getId()).get(0);
    ConferenceToken reset =
        Sent.body(
            space.getClient().api(ConferenceTokensApi.class).resetConferenceToken(token.getId()));

    assertThatIllegalArgumentException().isThrownBy(() -> space.join(token.getToken()));
    assertThat(space.join(reset.getToken()).isInside()).isTrue();
  }

  @Test
  void join_tokenOfAnotherSpace_isRejected(FakeSpace space, Contract contract) {
    FakeSpace other = contract.start(FakeSpace.builder());
    String token = token(other);

    for (String wrong : List.of(token, "", "a", "a.b.c", "vpt_0", token + "A")) {
      assertThatIllegalArgumentException().isThrownBy(() -> space.join(wrong));
    }
    assertThat(space.getSessions()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shutDoors")
  void join_outsideTheAdmissionWindow_isRejected(
      UnaryOperator<CreateRoomRequest.Builder> room,
      Consumer<CreateRoomTokenRequest.Builder> token,
      String reason,
      FakeSpace space) {
    space.setTime(NINE);
    space.addRoom(room.apply(STANDUP.toBuilder()).build());
    String value = token(space, token);

    assertThatIllegalStateException()
        .isThrownBy(() -> space.join(value))
        .withMessageContaining(reason);
    assertThat(space.getSessions()).isEmpty();
  }

  private static Stream<Arguments> shutDoors() {
    return Stream.of(
        room(it -> it.joinFrom(NINE.plusSeconds(1)), "before join_from"),
        room(it -> it.joinUntil(NINE.minusSeconds(1)), "after join_until"),
        room(it -> it.removeAt(NINE), "remove_at"),
        token(it -> it.joinFrom(NINE.plusSeconds(1)), "before join_from"),
        token(it -> it.joinUntil(NINE.minusSeconds(1)), "after join_until"),
        token(it -> it.removeAt(NINE), "remove_at"),
        token(it -> it.roomName("other").autoCreateRoom(false), "no room named other"));
  }

  @Test
  void join_atTheEdgesOfTheAdmissionWindow_succeeds(FakeSpace space) {
    space.setTime(NINE);
    space.addRoom(STANDUP.toBuilder().joinFrom(NINE).joinUntil(NINE).build());

    assertThat(space.join(token(space)).isInside()).isTrue();
  }

  @Test
  void join_fullRoom_isRejectedUntilSomebodyLeaves(FakeSpace space) {
    space.addRoom(STANDUP.toBuilder().maxMembers(2).build());
    FakeMember first = space.join(token(space));
    space.join(token(space));

    assertThatIllegalStateException()
        .isThrownBy(() -> space.join(token(space)))
        .withMessageContaining("full");
    first.leave();
    assertThat(space.join(token(space)).isInside()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void join_roomForNobody_startsNoSession(int maxMembers, FakeSpace space) {
    space.addRoom(STANDUP.toBuilder().putExtra("max_members", maxMembers).build());

    assertThatIllegalStateException()
        .isThrownBy(() -> space.join(token(space)))
        .withMessage("the room is full: max_members is " + maxMembers);

    assertThat(space.getSessions()).isEmpty();
  }

  @Test
  void advance_beyondRemoval_removesAtThatTime(FakeSpace space) {
    space.setTime(NINE);
    space.addRoom(
        STANDUP.toBuilder().removeAfterSecondsElapsed(90).removeAt(NINE.plusSeconds(300)).build());
    FakeMember early = space.join(token(space));
    FakeMember brief = space.join(token(space, it -> it.removeAfterSecondsElapsed(60)));
    space.advance(Duration.ofSeconds(250));
    assertThat(early.getSession().isRunning()).isFalse();
    FakeMember late = space.join(token(space));

    space.advance(Duration.ofDays(1));

    assertThat(brief.getState().getLeaveTime()).isEqualTo(NINE.plusSeconds(60));
    assertThat(early.getState().getLeaveTime()).isEqualTo(NINE.plusSeconds(90));
    assertThat(early.getSession().getState().getEndTime()).isEqualTo(NINE.plusSeconds(90));
    assertThat(late.getState().getLeaveTime()).isEqualTo(NINE.plusSeconds(300));
    assertThat(late.getSession().getEvents())
        .extracting(VideoEvent::getCreatedAt)
        .last()
        .isEqualTo(NINE.plusSeconds(300));
    assertThat(space.getLogs()).hasSize(2);
  }

  @Test
  void advance_runningClock_keepsRunning(Contract contract) {
    TestClock clock = new TestClock(NINE);
    FakeSpace space = contract.start(FakeSpace.builder().clock(clock));
    FakeMember ines = space.join(token(space));

    space.advance(Duration.ofSeconds(10));
    clock.set(NINE.plusSeconds(5));
    ines.leave();

    assertThat(ines.getState().getDuration()).isEqualTo(15);
  }

  @Test
  void advance_backwards_isRejected(FakeSpace space) {
    assertThatIllegalArgumentException().isThrownBy(() -> space.advance(Duration.ofSeconds(-1)));
  }

  @Test
  void reset_meeting_isCleared(Contract contract) {
    FakeSpace space = contract.start(FakeSpace.builder().clock(new TestClock(NINE)));
    space.advance(Duration.ofDays(1));
    FakeMember ines = space.join(token(space));
    FakeSession session = ines.getSession();
    session.startRecording().stop();
    session.end();

    space.reset();

    assertThat(space.getSessions()).isEmpty();
    assertThat(space.getRecordings()).isEmpty();
    assertThat(space.getLogs()).isEmpty();
    assertThat(ines.isInside()).isFalse();
    assertThat(session.isRunning()).isFalse();
    assertThat(session.getMembers()).isEmpty();
    assertThatIllegalStateException().isThrownBy(session::getState).withMessageContaining("reset");
    assertThat(space.addRoom(STANDUP).getCreatedAt()).isEqualTo(NINE);
    assertThat(space.join(token(space)).getState().getName()).isEqualTo("guest-1");
  }

  private static Arguments room(UnaryOperator<CreateRoomRequest.Builder> room, String reason) {
    Consumer<CreateRoomTokenRequest.Builder> token = it -> {};
    return Arguments.of(room, token, reason);
  }

  private static Arguments token(Consumer<CreateRoomTokenRequest.Builder> token, String reason) {
    UnaryOperator<CreateRoomRequest.Builder> room = it -> it;
    return Arguments.of(room, token, reason);
  }

  private static List<String> names(List<VideoEvent> events) {
    return events.stream().map(VideoEvent::getName).toList();
  }

  private static String token(FakeSpace space) {
    return token(space, it -> {});
  }

  private static String token(FakeSpace space, Consumer<CreateRoomTokenRequest.Builder> settings) {
    CreateRoomTokenRequest.Builder request = CreateRoomTokenRequest.builder().roomName("standup");
    settings.accept(request);
    return space.getClient().video().roomTokens().create(request.build()).getToken();
  }
}
