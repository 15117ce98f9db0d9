package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import io.github.videorooms.model.Room;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ExecutionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagedTest {
  private static final String ROOMS = "/api/video/rooms";

  @RegisterExtension private final Wire wire = new Wire();

  @Test
  void iterator_notYetUsed_requestsNothing() {
    Iterator<Room> unused = wire.rooms().list().iterator();

    assertThat(wire.requests()).isEmpty();
  }

  @Test
  void iterator_threePagesOneOfThemEmpty_returnsAllInOrder() {
    page(null, "?page_number=1&page_token=PA1", "a", "b");
    page("PA1", "?page_number=2&page_token=PA2");
    page("PA2", null, "c");

    assertThat(wire.rooms().list()).extracting(Room::getName).containsExactly("a", "b", "c");
    assertThat(wire.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://%s/api/video/rooms?", "/api/video/rooms?", "?"})
  void iterator_linkOfAnyForm_isFollowed(String form) {
    page(null, form.replace("%s", wire.host()) + "page_token=PA1&page_size=2", "a");
    page("PA1", null, "b");

    assertThat(wire.rooms().list()).extracting(Room::getName).containsExactly("a", "b");
    assertThat(wire.requests().get(1).getUrl()).isEqualTo(ROOMS + "?page_token=PA1&page_size=2");
  }

  @Test
  void iterator_filters_areSentAgainOnlyByTheLink() {
    page(null, "?page_token=PA1&starts_after=2026-01-01", "a");
    page("PA1", null, "b");
    ListRoomsQuery query = ListRoomsQuery.builder().startsAfter("2026-01-01").pageSize(1).build();

    assertThat(wire.rooms().list(query)).hasSize(2);
    assertThat(wire.requests().get(0).queryParameter("page_size").firstValue()).isEqualTo("1");
    assertThat(wire.requests().get(1).queryParameter("starts_after").firstValue())
        .isEqualTo("2026-01-01");
  }

  /** As the API may ask for a filter of several values. */
  @Test
  void iterator_linkRepeatsAParameter_isFollowedWithAllItsValues() {
    wire.offContract();
    page(null, "?page_token=PA1&status=a&status=b&empty=", "a");
    page("PA1", null, "b");

    assertThat(wire.rooms().list()).hasSize(2);
    assertThat(wire.requests().get(1).getUrl())
        .isEqualTo(ROOMS + "?page_token=PA1&status=a&status=b&empty=");
  }

  /** Decoded and encoded again, each of these would be another text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "page_token=PA%ff1",
        "page_token=PA%2b1",
        "page_token=a+b",
        "page_token=a%20b",
        "page_token=%C3%A4",
        "page_token=a:b/c@d",
        "page_token=PA1&empty=&bare",
        "after=PA1"
      })
  void iterator_linkWithAnyEncoding_isFollowedUnchanged(String query) {
    if (!query.matches("page_token=[^&]*")) {
      wire.offContract();
    }
    wire.respond(get(urlPathEqualTo(ROOMS)), 200, body(null, "b"));
    wire.respond(get(urlEqualTo(ROOMS)), 200, body("?" + query, "a"));

    assertThat(wire.rooms().list()).hasSize(2);
    assertThat(wire.requests().get(1).getUrl()).isEqualTo(ROOMS + "?" + query);
    assertThat(wire.rooms().list().fromCursor(query)).hasSize(1);
    assertThat(wire.requests().get(2).getUrl()).isEqualTo(ROOMS + "?" + query);
  }

  /** However the API names the parameter. */
  @ParameterizedTest
  @ValueSource(strings = {"page_token=PA1", "after=PA1&page_size=2", "page_number=2"})
  void getCursor_pageAfterTheFirstFails_returnsItsQuery(String query) {
    wire.offContract();
    wire.respond(get(urlPathEqualTo(ROOMS)), 404, "{\"error\":\"Not Found\"}");
    wire.respond(get(urlEqualTo(ROOMS)), 200, body("?" + query, "a"));
    Paged<Room> list = wire.rooms().list();

    for (ThrowingCallable read :
        List.<ThrowingCallable>of(
            () -> list.forEach(room -> {}),
            () -> list.firstPage().next(),
            () -> list.fromCursor(query).firstPage(),
            () -> list.fromCursor(query).withParameter("a", "b").firstPage())) {
      SignalWireRestError error = catchThrowableOfType(SignalWireRestError.class, read);

      assertThat(error.getCursor()).startsWith(query);
      assertThatCode(() -> list.fromCursor(error.getCursor())).doesNotThrowAnyException();
    }
  }

  @Test
  void getCursor_firstPageFails_isNullUnlessTheQueryHasOne() {
    wire.offContract();
    wire.respond(get(urlPathEqualTo(ROOMS)), 404, "{\"error\":\"Not Found\"}");
    VideoRooms rooms = wire.rooms();

    for (Paged<Room> list :
        List.of(rooms.list(q -> q.pageSize(2)), rooms.list().withParameter("a", "b"))) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> list.firstPage());

      assertThat(error.getCursor()).isNull();
    }
    SignalWireRestError error =
        catchThrowableOfType(
            SignalWireRestError.class, () -> rooms.list(q -> q.pageToken("PA1")).firstPage());
    assertThat(error.getCursor()).isEqualTo("page_token=PA1");
  }

  @Test
  void withParameter_alsoInTheQuery_replacesItOnTheFirstPage() {
    wire.offContract();
    page(null, "?page_token=PA1", "a");
    page("PA1", null, "b");
    Paged<Room> list = wire.rooms().list(q -> q.pageSize(5).pageNumber(2));

    assertThat(list.withParameter("page_size", "1").withParameter("novelty", "a&b")).hasSize(2);
    assertThat(wire.requests().get(0).queryParameter("page_size").values()).containsExactly("1");
    assertThat(wire.requests().get(0).queryParameter("page_number").values()).containsExactly("2");
    assertThat(wire.requests().get(0).queryParameter("novelty").values()).containsExactly("a&b");
    assertThat(wire.requests().get(1).getUrl()).isEqualTo(ROOMS + "?page_token=PA1");

    list.firstPage();
    assertThat(wire.requests().get(2).queryParameter("page_size").values()).containsExactly("5");
  }

  @Test
  void withParameter_null_isRejectedByName() {
    Paged<Room> list = wire.rooms().list();

    assertThatNullPointerException()
        .isThrownBy(() -> list.withParameter(null, "1"))
        .withMessage("name");
    assertThatNullPointerException()
        .isThrownBy(() -> list.withParameter("page_size", null))
        .withMessage("value");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "empty", "absent", "no links"})
  void iterator_noNextInAnyForm_ends(String form) {
    JsonObject response = body(null, "a");
    JsonObject links = response.getAsJsonObject("links");
    switch (form) {
      case "null" -> links.add("next", JsonNull.INSTANCE);
      case "empty" -> links.addProperty("next", "");
      case "absent" -> links.remove("next");
      default -> response.remove("links");
    }
    wire.respond(get(urlPathEqualTo(ROOMS)), 200, response);

    assertThat(wire.rooms().list()).hasSize(1);
    assertThat(wire.requests()).hasSize(1);
  }

  /** What {@code fromCursor} would refuse is not followed either. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/video/rooms", "?PA1", "?page_token=", "?=PA1"})
  void iterator_linkWithoutACursor_deliversThePageAndFails(String link) {
    page(null, link, "a");
    Iterator<Room> rooms = wire.rooms().list(q -> q.pageSize(2)).iterator();

    assertThat(rooms.next().getName()).isEqualTo("a");
    assertThatThrownBy(rooms::hasNext)
        .isInstanceOf(SignalWireRestDecodingError.class)
        .hasMessageContaining("links.next has no query that leads to a page");
    assertThat(wire.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void firstPage_badLinkAfterARetry_isReportedWithTheLastResponse(CallStyle style) {
    String body = "{\"links\":{\"next\":\"/elsewhere?page_token=PA1\"},\"data\":[]}";
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.send(
                        socket,
                        number == 1
                            ? "HTTP/1.1 503 X\r\nX-Request-Id: a\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\nX-Request-Id: b\r\nContent-Length: "
                                + body.length()
                                + "\r\n\r\n"
                                + body));
        SignalWireRestClient client =
            server.client().maxRetries(1).timer(new FakeTimer(), () -> 0.5).build()) {
      Paged<Room> rooms = client.video().rooms().list();
      Page<Room> page = style.call(rooms::firstPage, rooms::firstPageAsync);

      assertThatExceptionOfType(SignalWireRestDecodingError.class)
          .isThrownBy(page::getNextCursor)
          .satisfies(
              error -> {
                assertThat(error.getStatusCode()).isEqualTo(200);
                assertThat(error.getRequestId()).isEqualTo("b");
                assertThat(error.getAttempts()).isEqualTo(2);
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/video/room_tokens/x?page_token=PA1",
        "/api/video/rooms/x?page_token=PA1",
        "/api/video/rooms/?page_token=PA1",
        "https://user:pw@elsewhere.example.com/rooms?page_token=PA1",
        "file:///etc/passwd",
        "javascript:alert(1)",
      })
  void iterator_linkToAnotherPath_deliversThePageAndFails(String link) {
    page(null, link, "a");
    Iterator<Room> rooms = wire.rooms().list().iterator();

    assertThat(rooms.next().getName()).isEqualTo("a");
    assertThatExceptionOfType(SignalWireRestDecodingError.class)
        .isThrownBy(rooms::hasNext)
        .withMessageContaining("links.next leads to another path than /api/video/rooms")
        .withMessageNotContaining("pw")
        .satisfies(
            error -> {
              assertThat(error.getJsonPath()).isEqualTo("$.links.next");
              assertThat(error.getStatusCode()).isEqualTo(200);
            });
    assertThat(wire.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?page_token=PA1",
        "/api/video/rooms?page_token=PA1",
        "https://internal.example.com:8443/api/video/rooms?page_token=PA1",
        "http://127.0.0.1:1/api/video/rooms?page_token=PA1",
        "http://user:pw@127.0.0.2/api/video/rooms?page_token=PA1",
        "//elsewhere.example.com/api/video/rooms?page_token=PA1"
      })
  void iterator_linkToAnotherServer_isFollowedOnTheClientsOwn(String link) {
    page(null, link, "a");
    page("PA1", null, "b");

    assertThat(wire.rooms().list()).hasSize(2);
    assertThat(wire.requests()).allMatch(request -> request.getUrl().startsWith(ROOMS));
  }

  @Test
  void iterator_pageLinksToItself_failsInsteadOfLooping() {
    page(null, "?page_token=PA1", "a");
    page("PA1", "?page_token=PA1", "b");

    assertLoopIsNoticed(4);
  }

  @Test
  void iterator_firstPageLinksToItself_failsAtOnce() {
    page(null, ROOMS, "a");

    assertLoopIsNoticed(1);
  }

  @Test
  void iterator_threePagesInACycle_failsInsteadOfLooping() {
    page(null, "?page_token=PA1", "a");
    page("PA1", "?page_token=PA2", "b");
    page("PA2", "?page_token=PA3", "c");
    page("PA3", "?page_token=PA1", "d");

    assertLoopIsNoticed(12);
  }

  private void assertLoopIsNoticed(int mostRequests) {
    assertThatExceptionOfType(SignalWireRestDecodingError.class)
        .isThrownBy(() -> wire.rooms().list().forEach(room -> {}))
        .withMessageContaining("leads back");
    assertThat(wire.requests()).hasSizeLessThanOrEqualTo(mostRequests);
  }

  @Test
  void iterator_laterPageFails_deliversTheItemsBeforeItAndACursor() {
    page(null, "?page_number=1&page_token=PA1", "a", "b");
    wire.respond(
        get(urlPathEqualTo(ROOMS)).withQueryParam("page_token", equalTo("PA1")),
        500,
        "{\"error\":\"Internal Server Error\"}");
    List<String> names = new ArrayList<>();

    SignalWireRestError error =
        catchThrowableOfType(
            SignalWireRestError.class,
            () -> wire.rooms().list().forEach(room -> names.add(room.getName())));
    page("PA1", null, "c");
    wire.rooms().list().fromCursor(error.getCursor()).forEach(room -> names.add(room.getName()));

    assertThat(error.isServerError()).isTrue();
    assertThat(error.getUrl()).endsWith(ROOMS + "?page_number=1&page_token=PA1");
    assertThat(names).containsExactly("a", "b", "c");
  }

  @Test
  void iterator_firstPageFails_hasNoCursor() {
    wire.respond(get(urlPathEqualTo(ROOMS)), 500, "{\"error\":\"Internal Server Error\"}");

    SignalWireRestError error =
        catchThrowableOfType(
            SignalWireRestError.class, () -> wire.rooms().list().iterator().hasNext());

    assertThat(error.getCursor()).isNull();
  }

  @Test
  void iterator_pageWithoutData_isADecodingError() {
    wire.offContract();
    wire.respond(get(urlPathEqualTo(ROOMS)), 200, "{\"links\":{}}");

    assertThatExceptionOfType(SignalWireRestDecodingError.class)
        .isThrownBy(() -> wire.rooms().list().iterator().hasNext())
        .withMessageContaining("RoomList.data was not in the response");
  }

  @Test
  void iterator_nextAfterTheEnd_throws() {
    page(null, null);

    assertThatThrownBy(() -> wire.rooms().list().iterator().next())
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void iterable_usedTwice_startsOver() {
    page(null, null, "a");
    Paged<Room> rooms = wire.rooms().list();

    assertThat(rooms.iterator()).toIterable().hasSize(1);
    assertThat(rooms).hasSize(1);
    assertThat(wire.requests()).hasSize(2);
  }

  @Test
  void stream_limited_requestsNoMoreThanItNeeds() {
    page(null, "?page_token=PA1", "a", "b");

    assertThat(wire.rooms().list().stream().limit(2)).extracting(Room::getName).contains("b");
    assertThat(wire.requests()).hasSize(1);
  }

  @Test
  void byPage_twoPages_returnsItemsAndLinks() {
    page(null, "?page_token=PA1", "a", "b");
    page("PA1", null, "c");

    List<Page<Room>> pages = new ArrayList<>();
    wire.rooms().list().byPage().forEach(pages::add);

    assertThat(pages).extracting(page -> page.getItems().size()).containsExactly(2, 1);
    assertThat(pages.get(0).getLinks().getNext()).isEqualTo("?page_token=PA1");
    assertThat(pages.get(0)).hasToString("Page{2 items, more follow}");
    assertThat(pages.get(1)).hasToString("Page{1 items}");
    assertThatThrownBy(() -> pages.get(0).getItems().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void from_savedCursor_continuesAfterThePage() {
    page(null, "?page_number=1&page_token=PA%2B1%26", "a");
    page("PA+1&", null, "b");
    String cursor = wire.rooms().list().firstPage().getNextCursor();

    assertThat(wire.rooms().list().fromCursor(cursor))
        .extracting(Room::getName)
        .containsExactly("b");
    assertThatThrownBy(() -> wire.rooms().list().fromCursor(null)).hasMessage("cursor");
    for (String none :
        List.of(
            "", " ", "garbage", "PA1", "=PA1", "page_token=", "a b=c", "?a=b", "page_token=a b")) {
      assertThatThrownBy(() -> wire.rooms().list().fromCursor(none))
          .as(none)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("getNextCursor()");
    }
  }

  @Test
  void nextAsync_linkToAnotherPath_failsTheFuture() {
    page(null, "/api/video/room_sessions?page_token=PA1", "a");
    Page<Room> first = wire.rooms().list().firstPage();

    assertThat(first.nextAsync())
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(SignalWireRestDecodingError.class)
        .withMessageContaining("links.next leads to another path");
  }

  @Test
  void nextAsync_twoPages_requestsTheSecondOnDemand() {
    page(null, "?page_token=PA1", "a");
    page("PA1", null, "b");

    Page<Room> first = wire.rooms().list().firstPageAsync().join();
    assertThat(wire.requests()).hasSize(1);
    Page<Room> second = first.nextAsync().join();

    assertThat(second.getItems()).extracting(Room::getName).containsExactly("b");
    assertThat(second.hasNext()).isFalse();
    assertThat(second.getNextCursor()).isNull();
    assertThatThrownBy(second::nextAsync).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(second::next).isInstanceOf(NoSuchElementException.class);
  }

  /** Responds with the page of a token, or the first page, with rooms of the given names. */
  private void page(String token, String next, String... names) {
    wire.respond(
        get(urlPathEqualTo(ROOMS))
            .withQueryParam("page_token", token == null ? absent() : equalTo(token)),
        200,
        body(next, names));
  }

  private static JsonObject body(String next, String... names) {
    JsonArray data = new JsonArray();
    for (String name : names) {
      data.add(Examples.room("3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11", name));
    }
    JsonObject links = new JsonObject();
    links.addProperty("self", "/api/video/rooms");
    if (next != null) {
      links.addProperty("next", next);
    }
    JsonObject body = new JsonObject();
    body.add("links", links);
    body.add("data", data);
    return body;
  }
}
