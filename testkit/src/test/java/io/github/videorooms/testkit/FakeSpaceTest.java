package io.github.videorooms.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.global.GlobalSettings;
import com.github.tomakehurst.wiremock.recording.RecordingStatus;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.SignalWireRestTransportError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import io.github.videorooms.model.VideoStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class FakeSpaceTest {
  private static final CreateRoomRequest STANDUP =
      CreateRoomRequest.builder().name("standup").build();

  @Test
  void builder_settings_applyToTheSpace(Contract contract) {
    FakeSpace space = contract.start(FakeSpace.builder().project("my-project").token("PTüñí:x"));

    assertThat(space.getProject()).isEqualTo("my-project");
    assertThat(space.getToken()).isEqualTo("PTüñí:x");
    assertThat(space.getClient().video().rooms().list()).isEmpty();
  }

  /** White space, also a no-break space; a soft hyphen, a zero-width space, a byte order mark. */
  @ParameterizedTest
  @ValueSource(
      strings = {"\n", " ", "\r\n", "\t", "\u00a0", "\u2003", "\u00ad", "\u200b", "\ufeff"})
  void builder_invisibleCharactersAround_areRemovedAsByTheClient(String text, Contract contract) {
    for (String given :
        List.of(text + "PT-demo", "PT-demo" + text, text + text + "PT-demo" + text)) {
      FakeSpace space = contract.start(FakeSpace.builder().project(given).token(given));

      try (SignalWireRestClient client =
          space.clientBuilder().project(given).token(given).build()) {
        assertThat(client.video().rooms().list()).isEmpty();
      }
      assertThat(space.getProject()).isEqualTo("PT-demo");
      assertThat(space.getToken()).isEqualTo("PT-demo");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "\u200b",
        "PT demo",
        "PT\ndemo",
        "PT\u00a0demo",
        "PT\u00addemo",
        "PT\u200bdemo",
        "PT\ufeffdemo",
        "'PT-demo'",
        "${TOKEN}"
      })
  void builder_whatNoClientSends_isRejected(String text) {
    FakeSpace.Builder builder = FakeSpace.builder();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.project(text))
        .withMessageStartingWith("project ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.token(text))
        .withMessageStartingWith("token ");
  }

  @Test
  void hostAndUrl_areThoseOfTheServer(FakeSpace space) {
    assertThat(space.getHost()).isEqualTo("127.0.0.1:" + space.wireMock().port());
    assertThat(space.getUrl()).isEqualTo("http://" + space.getHost());
    assertThat(space).hasToString("FakeSpace{" + space.getHost() + "}");
  }

  @Test
  void client_requestedAgain_isTheSame(FakeSpace space) {
    assertThat(space.getClient()).isSameAs(space.getClient());
  }

  @Test
  void addRoom_request_sendsNoHttpRequest(FakeSpace space) {
    Room room = space.addRoom(STANDUP);

    assertThat(space.getRequests()).isEmpty();
    assertThat(space.getRooms()).containsExactly(room);
    assertThat(space.getClient().video().rooms().get(room.getId())).isEqualTo(room);
  }

  @Test
  @OffContract(OffContract.Side.RESPONSE)
  void addRoom_extras_becomeFields(FakeSpace space) {
    Room room =
        space.addRoom(
            STANDUP.toBuilder()
                .putExtra("id", "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11")
                .putExtra("fps", 30)
                .putExtra("layout", "presenter-9")
                .putExtra("new_member", Map.of("a", 1))
                .build());

    Room read = space.getClient().video().rooms().get("3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11");

    assertThat(read).isEqualTo(room);
    assertThat(read.getFps()).isEqualTo(30);
    assertThat(read.getLayout()).hasToString("presenter-9");
    assertThat(read.getExtras()).containsEntry("new_member", Map.of("a", 1L));
  }

  static Stream<Throwable> failuresOfTheSpace() {
    return Stream.of(
        new IllegalStateException("out of order"),
        new AssertionError("out of order"),
        new NoClassDefFoundError("out of order"),
        new StackOverflowError("out of order"));
  }

  @ParameterizedTest
  @MethodSource("failuresOfTheSpace")
  void respond_spaceFails_isA500ThatIsLoggedAndRecorded(Throwable failure, Contract contract) {
    BrokenClock clock = new BrokenClock();
    FakeSpace space = contract.start(FakeSpace.builder().clock(clock));
    VideoRooms rooms =
        space.getClient().withOptions(options -> options.maxRetries(0)).video().rooms();
    try (Logged logged = new Logged(FakeSpace.class)) {
      clock.failure = failure;

      assertThatThrownBy(() -> rooms.list().firstPage())
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.getStatusCode()).isEqualTo(500))
          .hasMessageContaining("FakeSpace failed, see its log: " + failure);

      assertThat(space.getRequests("list_rooms")).hasSize(1);
      // Other tests log to the same logger.
      assertThat(logged.records)
          .filteredOn(each -> failure.equals(each.getThrown()))
          .singleElement()
          .satisfies(each -> assertThat(each.getMessage()).contains("GET /api/video/rooms"));
    }
  }

  @Test
  void addRoom_invalidRequest_isRejectedWithTheReason(FakeSpace space) {
    space.addRoom(STANDUP);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.addRoom(STANDUP))
        .withMessage("name must be unique within project (not_unique_within_project)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.addRoom(STANDUP.toBuilder().name("a b").build()))
        .withMessageContaining("invalid_parameter");
  }

  @Test
  void addStream_url_sendsNoHttpRequest(FakeSpace space) {
    Room room = space.addRoom(STANDUP);

    VideoStream stream = space.addStream(room.getId(), "rtmp://live.example.com/a");

    assertThat(space.getRequests()).isEmpty();
    assertThat(space.getStreams(room.getId())).containsExactly(stream);
    assertThat(space.getClient().video().streams().get(stream.getId())).isEqualTo(stream);
  }

  @Test
  void addStream_invalidUrl_isRejectedWithTheReason(FakeSpace space) {
    Room room = space.addRoom(STANDUP);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.addStream(room.getId(), "rtmp://localhost/a"))
        .withMessageContaining("url_is_unsafe");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.addStream("nobody", "rtmp://live.example.com/a"))
        .withMessage("Not Found");
  }

  @Test
  void arguments_null_areNamed(FakeSpace space) {
    assertThatThrownBy(() -> space.failNext(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("failure");
    assertThatThrownBy(() -> space.getRequests(null)).hasMessage("operationId");
    assertThatThrownBy(() -> space.addRoom(null)).hasMessage("request");
    assertThatThrownBy(() -> space.addStream(null, "rtmp://a.example.com")).hasMessage("roomId");
    assertThatThrownBy(() -> space.addStream("a", null)).hasMessage("url");
    assertThatThrownBy(() -> space.getStreams(null)).hasMessage("roomId");
    assertThatThrownBy(() -> FakeSpace.builder().project(null)).hasMessage("project");
    assertThatThrownBy(() -> FakeSpace.builder().clock(null)).hasMessage("clock");
    assertThatIllegalArgumentException().isThrownBy(() -> FakeSpace.builder().streamLimit(-1));
  }

  @Test
  void requests_inOrder_containWhatWasSent(FakeSpace space) {
    Room room = space.getClient().video().rooms().create(STANDUP);
    space
        .getClient()
        .video()
        .rooms()
        .list(ListRoomsQuery.builder().startsAfter("2026-04-08T00:00:00+02:00").build())
        .firstPage();
    space.getClient().video().rooms().delete(room.getId());

    List<RecordedRequest> requests = space.getRequests();

    assertThat(requests)
        .extracting(RecordedRequest::toString)
        .containsExactly(
            "POST /api/video/rooms",
            "GET /api/video/rooms",
            "DELETE /api/video/rooms/" + room.getId());
    assertThat(requests.get(0).getBody()).isEqualTo("{\"name\":\"standup\"}");
    assertThat(requests.get(0).getQueryParameters()).isEmpty();
    assertThat(requests.get(0).getHeader("AUTHORIZATION"))
        .isEqualTo(Raw.basic(space.getProject(), space.getToken()));
    assertThat(requests.get(0).getHeaders().get("content-type"))
        .containsExactly("application/json");
    assertThat(requests.get(0).getHeader("X-Nothing")).isNull();
    assertThat(requests.get(1).getQueryParameters())
        .containsExactly(Map.entry("starts_after", List.of("2026-04-08T00:00:00+02:00")));
    assertThat(requests.get(1).getBody()).isEmpty();
    assertThat(requests.get(1).getMethod()).isEqualTo("GET");
  }

  @Test
  @OffContract
  void getRequests_parameterSentTwice_hasBothValues(FakeSpace space) {
    Raw.to(space).get("/rooms?page_size=1&page_size=2&starts_after=&ends_before");

    RecordedRequest request = space.getRequests().get(0);

    assertThat(request.getQueryParameters())
        .containsExactly(
            Map.entry("page_size", List.of("1", "2")),
            Map.entry("starts_after", List.of("")),
            Map.entry("ends_before", List.of("")));
    assertThat(request.getQueryParameter("page_size")).isEqualTo("1");
    assertThat(request.getQueryParameter("ends_before")).isEmpty();
    assertThat(request.getQueryParameter("page_token")).isNull();
  }

  @Test
  void getRequests_operation_returnsItsRequests(FakeSpace space) {
    VideoRooms rooms = space.getClient().video().rooms();
    Room room = rooms.create(STANDUP);
    rooms.getByName("standup");
    rooms.createStream(room.getId(), "rtmp://live.example.com/a");
    rooms.list(q -> q.pageSize(1)).firstPage();
    rooms.create(r -> r.name("retro").maxMembers(3));

    assertThat(space.getRequests())
        .extracting(RecordedRequest::getOperationId)
        .containsExactly(
            "create_room", "get_room", "create_room_stream", "list_rooms", "create_room");
    assertThat(space.getRequests("create_room"))
        .extracting(request -> CreateRoomRequest.fromJson(request.getBody()))
        .containsExactly(STANDUP, CreateRoomRequest.builder().name("retro").maxMembers(3).build());
    assertThat(space.getRequests("list_rooms").get(0).getQueryParameter("page_size"))
        .isEqualTo("1");
    assertThat(space.getRequests("delete_room")).isEmpty();
  }

  @Test
  @OffContract
  void getRequests_operation_doesNotDependOnTheResponse(FakeSpace space) {
    space
        .wireMock()
        .stubFor(
            get(urlPathEqualTo("/api/video/rooms"))
                .willReturn(okJson("{\"error\":\"of a stub\"}").withStatus(503)));
    space.failNext(Failure.status(500).onOperation("get_room"));

    Raw.to(space).get("/rooms");
    Raw.to(space).authorization("").get("/rooms/nobody/streams");
    Raw.to(space).get("/rooms/nobody");
    Raw.to(space).get("/nothing");
    Raw.to(space).send("PATCH", "/rooms/nobody", "");
    Raw.to(space).get(space.getUrl() + "/storage/recordings/x.mp4");

    assertThat(space.getRequests())
        .extracting(RecordedRequest::getOperationId)
        .containsExactly("list_rooms", "list_room_streams", "get_room", null, null, null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "create-room", "createRoom", "POST /api/video/rooms"})
  void getRequests_unknownOperation_isRejectedWithTheKnownOnes(String id, FakeSpace space) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.getRequests(id))
        .withMessageContaining("no operation with the id \"" + id + "\"")
        .withMessageContaining("create_room, create_room_stream, create_room_token");
  }

  @Test
  void requests_unusualId_isPercentEncoded(FakeSpace space) {
    assertThatThrownBy(() -> space.getClient().video().rooms().getByName("a/b ü"))
        .isInstanceOf(SignalWireRestError.class);

    assertThat(space.getRequests().get(0).getPath()).isEqualTo("/api/video/rooms/a%2Fb%20%C3%BC");
  }

  @Test
  void requests_list_isASnapshot(FakeSpace space) {
    List<RecordedRequest> before = space.getRequests();
    space.getClient().video().rooms().create(STANDUP);

    assertThat(before).isEmpty();
    assertThatThrownBy(() -> space.getRequests().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void requestLog_full_dropsTheOldestAndCountsThem() {
    RequestLog log = new RequestLog();
    RecordedRequest first = request("/first", 0);
    log.add(first);
    for (int i = 0; i < RequestLog.MAX_REQUESTS; i++) {
      log.add(request("/" + i, 0));
    }

    assertThat(log.requests()).hasSize(RequestLog.MAX_REQUESTS).doesNotContain(first);
    assertThat(log.dropped()).isEqualTo(1);

    log.clear();
    assertThat(log.requests()).isEmpty();
    assertThat(log.dropped()).isZero();
  }

  @Test
  void requestLog_largeBodies_areBoundedInBytes() {
    RequestLog log = new RequestLog();
    for (int i = 0; i < 100; i++) {
      log.add(request("/" + i, 4 << 20));
    }

    assertThat(log.requests()).extracting(RecordedRequest::getPath).last().isEqualTo("/99");
    assertThat(log.requests()).hasSize(7);
    assertThat(log.dropped()).isEqualTo(93);
  }

  /** What takes more memory than it has characters counts for more; so does a body as text. */
  @ParameterizedTest
  @CsvSource({
    "a long query,          1, 7000,   0,    0,      0, 2400",
    "many parameters,    1000,    1,   0,    0,      0,  200",
    "many headers,          0,    0, 400,    1,      0,  600",
    "long headers,          0,    0,   2, 4000,      0, 4000",
    "a body and a head,     1,  100,   5,  100, 100000,  340",
  })
  void requestLog_largeHeaders_areBoundedInBytes(
      String what,
      int parameters,
      int parameterLength,
      int headers,
      int headerLength,
      int bodySize,
      int most) {
    HttpUrl.Builder url = HttpUrl.get("http://localhost/").newBuilder();
    for (int i = 0; i < parameters; i++) {
      url.addQueryParameter("p" + i, "x".repeat(parameterLength));
    }
    Map<String, List<String>> fields = new HashMap<>();
    for (int i = 0; i < headers; i++) {
      fields.put("h" + i, List.of("x".repeat(headerLength)));
    }
    RecordedRequest request =
        new RecordedRequest("GET", url.build(), fields, new byte[bodySize], null, false);
    RequestLog log = new RequestLog();
    int sent = most + most / 2;
    for (int i = 0; i < sent; i++) {
      log.add(request);
    }

    assertThat(log.requests()).as(what).hasSizeBetween(most / 3, most);
    assertThat(log.requests().size() + log.dropped()).isEqualTo(sent);
  }

  @Test
  void requestLog_usualRequests_areBoundedInNumber(FakeSpace space) {
    space.getClient().video().rooms().create(STANDUP);
    RequestLog log = new RequestLog();
    for (int i = 0; i <= RequestLog.MAX_REQUESTS; i++) {
      log.add(space.getRequests().get(0));
    }

    assertThat(log.requests()).hasSize(RequestLog.MAX_REQUESTS);
  }

  @Test
  void requestLog_oneLargerThanTheBound_isStored() {
    RequestLog log = new RequestLog();
    log.add(request("/small", 0));
    log.add(request("/large", 40 << 20));

    assertThat(log.requests()).extracting(RecordedRequest::getPath).containsExactly("/large");
  }

  @Test
  void requests_largeBodies_areBoundedInTheLogAndInTheJournal(FakeSpace space) {
    String large = "x".repeat(4 << 20);
    for (int i = 0; i < 9; i++) {
      String name = "room-" + i;
      space.getClient().video().rooms().create(r -> r.name(name).putExtra("unknown", large));
    }

    assertThat(space.getRequests()).hasSize(7);
    assertThat(space.getDroppedRequestCount()).isEqualTo(2);
    assertThat(space.wireMock().getAllServeEvents()).hasSize(3);
  }

  @Test
  void requests_manyHeaders_areBoundedInTheJournal(FakeSpace space) {
    SignalWireRestClient client = space.getClient();
    for (int i = 0; i < 250; i++) {
      client
          .withOptions(
              options -> IntStream.range(0, 400).forEach(k -> options.header("X-" + k, "y")))
          .video()
          .rooms()
          .list()
          .firstPage();
    }

    assertThat(space.wireMock().getAllServeEvents()).hasSizeLessThan(225);
  }

  @Test
  void wireMock_journal_hasTheRequestsAndTheBeginningOfTheResponses(FakeSpace space) {
    for (String name : List.of("one", "two")) {
      space.addRoom(CreateRoomRequest.builder().name(name).description("x".repeat(3_000)).build());
    }
    for (int i = 0; i < 1_100; i++) {
      space.getClient().video().rooms().list().firstPage();
    }

    assertThat(space.getRequests()).hasSize(1_100);
    assertThat(space.wireMock().getAllServeEvents())
        .hasSize(1_000)
        .allSatisfy(
            event -> {
              assertThat(event.getRequest().getUrl()).isEqualTo("/api/video/rooms");
              assertThat(event.getResponse().getStatus()).isEqualTo(200);
              assertThat(event.getResponse().getBody()).hasSize(4_096);
              assertThat(event.getResponseDefinition().getByteBody()).isNullOrEmpty();
            });
  }

  @Test
  @OffContract(OffContract.Side.RESPONSE)
  void wireMock_ownStub_takesPrecedence(FakeSpace space) {
    space
        .wireMock()
        .stubFor(
            get(urlPathEqualTo("/api/video/rooms/standup"))
                .willReturn(okJson("{\"id\":\"odd\",\"name\":\"standup\"}")));

    Room room = space.getClient().video().rooms().getByName("standup");

    assertThat(room.getId()).isEqualTo("odd");
    assertThat(space.getClient().video().rooms().create(STANDUP).getId()).isNotEqualTo("odd");
    space.wireMock().verify(1, getRequestedFor(urlPathEqualTo("/api/video/rooms/standup")));
    assertThat(space.getRequests()).hasSize(2);
  }

  @Test
  void wireMock_stubThatForwards_forwards(Contract contract) {
    FakeSpace.Builder settings = FakeSpace.builder().project("mine").token("PT1");
    FakeSpace front = contract.start(settings);
    FakeSpace back = contract.start(settings);
    Room room = back.addRoom(STANDUP);

    front
        .wireMock()
        .stubFor(
            get(urlPathEqualTo("/api/video/rooms/standup"))
                .willReturn(aResponse().proxiedFrom(back.getUrl())));

    assertThat(Raw.to(front).get("/rooms/standup").body()).contains(room.getId());
  }

  static Stream<Consumer<WireMockServer>> resets() {
    return Stream.of(
        WireMockServer::resetAll,
        WireMockServer::resetMappings,
        WireMockServer::resetToDefaultMappings);
  }

  @ParameterizedTest
  @MethodSource("resets")
  void wireMock_anyReset_preservesTheResponsesOfTheSpace(
      Consumer<WireMockServer> reset, FakeSpace space) {
    Room room = space.addRoom(STANDUP);
    space.wireMock().stubFor(get(urlPathEqualTo("/api/video/rooms")).willReturn(okJson("{}")));

    reset.accept(space.wireMock());
    reset.accept(space.wireMock());

    assertThat(space.getClient().video().rooms().list()).containsExactly(room);
    assertThat(space.wireMock().getStubMappings()).hasSize(1);
  }

  @Test
  void reset_everything_isCleared(FakeSpace space) {
    Room room = space.getClient().video().rooms().create(STANDUP);
    space.addStream(room.getId(), "rtmp://live.example.com/a");
    space.failNext(Failure.status(500).optional());
    space.wireMock().stubFor(get(urlPathEqualTo("/api/video/rooms")).willReturn(okJson("{}")));

    space.reset();

    assertThat(space.getRequests()).isEmpty();
    assertThat(space.getRooms()).isEmpty();
    assertThat(space.getStreams(room.getId())).isEmpty();
    assertThat(space.getClient().video().rooms().list()).isEmpty();
    assertThat(space.getClient().video().rooms().create(STANDUP).getName()).isEqualTo("standup");
  }

  @Test
  void reset_recorderOfWireMock_isStopped(Contract contract) {
    FakeSpace.Builder settings = FakeSpace.builder().project("mine").token("PT1");
    FakeSpace space = contract.start(settings);
    FakeSpace recorded = contract.start(settings);
    recorded.addRoom(STANDUP);
    for (int test = 0; test < 2; test++) {
      space.wireMock().startRecording(recorded.getUrl());
      assertThat(Raw.to(space).get("/rooms").body()).contains("standup");

      space.reset();

      assertThat(space.wireMock().getRecordingStatus().getStatus())
          .isEqualTo(RecordingStatus.Stopped);
      assertThat(space.getClient().video().rooms().list()).isEmpty();
    }
  }

  @Test
  void reset_globalSettingsOfWireMock_areThoseOfTheStart(FakeSpace space) {
    GlobalSettings atStart = space.wireMock().getGlobalSettings().getSettings();
    space.wireMock().setGlobalFixedDelay(60_000);

    space.reset();

    assertThat(space.wireMock().getGlobalSettings().getSettings()).isEqualTo(atStart);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 8_000L * 366 * 86_400})
  void advance_beyondTheSupportedYears_isRejectedAndChangesNothing(long seconds, FakeSpace space) {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.advance(Duration.ofSeconds(seconds)))
        .withMessageStartingWith("time must not ");

    assertThat(space.addRoom(STANDUP).getCreatedAt()).isEqualTo("2026-03-02T09:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0000-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "-1000000000-01-01T00:00:00Z"})
  void setTime_beyondTheSupportedYears_isRejected(String time, FakeSpace space, Contract contract) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.setTime(Instant.parse(time)))
        .withMessageStartingWith("time must be from 0001-01-01T00:00:00Z");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                contract.start(
                    FakeSpace.builder().clock(Clock.fixed(Instant.parse(time), ZoneOffset.UTC))))
        .withMessageStartingWith("the clock must be from");
  }

  @Test
  void advance_toTheLastSecond_succeeds(FakeSpace space) {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    FakeMember member =
        space.join(space.getClient().video().roomTokens().create(t -> t.roomName("x")).getToken());

    space.advance(
        Duration.between(
            Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("9999-12-31T23:59:59Z")));

    assertThat(space.getClient().video().roomSessions().list()).hasSize(1);
    member.leave();
    assertThat(space.getSessions().get(0).getState().getDuration()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void advance_manyTimes_addsUp(FakeSpace space) {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    for (int i = 0; i < 100_000; i++) {
      space.advance(Duration.ofSeconds(1));
    }

    assertThat(space.addRoom(STANDUP).getCreatedAt()).isEqualTo("2026-03-03T12:46:40Z");
  }

  @Test
  void twoSpaces_sideBySide_shareNothing(FakeSpace space, Contract contract) {
    FakeSpace other = contract.start(FakeSpace.builder());

    space.getClient().video().rooms().create(STANDUP);
    other.getClient().video().rooms().create(STANDUP);

    assertThat(space.getRooms()).hasSize(1).isNotEqualTo(other.getRooms());
    assertThat(space.getRequests()).hasSize(1);
    assertThat(space.getToken()).isNotEqualTo(other.getToken());
    assertThat(space.getProject()).isNotEqualTo(other.getProject());
  }

  @Test
  @OffContract
  void twoSpaces_clientOfTheOther_isUnauthorized(FakeSpace space, Contract contract) {
    FakeSpace other = contract.start(FakeSpace.builder());
    try (SignalWireRestClient stranger = other.clientBuilder().space(space.getHost()).build()) {
      assertThatThrownBy(() -> stranger.video().rooms().create(STANDUP))
          .isInstanceOfSatisfying(
              SignalWireRestError.class, error -> assertThat(error.isUnauthorized()).isTrue());
    }
  }

  @Test
  void close_again_doesNothing(Contract contract) {
    FakeSpace space = contract.start(FakeSpace.builder());
    SignalWireRestClient client = space.getClient();

    space.close();
    space.close();

    assertThatIllegalStateException().isThrownBy(() -> client.video().rooms().get("a"));
    assertThat(space.wireMock().isRunning()).isFalse();
    assertThat(space.toString()).contains("127.0.0.1:");
  }

  /** As a stop that takes longer than the server allows, which only a busy machine shows. */
  @Test
  void close_againAfterAnIncompleteStop_doesNothing(Contract contract) {
    FakeSpace space = contract.start(FakeSpace.builder());
    Thread.currentThread().interrupt();
    assertThatThrownBy(space::close).isInstanceOf(InterruptedException.class);

    space.close();

    assertThat(space.wireMock().isRunning()).isFalse();
  }

  @Test
  void client_afterClose_isRejected(Contract contract) {
    FakeSpace space = contract.start(FakeSpace.builder());
    space.close();

    assertThatIllegalStateException()
        .isThrownBy(space::getClient)
        .withMessage("the space is closed");
  }

  @Test
  @Timeout(10)
  void close_duringADelay_doesNotWaitForIt(Contract contract) {
    FakeSpace space = contract.start(FakeSpace.builder());
    space.failNext(Failure.delay(Duration.ofSeconds(30)));
    CompletableFuture<Room> call = space.getClient().video().rooms().createAsync(STANDUP);
    while (space.getRooms().isEmpty()) {
      Thread.onSpinWait();
    }

    space.close();

    assertThatThrownBy(call::join).hasCauseInstanceOf(SignalWireRestTransportError.class);
  }

  private static RecordedRequest request(String path, int bodySize) {
    return new RecordedRequest(
        "GET", HttpUrl.get("http://localhost" + path), Map.of(), new byte[bodySize], null, false);
  }

  private static final class BrokenClock extends Clock {
    volatile @Nullable Throwable failure;

    @Override
    public Instant instant() {
      Throwable thrown = failure;
      if (thrown instanceof Error) {
        throw (Error) thrown;
      }
      if (thrown != null) {
        throw (RuntimeException) thrown;
      }
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** What a class logs, which stays off the console. */
  private static final class Logged extends Handler implements AutoCloseable {
    final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Logger logger;

    Logged(Class<?> type) {
      logger = Logger.getLogger(type.getName());
      logger.addHandler(this);
      logger.setUseParentHandlers(false);
    }

    @Override
    public void publish(LogRecord line) {
      records.add(line);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      logger.removeHandler(this);
      logger.setUseParentHandlers(true);
    }
  }
}
