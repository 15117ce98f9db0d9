package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.videorooms.api.LogsApi;
import io.github.videorooms.api.LogsApi.ListLogsQuery;
import io.github.videorooms.model.ChargeDetail;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.LogSource;
import io.github.videorooms.model.LogType;
import io.github.videorooms.model.SessionStatus;
import io.github.videorooms.model.VideoLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakeSpaceExtension.class)
class LogsTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final String UNKNOWN = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @Test
  void log_ofASession_isCreatedAtItsEnd(FakeSpace space) {
    space.setTime(NINE);
    FakeMember member = join(space);
    member.getSession().startRecording();
    space.advance(Duration.ofMinutes(10));
    assertThat(space.getLogs()).isEmpty();
    member.leave();

    VideoLog log = space.getLogs().get(0);
    assertThat(log)
        .isEqualTo(
            log.toBuilder()
                .source(LogSource.REALTIME_API)
                .type(LogType.VIDEO_ROOM_SESSION)
                .url(space.getUrl() + "/api/video/room_sessions/" + member.getSession().getId())
                .roomName("standup")
                .status(SessionStatus.COMPLETED)
                .locked(false)
                .startedAt(NINE)
                .endedAt(NINE.plusSeconds(600))
                .charge(new BigDecimal("0.057"))
                .createdAt(NINE.plusSeconds(600))
                .discardedAt(null)
                .build());
    assertThat(log.getChargeDetails())
        .extracting(ChargeDetail::getDescription, ChargeDetail::getCharge)
        .containsExactly(
            tuple("Members", new BigDecimal("0.03")), tuple("Recordings", new BigDecimal("0.027")));
    assertThat(log.isDiscarded()).isFalse();
    assertThat(Raw.to(space).get(log.getUrl()).status()).isEqualTo(200);
    assertThat(Sent.body(api(space).getLog(log.getId()))).isEqualTo(log);
  }

  @Test
  void discardLog_log_leavesOnlyAFewFields(FakeSpace space) {
    space.setTime(NINE);
    join(space).leave();
    join(space).leave();
    VideoLog discarded = space.getLogs().get(0);
    VideoLog kept = space.getLogs().get(1);
    space.advance(Duration.ofDays(1));

    space.discardLog(discarded.getId());
    space.advance(Duration.ofDays(1));
    space.discardLog(discarded.getId());

    VideoLog left = Sent.body(api(space).getLog(discarded.getId()));
    assertThat(left.getCreatedAt()).isEqualTo(NINE);
    assertThat(left.getDiscardedAt()).isEqualTo(NINE.plus(Duration.ofDays(1)));
    assertThat(left.getRoomName()).isNull();
    assertThat(left.getCharge()).isNull();
    assertThat(left.getChargeDetails()).isNull();
    assertThat(left.isDiscarded()).isTrue();
    assertThat(list(space, ListLogsQuery.builder())).containsExactly(kept);
    assertThat(list(space, ListLogsQuery.builder().includeDeleted(true)))
        .isEqualTo(space.getLogs())
        .containsExactly(left, kept);
  }

  @Test
  void discardLog_unknown_isRejected(FakeSpace space) {
    assertThatIllegalArgumentException().isThrownBy(() -> space.discardLog(UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "created_before=2026-03-02, '1'",
    "created_before=2026-03-02T09:00:00Z, '1'",
    "created_before=2026-03-02T09:00:01Z, '12'",
    "created_on=2026-03-02, '2'",
    "created_on=2026-03-02T23:00:00Z, '2'",
    "created_after=2026-03-02, '23'",
    "created_after=2026-03-02T09:00:00Z, '3'",
    "created_after=2026-03-01&created_before=2026-03-03, '12'",
    "created_on=2026-03-05, ''"
  })
  void list_createdFilter_returnsTheMatchingLogs(String query, String kept, FakeSpace space) {
    for (int day = 1; day <= 3; day++) {
      space.setTime(Instant.parse("2026-03-0" + day + "T09:00:00Z"));
      join(space, "day-" + day).leave();
    }

    String names =
        Raw.to(space).get("/logs?" + query).json().getAsJsonArray("data").asList().stream()
            .map(log -> log.getAsJsonObject().get("room_name").getAsString().substring(4))
            .reduce("", String::concat);

    assertThat(names).isEqualTo(kept);
  }

  @Test
  void list_invalidTime_isRejected(FakeSpace space) {
    assertThat(Raw.to(space).get("/logs?created_on=yesterday").problems())
        .containsExactly("created_on: not_a_datetime");
  }

  @Test
  void get_unknown_isNotFound(FakeSpace space) {
    assertThat(Sent.status(api(space).getLog(UNKNOWN))).isEqualTo(404);
  }

  private static List<VideoLog> list(FakeSpace space, ListLogsQuery.Builder query) {
    return Sent.body(api(space).listLogs(query.build().toMap())).getData();
  }

  private static LogsApi api(FakeSpace space) {
    return space.getClient().api(LogsApi.class);
  }

  private static FakeMember join(FakeSpace space) {
    return join(space, "standup");
  }

  private static FakeMember join(FakeSpace space, String room) {
    CreateRoomTokenRequest request = CreateRoomTokenRequest.builder().roomName(room).build();
    return space.join(space.getClient().video().roomTokens().create(request).getToken());
  }
}
