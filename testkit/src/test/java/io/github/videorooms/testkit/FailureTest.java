package io.github.videorooms.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestDecodingError;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.SignalWireRestTransportError;
import io.github.videorooms.VideoRooms;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.Room;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class FailureTest {
  private static final CreateRoomRequest STANDUP =
      CreateRoomRequest.builder().name("standup").build();

  @ParameterizedTest
  @CsvSource({
    "400, Bad Request",
    "401, Unauthorized",
    "403, Forbidden",
    "404, Not Found",
    "429, Too Many Requests",
    "500, Internal Server Error",
    "503, Service Unavailable",
    "418, Error"
  })
  void status_alone_hasTheDocumentedBody(int status, String text, FakeSpace space) {
    space.failNext(Failure.status(status));

    SignalWireRestError error = failed(() -> rooms(space).create(STANDUP));

    assertThat(error.getStatusCode()).isEqualTo(status);
    assertThat(error.getBody()).isEqualTo("{\"error\":\"" + text + "\"}");
    assertThat(space.getRooms()).isEmpty();
  }

  @Test
  void status_422_hasAnItem(FakeSpace space) {
    space.failNext(Failure.status(422));

    assertThat(failed(() -> rooms(space).create(STANDUP)).hasCode("cannot_process")).isTrue();
  }

  @Test
  void invalid_code_isInTheItem(FakeSpace space) {
    space.failNext(Failure.invalid("insufficient_balance", "name"));

    SignalWireRestError error = failed(() -> rooms(space).create(STANDUP));

    assertThat(error.getStatusCode()).isEqualTo(422);
    assertThat(error.hasCode("insufficient_balance")).isTrue();
    assertThat(error.getErrors().get(0).getAttribute()).isEqualTo("name");
  }

  @Test
  void retryAfter_duration_isInWholeSeconds(FakeSpace space) {
    space.failNext(Failure.status(429).retryAfter(Duration.ofMillis(2001)));

    SignalWireRestError error = failed(() -> rooms(space).create(STANDUP));

    assertThat(error.isRateLimited()).isTrue();
    assertThat(error.getRetryAfter()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void header_andBody_areSent(FakeSpace space) {
    space.failNext(
        Failure.status(502)
            .body("<html>bad gateway</html>")
            .header("content-type", "text/html")
            .header("x-request-id", "r-1"));

    SignalWireRestError error = failed(() -> rooms(space).create(STANDUP));

    assertThat(error.getBody()).isEqualTo("<html>bad gateway</html>");
    assertThat(error.getRequestId()).isEqualTo("r-1");
    assertThat(error.getHeaders().get("Content-Type")).containsExactly("text/html");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a:", "X\r\nY", "é", "a\u0000", "transfer-encoding"})
  void header_nameThatCannotBeSent_isRejected(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Failure.status(503).header(name, "v"))
        .withMessage("not the name of a header that can be set: " + name);
  }

  @Test
  void header_lengthWithoutABody_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Failure.status(204).header("Content-Length", "5"))
        .withMessage("not the name of a header that can be set: Content-Length");
  }

  @ParameterizedTest
  @CsvSource({"X, 'v\r\nY: z'", "X, 'a\u0000b'", "X, €", "X, '\u007f'", "content-length, zz"})
  void header_valueThatCannotBeSent_isRejected(String name, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Failure.status(503).header(name, value))
        .withMessageStartingWith("not a value that can be sent in the header " + name);
  }

  @Test
  void header_moreThanTheServerSends_isRejected() {
    Failure failure = Failure.status(503).header("X", "y".repeat(4_000));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> failure.header("Y", "y".repeat(100)))
        .withMessage("headers must have at most 4096 characters together: Y");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 30})
  void header_lengthBelowThatOfTheBody_doesNotAffectTheNextRequest(int length, FakeSpace space) {
    space.failNext(Failure.status(503).header("Content-Length", Integer.toString(length)));

    assertThat(failed(() -> rooms(space).create(STANDUP)).getStatusCode()).isEqualTo(503);

    assertThat(rooms(space).create(STANDUP).getName()).isEqualTo("standup");
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void body_statusWithoutBody_isRejected(int status) {
    assertThatIllegalStateException()
        .isThrownBy(() -> Failure.status(status).body("<html>"))
        .withMessage("a response with status " + status + " has no body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "~!\""})
  void header_unusualValue_isSentUnchanged(String value, FakeSpace space) {
    space.failNext(Failure.status(503).header("X-Odd", value));

    assertThat(failed(() -> rooms(space).create(STANDUP)).getHeaders().get("X-Odd"))
        .containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "{\"id\":"})
  @OffContract(OffContract.Side.RESPONSE)
  void status_successWithAnUnreadableBody_isADecodingError(String body, FakeSpace space) {
    space.failNext(Failure.status(200).body(body));

    assertThat(failed(() -> rooms(space).create(STANDUP)))
        .isInstanceOf(SignalWireRestDecodingError.class);
  }

  @Test
  void connectionReset_request_isNotExecuted(FakeSpace space) {
    space.failNext(Failure.connectionReset());

    assertThat(failed(() -> rooms(space).create(STANDUP)))
        .isInstanceOf(SignalWireRestTransportError.class);
    assertThat(space.getRooms()).isEmpty();
    assertThat(space.getRequests()).hasSize(1);
  }

  @Test
  void responseLost_request_isExecuted(FakeSpace space) {
    space.failNext(Failure.responseLost());

    assertThat(failed(() -> rooms(space).create(STANDUP)))
        .isInstanceOf(SignalWireRestTransportError.class);
    assertThat(space.getRooms()).hasSize(1);
  }

  @Test
  void delay_withinTheTimeout_isReceived(FakeSpace space) {
    space.failNext(Failure.delay(Duration.ofMillis(150)));
    long start = System.nanoTime();

    assertThat(rooms(space).create(STANDUP).getName()).isEqualTo("standup");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(140));
  }

  @Test
  void delay_beyondTheTimeout_timesOutAfterExecution(FakeSpace space) {
    rooms(space).list().firstPage();
    space.failNext(Failure.delay(Duration.ofSeconds(30)));

    try (SignalWireRestClient client =
        space.clientBuilder().attemptTimeout(Duration.ofSeconds(1)).build()) {
      SignalWireRestError error = failed(() -> client.video().rooms().create(STANDUP));

      assertThat(error.isTimeout()).isTrue();
      assertThat(space.getRooms()).hasSize(1);
    }
  }

  @Test
  void after_status_isDelayed(FakeSpace space) {
    space.failNext(Failure.status(503).after(Duration.ofMillis(150)));
    long start = System.nanoTime();

    assertThat(failed(() -> rooms(space).create(STANDUP)).getStatusCode()).isEqualTo(503);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(140));
  }

  @Test
  void after_reset_isDelayed(FakeSpace space) {
    space.failNext(Failure.connectionReset().after(Duration.ofMillis(150)));
    long start = System.nanoTime();

    assertThat(failed(() -> rooms(space).create(STANDUP)).getStatusCode()).isZero();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(140));
  }

  @Test
  void failNext_several_areUsedInOrder(FakeSpace space) {
    space.failNext(Failure.status(503).times(2));
    space.failNext(Failure.status(500));

    assertThat(
            IntStream.range(0, 3)
                .map(i -> failed(() -> rooms(space).create(STANDUP)).getStatusCode()))
        .containsExactly(503, 503, 500);
    assertThat(rooms(space).create(STANDUP).getName()).isEqualTo("standup");
  }

  /** Each row: the failures as they are queued, and the status of one request after another. */
  static Stream<Arguments> scripts() {
    Failure list = Failure.status(503).onOperation("list_rooms");
    Failure create = Failure.status(500).onOperation("create_room");
    return Stream.of(
        arguments("LLL", List.of(list.skip(0)), "503 200 200"),
        arguments("LLLL", List.of(list.skip(2)), "200 200 503 200"),
        arguments("LLLLL", List.of(list.skip(1).times(2)), "200 503 503 200 200"),
        arguments("LLLLL", List.of(list.times(2).skip(1)), "200 503 503 200 200"),
        arguments("LLLL", List.of(list.skip(1), Failure.status(502)), "200 503 502 200"),
        arguments("LLLL", List.of(list.skip(1), Failure.status(502).skip(1)), "200 503 200 502"),
        arguments("LLLL", List.of(Failure.status(502), list.skip(1)), "502 200 503 200"),
        arguments("CLLC", List.of(list.skip(1), create), "500 200 503 200"),
        arguments("CLCL", List.of(list.skip(1), create.skip(1)), "200 200 500 503"),
        arguments("LCLC", List.of(list, Failure.status(502).skip(1)), "503 200 502 200"),
        arguments("LCLC", List.of(Failure.status(502).skip(1), list), "200 502 503 200"),
        arguments("LL", List.of(list.skip(Integer.MAX_VALUE).optional()), "200 200"));
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void skip_inAQueue_isUsedInOrder(
      String requests, List<Failure> failures, String statuses, FakeSpace space) {
    failures.forEach(space::failNext);

    List<Integer> received =
        requests
            .chars()
            .mapToObj(
                request ->
                    request == 'L'
                        ? Raw.to(space).get("/rooms")
                        : Raw.to(space).post("/rooms", "{\"name\":\"" + UUID.randomUUID() + "\"}"))
            .map(Raw.Reply::status)
            .toList();

    assertThat(received).map(Object::toString).containsExactly(statuses.split(" "));
  }

  @Test
  void skip_retriedCall_countsEachAttempt(FakeSpace space) {
    space.failNext(Failure.status(503).times(1));
    space.failNext(Failure.status(503).skip(1));

    assertThat(space.getClient().video().rooms().list()).isEmpty();
    assertThat(space.getPendingFailures())
        .extracting(Failure::toString)
        .containsExactly("Failure{status 503, on any request}");
    assertThat(space.getClient().video().rooms().list()).isEmpty();
    assertThat(space.getRequests()).hasSize(4);
  }

  @Test
  void skip_customStub_isNotCounted(FakeSpace space) {
    space.wireMock().stubFor(get("/api/video/rooms").willReturn(okJson("{\"data\":[]}")));
    space.failNext(Failure.status(503).skip(1));

    rooms(space).list().firstPage();

    assertThat(space.getPendingFailures())
        .extracting(Failure::toString)
        .containsExactly("Failure{status 503, on any request, skip 1}");
    space.takeUnusedFailures();
  }

  @Test
  void skip_manyThreads_countsExactly(FakeSpace space) {
    space.failNext(Failure.status(503).skip(15).times(20));
    space.failNext(Failure.status(500).skip(5).times(10));

    Map<Integer, Long> statuses =
        IntStream.range(0, 60).mapToObj(i -> rooms(space).list().firstPageAsync()).toList().stream()
            .map(call -> call.handle((page, error) -> statusOf(error)).join())
            .collect(Collectors.groupingBy(status -> status, Collectors.counting()));

    assertThat(statuses).containsOnly(entry(200, 30L), entry(503, 20L), entry(500, 10L));
    assertThat(space.getPendingFailures()).isEmpty();
  }

  private static int statusOf(@Nullable Throwable error) {
    return error == null ? 200 : ((SignalWireRestError) error).getStatusCode();
  }

  static Stream<Failure> targets() {
    Failure failure = Failure.status(500);
    return Stream.of(
        failure.onOperation("create_room"),
        failure.on("POST", "/api/video/rooms"),
        failure.on("post", "/api/video/rooms"));
  }

  @ParameterizedTest
  @MethodSource("targets")
  void on_createRoom_doesNotAffectOtherRequests(Failure failure, FakeSpace space) {
    String id = space.addRoom(STANDUP).getId();
    space.failNext(failure);

    rooms(space).createStream(id, "rtmp://live.example.com/a");
    rooms(space).list().firstPage();
    rooms(space).get(id);

    assertThat(failed(() -> rooms(space).create(c -> c.name("retro"))).getStatusCode())
        .isEqualTo(500);
    assertThat(rooms(space).create(c -> c.name("retro")).getName()).isEqualTo("retro");
  }

  @Test
  void on_pathWithPlaceholder_matchesAnyId(FakeSpace space) {
    String id = space.addRoom(STANDUP).getId();
    space.failNext(Failure.status(500).on("GET", "/api/video/rooms/{room}").times(2));

    assertThat(failed(() -> rooms(space).get(id)).getStatusCode()).isEqualTo(500);
    assertThat(failed(() -> rooms(space).getByName("standup")).getStatusCode()).isEqualTo(500);
    assertThat(rooms(space).get(id).getId()).isEqualTo(id);
  }

  @Test
  void on_pathWithAnId_matchesOnlyThatId(FakeSpace space) {
    space.addRoom(STANDUP);
    Room odd = space.addRoom(CreateRoomRequest.builder().name("x").putExtra("id", "a b/c").build());
    space.failNext(Failure.status(500).on("GET", "/api/video/rooms/a%20b%2Fc"));

    assertThat(rooms(space).getByName("standup").getName()).isEqualTo("standup");
    assertThat(failed(() -> rooms(space).get(odd.getId())).getStatusCode()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api/video/rooms",
        "http://127.0.0.1:8080/api/video/rooms",
        "/api/video/rooms?page_size=50",
        "/api/video/rooms#",
      })
  void on_notAPath_isRejected(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Failure.status(500).on("POST", path))
        .withMessageContaining("path must be one such as /api/video/rooms/{id}")
        .withMessageContaining(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ",
        "\t",
        "\n",
        "a b",
        " {id}",
        "{id} ",
        "{id",
        "id}",
        "{}",
        "{ }",
        "{a}{b}",
        "{{id}}",
        ":id",
        "*",
        "**",
        "rooms*",
        ".*",
        "[a-z]+",
        "<id>",
        "a\\b",
        "a|b",
        "\"a\"",
        "%",
        "%zz",
        "%00",
        "{a}{b}.mp4",
        "%4",
        ".",
        "..",
        "a\n",
        "a\u0000",
      })
  void on_segmentThatNoRequestCanHave_isRejectedWithTheFix(String segment) {
    for (String path : List.of("/api/video/rooms/" + segment, "/api/" + segment + "/rooms")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Failure.status(500).on("GET", path))
          .withMessageContaining("\"" + path + "\"")
          .withMessageContaining("write {id} for any id")
          .withMessageContaining("percent-encode")
          .withMessageEndingWith("the segment \"" + segment + "\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{id}",
        "{room_id}",
        "{roomId}",
        "{room-id}",
        "stand-up",
        "a.b",
        "a:b",
        "ü",
        "%7Bid%7D"
      })
  void on_segmentThatARequestCanHave_isAccepted(String segment, FakeSpace space) {
    Failure failure = Failure.status(500).on("GET", "/api/video/rooms/" + segment);

    space.failNext(failure.optional());

    assertThat(space.getPendingFailures()).hasSize(1);
  }

  @Test
  void on_encodedBraces_areAnIdAndNotAPlaceholder(FakeSpace space) {
    space.addRoom(STANDUP);
    space.failNext(Failure.status(500).on("GET", "/api/video/rooms/%7Bid%7D"));

    assertThat(rooms(space).getByName("standup").getName()).isEqualTo("standup");
    assertThat(failed(() -> rooms(space).getByName("{id}")).getStatusCode()).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/video/rooms/, POST /api/video/rooms",
    "POST, /api/video/room, POST /api/video/rooms",
    "POST, /rooms, POST /api/video/rooms",
    "POST, /, POST /api/video/rooms",
    "POST, /api/video/{collection}, POST /api/video/rooms",
    "POST, /api/video/rooms/{id}, 'POST /api/video/rooms/{id}/streams'",
    "DELETE, /api/video/rooms, 'DELETE /api/video/rooms/{id}'",
    "PUT, /api/video/rooms//streams, 'PUT /api/video/rooms/{id}'",
    "POSTT, /api/video/rooms, 'DELETE, GET, POST, PUT'",
    "PATCH, '/api/video/rooms/{id}', 'DELETE, GET, POST, PUT'",
    "'', /api/video/rooms, 'DELETE, GET, POST, PUT'",
    "GET, '/storage/recordings/{file}', onDownload()",
    "GET, '/api/video/rooms/{id}.mp4', 'GET /api/video/rooms/{id}'",
    "GET, '/api/video/rooms/x-{id}', 'GET /api/video/rooms/{id}'",
    "GET, '/api/video/rooms/${id}', 'GET /api/video/rooms/{id}'",
  })
  void failNext_unknownPath_isRejectedWithTheKnownOnes(
      String method, String path, String known, FakeSpace space) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.failNext(Failure.status(500).on(method, path)))
        .withMessageContaining(known);
    assertThat(space.getPendingFailures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "create-room", "createRoom", "CREATE_ROOM", "create_stream"})
  void failNext_unknownOperation_isRejectedWithTheKnownOnes(String id, FakeSpace space) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.failNext(Failure.status(500).onOperation(id)))
        .withMessageContaining("\"" + id + "\"")
        .withMessageContaining("create_room, create_room_stream, create_room_token");
  }

  @Test
  void failNext_anyOperationOfTheDocument_isAccepted(FakeSpace space) {
    for (ApiOperation operation : ApiDescription.current().operations()) {
      space.failNext(Failure.status(500).onOperation(operation.id()));
      space.failNext(Failure.status(500).on(operation.method(), operation.path()));
    }
    space.takeUnusedFailures();

    assertThat(space.getPendingFailures()).isEmpty();
  }

  @Test
  void getPendingFailures_partlyUsed_showsWhatIsLeft(FakeSpace space) {
    space.failNext(Failure.status(503).onOperation("list_rooms").times(3));
    space.failNext(Failure.connectionReset().on("POST", "/api/video/rooms"));
    space.failNext(Failure.delay(Duration.ofMillis(1)).onDownload());
    space.failNext(Failure.responseLost().skip(2).times(2).onOperation("get_room"));
    assertThat(failed(() -> rooms(space).list().firstPage()).getStatusCode()).isEqualTo(503);
    rooms(space).get(space.addRoom(STANDUP).getId());

    assertThat(space.getPendingFailures())
        .extracting(Failure::toString)
        .containsExactly(
            "Failure{status 503, on list_rooms, 2 times}",
            "Failure{connection reset, on POST /api/video/rooms}",
            "Failure{delay of PT0.001S, on a download}",
            "Failure{response lost, on get_room, skip 1, 2 times}");
    space.takeUnusedFailures();
  }

  @Test
  void drop_manyTimes_remembersSomeOfTheUnusedFailures() {
    QueuedFailures failures = new QueuedFailures(ApiDescription.current());

    for (int each = 0; each < 1_000; each++) {
      failures.add(Failure.status(503));
      failures.drop();
    }

    assertThat(failures.pending()).isEmpty();
    assertThat(failures.takeUnused()).hasSize(100);
    assertThat(failures.takeUnused()).isEmpty();
  }

  @Test
  void failNext_manyThreads_failsExactlyAsOftenAsSpecified(FakeSpace space) {
    space.failNext(Failure.status(503).times(20));
    AtomicInteger failures = new AtomicInteger();

    IntStream.range(0, 60)
        .mapToObj(i -> rooms(space).list().firstPageAsync())
        .toList()
        .forEach(
            call -> {
              if (call.handle((page, error) -> error).join() != null) {
                failures.incrementAndGet();
              }
            });

    assertThat(failures).hasValue(20);
  }

  @Test
  void failure_change_doesNotAffectTheOriginal(FakeSpace space) {
    Failure original = Failure.status(503);
    Failure unused = original.times(5).body("x").onOperation("get_room");

    space.failNext(original);

    assertThat(failed(() -> rooms(space).list().firstPage()).getErrors().get(0).getMessage())
        .isEqualTo("Service Unavailable");
    assertThat(rooms(space).list().firstPage().getItems()).isEmpty();
  }

  @Test
  void failure_wrongArguments_areRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> Failure.status(100));
    assertThatIllegalArgumentException().isThrownBy(() -> Failure.status(503).times(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Failure.status(503).skip(-1))
        .withMessage("requests must not be negative: -1");
    assertThatIllegalArgumentException().isThrownBy(() -> Failure.delay(Duration.ofMillis(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Failure.delay(Duration.ofDays(25)));
  }

  @Test
  void bodyOrHeader_failureWithoutStatus_isRejected() {
    for (Failure failure :
        List.of(Failure.connectionReset(), Failure.responseLost(), Failure.delay(Duration.ZERO))) {
      assertThat(
              List.<ThrowingCallable>of(
                  () -> failure.body("x"),
                  () -> failure.header("Content-Length", "5"),
                  () -> failure.header("a", "b")))
          .allSatisfy(
              change ->
                  assertThatIllegalStateException()
                      .isThrownBy(change)
                      .withMessage("only a failure with a status has a body and headers"));
    }
  }

  private static VideoRooms rooms(FakeSpace space) {
    return space.getClient().withOptions(options -> options.maxRetries(0)).video().rooms();
  }

  private static SignalWireRestError failed(ThrowingCallable call) {
    return catchThrowableOfType(SignalWireRestError.class, call);
  }
}
