package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link PagedTest} shows of the rooms in depth holds for every list. */
class EveryListTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @RegisterExtension private final Wire wire = new Wire();

  static Stream<PagedList> lists() {
    return Stream.of(
        new PagedList("rooms", "RoomList", video -> video.rooms().list()),
        new PagedList(
            "rooms/" + ID + "/streams", "VideoStreamList", video -> video.rooms().listStreams(ID)),
        new PagedList("room_sessions", "RoomSessionList", video -> video.roomSessions().list()),
        new PagedList(
            "room_sessions/" + ID + "/events",
            "VideoEventList",
            video -> video.roomSessions().listEvents(ID)),
        new PagedList(
            "room_sessions/" + ID + "/members",
            "RoomSessionMemberList",
            video -> video.roomSessions().listMembers(ID)),
        new PagedList(
            "room_sessions/" + ID + "/recordings",
            "RoomRecordingList",
            video -> video.roomSessions().listRecordings(ID)),
        new PagedList(
            "room_recordings", "RoomRecordingList", video -> video.roomRecordings().list()),
        new PagedList(
            "room_recordings/" + ID + "/events",
            "VideoEventList",
            video -> video.roomRecordings().listEvents(ID)),
        new PagedList("conferences", "ConferenceList", video -> video.conferences().list()),
        new PagedList(
            "conferences/" + ID + "/streams",
            "VideoStreamList",
            video -> video.conferences().listStreams(ID)),
        new PagedList(
            "conferences/" + ID + "/conference_tokens",
            "ConferenceTokenList",
            video -> video.conferences().listConferenceTokens(ID)),
        new PagedList("logs", "VideoLogList", video -> video.logs().list()));
  }

  @Test
  void lists_areThoseOfTheDocument() {
    assertThat(Examples.DOCUMENT.lines().filter(line -> line.strip().equals("x-paged: true")))
        .as("a list of the document for each one above")
        .hasSize((int) lists().count());
  }

  @ParameterizedTest
  @MethodSource("lists")
  void iterator_lastPageWithoutLinks_returnsAllAndEnds(PagedList list) {
    answerTwoPages(list);

    assertThat(list.paged(wire)).hasSize(2 * list.pageSize());
    assertThat(wire.requests())
        .extracting(request -> request.getUrl())
        .containsExactly(list.path(), list.path() + "?page_token=PA1");
  }

  @ParameterizedTest
  @MethodSource("lists")
  void nextAsync_lastPageWithoutLinks_hasNoNextAndNoLinks(PagedList list) {
    answerTwoPages(list);

    Page<?> last = list.paged(wire).firstPageAsync().thenCompose(Page::nextAsync).join();

    assertThat(last.getItems()).hasSize(list.pageSize());
    assertThat(last.getLinks()).isNull();
    assertThat(last.hasNext()).isFalse();
  }

  private void answerTwoPages(PagedList list) {
    if (list.schema().equals("VideoStreamList")) {
      wire.offContract(); // No parameter of a page is documented for streams.
    }
    JsonObject first = list.page();
    first.getAsJsonObject("links").addProperty("next", "?page_token=PA1");
    JsonObject last = list.page();
    last.remove("links");
    wire.answer(
        get(urlPathEqualTo(list.path())).withQueryParam("page_token", absent()), 200, first);
    wire.answer(
        get(urlPathEqualTo(list.path())).withQueryParam("page_token", equalTo("PA1")), 200, last);
  }

  private record PagedList(String resource, String schema, Function<Video, Paged<?>> method) {
    String path() {
      return "/api/video/" + resource;
    }

    JsonObject page() {
      return Examples.of(schema);
    }

    int pageSize() {
      return page().getAsJsonArray("data").size();
    }

    Paged<?> paged(Wire wire) {
      return method.apply(wire.client().video());
    }

    @Override
    public String toString() {
      return resource;
    }
  }
}
