package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import io.github.videorooms.model.ModelAdapters;
import io.github.videorooms.model.Room;
import java.io.StringReader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts from a stranger: read whole, and only so much. */
class BoundedJsonReaderTest {
  private static final TypeAdapter<Room> ROOMS = ModelAdapters.find(Room.class);
  private static final int MAX_VALUES = 262_144;
  private static final int MAX_LENGTH = 4_194_304;

  @Test
  void readWhole_oneModel_isRead() {
    assertThat(read("{\"name\":\"standup\"}").getName()).isEqualTo("standup");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | the body is null",
        "{} {} | the JSON is malformed at $",
        "{\"name\":\"a\" | the JSON breaks off at $.name",
        "{\"name\":nonsense} | the JSON is malformed at $.name",
        "{\"name\":[]} | expected a string at $.name but found: array",
      })
  void readWhole_anythingElse_failsWithReasonAndPath(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(JsonParseException.class)
        .hasMessageStartingWith(message);
  }

  static Stream<Arguments> valuesAtTheBound() {
    return Stream.of(
        Arguments.of("{\"a\":[", "0,", "0]}", MAX_VALUES - 4),
        Arguments.of("{", "\"a%d\":0,", "\"z\":0}", MAX_VALUES - 2));
  }

  /** Each element, each member and each end is asked for once. */
  @ParameterizedTest
  @MethodSource("valuesAtTheBound")
  void read_moreValuesThanTheBound_fails(String beginning, String value, String end, int most) {
    assertThat(read(beginning + values(value, most) + end).getExtras()).isNotEmpty();
    assertThatThrownBy(() -> read(beginning + values(value, most + 1) + end))
        .isInstanceOf(JsonParseException.class)
        .hasMessage("there are more than 262144 values");
  }

  @Test
  void read_longerValueThanTheBound_fails() {
    String longest = "a".repeat(MAX_LENGTH - 1_100);

    assertThat(read("{\"name\":\"" + longest + "\"}").getName()).isEqualTo(longest);
    assertThatThrownBy(() -> read("{\"name\":\"" + "a".repeat(MAX_LENGTH + 1_024) + "\"}"))
        .isInstanceOf(JsonParseException.class)
        .hasMessage("a value has more than 4194304 characters");
  }

  @Test
  void read_manyLongValues_areRead() {
    String text = "a".repeat(MAX_LENGTH / 4);
    String json = "{\"a\":\"" + text + "\",\"b\":[\"" + (text + "\",\"").repeat(8) + "\"]}";

    assertThat(read(json).getExtras()).containsOnlyKeys("a", "b");
  }

  private static String values(String value, int count) {
    StringBuilder json = new StringBuilder();
    for (int each = 0; each < count; each++) {
      json.append(String.format(value, each));
    }
    return json.toString();
  }

  private static Room read(String json) {
    JsonReader in = new BoundedJsonReader(new StringReader(json));
    return Json.readWhole(ROOMS, in);
  }
}
