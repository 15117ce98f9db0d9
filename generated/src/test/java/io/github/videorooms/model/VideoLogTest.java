package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests logs, discarded logs, and logs with the names of earlier API versions. */
class VideoLogTest {
  @Test
  void read_discardedLog_hasTheRemainingFields() {
    VideoLog log =
        read(
            """
            {"id":"x","created_at":"2026-01-02T11:30:00Z","discarded_at":"2026-03-31T00:00:00Z"}\
            """);
    assertThat(log.isDiscarded()).isTrue();
    assertThat(log.getDiscardedAt()).isEqualTo(Instant.parse("2026-03-31T00:00:00Z"));
    assertThat(log.getCreatedAt()).isEqualTo(Instant.parse("2026-01-02T11:30:00Z"));
    assertThat(log.getCharge()).isNull();
    assertThat(log.getChargeDetails()).isNull();
  }

  @Test
  void read_logUnderTheOlderNames_isTheSame() {
    VideoLog log =
        read(
            """
            {"id":"x","source":"realtime-api","start_time":"2026-04-08T13:58:21Z",\
            "end_time":"2026-04-08T15:41:07Z","updated_at":"2026-04-08T15:41:10Z"}\
            """);
    assertThat(log.getSource()).isEqualTo(LogSource.of("realtime-api"));
    assertThat(log.getStartedAt()).isEqualTo(Instant.parse("2026-04-08T13:58:21Z"));
    assertThat(log.getEndedAt()).isEqualTo(Instant.parse("2026-04-08T15:41:07Z"));
    assertThat(log.getExtras()).containsOnlyKeys("updated_at");
    assertThat(log.isDiscarded()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1.10, 1.10", "'\"0.0125\"', 0.0125", "0.1, 0.1", "1e-3, 0.001"})
  void getCharge_anyNumber_isExact(String charge, BigDecimal expected) {
    assertThat(read("{\"charge\":" + charge + "}").getCharge()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"free\"", "true", "[]"})
  void getCharge_notANumber_isRejectedWithItsPath(String charge) {
    assertThatThrownBy(() -> read("{\"charge\":" + charge + "}"))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining(" at $.charge ");
  }

  private static VideoLog read(String json) {
    return Json.read(VideoLog.class, json);
  }
}
