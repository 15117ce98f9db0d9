package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests numbers in extras and free-form fields. */
class FreeFormNumberTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-1",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775809",
        "123456789012345678901234567890",
        "0.1",
        "0.10",
        "20.0",
        "3.14159265358979323846264338327950288"
      })
  void readAndWrite_number_preservesItsText(String number) {
    String json = "{\"meta\":{\"n\":[%1$s]},\"novelty\":%1$s}".formatted(number);
    assertThat(Json.write(Json.read(Room.class, json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1E+400", "1e-400", "1e5", "0.00000001", "1e2000000000"})
  void readAndWrite_numberWithExponent_preservesItsValue(String number) {
    Room room = readNovelty(number);
    assertThat(room.getExtras()).isEqualTo(Map.of("novelty", new BigDecimal(number)));
    assertThat(Json.read(Room.class, Json.write(room))).isEqualTo(room);
  }

  @ParameterizedTest
  @CsvSource({
    "20, java.lang.Long",
    "-9223372036854775808, java.lang.Long",
    "9223372036854775808, java.math.BigInteger",
    "20.0, java.math.BigDecimal",
    "2e1, java.math.BigDecimal"
  })
  void read_number_isOfTheSmallestExactType(String number, Class<?> type) {
    assertThat(readNovelty(number).getExtras().get("novelty")).isExactlyInstanceOf(type);
  }

  @Test
  void readAndWrite_longestNumber_preservesItsText() {
    String json = "{\"novelty\":%s}".formatted("7".repeat(1_000));
    assertThat(Json.write(Json.read(Room.class, json))).isEqualTo(json);
  }

  @Test
  void read_longerNumber_isRejectedWithItsPath() {
    assertThatThrownBy(() -> readNovelty("[0, %s]".formatted("7".repeat(1_001))))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("a number of at most 1000 characters at $.novelty[1] ");
  }

  @Test
  void read_infiniteNumber_isRejected() {
    assertThatThrownBy(() -> readNovelty("7".repeat(1_000_000)))
        .isInstanceOf(JsonParseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1E-99999999999"})
  void read_exponentOutOfRange_isRejectedWithItsPath(String number) {
    assertThatThrownBy(() -> readNovelty(number))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining("expected a number at $.novelty ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
  void read_valueInvalidInJson_isRejected(String number) {
    assertThatThrownBy(() -> readNovelty(number)).isInstanceOf(JsonParseException.class);
  }

  private static Room readNovelty(String number) {
    return Json.read(Room.class, "{\"novelty\":%s}".formatted(number));
  }
}
