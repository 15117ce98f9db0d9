package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import io.github.videorooms.generated.Property;
import io.github.videorooms.generated.VideoDocument;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests reading an empty string where another type is expected, and null in a list. */
class EmptyTextTest {
  @ParameterizedTest
  @MethodSource("optional")
  void read_emptyTextInAnOptionalField_isNoValueButPreserved(Property field) throws Exception {
    JsonObject json = Reflection.object(field.name(), new JsonPrimitive(""));
    Object model = Json.read(field.owner().type(), json);

    assertThat(Reflection.get(model, field)).isNull();
    assertThat(model.getClass().getMethod("getExtras").invoke(model))
        .isEqualTo(Map.of(field.name(), ""));
    assertThat(Json.tree(model)).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("optional")
  void read_emptyTextBeforeOrAfterAValue_usesTheLast(Property field) {
    Class<?> type = field.owner().type();
    String empty = "\"" + field.name() + "\":\"\"";
    String value = "\"" + field.name() + "\":" + field.sample();

    assertThat((Object) Json.read(type, "{" + empty + "," + value + "}"))
        .isEqualTo(Json.read(type, "{" + value + "}"));
    assertThat((Object) Json.read(type, "{" + value + "," + empty + "}"))
        .isEqualTo(Json.read(type, "{" + (field.hasOlderName() ? value : empty) + "}"));
  }

  /** One of two aliases has the value, in either order. */
  @ParameterizedTest
  @CsvSource({
    "started_at, start_time",
    "ended_at, end_time",
  })
  void read_emptyTextBesideTheOlderName_isIgnored(String name, String older) {
    String value = "\"" + older + "\":\"2026-01-01T00:00:00Z\"";
    String empty = "\"" + name + "\":\"\"";
    VideoLog expected = VideoLog.fromJson("{" + value + "}");

    for (String json : new String[] {value + "," + empty, empty + "," + value}) {
      VideoLog log = VideoLog.fromJson("{" + json + "}");
      assertThat(log).isEqualTo(expected);
      assertThat(VideoLog.fromJson(log.toJson())).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("promised")
  void read_emptyTextInAPromisedField_failsWithThePath(Property field) {
    JsonObject json = Reflection.object(field.name(), new JsonPrimitive(""));
    assertThatThrownBy(() -> Json.read(field.owner().type(), json))
        .isExactlyInstanceOf(JsonParseException.class)
        .hasMessageContaining(" at $." + field.name() + " but ");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void read_nullInAList_failsWithItsPath(Property field) {
    JsonArray list = new JsonArray();
    list.add(field.sample().getAsJsonArray().get(0));
    list.add(JsonNull.INSTANCE);
    assertThatThrownBy(() -> Json.read(field.owner().type(), Reflection.object(field.name(), list)))
        .isInstanceOf(JsonParseException.class)
        .hasMessage("expected a value at $." + field.name() + "[1] but found: null");
  }

  @Test
  void read_emptyTextInOneRoomOfAPage_doesNotAffectTheOthers() {
    RoomList page =
        RoomList.fromJson(
            "{\"data\":[{\"join_from\":\"\",\"max_members\":\"\"},"
                + "{\"join_from\":\"2026-04-08T13:45:00Z\",\"active_session\":\"\"}]}");

    assertThat(page.getData())
        .extracting(Room::getJoinFrom)
        .containsExactly(null, Instant.parse("2026-04-08T13:45:00Z"));
    assertThat(page.getData().get(1).getExtras()).isEqualTo(Map.of("active_session", ""));
  }

  @ParameterizedTest
  @MethodSource("updatable")
  void toUpdateRequest_ofAnEmptyTextInAnyField_omitsIt(Property field) throws Exception {
    JsonObject json = field.owner().example().getAsJsonObject().deepCopy();
    json.addProperty(field.name(), "");
    Object model = Json.read(field.owner().type(), json);

    Object request = model.getClass().getMethod("toUpdateRequest").invoke(model);
    assertThat(Json.tree(request).getAsJsonObject().keySet()).doesNotContain(field.name());
  }

  @Test
  void toUpdateRequest_ofAnEmptyTextUnderAnOlderName_omitsIt() {
    Room room = Room.fromJson("{\"sync_audio_video\":true,\"audio_video_sync\":\"\"}");
    assertThat(room.toUpdateRequest().toJson()).isEqualTo("{\"sync_audio_video\":true}");
  }

  @Test
  void toUpdateRequest_ofAnEmptyText_omitsIt() {
    Room room = Room.fromJson("{\"join_from\":\"\",\"display_name\":\"\",\"novelty\":\"\"}");
    assertThat(room.toUpdateRequest().toJson())
        .isEqualTo("{\"display_name\":\"\",\"novelty\":\"\"}");
  }

  static Stream<Property> optional() {
    return VideoDocument.properties().filter(field -> !field.isText() && !field.isPromised());
  }

  /**
   * Returns the fields of models with {@code toUpdateRequest()}, including those only they have.
   */
  static Stream<Property> updatable() {
    return optional().filter(field -> field.owner().node().has("x-update-request"));
  }

  static Stream<Property> promised() {
    return VideoDocument.properties().filter(field -> !field.isText() && field.isPromised());
  }

  static Stream<Property> lists() {
    return VideoDocument.properties().filter(field -> field.isArray() && !field.isOfAnyType());
  }
}
