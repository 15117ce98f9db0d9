package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.github.videorooms.Page;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import io.github.videorooms.model.CreateRoomRequest;
import io.github.videorooms.model.PaginationLinks;
import io.github.videorooms.model.Room;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class RoomListTest {
  @Test
  void list_empty_isOnePageWithoutNeighbors(FakeSpace space) {
    Page<Room> page = list(space, ListRoomsQuery.builder().build()).get(0);

    assertThat(page.getItems()).isEmpty();
    assertThat(links(page).getSelf())
        .isEqualTo(space.getUrl() + "/api/video/rooms?page_number=0&page_size=50");
    assertThat(links(page).getFirst()).isEqualTo(space.getUrl() + "/api/video/rooms?page_size=50");
    assertThat(links(page).getNext()).isNull();
    assertThat(links(page).getPrev()).isNull();
  }

  @Test
  void list_fiftyOne_takesTwoPages(FakeSpace space) {
    add(space, 51);

    List<Page<Room>> pages = list(space, ListRoomsQuery.builder().build());

    assertThat(pages).extracting(page -> page.getItems().size()).containsExactly(50, 1);
    assertThat(space.getClient().video().rooms().list())
        .containsExactlyElementsOf(space.getRooms());
  }

  @Test
  void list_fullLastPage_hasNoNext(FakeSpace space) {
    add(space, 4);

    assertThat(list(space, pagesOf(2))).hasSize(2);
  }

  @Test
  void list_pages_linkForwardAndBack(FakeSpace space) {
    add(space, 5);

    List<Page<Room>> pages = list(space, pagesOf(2));

    assertThat(pages).hasSize(3);
    assertThat(query(links(pages.get(0)).getNext()))
        .containsEntry("page_number", "1")
        .containsEntry("page_size", "2")
        .hasEntrySatisfying("page_token", token -> assertThat(token).startsWith("PA"));
    assertThat(links(pages.get(1)).getSelf()).isEqualTo(links(pages.get(0)).getNext());
    assertThat(query(links(pages.get(2)).getPrev()))
        .containsEntry("page_number", "1")
        .hasEntrySatisfying("page_token", token -> assertThat(token).startsWith("PB"));
  }

  @Test
  void list_back_returnsTheSamePages(FakeSpace space) {
    add(space, 5);
    List<Page<Room>> pages = list(space, pagesOf(2));

    JsonObject second = get(space, links(pages.get(2)).getPrev());
    JsonObject first = get(space, second.getAsJsonObject("links").get("prev").getAsString());

    assertThat(names(second)).containsExactly("room-2", "room-3");
    assertThat(names(first)).containsExactly("room-0", "room-1");
    assertThat(first.getAsJsonObject("links").keySet()).containsExactly("self", "first", "next");
    assertThat(names(get(space, links(pages.get(2)).getFirst())))
        .containsExactly("room-0", "room-1");
  }

  @Test
  void list_changedBetweenPages_neitherSkipsNorRepeats(FakeSpace space) {
    add(space, 4);
    Page<Room> first = space.getClient().video().rooms().list(pagesOf(2)).firstPage();

    space.getClient().video().rooms().delete(first.getItems().get(0).getId());
    space.addRoom(CreateRoomRequest.builder().name("late").build());

    assertThat(first.next().getItems())
        .extracting(Room::getName)
        .containsExactly("room-2", "room-3");
    assertThat(first.next().next().getItems()).extracting(Room::getName).containsExactly("late");
  }

  @Test
  void list_allDeletedBetweenPages_isEmptyAndEnds(FakeSpace space) {
    add(space, 4);
    Page<Room> first = space.getClient().video().rooms().list(pagesOf(2)).firstPage();
    space.getRooms().forEach(room -> space.getClient().video().rooms().delete(room.getId()));

    Page<Room> second = first.next();

    assertThat(second.getItems()).isEmpty();
    assertThat(second.hasNext()).isFalse();
  }

  @Test
  void list_filters_arePreservedInTheLinks(FakeSpace space) {
    for (int day = 1; day <= 5; day++) {
      Instant time = Instant.parse("2026-04-0" + day + "T00:00:00Z");
      space.addRoom(
          CreateRoomRequest.builder().name("day-" + day).joinFrom(time).joinUntil(time).build());
    }
    space.addRoom(CreateRoomRequest.builder().name("always").build());
    ListRoomsQuery query =
        ListRoomsQuery.builder()
            .startsAfter("2026-04-02T02:00:00+02:00")
            .endsBefore("2026-04-04")
            .includeActiveSession(true)
            .pageSize(1)
            .build();

    List<Page<Room>> pages = list(space, query);

    assertThat(pages).hasSize(3);
    assertThat(pages.stream().flatMap(page -> page.getItems().stream()))
        .extracting(Room::getName)
        .containsExactly("day-2", "day-3", "day-4");
    assertThat(query(links(pages.get(1)).getNext()))
        .containsEntry("starts_after", "2026-04-02T02:00:00+02:00")
        .containsEntry("ends_before", "2026-04-04")
        .containsEntry("include_active_session", "true");
  }

  @Test
  void list_otherHostName_isUsedInTheLinks(FakeSpace space) {
    String other = space.getUrl().replace("127.0.0.1", "localhost");

    JsonObject page = Raw.to(space).get(other + "/api/video/rooms").json();

    assertThat(page.getAsJsonObject("links").get("self").getAsString()).startsWith(other + "/api/");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE - 1, Integer.MAX_VALUE})
  void list_pageNumberAtItsLimit_linksToAnAcceptedNumber(int number, FakeSpace space) {
    add(space, 3);
    String second =
        links(list(space, pagesOf(1)).get(0))
            .getNext()
            .replace("page_number=1", "page_number=" + number);

    JsonObject page = Raw.to(space).get(second).json();

    String third = page.getAsJsonObject("links").get("next").getAsString();
    assertThat(query(third)).containsEntry("page_number", String.valueOf(Integer.MAX_VALUE));
    assertThat(Raw.to(space).get(third).json().getAsJsonArray("data")).hasSize(1);
  }

  @Test
  void list_laterPageWithoutToken_isRejected(FakeSpace space) {
    assertThat(Raw.to(space).get("/rooms?page_number=1").problems())
        .containsExactly("page_token: page_token_required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "PA0000000001", "PB0000000000aaaaaaaaaaaa", "PC1"})
  void list_forgedToken_isRejected(String token, FakeSpace space) {
    assertThat(Raw.to(space).get("/rooms?page_token=" + token).problems())
        .containsExactly("page_token: page_token_is_invalid");
  }

  @Test
  void list_tokenOfAnotherSpace_isRejected(FakeSpace space, Contract contract) {
    FakeSpace other = contract.start(FakeSpace.builder());
    add(space, 2);
    String next = links(list(space, pagesOf(1)).get(0)).getNext();

    Raw.Reply reply = Raw.to(other).get("/rooms?page_token=" + query(next).get("page_token"));

    assertThat(reply.problems()).containsExactly("page_token: page_token_is_invalid");
  }

  @ParameterizedTest
  @CsvSource({
    "page_size=0, page_size: invalid_parameter",
    "page_size=1001, page_size: invalid_parameter",
    "page_size=many, page_size: invalid_parameter",
    "page_number=-1, page_number: invalid_parameter",
    "include_active_session=yes, include_active_session: not_a_boolean"
  })
  @OffContract
  void list_invalidParameter_isNamed(String query, String problem, FakeSpace space) {
    Raw.Reply reply = Raw.to(space).get("/rooms?" + query);

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problems()).containsExactly(problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"starts_after", "ends_before"})
  void list_unreadableTime_isNamed(String parameter, FakeSpace space) {
    assertThat(Raw.to(space).get("/rooms?" + parameter + "=soon").problems())
        .containsExactly(parameter + ": not_a_datetime");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 1000})
  void list_pageSizeAtItsLimits_isAccepted(int size, FakeSpace space) {
    add(space, 3);

    assertThat(space.getClient().video().rooms().list(pagesOf(size)).firstPage().getItems())
        .hasSize(Math.min(size, 3));
  }

  private static void add(FakeSpace space, int rooms) {
    IntStream.range(0, rooms)
        .forEach(i -> space.addRoom(CreateRoomRequest.builder().name("room-" + i).build()));
  }

  private static ListRoomsQuery pagesOf(int size) {
    return ListRoomsQuery.builder().pageSize(size).build();
  }

  private static List<Page<Room>> list(FakeSpace space, ListRoomsQuery query) {
    List<Page<Room>> pages = new ArrayList<>();
    space.getClient().video().rooms().list(query).byPage().forEach(pages::add);
    return pages;
  }

  private static PaginationLinks links(Page<Room> page) {
    return Objects.requireNonNull(page.getLinks());
  }

  private static JsonObject get(FakeSpace space, @Nullable String link) {
    return Raw.to(space).get(URI.create(Objects.requireNonNull(link)).toString()).json();
  }

  private static List<String> names(JsonObject page) {
    return page.getAsJsonArray("data").asList().stream()
        .map(room -> room.getAsJsonObject().get("name").getAsString())
        .toList();
  }

  private static Map<String, String> query(@Nullable String link) {
    HttpUrl url = HttpUrl.get(Objects.requireNonNull(link));
    return url.queryParameterNames().stream()
        .collect(
            Collectors.toMap(
                name -> name, name -> Objects.requireNonNull(url.queryParameter(name))));
  }
}
