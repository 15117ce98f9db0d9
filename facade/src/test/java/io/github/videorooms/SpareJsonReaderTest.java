package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import io.github.videorooms.model.ModelAdapters;
import io.github.videorooms.model.Room;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader that is used again reads each text as a new one does, whatever the texts before were.
 */
class SpareJsonReaderTest {
  private static final TypeAdapter<Room> ROOMS = ModelAdapters.find(Room.class);
  private static final String DAMAGE = "{}[]\",:0-.eE\\ntfu/*#;=' \n\u0000\uFEFF";

  private SpareJsonReader reader = new SpareJsonReader();

  static Stream<Class<?>> models() {
    return Models.TYPES.stream()
        .filter(type -> Stream.of(type.getMethods()).anyMatch(m -> m.getName().equals("builder")));
  }

  private <T> T tryRead(TypeAdapter<T> adapter, String json) {
    T value = reader.read(adapter, json);
    reader = reader.isReady() ? reader : new SpareJsonReader();
    return value;
  }

  @ParameterizedTest
  @MethodSource("models")
  void read_exampleRepeatedly_equalsWhatANewReaderReads(Class<?> type) {
    TypeAdapter<?> adapter = ModelAdapters.find(type);
    String json = Examples.of(type.getSimpleName()).toString();

    for (int time = 1; time <= 3; time++) {
      assertThat((Object) tryRead(adapter, json)).isEqualTo(readAnew(adapter, json));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void read_damagedText_isNullOrEqualsWhatANewReaderReads(Class<?> type) {
    TypeAdapter<?> adapter = ModelAdapters.find(type);
    String json = Examples.of(type.getSimpleName()).toString();
    Random random = new Random(11);

    for (int at = 0; at <= json.length(); at++) {
      char damage = DAMAGE.charAt(random.nextInt(DAMAGE.length()));
      for (String text :
          List.of(
              json.substring(0, at),
              json.substring(0, at) + damage + json.substring(at),
              json.substring(0, at) + json.substring(Math.min(at + 1, json.length())))) {
        Object read = tryRead(adapter, text);

        assertThat(read).as(text).isEqualTo(text.startsWith("{") ? readAnew(adapter, text) : null);
        assertThat((Object) tryRead(adapter, json)).isNotNull();
      }
    }
  }

  static Stream<String> noJsonObjects() {
    String afterAnObject = "{} {} , // /**/ # ; \u0000 \u2028 \uFEFF }";
    String others =
        "null [] { } \uFEFF{} )]}'\n"
            + "{} {a:1} {'a':1} {\"a\"=1} {\"a\":1;\"b\":2} {\"a\":NaN} {\"a\":tru}";
    return Stream.of(
            Stream.of("", " "),
            Stream.of(afterAnObject.split(" ")).flatMap(end -> Stream.of("{}" + end, "{} " + end)),
            Stream.of(others.split(" ")))
        .flatMap(texts -> texts);
  }

  @ParameterizedTest
  @MethodSource("noJsonObjects")
  void read_notAnObjectAfterAnotherText_isNull(String text) {
    assertThat(tryRead(ROOMS, "{\"name\":\"standup\"}")).isNotNull();

    assertThat(tryRead(ROOMS, text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{} ", "{}\r\n", "{ }\t", "{\"a\":true}", "{\"a\":1\n}\n"})
  void read_objectAndWhitespaceAfterAnotherText_isRead(String text) {
    assertThat(tryRead(ROOMS, "{\"name\":\"standup\"}")).isNotNull();

    assertThat(tryRead(ROOMS, text)).isEqualTo(readAnew(ROOMS, text));
  }

  /**
   * The buffer of Gson's readers has 1,024 characters: each text ends and begins somewhere in it.
   */
  @Test
  void read_textsOfAllLengths_areReadCompletely() {
    for (int length = 0; length < 2_100; length++) {
      String name = "é".repeat(length);

      assertThat(tryRead(ROOMS, "{\"name\":\"" + name + "\"}"))
          .extracting(Room::getName)
          .isEqualTo(name);
    }
  }

  @Test
  void read_textAtTheBound_isReadAndALongerOneIsNot() {
    String most = "{\"name\":\"" + "a".repeat(65_536 - 11) + "\"}";

    assertThat(most).hasSize(65_536);
    assertThat(tryRead(ROOMS, most)).isNotNull();
    assertThat(tryRead(ROOMS, most + " ")).isNull();
  }

  @Test
  void read_endlesslyNestedTexts_areNull() {
    assertThat(tryRead(ROOMS, "{\"meta\":".repeat(8_000))).isNull();
  }

  /** Returns null where a new reader refuses the text. */
  private static Object readAnew(TypeAdapter<?> adapter, String json) {
    try {
      return Json.readWhole(adapter, new BoundedJsonReader(new StringReader(json)));
    } catch (JsonParseException e) {
      return null;
    }
  }
}
