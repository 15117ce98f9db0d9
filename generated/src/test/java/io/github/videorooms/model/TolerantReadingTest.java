package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reading responses that deviate from the document but are unambiguous. */
class TolerantReadingTest {
  private static final String STRANGE_ROOM =
      """
      {"name":"standup","quality":"4k","fps":20.0,"layout":"presenter-9",\
      "novelty":{"since":1e400,"kinds":["a",null]}}\
      """;

  @Test
  void read_roomOfALaterVersion_preservesAllFields() {
    Room room = Json.read(Room.class, STRANGE_ROOM);
    assertThat(Json.tree(room))
        .isEqualTo(JsonParser.parseString(STRANGE_ROOM.replace("20.0", "20")));
  }

  @Test
  void read_roomOfALaterVersion_isTyped() {
    Room room = Json.read(Room.class, STRANGE_ROOM);
    assertThat(room.getFps()).isEqualTo(20);
    assertThat(room.getQuality()).isEqualTo(Quality.of("4k"));
    assertThat(room.getLayout()).isEqualTo(Layout.of("presenter-9"));
    assertThat(room.getExtras()).containsOnlyKeys("novelty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "20.0", "2e1", "200E-1", "\"20\"", "\"20.0\""})
  void read_wholeNumberInAnyForm_isAnInteger(String number) {
    assertThat(readRoom("fps", number).getFps()).isEqualTo(20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "20.5",
        "\"20.5\"",
        "2147483648",
        "-2147483649",
        "1e400",
        "\"twenty\"",
        "true",
        "{}",
        "[20]"
      })
  void read_notAnInteger_isRejectedWithItsPath(String value) {
    assertRefused("fps", value);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false", "'\"true\"', true", "'\"false\"', false"})
  void read_booleanInAnyForm_isABoolean(String value, boolean expected) {
    assertThat(readRoom("record_on_start", value).getRecordOnStart()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "\"yes\"", "\"TRUE\"", "\"\"", "{}", "[true]"})
  void read_notABoolean_isRejectedWithItsPath(String value) {
    assertRefused("record_on_start", value);
  }

  /** Such a time could not be written again. */
  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31T23:59:59-01:00", "0000-01-01T00:00:00+01:00"})
  void read_timeOutsideOfFourDigitYears_isRejectedWithItsPath(String time) {
    assertRefused("created_at", '"' + time + '"');
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "1.50, 1.50", "9007199254740993, 9007199254740993", "true, true"})
  void read_otherScalarForAString_isItsText(String value, String text) {
    assertThat(readRoom("name", value).getName()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "name, {}",
    "name, [1]",
    "layout, {}",
    "meta, []",
    "meta, 7",
    "active_session, '\"none\"'",
    "created_at, {}"
  })
  void read_valueOfAnotherType_isRejectedWithItsPath(String field, String value) {
    assertRefused(field, value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "7", "\"Room\"", "true"})
  void read_notAnObject_isRejected(String json) {
    assertThatThrownBy(() -> Json.read(Room.class, json))
        .isInstanceOf(JsonParseException.class)
        .hasMessageStartingWith("expected an object at $ ");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"data\":{}}', expected an array at $.data but found: object",
    "'{\"data\":[null]}', expected a value at $.data[0] but found: null",
    "'{\"data\":[{},7]}', expected an object at $.data[1] but found: number",
    "'{\"data\":[{},{\"fps\":[]}]}', expected a number at $.data[1].fps but found: array",
    "'{\"data\":[{\"name\":{}}]}', expected a string at $.data[0].name but found: object"
  })
  void read_nestedFault_namesReasonAndPath(String json, String message) {
    assertThatThrownBy(() -> Json.read(RoomList.class, json))
        .isInstanceOf(JsonParseException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "fps, 7.515151",
    "fps, '\"s3cret-value\"'",
    "record_on_start, '\"s3cret-value\"'",
    "created_at, '\"s3cret-value\"'",
    "meta, '\"s3cret-value\"'",
    "active_session, '\"s3cret-value\"'",
    "novelty, 7515151e99999999999"
  })
  void read_rejected_doesNotEchoTheValue(String field, String value) {
    assertThatThrownBy(() -> readRoom(field, value))
        .isInstanceOf(JsonParseException.class)
        .hasNoCause()
        .hasMessageNotContainingAny("s3cret", "515151");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"audio_video_sync\":true}', true",
    "'{\"audio_video_sync\":false,\"sync_audio_video\":true}', true",
    "'{\"sync_audio_video\":true,\"audio_video_sync\":false}', true",
    "'{\"audio_video_sync\":true,\"sync_audio_video\":null}', true",
    "'{\"sync_audio_video\":null,\"audio_video_sync\":true}', true",
    "'{\"sync_audio_video\":false,\"audio_video_sync\":null}', false"
  })
  void read_olderName_isUsedUnlessTheNewOneHasAValue(String json, boolean expected) {
    assertThat(Json.read(Room.class, json).getSyncAudioVideo()).isEqualTo(expected);
    assertThat(Json.read(ActiveSession.class, json).getSyncAudioVideo()).isEqualTo(expected);
  }

  @Test
  void write_afterReadingAnOlderName_usesTheNewOne() {
    assertThat(Json.write(readRoom("audio_video_sync", "true")))
        .isEqualTo("{\"sync_audio_video\":true}");
  }

  @Test
  void read_duplicateField_usesTheLast() {
    assertThat(Json.write(Json.read(Room.class, "{\"name\":\"a\",\"x\":1,\"name\":\"b\",\"x\":2}")))
        .isEqualTo("{\"name\":\"b\",\"x\":2}");
  }

  @Test
  void read_unknownFieldThatIsNull_isPreserved() {
    assertThat(Json.write(readRoom("novelty", "null"))).isEqualTo("{\"novelty\":null}");
  }

  @Test
  void toString_withExtras_showsTheirNamesOnly() {
    assertThat(Json.read(Room.class, "{\"novelty\":\"made-up\",\"b\":{\"c\":1}}"))
        .hasToString("Room{extras=[novelty, b]}");
  }

  private static Room readRoom(String field, String value) {
    return Json.read(Room.class, "{\"%s\":%s}".formatted(field, value));
  }

  private static void assertRefused(String field, String value) {
    assertThatThrownBy(() -> readRoom(field, value))
        .isInstanceOf(JsonParseException.class)
        .hasMessageContaining(" at $." + field + " ");
  }
}
