package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeReadingTest {
  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:15:30Z,            2026-03-02T08:15:30Z",
    "2026-03-02t08:15:30z,            2026-03-02T08:15:30Z",
    "2026-03-02 08:15:30Z,            2026-03-02T08:15:30Z",
    "2026-03-02 08:15:30 +0200,       2026-03-02T06:15:30Z",
    "2026-03-02T08:15:30+02:00,       2026-03-02T06:15:30Z",
    "2026-03-02T08:15:30+0200,        2026-03-02T06:15:30Z",
    "2026-03-02T08:15:30-0930,        2026-03-02T17:45:30Z",
    "2026-03-02T08:15:30+02,          2026-03-02T06:15:30Z",
    "2026-03-02T08:15:30-00:00,       2026-03-02T08:15:30Z",
    "2026-03-02T08:15:30,             2026-03-02T08:15:30Z",
    "2026-03-02T08:15Z,               2026-03-02T08:15:00Z",
    "2026-03-02,                      2026-03-02T00:00:00Z",
    "2026-12-31T23:59:60Z,            2026-12-31T23:59:59Z",
    "2026-12-31T23:59:60.5Z,          2026-12-31T23:59:59.5Z",
    "2024-02-29T00:00:00+14:00,       2024-02-28T10:00:00Z",
    "2026-03-02T08:15:30.Z,           2026-03-02T08:15:30Z",
    "2026-03-02T08:15:30.1Z,          2026-03-02T08:15:30.1Z",
    "2026-03-02T08:15:30.12Z,         2026-03-02T08:15:30.12Z",
    "2026-03-02T08:15:30.123Z,        2026-03-02T08:15:30.123Z",
    "2026-03-02T08:15:30.1234Z,       2026-03-02T08:15:30.1234Z",
    "2026-03-02T08:15:30.12345Z,      2026-03-02T08:15:30.12345Z",
    "2026-03-02T08:15:30.123456Z,     2026-03-02T08:15:30.123456Z",
    "2026-03-02T08:15:30.1234567Z,    2026-03-02T08:15:30.1234567Z",
    "2026-03-02T08:15:30.12345678Z,   2026-03-02T08:15:30.12345678Z",
    "2026-03-02T08:15:30.123456789Z,  2026-03-02T08:15:30.123456789Z",
    "2026-03-02T08:15:30.000000001Z,  2026-03-02T08:15:30.000000001Z",
    "'2026-03-02T08:15:30,5+01:00',   2026-03-02T07:15:30.5Z"
  })
  void read_timeInAnyUsualForm_isTheInstant(String text, Instant expected) {
    assertThat(readRoom(text).getCreatedAt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "2026",
        "2026-03",
        "2026-3-2",
        "2026-02-30",
        "2026-02-30T08:15:30Z",
        "2026-13-02T08:15:30.5Z",
        "2026-03-02T08:15:3oZ",
        "2026-03-02T08:15:30.5oZ",
        "+026-03-02T08:15:30Z",
        "2026-13-01",
        "2026-03-02T",
        "2026-03-02T24:00:00Z",
        "2026-03-02T08:60:00Z",
        "2026-03-02T08:15:61Z",
        "2026-03-02T08:15:30.1234567890Z",
        "2026-03-02T08:15:30+19:00",
        "2026-03-02T08:15:30+2:00",
        "2026-03-02T08:15:30 Europe/Paris",
        "Mon, 02 Mar 2026 08:15:30 GMT",
        "٢٠٢٦-٠٣-٠٢"
      })
  void read_notATime_isRejectedWithItsPath(String text) {
    assertThatThrownBy(() -> readRoom(text))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining(" at $.created_at ");
  }

  private static Room readRoom(String createdAt) {
    return Json.read(Room.class, "{\"created_at\":\"%s\"}".formatted(createdAt));
  }
}
