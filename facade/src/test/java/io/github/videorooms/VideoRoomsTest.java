package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.videorooms.api.RoomsApi.GetRoomQuery;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateStreamRequest;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Quality;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.UpdateRoomRequest;
import io.github.videorooms.model.VideoStream;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoRoomsTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String ROOMS = "/api/video/rooms";
  private static final String ROOM = ROOMS + "/" + ID;

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void create_onlyAName_postsItAndReturnsTheRoom(CallStyle style) {
    wire.respond(post(urlPathEqualTo(ROOMS)), 200, Examples.room(ID, "standup"));
    VideoRooms rooms = wire.rooms();
    CreateRoomRequest request = CreateRoomRequest.builder().name("standup").build();

    Room room = style.call(() -> rooms.create(request), () -> rooms.createAsync(request));

    assertThat(room.getId()).isEqualTo(ID);
    assertThat(room.getName()).isEqualTo("standup");
    assertThat(wire.request().getBodyAsString()).isEqualTo("{\"name\":\"standup\"}");
    assertThat(wire.request().getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(wire.request().getHeader("Accept")).isEqualTo("application/json");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 202, 203})
  void create_otherSuccessThanDocumented_returnsTheRoom(int status) {
    wire.offContract();
    wire.respond(post(urlPathEqualTo(ROOMS)), status, Examples.room(ID, "standup"));

    Room room = wire.rooms().create(CreateRoomRequest.builder().name("standup").build());

    assertThat(room.getName()).isEqualTo("standup");
  }

  @ParameterizedTest
  @EnumSource
  void get_id_returnsTheRoom(CallStyle style) {
    wire.respond(get(urlPathEqualTo(ROOM)), 200, Examples.room(ID, "standup"));
    VideoRooms rooms = wire.rooms();

    Room room = style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));

    assertThat(room.getId()).isEqualTo(ID);
    assertThat(wire.request().getUrl()).isEqualTo(ROOM);
  }

  @ParameterizedTest
  @EnumSource
  void get_withQuery_sendsIt(CallStyle style) {
    JsonObject response = Examples.room(ID, "standup");
    response.add("active_session", Examples.of("ActiveSession"));
    wire.respond(get(urlPathEqualTo(ROOM)), 200, response);
    VideoRooms rooms = wire.rooms();
    GetRoomQuery query = GetRoomQuery.builder().includeActiveSession(true).build();

    Room room = style.call(() -> rooms.get(ID, query), () -> rooms.getAsync(ID, query));

    assertThat(room.getActiveSession()).isNotNull();
    assertThat(wire.request().getUrl()).isEqualTo(ROOM + "?include_active_session=true");
  }

  @ParameterizedTest
  @EnumSource
  void getByName_name_returnsTheRoom(CallStyle style) {
    wire.respond(get(urlPathEqualTo(ROOMS + "/standup")), 200, Examples.room(ID, "standup"));
    VideoRooms rooms = wire.rooms();

    Room room = style.call(() -> rooms.getByName("standup"), () -> rooms.getByNameAsync("standup"));

    assertThat(room.getId()).isEqualTo(ID);
  }

  @ParameterizedTest
  @EnumSource
  void getByName_withQuery_sendsIt(CallStyle style) {
    wire.respond(get(urlPathEqualTo(ROOMS + "/standup")), 200, Examples.room(ID, "standup"));
    VideoRooms rooms = wire.rooms();
    GetRoomQuery query = GetRoomQuery.builder().includeActiveSession(false).build();

    style.call(
        () -> rooms.getByName("standup", query), () -> rooms.getByNameAsync("standup", query));

    assertThat(wire.request().getUrl()).isEqualTo(ROOMS + "/standup?include_active_session=false");
  }

  @ParameterizedTest
  @EnumSource
  void getByName_nameIsTheIdOfAnotherRoom_isADecodingError(CallStyle style) {
    wire.respond(get(urlPathEqualTo(ROOM)), 200, Examples.room(ID, "standup"));
    VideoRooms rooms = wire.rooms();

    assertThatExceptionOfType(SignalWireRestDecodingError.class)
        .isThrownBy(() -> style.call(() -> rooms.getByName(ID), () -> rooms.getByNameAsync(ID)))
        .satisfies(error -> assertThat(error.getJsonPath()).isEqualTo("$.name"))
        .withMessageContaining("a different resource");
  }

  @ParameterizedTest
  @EnumSource
  void update_onlyTheLayout_putsOnlyThat(CallStyle style) {
    wire.respond(put(urlPathEqualTo(ROOM)), 200, Examples.room(ID, "standup"));
    VideoRooms rooms = wire.rooms();
    UpdateRoomRequest request = UpdateRoomRequest.builder().layout(Layout.LAYOUT_5X5).build();

    style.call(() -> rooms.update(ID, request), () -> rooms.updateAsync(ID, request));

    assertThat(wire.request().getBodyAsString()).isEqualTo("{\"layout\":\"5x5\"}");
  }

  @Test
  void update_explicitNull_putsNull() {
    wire.respond(put(urlPathEqualTo(ROOM)), 200, Examples.room(ID, "standup"));

    wire.rooms().update(ID, UpdateRoomRequest.builder().putExtra("join_from", null).build());

    assertThat(wire.request().getBodyAsString()).isEqualTo("{\"join_from\":null}");
  }

  @ParameterizedTest
  @EnumSource
  void modify_oneField_sendsTheOthersUnchanged(CallStyle style) {
    wire.offContract();
    JsonObject before = Examples.room(ID, "standup");
    before.addProperty("not_yet_known", "kept");
    wire.respond(get(urlPathEqualTo(ROOM)), 200, before);
    wire.respond(put(urlPathEqualTo(ROOM)), 200, before);
    VideoRooms rooms = wire.rooms();

    style.call(
        () -> rooms.modify(ID, room -> room.maxMembers(7)),
        () -> rooms.modifyAsync(ID, room -> room.maxMembers(7)));

    JsonObject expected = before.deepCopy();
    List.of(
            "id",
            "name",
            "fps",
            "tone_on_entry_and_exit",
            "room_join_video_off",
            "user_join_video_off",
            "prioritize_handraise",
            "created_at",
            "updated_at")
        .forEach(expected::remove);
    expected.addProperty("max_members", 7);
    List<LoggedRequest> requests = wire.requests();
    assertThat(requests)
        .extracting(request -> request.getMethod().value())
        .containsExactly("GET", "PUT");
    assertThat(JsonParser.parseString(requests.get(1).getBodyAsString())).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void modify_changeThrows_failsWithThatAndPutsNothing(CallStyle style) {
    wire.respond(get(urlPathEqualTo(ROOM)), 200, Examples.room(ID, "standup"));
    VideoRooms rooms = wire.rooms();
    IllegalCallerException thrown = new IllegalCallerException("changed my mind");

    assertThatThrownBy(
            () ->
                style.call(
                    () ->
                        rooms.modify(
                            ID,
                            room -> {
                              throw thrown;
                            }),
                    () ->
                        rooms.modifyAsync(
                            ID,
                            room -> {
                              throw thrown;
                            })))
        .isSameAs(thrown);
    assertThat(wire.request().getMethod().value()).isEqualTo("GET");
  }

  @ParameterizedTest
  @EnumSource
  void modify_unknownRoom_isNotFound(CallStyle style) {
    wire.respond(get(urlPathEqualTo(ROOM)), 404, "{\"error\":\"Not Found\"}");
    VideoRooms rooms = wire.rooms();

    assertThatExceptionOfType(SignalWireRestError.class)
        .isThrownBy(
            () ->
                style.call(
                    () -> rooms.modify(ID, room -> room.maxMembers(7)),
                    () -> rooms.modifyAsync(ID, room -> room.maxMembers(7))))
        .matches(SignalWireRestError::isNotFound);
  }

  @ParameterizedTest
  @EnumSource
  void delete_room_succeeds(CallStyle style) {
    wire.respond(delete(urlPathEqualTo(ROOM)), aResponse().withStatus(204));
    VideoRooms rooms = wire.rooms();

    style.run(() -> rooms.delete(ID), () -> rooms.deleteAsync(ID));

    assertThat(wire.request().getMethod().value()).isEqualTo("DELETE");
    assertThat(wire.request().getBody()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void delete_responseWithABody_succeeds(CallStyle style) {
    wire.offContract();
    wire.respond(delete(urlPathEqualTo(ROOM)), 200, "<html>gone</html>");
    VideoRooms rooms = wire.rooms();

    style.run(() -> rooms.delete(ID), () -> rooms.deleteAsync(ID));

    assertThat(wire.requests()).hasSize(1);
  }

  @Test
  void listStreams_room_returnsItsStreams() {
    JsonObject response = Examples.of("VideoStreamList");
    wire.respond(get(urlPathEqualTo(ROOM + "/streams")), 200, response);

    assertThat(wire.rooms().listStreams(ID))
        .extracting(VideoStream::getId)
        .containsExactly(
            response.getAsJsonArray("data").get(0).getAsJsonObject().get("id").getAsString());
    assertThat(wire.request().getUrl()).isEqualTo(ROOM + "/streams");
  }

  @Test
  void listStreams_withoutLinks_isOnePage() {
    JsonObject response = Examples.of("VideoStreamList");
    response.remove("links");
    wire.respond(get(urlPathEqualTo(ROOM + "/streams")), 200, response);

    assertThat(wire.rooms().listStreams(ID)).hasSameSizeAs(response.getAsJsonArray("data"));
  }

  @Test
  void listStreams_undocumentedParameter_isSent() {
    wire.offContract();
    wire.respond(get(urlPathEqualTo(ROOM + "/streams")), 200, Examples.of("VideoStreamList"));
    wire.rooms().listStreams(ID).withParameter("page_size", "5").firstPage();

    assertThat(wire.request().getUrl()).isEqualTo(ROOM + "/streams?page_size=5");
  }

  @ParameterizedTest
  @EnumSource
  void createStream_url_returnsAllEightFields(CallStyle style) {
    JsonObject response = new JsonObject();
    response.addProperty("id", "0d4b1c7e-52a9-4b8e-8f0e-6a1d3c2b5e77");
    response.addProperty("url", "rtmp://live.example.com/stream-key");
    response.addProperty("stream_type", "rtmp");
    response.addProperty("width", 1280);
    response.addProperty("height", 720);
    response.addProperty("fps", 30);
    response.addProperty("created_at", "2022-01-01T10:00:00Z");
    response.addProperty("updated_at", "2022-01-01T10:00:01Z");
    wire.respond(post(urlPathEqualTo(ROOM + "/streams")), 201, response);
    VideoRooms rooms = wire.rooms();
    String url = "rtmp://live.example.com/stream-key";

    VideoStream stream =
        style.call(() -> rooms.createStream(ID, url), () -> rooms.createStreamAsync(ID, url));

    assertThat(wire.request().getBodyAsString()).isEqualTo("{\"url\":\"" + url + "\"}");
    assertThat(stream.getId()).isEqualTo("0d4b1c7e-52a9-4b8e-8f0e-6a1d3c2b5e77");
    assertThat(stream.getUrl()).isEqualTo(url);
    assertThat(stream.getStreamType()).isEqualTo("rtmp");
    assertThat(stream.getWidth()).isEqualTo(1280);
    assertThat(stream.getHeight()).isEqualTo(720);
    assertThat(stream.getFps()).isEqualTo(30);
    assertThat(stream.getCreatedAt()).isEqualTo(Instant.parse("2022-01-01T10:00:00Z"));
    assertThat(stream.getUpdatedAt()).isEqualTo(Instant.parse("2022-01-01T10:00:01Z"));
    assertThat(stream.toString()).doesNotContain("stream-key");
  }

  @ParameterizedTest
  @EnumSource
  void createStream_request_sendsItsExtrasToo(CallStyle style) {
    wire.offContract();
    wire.respond(post(urlPathEqualTo(ROOM + "/streams")), 201, Examples.of("VideoStream"));
    VideoRooms rooms = wire.rooms();
    CreateStreamRequest request =
        CreateStreamRequest.builder().url("rtmp://a.example/k").putExtra("codec", "h264").build();

    style.call(() -> rooms.createStream(ID, request), () -> rooms.createStreamAsync(ID, request));

    assertThat(wire.request().getBodyAsString())
        .isEqualTo("{\"url\":\"rtmp://a.example/k\",\"codec\":\"h264\"}");
  }

  @Test
  void get_roomOfALaterVersion_isReadAndWrittenBackCompletely() {
    wire.offContract();
    JsonObject response = Examples.room(ID, "standup");
    response.addProperty("layout", "presenter-9");
    response.addProperty("quality", "4k");
    response.add("fps", JsonParser.parseString("20.0"));
    response.addProperty("spatial_audio", true);
    wire.respond(get(urlPathEqualTo(ROOM)), 200, response);

    Room room = wire.rooms().get(ID);

    assertThat(room.getLayout()).isEqualTo(Layout.of("presenter-9"));
    assertThat(room.getQuality()).isEqualTo(Quality.of("4k"));
    assertThat(room.getFps()).isEqualTo(20);
    assertThat(room.getExtras()).containsEntry("spatial_audio", true);
    assertThat(room.toUpdateRequest().getExtras()).containsEntry("spatial_audio", true);
  }

  static Stream<Arguments> idsAndTheirSegments() {
    return Stream.of(
        Arguments.of("../x", "..%2Fx"),
        Arguments.of("a/b", "a%2Fb"),
        Arguments.of("a b", "a%20b"),
        Arguments.of("a?b#c", "a%3Fb%23c"),
        Arguments.of("%2e%2e", "%252e%252e"),
        Arguments.of("stand\u00fcp\ud83d\ude00", "stand%C3%BCp%F0%9F%98%80"),
        Arguments.of("x".repeat(512), "x".repeat(512)));
  }

  @ParameterizedTest
  @MethodSource("idsAndTheirSegments")
  void get_unusualId_isOnePercentEncodedSegment(String id, String segment) {
    if (id.contains("/")) {
      wire.offContract(); // The validator splits the path after decoding it.
    }
    wire.respond(any(anyUrl()), 404, "{\"error\":\"Not Found\"}");

    assertThatExceptionOfType(SignalWireRestError.class)
        .isThrownBy(() -> wire.rooms().get(id))
        .matches(SignalWireRestError::isNotFound);
    assertThat(wire.request().getUrl()).isEqualTo(ROOMS + "/" + segment);
  }

  static Stream<BiFunction<VideoRooms, String, Object>> methodsWithAnId() {
    CreateStreamRequest stream = CreateStreamRequest.builder().url("rtmp://a.example/k").build();
    UpdateRoomRequest update = UpdateRoomRequest.builder().build();
    return Stream.of(
        VideoRooms::get,
        VideoRooms::getAsync,
        VideoRooms::getByName,
        VideoRooms::getByNameAsync,
        VideoRooms::listStreams,
        VideoRooms::deleteAsync,
        (rooms, id) -> {
          rooms.delete(id);
          return null;
        },
        (rooms, id) -> rooms.update(id, update),
        (rooms, id) -> rooms.updateAsync(id, update),
        (rooms, id) -> rooms.modify(id, change -> {}),
        (rooms, id) -> rooms.modifyAsync(id, change -> {}),
        (rooms, id) -> rooms.createStream(id, stream),
        (rooms, id) -> rooms.createStreamAsync(id, stream));
  }

  @ParameterizedTest
  @MethodSource("methodsWithAnId")
  void anyMethod_invalidId_isRejectedAtOnce(BiFunction<VideoRooms, String, Object> method) {
    VideoRooms rooms = wire.rooms();

    for (String id :
        List.of(
            "",
            " ",
            "\t\n",
            " a",
            "a ",
            "\ufeffa",
            "\u00a0",
            ".",
            "..",
            "a\r\nb",
            "a\u0000",
            "\ud83d",
            "x".repeat(10_000))) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> method.apply(rooms, id))
          .withMessageMatching("(id|name) (is|has|contains) .*");
    }
    assertThatThrownBy(() -> method.apply(rooms, null))
        .isInstanceOf(NullPointerException.class)
        .message()
        .isIn("id", "name");
    assertThat(wire.requests()).isEmpty();
  }

  @Test
  void anyMethod_nullArgument_namesIt() {
    VideoRooms rooms = wire.rooms();

    assertThatThrownBy(() -> rooms.create((CreateRoomRequest) null)).hasMessage("request");
    assertThatThrownBy(() -> rooms.createAsync((CreateRoomRequest) null)).hasMessage("request");
    assertThatThrownBy(() -> rooms.update(ID, (UpdateRoomRequest) null)).hasMessage("request");
    assertThatThrownBy(() -> rooms.updateAsync(ID, (UpdateRoomRequest) null)).hasMessage("request");
    assertThatThrownBy(() -> rooms.get(ID, (GetRoomQuery) null)).hasMessage("query");
    assertThatThrownBy(() -> rooms.getByNameAsync("a", (GetRoomQuery) null)).hasMessage("query");
    assertThatThrownBy(() -> rooms.list((ListRoomsQuery) null)).hasMessage("query");
    assertThatThrownBy(() -> rooms.modify(ID, null)).hasMessage("change");
    assertThatThrownBy(() -> rooms.modifyAsync(ID, null)).hasMessage("change");
    assertThatThrownBy(() -> rooms.createStream(ID, (String) null)).hasMessage("url");
    assertThatThrownBy(() -> rooms.createStreamAsync(ID, (CreateStreamRequest) null))
        .hasMessage("request");
    assertThat(wire.requests()).isEmpty();
  }
}
