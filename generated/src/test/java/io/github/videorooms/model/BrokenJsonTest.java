package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import io.github.videorooms.generated.Schema;
import io.github.videorooms.generated.VideoDocument;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that adapters return a value or throw an exception that Gson documents, for any text. */
class BrokenJsonTest {
  private static final String DAMAGE = "{}[]\",:0-.eE\\ntfu \u0000\uFEFF";

  @ParameterizedTest
  @MethodSource("models")
  void read_incompleteText_isRejected(Schema schema) {
    String json = schema.example().toString();
    for (int length = 0; length < json.length(); length++) {
      String start = json.substring(0, length);
      assertThatThrownBy(() -> read(schema, start))
          .as(start)
          .isInstanceOfAny(IOException.class, JsonParseException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void read_damagedText_isAValueOrRejected(Schema schema) {
    String json = schema.example().toString();
    Random random = new Random(20);
    for (int i = 0; i < json.length(); i++) {
      char damage = DAMAGE.charAt(random.nextInt(DAMAGE.length()));
      String damaged = json.substring(0, i) + damage + json.substring(i + 1);
      assertThat(catchThrowable(() -> read(schema, damaged)))
          .as(damaged)
          .satisfiesAnyOf(
              thrown -> assertThat(thrown).isNull(),
              thrown -> assertThat(thrown).isInstanceOf(IOException.class),
              thrown -> assertThat(thrown).isInstanceOf(JsonParseException.class));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"novelty\":", "{\"meta\":{\"a\":"})
  void read_endlesslyNestedLists_isRejected(String start) {
    assertThatThrownBy(() -> Json.read(Room.class, start + "[".repeat(100_000)))
        .isInstanceOf(JsonParseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":", "{\"meta\":", "{\"active_session\":"})
  void read_endlesslyNestedObjects_isRejected(String start) {
    assertThatThrownBy(() -> Json.read(Room.class, start.repeat(100_000)))
        .isInstanceOf(JsonParseException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"novelty\":", "{\"meta\":{\"a\":"})
  void read_deepValueByReaderWithoutLimit_isRejected(String start) {
    for (String open : List.of("[", "{\"a\":")) {
      JsonReader reader = new JsonReader(new StringReader(start + open.repeat(100_000)));
      reader.setNestingLimit(Integer.MAX_VALUE);
      assertThatThrownBy(() -> ModelAdapters.find(Room.class).read(reader))
          .isInstanceOf(JsonParseException.class)
          .hasMessageContaining("nested deeper than 254 levels");
    }
  }

  private static Object read(Schema schema, String json) throws IOException {
    return ModelAdapters.find(schema.type()).fromJson(json);
  }

  static Stream<Schema> models() {
    return VideoDocument.models();
  }
}
