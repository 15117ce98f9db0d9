package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.api.RoomsApi.GetRoomQuery;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.CreateStreamRequest;
import io.github.videorooms.model.Room;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms in which a request or query can be given; that each line compiles is half the test. */
class OverloadsTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String URL = "rtmp://a.example/k";

  @RegisterExtension private final Wire wire = new Wire();

  static Stream<Function<VideoRooms, Room>> creates() {
    CreateRoomRequest typed = CreateRoomRequest.builder().name("standup").build();
    Consumer<CreateRoomRequest.Builder> consumer = r -> r.name("standup");
    return Stream.of(
        rooms -> rooms.create(r -> r.name("standup")),
        rooms ->
            rooms.create(
                r -> {
                  r.name("standup");
                }),
        rooms -> rooms.create(OverloadsTest::standup),
        rooms -> rooms.create(consumer),
        rooms -> rooms.create(typed),
        rooms -> rooms.createAsync(r -> r.name("standup")).join(),
        rooms -> rooms.createAsync(OverloadsTest::standup).join(),
        rooms -> rooms.createAsync(typed).join());
  }

  private static void standup(CreateRoomRequest.Builder request) {
    request.name("standup");
  }

  @ParameterizedTest
  @MethodSource("creates")
  void create_everyOverload_sendsTheSame(Function<VideoRooms, Room> create) {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));

    Room room = create.apply(wire.rooms());

    assertThat(room.getName()).isEqualTo("standup");
    assertThat(wire.request().getBodyAsString()).isEqualTo("{\"name\":\"standup\"}");
  }

  static Stream<Function<VideoRooms, Paged<Room>>> lists() {
    ListRoomsQuery typed = ListRoomsQuery.builder().pageSize(7).build();
    return Stream.of(
        rooms -> rooms.list(q -> q.pageSize(7)),
        rooms -> rooms.list(OverloadsTest::seven),
        rooms -> rooms.list(typed));
  }

  private static ListRoomsQuery.Builder seven(ListRoomsQuery.Builder query) {
    return query.pageSize(7);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void list_everyOverload_sendsTheSame(Function<VideoRooms, Paged<Room>> list) {
    wire.respond(any(anyUrl()), 200, Examples.of("RoomList"));

    list.apply(wire.rooms()).firstPage();

    assertThat(wire.request().getUrl()).isEqualTo("/api/video/rooms?page_size=7");
  }

  static Stream<BiFunction<VideoRooms, String, Room>> gets() {
    GetRoomQuery typed = GetRoomQuery.builder().includeActiveSession(true).build();
    return Stream.of(
        (rooms, id) -> rooms.get(id, q -> q.includeActiveSession(true)),
        (rooms, id) -> rooms.get(id, GetRoomQuery.Builder::build),
        (rooms, id) -> rooms.get(id, typed),
        (rooms, id) -> rooms.getAsync(id, q -> q.includeActiveSession(true)).join(),
        (rooms, id) -> rooms.getByName("standup", q -> q.includeActiveSession(true)),
        (rooms, id) -> rooms.getByNameAsync("standup", q -> q.includeActiveSession(true)).join());
  }

  @ParameterizedTest
  @MethodSource("gets")
  void get_everyOverload_returnsTheRoom(BiFunction<VideoRooms, String, Room> get) {
    wire.respond(any(anyUrl()), 200, Examples.room(ID, "standup"));

    assertThat(get.apply(wire.rooms(), ID).getName()).isEqualTo("standup");
  }

  static Stream<Consumer<VideoRooms>> streams() {
    CreateStreamRequest typed = CreateStreamRequest.builder().url(URL).build();
    return Stream.of(
        rooms -> rooms.createStream(ID, URL),
        rooms -> rooms.createStream(ID, s -> s.url(URL)),
        rooms -> rooms.createStream(ID, typed),
        rooms -> rooms.createStreamAsync(ID, URL).join(),
        rooms -> rooms.createStreamAsync(ID, s -> s.url(URL)).join(),
        rooms -> rooms.createStreamAsync(ID, typed).join());
  }

  @ParameterizedTest
  @MethodSource("streams")
  void createStream_everyOverload_sendsTheSame(Consumer<VideoRooms> create) {
    wire.respond(any(anyUrl()), 201, Examples.of("VideoStream"));

    create.accept(wire.rooms());

    assertThat(wire.request().getBodyAsString()).isEqualTo("{\"url\":\"" + URL + "\"}");
  }

  @Test
  void anyMethod_consumerIsNull_namesItAndSendsNothing() {
    VideoRooms rooms = wire.rooms();
    Consumer<CreateRoomRequest.Builder> request = null;
    Consumer<ListRoomsQuery.Builder> query = null;

    assertThatThrownBy(() -> rooms.create(request)).hasMessage("request");
    assertThatThrownBy(() -> rooms.createAsync(request)).hasMessage("request");
    assertThatThrownBy(() -> rooms.list(query)).hasMessage("query");
    assertThat(wire.requests()).isEmpty();
  }

  @Test
  void anyMethod_consumerThrows_throwsThatAndSendsNothing() {
    VideoRooms rooms = wire.rooms();
    IllegalCallerException thrown = new IllegalCallerException("changed my mind");
    Consumer<CreateRoomRequest.Builder> failing =
        r -> {
          throw thrown;
        };

    for (Function<VideoRooms, Object> create :
        List.<Function<VideoRooms, Object>>of(
            each -> each.create(failing), each -> each.createAsync(failing))) {
      assertThatThrownBy(() -> create.apply(rooms)).isSameAs(thrown);
    }
    assertThat(wire.requests()).isEmpty();
  }
}
