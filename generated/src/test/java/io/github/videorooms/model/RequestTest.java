package io.github.videorooms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.videorooms.generated.Property;
import io.github.videorooms.generated.Schema;
import io.github.videorooms.generated.VideoDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the JSON of requests. */
class RequestTest {
  @Test
  void write_withOneFieldSet_writesOnlyThatField() {
    assertThat(
            Json.write(UpdateRoomRequest.builder().layout(Layout.HIGHLIGHT_1_RESPONSIVE).build()))
        .isEqualTo("{\"layout\":\"highlight-1-responsive\"}");
  }

  @Test
  void write_withNothingSet_isAnEmptyObject() {
    assertThat(Json.write(UpdateRoomRequest.builder().build())).isEqualTo("{}");
  }

  @Test
  void write_withAllFieldsSet_isInTheOrderOfTheDocument() {
    String example = schema("CreateRoomTokenRequest").example().toString();
    assertThat(Json.write(Json.read(CreateRoomTokenRequest.class, example))).isEqualTo(example);
  }

  @Test
  void write_withAFieldReset_omitsIt() {
    assertThat(
            Json.write(UpdateRoomRequest.builder().layout(Layout.LAYOUT_1X1).layout(null).build()))
        .isEqualTo("{}");
  }

  @Test
  void write_withAnExplicitNull_sendsIt() {
    assertThat(Json.write(UpdateRoomRequest.builder().putExtra("remove_at", null).build()))
        .isEqualTo("{\"remove_at\":null}");
  }

  @Test
  void write_withAnExplicitNullInANestedObject_sendsIt() {
    ActiveSession session = ActiveSession.builder().putExtra("end_time", null).build();
    assertThat(
            Json.write(
                RoomList.builder()
                    .data(List.of(Room.builder().activeSession(session).build()))
                    .build()))
        .isEqualTo("{\"data\":[{\"active_session\":{\"end_time\":null}}]}");
  }

  @Test
  void write_withAnUnknownField_sendsIt() {
    assertThat(Json.write(UpdateRoomRequest.builder().putExtra("novelty", 1).build()))
        .isEqualTo("{\"novelty\":1}");
  }

  @Test
  void write_withAnExtraOfADeclaredName_sendsTheExtraOnce() {
    assertThat(
            Json.write(
                UpdateRoomRequest.builder().maxMembers(3).putExtra("max_members", "all").build()))
        .isEqualTo("{\"max_members\":\"all\"}");
  }

  @Test
  void write_withATypedValueAfterTheExtra_sendsOnlyTheTypedOne() {
    assertThat(
            Json.write(
                UpdateRoomRequest.builder().putExtra("max_members", "all").maxMembers(3).build()))
        .isEqualTo("{\"max_members\":3}");
  }

  @Test
  void write_withNullAfterTheExtra_omitsIt() {
    assertThat(
            Json.write(UpdateRoomRequest.builder().putExtra("layout", null).layout(null).build()))
        .isEqualTo("{}");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-08T13:45:00Z, 2026-04-08T13:45:00Z",
    "2026-04-08T13:45:00.5Z, 2026-04-08T13:45:00.500Z",
    "2026-04-08T13:45:00.000000001Z, 2026-04-08T13:45:00.000000001Z"
  })
  void write_withATime_isInUtcAndExact(Instant time, String written) {
    assertThat(Json.write(UpdateRoomRequest.builder().joinFrom(time).build()))
        .isEqualTo("{\"join_from\":\"%s\"}", written);
  }

  @Test
  void read_writtenWithAnExplicitNull_preservesIt() {
    UpdateRoomRequest request = UpdateRoomRequest.builder().putExtra("remove_at", null).build();
    assertThat(Json.read(UpdateRoomRequest.class, Json.write(request))).isEqualTo(request);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"layout\":null,\"layout\":\"1x1\"} | {\"layout\":\"1x1\"}",
        "{\"layout\":\"1x1\",\"layout\":null} | {\"layout\":null}"
      })
  void read_duplicateFieldOnceNull_usesTheLast(String json, String kept) {
    assertThat(Json.write(Json.read(UpdateRoomRequest.class, json))).isEqualTo(kept);
  }

  @Test
  void build_withoutTheRequiredField_namesItAndTheFix() {
    assertThatIllegalStateException()
        .isThrownBy(() -> CreateRoomTokenRequest.builder().userName("Ines").build())
        .withMessage("CreateRoomTokenRequest needs room_name: call roomName(...) before build()");
  }

  @Test
  void build_withTheRequiredFieldAsAnExtra_isAllowed() {
    assertThat(Json.write(CreateRoomRequest.builder().putExtra("name", null).build()))
        .isEqualTo("{\"name\":null}");
  }

  @Test
  void list_withANullElement_isRejectedByNameAndIndex() {
    List<RoomTokenPermission> permissions = Arrays.asList(RoomTokenPermission.ROOM_LOCK, null);
    assertThatNullPointerException()
        .isThrownBy(() -> CreateRoomTokenRequest.builder().permissions(permissions))
        .withMessage("permissions[1]");
  }

  @Test
  void list_changedByTheCallerAfterwards_staysAsItWas() {
    List<RoomTokenPermission> permissions = new ArrayList<>(List.of(RoomTokenPermission.ROOM_LOCK));
    CreateRoomTokenRequest.Builder builder =
        CreateRoomTokenRequest.builder().roomName("standup").permissions(permissions);
    permissions.clear();
    assertThat(builder.build().getPermissions()).containsExactly(RoomTokenPermission.ROOM_LOCK);
  }

  @Test
  void putExtra_withoutAName_isRejected() {
    assertThatNullPointerException()
        .isThrownBy(() -> UpdateRoomRequest.builder().putExtra(null, 1))
        .withMessage("name");
  }

  @Test
  void toUpdateRequest_copiesAllFieldsOfTheUpdate() {
    JsonElement room = schema("Room").example();
    JsonObject expected = new JsonObject();
    schema("UpdateRoomRequest")
        .properties()
        .map(Property::name)
        .filter(room.getAsJsonObject()::has)
        .forEach(name -> expected.add(name, room.getAsJsonObject().get(name)));
    assertThat(Json.tree(Json.read(Room.class, room).toUpdateRequest())).isEqualTo(expected);
  }

  @Test
  void toUpdateRequest_omitsNullsAndPreservesExtras() {
    Room room =
        Json.read(Room.class, "{\"id\":\"x\",\"layout\":null,\"fps\":20,\"novelty\":[1,null]}");
    assertThat(Json.write(room.toUpdateRequest())).isEqualTo("{\"novelty\":[1,null]}");
  }

  @Test
  void toUpdateRequest_withAValueCleared_sendsTheRestAndTheNull() {
    Room room = Json.read(Room.class, "{\"description\":\"d\",\"display_name\":\"n\"}");
    assertThat(Json.write(room.toUpdateRequest().toBuilder().clearDescription().build()))
        .isEqualTo("{\"display_name\":\"n\",\"description\":null}");
  }

  private static Schema schema(String name) {
    return VideoDocument.schemas()
        .filter(schema -> schema.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
