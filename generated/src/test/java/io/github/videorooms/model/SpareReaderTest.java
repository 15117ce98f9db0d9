package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import io.github.videorooms.generated.Schema;
import io.github.videorooms.generated.VideoDocument;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A reader that is used again reads each text as a new one does, whatever the texts before were.
 */
class SpareReaderTest {
  private static final TypeAdapter<Room> ROOMS = ModelAdapters.find(Room.class);
  private static final String DAMAGE = "{}[]\",:0-.eE\\ntfu/*#;=' \n\u0000\uFEFF";

  static Stream<Schema> models() {
    return VideoDocument.models();
  }

  @ParameterizedTest
  @MethodSource("models")
  void tryRead_exampleAgainAndAgain_isWhatANewReaderReads(Schema schema) {
    TypeAdapter<?> adapter = ModelAdapters.find(schema.type());
    String json = schema.example().toString();

    for (int time = 1; time <= 3; time++) {
      assertThat((Object) ModelAdapters.tryRead(adapter, json)).isEqualTo(readAnew(adapter, json));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void tryRead_damagedText_isNullOrWhatANewReaderReads(Schema schema) {
    TypeAdapter<?> adapter = ModelAdapters.find(schema.type());
    String json = schema.example().toString();
    Random random = new Random(11);

    for (int at = 0; at <= json.length(); at++) {
      char damage = DAMAGE.charAt(random.nextInt(DAMAGE.length()));
      for (String text :
          List.of(
              json.substring(0, at),
              json.substring(0, at) + damage + json.substring(at),
              json.substring(0, at) + json.substring(Math.min(at + 1, json.length())))) {
        Object read = ModelAdapters.tryRead(adapter, text);

        assertThat(read).as(text).isEqualTo(text.startsWith("{") ? readAnew(adapter, text) : null);
        assertThat((Object) ModelAdapters.tryRead(adapter, json)).isNotNull();
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
  void tryRead_afterAnotherText_whatIsNoJsonObject_isNull(String text) {
    assertThat(ModelAdapters.tryRead(ROOMS, "{\"name\":\"standup\"}")).isNotNull();

    assertThat(ModelAdapters.tryRead(ROOMS, text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{} ", "{}\r\n", "{ }\t", "{\"a\":true}", "{\"a\":1\n}\n"})
  void tryRead_afterAnotherText_whatIsAnObjectAndBlanks_isRead(String text) {
    assertThat(ModelAdapters.tryRead(ROOMS, "{\"name\":\"standup\"}")).isNotNull();

    assertThat(ModelAdapters.tryRead(ROOMS, text)).isEqualTo(readAnew(ROOMS, text));
  }

  /**
   * The buffer of Gson's readers has 1,024 characters: each text ends and begins somewhere in it.
   */
  @Test
  void tryRead_textsOfAllLengths_areReadWhole() {
    for (int length = 0; length < 2_100; length++) {
      String name = "é".repeat(length);

      assertThat(ModelAdapters.tryRead(ROOMS, "{\"name\":\"" + name + "\"}"))
          .extracting(Room::getName)
          .isEqualTo(name);
    }
  }

  @Test
  void tryRead_textAtTheBound_isReadAndALongerOneIsNot() {
    String most = "{\"name\":\"" + "a".repeat(65_536 - 11) + "\"}";

    assertThat(most).hasSize(65_536);
    assertThat(ModelAdapters.tryRead(ROOMS, most)).isNotNull();
    assertThat(ModelAdapters.tryRead(ROOMS, most + " ")).isNull();
  }

  @Test
  void tryRead_textsNestedWithoutEnd_areNull() {
    assertThat(ModelAdapters.tryRead(ROOMS, "{\"meta\":".repeat(8_000))).isNull();
  }

  /** What is read while something is read has a reader of its own. */
  @Test
  void tryRead_onManyThreads_givesEachItsOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Boolean>> readers =
          IntStream.range(0, 8)
              .<Callable<Boolean>>mapToObj(number -> () -> readsOnlyItsOwn("room-" + number))
              .collect(Collectors.toList());
      for (var result : threads.invokeAll(readers)) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static boolean readsOnlyItsOwn(String name) {
    String json = "{\"name\":\"" + name + "\"}";
    return IntStream.range(0, 2_000)
        .mapToObj(time -> ModelAdapters.tryRead(ROOMS, json))
        .allMatch(room -> room != null && name.equals(room.getName()));
  }

  /** Returns null where a new reader refuses the text. */
  private static Object readAnew(TypeAdapter<?> adapter, String json) {
    try {
      return ModelAdapters.readWhole(adapter, ModelAdapters.boundedReader(new StringReader(json)));
    } catch (JsonParseException e) {
      return null;
    }
  }
}
