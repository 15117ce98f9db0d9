package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.videorooms.model.CreateRoomRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client would not send, and how the space responds to it. */
@ExtendWith(FakeSpaceExtension.class)
class RejectionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name           | 7                     | not_a_string",
        "name           | \"a b\"               | invalid_parameter",
        "name           | null                  | missing_required_parameter",
        "display_name   | []                    | not_a_string",
        "max_members    | \"20\"                | invalid_parameter",
        "max_members    | 20.5                  | invalid_parameter",
        "max_members    | 1e99                  | invalid_parameter",
        "max_members    | 301                   | invalid_parameter",
        "quality        | \"4k\"                | unsupported_option",
        "layout         | \"presenter-9\"       | unsupported_option",
        "join_from      | \"tomorrow\"          | not_a_datetime",
        "join_from      | \"2026-02-30\"        | not_a_datetime",
        "join_from      | 1775656800            | not_a_datetime",
        "record_on_start| \"true\"              | not_a_boolean",
        "meta           | \"{}\"                | not_a_hash",
        "meta           | []                    | not_a_hash"
      })
  @OffContract
  void createRoom_invalidField_isNamed(String member, String value, String code, FakeSpace space) {
    Raw.Reply reply = Raw.to(space).post("/rooms", room(member, value));

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problems()).containsExactly(member + ": " + code);
    assertThat(space.getRooms()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "permissions | \"room.lock\"           | not_an_array_of_strings",
        "permissions | [1]                     | not_an_array_of_strings",
        "permissions | [\"room.lock\", \"no\"] | list_contains_invalid_entries",
        "user_name   | null                    | not_a_string",
        "join_as     | \"guest\"               | unsupported_option",
        "room_meta   | null                    | not_a_hash",
        "join_until  | null                    | not_a_datetime"
      })
  @OffContract
  void createRoomToken_invalidField_isNamed(
      String member, String value, String code, FakeSpace space) {
    Raw.Reply reply =
        Raw.to(space)
            .post("/room_tokens", "{\"room_name\":\"a\",\"" + member + "\":" + value + "}");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problems()).containsExactly(member + ": " + code);
  }

  @Test
  @OffContract
  void createRoom_severalInvalidFields_namesEach(FakeSpace space) {
    Raw.Reply reply = Raw.to(space).post("/rooms", "{\"max_members\":0,\"quality\":true}");

    assertThat(reply.problems())
        .containsExactly(
            "name: missing_required_parameter",
            "max_members: invalid_parameter",
            "quality: not_a_string");
  }

  @Test
  @OffContract
  void createRoom_wholeNumberWithADecimalPoint_isAccepted(FakeSpace space) {
    Raw.Reply reply = Raw.to(space).post("/rooms", room("max_members", "12.0"));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.json().get("max_members").getAsInt()).isEqualTo(12);
    assertThat(reply.body()).contains("\"max_members\":12,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[]", "null", "\"name\"", "{'name':'a'}"})
  @OffContract
  void createRoom_unreadableBody_isABadRequest(String body, FakeSpace space) {
    Raw.Reply reply = Raw.to(space).post("/rooms", body);

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).isEqualTo("{\"error\":\"Bad Request\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"name\":\"a\"} x", "{\"name\":\"a\",\"meta\":{\"b\":NaN}}"})
  void read_jsonForLenientReaders_isRejected(String body) {
    assertThatThrownBy(() -> Json.read(body)).isInstanceOf(JsonParseException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /rooms",
    "POST, /room_tokens",
    "PUT, /rooms/{id}",
    "POST, /rooms/{id}/streams"
  })
  @OffContract
  void body_missing_isABadRequest(String method, String path, FakeSpace space) {
    String id = space.addRoom(CreateRoomRequest.builder().name("a").build()).getId();

    Raw.Reply reply = Raw.to(space).send(method, path.replace("{id}", id), "");

    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  @OffContract
  void createRoom_veryDeepBody_isABadRequest(FakeSpace space) {
    String body = "{\"meta\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";

    assertThat(Raw.to(space).post("/rooms", body).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic !", "Bearer PT1", "basic"})
  @OffContract
  void credentials_missingOrOfAnotherKind_areUnauthorized(String header, FakeSpace space) {
    Raw.Reply reply = Raw.to(space).authorization(header).get("/rooms");

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("{\"error\":\"Unauthorized\"}");
  }

  @Test
  @OffContract
  void credentials_ofAnotherTokenOrProject_areUnauthorized(FakeSpace space) {
    Raw otherToken = Raw.to(space).authorization(Raw.basic(space.getProject(), "PTother"));
    Raw otherProject = Raw.to(space).authorization(Raw.basic("other", space.getToken()));

    assertThat(otherToken.post("/rooms", "{\"name\":\"a\"}").status()).isEqualTo(401);
    assertThat(otherProject.delete("/nothing").status()).isEqualTo(401);
    assertThat(space.getRooms()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /",
    "GET, /sessions",
    "DELETE, /rooms",
    "PATCH, /rooms/1",
    "GET, /rooms/1/streams/2",
    "GET, /room_tokens"
  })
  @OffContract
  void operation_unknown_isNotFound(String method, String path, FakeSpace space) {
    Raw.Reply reply = Raw.to(space).send(method, path, "");

    assertThat(reply.status()).isEqualTo(404);
    assertThat(reply.body()).isEqualTo("{\"error\":\"Not Found\"}");
  }

  private static String room(String member, String value) {
    JsonObject room = new JsonObject();
    room.addProperty("name", "standup");
    room.add(member, JsonParser.parseString(value));
    return room.toString();
  }
}
