package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.videorooms.generated.Property;
import io.github.videorooms.generated.Schema;
import io.github.videorooms.generated.VideoDocument;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@code toJson()} and {@code fromJson()} of models, as for a cache. */
class JsonTextTest {
  @ParameterizedTest
  @MethodSource("models")
  void toJson_example_isReadBackEqual(Schema schema) throws Exception {
    Object model = fromJson(schema.type(), schema.example().toString());
    assertThat(JsonParser.parseString(toJson(model))).isEqualTo(schema.example());
    assertThat(fromJson(schema.type(), toJson(model))).isEqualTo(model);
  }

  @ParameterizedTest
  @MethodSource("models")
  void toJson_unknownFields_arePreservedWithNullsAndNumbers(Schema schema) throws Exception {
    String json = "{\"novelty\":{\"a\":[null,9007199254740993,0.10]},\"nothing\":null}";
    assertThat(toJson(fromJson(schema.type(), json))).isEqualTo(json);
  }

  @ParameterizedTest
  @MethodSource("fields")
  void toJson_onlyOneField_isReadBackWithoutTheRest(Property field) throws Exception {
    Object model = Reflection.readWithSample(field);
    assertThat(fromJson(field.owner().type(), toJson(model))).isEqualTo(model);
  }

  @ParameterizedTest
  @MethodSource("fieldsOfRequests")
  void toJson_explicitNullInARequest_isReadBack(Property field) throws Exception {
    JsonObject json = Reflection.object(field.name(), JsonNull.INSTANCE);
    Object model = fromJson(field.owner().type(), json.toString());
    assertThat(toJson(model)).isEqualTo(json.toString());
    assertThat(model).isNotEqualTo(fromJson(field.owner().type(), "{}"));
  }

  @Test
  void toJson_unknownEnumerationValueAndSecret_areWrittenAsTheyAre() {
    assertThat(Room.fromJson("{\"layout\":\"presenter-9\"}").toJson())
        .isEqualTo("{\"layout\":\"presenter-9\"}");
    assertThat(VideoStream.builder().url("rtmp://a.example/key").build().toJson())
        .isEqualTo("{\"url\":\"rtmp://a.example/key\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "null | expected an object at $ but found: null",
        "[] | expected an object at $ but found: array",
        "{} {} | the JSON is malformed or incomplete at $",
        "{\"name\":\"a\" | the JSON is malformed or incomplete at $.name",
        "{\"name\":[]} | expected a string at $.name but found: array",
        "{\"active_session\":{\"start_time\":\"now\"}} | expected a time such as"
            + " 2026-03-02T08:15:30Z at $.active_session.start_time but the value is not one",
      })
  void fromJson_anythingElse_failsWithThePath(String json, String message) {
    assertThatExceptionOfType(JsonParseException.class)
        .isThrownBy(() -> Room.fromJson(json))
        .withMessage(message);
  }

  @Test
  void fromJson_null_isRejected() {
    assertThatNullPointerException().isThrownBy(() -> Room.fromJson(null)).withMessage("json");
  }

  private static Object fromJson(Class<?> type, String json) throws Exception {
    return type.getMethod("fromJson", String.class).invoke(null, json);
  }

  private static String toJson(Object model) throws Exception {
    return (String) model.getClass().getMethod("toJson").invoke(model);
  }

  static Stream<Schema> models() {
    return VideoDocument.models();
  }

  static Stream<Property> fields() {
    return VideoDocument.properties();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+10000-01-01T00:00:00Z", "-0001-12-31T23:59:59Z"})
  void toJson_yearThatRfc3339CannotWrite_isRejected(Instant time) {
    CreateRoomRequest request = CreateRoomRequest.builder().name("a").joinUntil(time).build();

    assertThatIllegalArgumentException()
        .isThrownBy(request::toJson)
        .withMessageContaining("not one from 0 to 9999");
  }

  @Test
  void fromJson_emptyString_isRejectedLikeAnyOtherValue() {
    assertThatThrownBy(() -> Room.fromJson("\"\""))
        .isExactlyInstanceOf(JsonParseException.class)
        .hasMessageContaining("expected an object at $");
  }

  static Stream<Property> fieldsOfRequests() {
    return fields().filter(field -> field.owner().isRequest());
  }
}
