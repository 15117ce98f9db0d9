package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.videorooms.api.ConferencesApi;
import io.github.videorooms.api.ConferencesApi.GetVideoConferenceQuery;
import io.github.videorooms.api.ConferencesApi.ListVideoConferencesQuery;
import io.github.videorooms.api.StreamsApi;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.ConferenceList;
import io.github.videorooms.model.ConferenceSize;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateStreamRequest;
import io.github.videorooms.model.Layout;
import io.github.videorooms.model.Quality;
import io.github.videorooms.model.UpdateConferenceRequest;
import io.github.videorooms.model.VideoStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class ConferencesTest {
  private static final CreateConferenceRequest OPEN_HOUSE =
      CreateConferenceRequest.builder().displayName("Open house").build();
  private static final CreateStreamRequest STREAM =
      CreateStreamRequest.builder().url("rtmps://live.example.com/app/key").build();
  private static final String UNKNOWN = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";

  @Test
  void create_onlyADisplayName_hasTheDefaults(Contract contract) {
    TestClock clock = new TestClock(Instant.parse("2026-03-02T08:15:30Z"));
    FakeSpace space = contract.start(FakeSpace.builder().clock(clock));

    Conference conference = Sent.body(api(space).createVideoConference(OPEN_HOUSE));

    assertThat(conference)
        .isEqualTo(
            conference.toBuilder()
                .displayName("Open house")
                .description(null)
                .joinFrom(null)
                .joinUntil(null)
                .activeSession(null)
                .quality(Quality.HD_720P)
                .layout(Layout.GRID_RESPONSIVE)
                .size(ConferenceSize.MEDIUM)
                .recordOnStart(false)
                .toneOnEntryAndExit(true)
                .userJoinVideoOff(false)
                .roomJoinVideoOff(false)
                .enableChat(true)
                .enableRoomPreviews(false)
                .darkPrimary("#044EF4")
                .darkBackground("#FFFFFF")
                .darkForeground("#1D2127")
                .darkSuccess("#17BB58")
                .darkNegative("#F42C50")
                .lightPrimary("#044EF4")
                .lightBackground("#FFFFFF")
                .lightForeground("#1D2127")
                .lightSuccess("#17BB58")
                .lightNegative("#F42C50")
                .meta(Map.of())
                .createdAt(clock.instant())
                .updatedAt(clock.instant())
                .build());
    assertThat(space.getConferences()).containsExactly(conference);
  }

  @Test
  void create_withoutName_generatesOne(FakeSpace space) {
    Conference first = Sent.body(api(space).createVideoConference(OPEN_HOUSE));
    Conference second = Sent.body(api(space).createVideoConference(OPEN_HOUSE));

    assertThat(first.getName()).matches("[A-Za-z0-9_-]{1,100}").isNotEqualTo(second.getName());
  }

  @Test
  void create_nameIsTaken_isRejected(FakeSpace space) {
    space.addConference(OPEN_HOUSE.toBuilder().name("open-house").build());

    Raw.Reply reply =
        Raw.to(space)
            .post("/conferences", "{\"display_name\":\"Open house\",\"name\":\"open-house\"}");

    assertThat(reply.problems()).containsExactly("name: not_unique_within_project");
  }

  @Test
  void create_nameOfARoom_isAccepted(FakeSpace space) {
    Raw.to(space).post("/rooms", "{\"name\":\"open-house\"}");

    assertThat(
            Sent.status(
                api(space)
                    .createVideoConference(OPEN_HOUSE.toBuilder().name("open-house").build())))
        .isEqualTo(200);
  }

  @Test
  @OffContract
  void create_withoutDisplayName_isRejected(FakeSpace space) {
    assertThat(Raw.to(space).post("/conferences", "{\"dark_primary\":\"red\"}").problems())
        .containsExactly(
            "display_name: missing_required_parameter", "dark_primary: invalid_parameter");
  }

  @Test
  void addConference_request_sendsNoHttpRequest(FakeSpace space) {
    Conference conference =
        space.addConference(
            OPEN_HOUSE.toBuilder().putExtra("meta", Map.of("guide", "Ines")).build());

    assertThat(space.getRequests()).isEmpty();
    assertThat(conference.getMeta()).isEqualTo(Map.of("guide", "Ines"));
    assertThat(
            Sent.body(
                api(space)
                    .getVideoConference(
                        conference.getId(), GetVideoConferenceQuery.builder().build().toMap())))
        .isEqualTo(conference);
  }

  @Test
  void addConference_rejected_saysWhy(FakeSpace space) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> space.addConference(OPEN_HOUSE.toBuilder().name("a b").build()))
        .withMessageContaining("name");
  }

  @Test
  void list_pages_linkEachOther(FakeSpace space) {
    Conference first = space.addConference(OPEN_HOUSE);
    Conference second = space.addConference(OPEN_HOUSE);
    Conference third = space.addConference(OPEN_HOUSE);

    ConferenceList page = list(space, ListVideoConferencesQuery.builder().pageSize(2).build());
    HttpUrl next = HttpUrl.get(page.getLinks().getNext());

    assertThat(page.getData()).containsExactly(first, second);
    assertThat(
            list(
                    space,
                    ListVideoConferencesQuery.builder()
                        .pageNumber(1)
                        .pageToken(next.queryParameter("page_token"))
                        .build())
                .getData())
        .containsExactly(third);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-06-12T08:00:00Z", "2026-06-12", "1781251200"})
  void list_startsAfter_acceptsATimeOrSeconds(String time, FakeSpace space) {
    space.addConference(OPEN_HOUSE);
    space.addConference(from("2026-06-11T23:59:59Z"));
    Conference kept = space.addConference(from("2026-06-12T08:00:00Z"));

    ListVideoConferencesQuery query = ListVideoConferencesQuery.builder().startsAfter(time).build();

    assertThat(list(space, query).getData()).containsExactly(kept);
  }

  @Test
  void list_invalidEndsBefore_isRejected(FakeSpace space) {
    assertThat(Raw.to(space).get("/conferences?ends_before=soon").problems())
        .containsExactly("ends_before: not_a_datetime");
  }

  @Test
  void update_someFields_leavesTheOthers(Contract contract) {
    TestClock clock = new TestClock(Instant.parse("2026-03-02T08:15:30Z"));
    FakeSpace space = contract.start(FakeSpace.builder().clock(clock));
    Conference conference = space.addConference(OPEN_HOUSE);
    clock.set(Instant.parse("2026-03-03T09:00:00Z"));

    Conference updated =
        Sent.body(
            api(space)
                .updateVideoConference(
                    conference.getId(),
                    UpdateConferenceRequest.builder()
                        .displayName("Second day")
                        .toneOnEntryAndExit(false)
                        .putExtra("layout", null)
                        .build()));

    assertThat(updated)
        .isEqualTo(
            conference.toBuilder()
                .displayName("Second day")
                .toneOnEntryAndExit(false)
                .updatedAt(clock.instant())
                .build());
  }

  @Test
  @OffContract
  void update_withoutDisplayName_isRejected(FakeSpace space) {
    Conference conference = space.addConference(OPEN_HOUSE);

    assertThat(
            Raw.to(space)
                .put("/conferences/" + conference.getId(), "{\"enable_chat\":false}")
                .problems())
        .containsExactly("display_name: missing_required_parameter");
  }

  @Test
  void delete_conference_deletesItsTokensAndStreams(FakeSpace space) {
    Conference conference = space.addConference(OPEN_HOUSE);
    VideoStream stream = space.addStream(conference.getId(), STREAM.getUrl());
    String token = space.getConferenceTokens(conference.getId()).get(0).getId();

    assertThat(Sent.status(api(space).deleteVideoConference(conference.getId()))).isEqualTo(204);

    assertThat(space.getConferences()).isEmpty();
    assertThat(Raw.to(space).get("/streams/" + stream.getId()).status()).isEqualTo(404);
    assertThat(Raw.to(space).get("/conference_tokens/" + token).status()).isEqualTo(404);
  }

  @Test
  void createStream_ofAConference_respondsWith200(FakeSpace space) {
    Conference conference =
        space.addConference(OPEN_HOUSE.toBuilder().quality(Quality.HD_1080P).build());

    assertThat(Sent.status(api(space).createConferenceStream(conference.getId(), STREAM)))
        .isEqualTo(200);

    VideoStream stream = space.getStreams(conference.getId()).get(0);
    assertThat(stream.getHeight()).isEqualTo(1080);
    assertThat(stream.getFps()).isEqualTo(20);
    assertThat(Sent.body(api(space).listConferenceStreams(conference.getId(), Map.of())).getData())
        .containsExactly(stream);
    assertThat(Sent.body(space.getClient().api(StreamsApi.class).getStream(stream.getId())))
        .isEqualTo(stream);
  }

  @Test
  void unknownConference_anyOperation_isNotFound(FakeSpace space) {
    String path = "/conferences/" + UNKNOWN;
    Raw raw = Raw.to(space);

    assertThat(
            List.of(
                raw.get(path).status(),
                raw.put(path, "{\"display_name\":\"a\"}").status(),
                raw.delete(path).status(),
                raw.get(path + "/streams").status(),
                raw.post(path + "/streams", "{\"url\":\"rtmp://a.example.com\"}").status(),
                raw.get(path + "/conference_tokens").status()))
        .containsOnly(404);
  }

  private static CreateConferenceRequest from(String time) {
    return OPEN_HOUSE.toBuilder().joinFrom(Instant.parse(time)).build();
  }

  private static ConferenceList list(FakeSpace space, ListVideoConferencesQuery query) {
    return Sent.body(api(space).listVideoConferences(query.toMap()));
  }

  private static ConferencesApi api(FakeSpace space) {
    return space.getClient().api(ConferencesApi.class);
  }
}
