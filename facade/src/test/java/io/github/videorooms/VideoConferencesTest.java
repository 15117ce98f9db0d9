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
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.videorooms.api.ConferencesApi.GetVideoConferenceQuery;
import io.github.videorooms.api.ConferencesApi.ListConferenceTokensQuery;
import io.github.videorooms.api.ConferencesApi.ListVideoConferencesQuery;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.ConferenceSize;
import io.github.videorooms.model.ConferenceToken;
import io.github.videorooms.model.CreateConferenceRequest;
import io.github.videorooms.model.CreateStreamRequest;
import io.github.videorooms.model.UpdateConferenceRequest;
import io.github.videorooms.model.VideoStream;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class VideoConferencesTest {
  private static final String ID = "c8f3b61a-2d97-4e04-a5b8-19d7e6f0c352";
  private static final String CONFERENCES = "/api/video/conferences";
  private static final String CONFERENCE = CONFERENCES + "/" + ID;
  private static final String STREAMS = CONFERENCE + "/streams";
  private static final String TOKENS = CONFERENCE + "/conference_tokens";
  private static final UpdateConferenceRequest UPDATE =
      UpdateConferenceRequest.builder().displayName("Open house").enableChat(false).build();

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void list_all_returnsTheConferences(CallStyle style) {
    wire.respond(get(urlPathEqualTo(CONFERENCES)), 200, Examples.lastPageOf("ConferenceList"));
    Paged<Conference> conferences = conferences().list();

    List<Conference> items =
        style.call(conferences::firstPage, conferences::firstPageAsync).getItems();

    assertThat(items).extracting(Conference::getName).containsExactly("open-house");
    assertThat(items.get(0).getActiveSession()).isNotNull();
    assertThat(wire.request().getUrl()).isEqualTo(CONFERENCES);
  }

  @Test
  void list_everyFilter_isSent() {
    wire.respond(get(urlPathEqualTo(CONFERENCES)), 200, Examples.lastPageOf("ConferenceList"));
    ListVideoConferencesQuery query =
        ListVideoConferencesQuery.builder()
            .includeActiveSession(true)
            .startsAfter("1775044800")
            .endsBefore("2026-05-01T00:00:00Z")
            .build();

    conferences().list(query).firstPage();

    assertThat(wire.request().queryParameter("include_active_session").firstValue())
        .isEqualTo("true");
    assertThat(wire.request().queryParameter("starts_after").firstValue()).isEqualTo("1775044800");
    assertThat(wire.request().queryParameter("ends_before").firstValue())
        .isEqualTo("2026-05-01T00:00:00Z");
  }

  @ParameterizedTest
  @EnumSource
  void create_someFields_postsThemAndReturnsTheConference(CallStyle style) {
    wire.respond(post(urlPathEqualTo(CONFERENCES)), 200, Examples.of("Conference"));
    VideoConferences conferences = conferences();
    CreateConferenceRequest request =
        CreateConferenceRequest.builder()
            .displayName("Open house")
            .size(ConferenceSize.LARGE)
            .darkPrimary("#7A5CFF")
            .build();

    Conference conference =
        style.call(() -> conferences.create(request), () -> conferences.createAsync(request));

    assertThat(conference.getId()).isEqualTo(ID);
    assertThat(conference.getSize()).isEqualTo(ConferenceSize.LARGE);
    assertThat(conference.getMeta()).containsEntry("guide", "Ines");
    assertThat(JsonParser.parseString(wire.request().getBodyAsString()))
        .isEqualTo(
            JsonParser.parseString(
                "{'display_name':'Open house','size':'large','dark_primary':'#7A5CFF'}"));
  }

  @ParameterizedTest
  @EnumSource
  void get_id_returnsTheConference(CallStyle style) {
    wire.respond(get(urlPathEqualTo(CONFERENCE)), 200, Examples.of("Conference"));
    VideoConferences conferences = conferences();

    Conference conference = style.call(() -> conferences.get(ID), () -> conferences.getAsync(ID));

    assertThat(conference.getDisplayName()).isEqualTo("Open house");
    assertThat(conference.getActiveSession()).isNull();
    assertThat(wire.request().getUrl()).isEqualTo(CONFERENCE);
  }

  @ParameterizedTest
  @EnumSource
  void get_withQuery_sendsIt(CallStyle style) {
    JsonObject response = Examples.of("Conference");
    response.add("active_session", Examples.of("ActiveSession"));
    wire.respond(get(urlPathEqualTo(CONFERENCE)), 200, response);
    VideoConferences conferences = conferences();
    GetVideoConferenceQuery query =
        GetVideoConferenceQuery.builder().includeActiveSession(true).build();

    Conference conference =
        style.call(() -> conferences.get(ID, query), () -> conferences.getAsync(ID, query));

    assertThat(conference.getActiveSession()).isNotNull();
    assertThat(wire.request().getUrl()).isEqualTo(CONFERENCE + "?include_active_session=true");
  }

  @ParameterizedTest
  @EnumSource
  void update_displayNameAndChat_putsOnlyThose(CallStyle style) {
    wire.respond(put(urlPathEqualTo(CONFERENCE)), 200, Examples.of("Conference"));
    VideoConferences conferences = conferences();

    style.call(() -> conferences.update(ID, UPDATE), () -> conferences.updateAsync(ID, UPDATE));

    assertThat(JsonParser.parseString(wire.request().getBodyAsString()))
        .isEqualTo(JsonParser.parseString("{'display_name':'Open house','enable_chat':false}"));
  }

  @ParameterizedTest
  @EnumSource
  void modify_oneField_sendsTheOthersUnchanged(CallStyle style) {
    wire.offContract();
    JsonObject before = Examples.of("Conference");
    before.addProperty("not_yet_known", "kept");
    respondToGetAndPut(before);
    VideoConferences conferences = conferences();

    style.call(
        () -> conferences.modify(ID, conference -> conference.enableChat(false)),
        () -> conferences.modifyAsync(ID, conference -> conference.enableChat(false)));

    JsonObject expected = before.deepCopy();
    List.of("id", "name", "meta", "created_at", "updated_at").forEach(expected::remove);
    expected.addProperty("enable_chat", false);
    List<LoggedRequest> requests = wire.requests();
    assertThat(requests)
        .extracting(request -> request.getMethod().value())
        .containsExactly("GET", "PUT");
    assertThat(requests.get(0).getUrl()).isEqualTo(CONFERENCE);
    assertThat(JsonParser.parseString(requests.get(1).getBodyAsString())).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource
  void modify_conferenceWithoutADisplayName_sendsItsNameInstead(CallStyle style) {
    respondToGetAndPut(withoutLabel());
    VideoConferences conferences = conferences();

    style.call(
        () -> conferences.modify(ID, conference -> conference.enableChat(false)),
        () -> conferences.modifyAsync(ID, conference -> conference.enableChat(false)));

    assertThat(sentLabel()).isEqualTo("open-house");
  }

  @ParameterizedTest
  @EnumSource
  void modify_changeSetsTheDisplayName_sendsThat(CallStyle style) {
    respondToGetAndPut(withoutLabel());
    VideoConferences conferences = conferences();

    style.call(
        () -> conferences.modify(ID, conference -> conference.displayName("Open day")),
        () -> conferences.modifyAsync(ID, conference -> conference.displayName("Open day")));

    assertThat(sentLabel()).isEqualTo("Open day");
  }

  @ParameterizedTest
  @EnumSource
  void modify_responseWithoutDisplayNameAndName_isADecodingError(CallStyle style) {
    wire.offContract();
    wire.respond(get(urlPathEqualTo(CONFERENCE)), 200, "{}");
    VideoConferences conferences = conferences();

    assertThatExceptionOfType(SignalWireRestDecodingError.class)
        .isThrownBy(
            () ->
                style.call(
                    () -> conferences.modify(ID, conference -> {}),
                    () -> conferences.modifyAsync(ID, conference -> {})))
        .withMessageContaining("Conference.name was not in the response");
    assertThat(wire.requests()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void modify_changeThrows_failsWithThatAndSendsNothing(CallStyle style) {
    wire.respond(get(urlPathEqualTo(CONFERENCE)), 200, Examples.of("Conference"));
    VideoConferences conferences = conferences();
    RuntimeException thrown = new RuntimeException("no");

    assertThatThrownBy(
            () ->
                style.call(
                    () ->
                        conferences.modify(
                            ID,
                            conference -> {
                              throw thrown;
                            }),
                    () ->
                        conferences.modifyAsync(
                            ID,
                            conference -> {
                              throw thrown;
                            })))
        .isSameAs(thrown);
    assertThat(wire.request().getMethod().value()).isEqualTo("GET");
  }

  @ParameterizedTest
  @EnumSource
  void modify_unknownConference_isNotFound(CallStyle style) {
    wire.respond(get(urlPathEqualTo(CONFERENCE)), 404, "{\"error\":\"Not Found\"}");
    VideoConferences conferences = conferences();

    assertThatExceptionOfType(SignalWireRestError.class)
        .isThrownBy(
            () ->
                style.call(
                    () -> conferences.modify(ID, conference -> {}),
                    () -> conferences.modifyAsync(ID, conference -> {})))
        .matches(SignalWireRestError::isNotFound);
  }

  @ParameterizedTest
  @EnumSource
  void delete_conference_succeeds(CallStyle style) {
    wire.respond(delete(urlPathEqualTo(CONFERENCE)), aResponse().withStatus(204));
    VideoConferences conferences = conferences();

    style.run(() -> conferences.delete(ID), () -> conferences.deleteAsync(ID));

    assertThat(wire.request().getUrl()).isEqualTo(CONFERENCE);
  }

  @ParameterizedTest
  @EnumSource
  void listStreams_conference_returnsThem(CallStyle style) {
    wire.respond(get(urlPathEqualTo(STREAMS)), 200, Examples.of("VideoStreamList"));
    Paged<VideoStream> streams = conferences().listStreams(ID);

    List<VideoStream> items = style.call(streams::firstPage, streams::firstPageAsync).getItems();

    assertThat(items).extracting(VideoStream::getWidth).containsExactly(1920);
    assertThat(wire.request().getUrl()).isEqualTo(STREAMS);
  }

  @Test
  void listStreams_undocumentedParameter_isSent() {
    wire.offContract();
    wire.respond(get(urlPathEqualTo(STREAMS)), 200, Examples.of("VideoStreamList"));
    conferences().listStreams(ID).withParameter("page_size", "5").firstPage();

    assertThat(wire.request().getUrl()).isEqualTo(STREAMS + "?page_size=5");
  }

  @ParameterizedTest
  @EnumSource
  void createStream_url_postsItAndReturnsTheStream(CallStyle style) {
    wire.respond(post(urlPathEqualTo(STREAMS)), 200, Examples.of("VideoStream"));
    VideoConferences conferences = conferences();
    String url = "rtmps://live.example.com/stream-key";

    VideoStream stream =
        style.call(
            () -> conferences.createStream(ID, url), () -> conferences.createStreamAsync(ID, url));

    assertThat(stream.getStreamType()).isEqualTo("rtmp");
    assertThat(wire.request().getBodyAsString()).isEqualTo("{\"url\":\"" + url + "\"}");
  }

  @ParameterizedTest
  @EnumSource
  void createStream_responseLikeThatOfARoom_returnsTheStream(CallStyle style) {
    wire.offContract();
    wire.respond(post(urlPathEqualTo(STREAMS)), 201, Examples.of("VideoStream"));
    VideoConferences conferences = conferences();
    CreateStreamRequest request = CreateStreamRequest.builder().url("rtmp://a.example/k").build();

    VideoStream stream =
        style.call(
            () -> conferences.createStream(ID, request),
            () -> conferences.createStreamAsync(ID, request));

    assertThat(stream.getFps()).isEqualTo(30);
  }

  @ParameterizedTest
  @EnumSource
  void listConferenceTokens_conference_returnsThem(CallStyle style) {
    wire.respond(get(urlPathEqualTo(TOKENS)), 200, Examples.lastPageOf("ConferenceTokenList"));
    Paged<ConferenceToken> tokens = conferences().listConferenceTokens(ID);

    List<ConferenceToken> items = style.call(tokens::firstPage, tokens::firstPageAsync).getItems();

    assertThat(items).extracting(ConferenceToken::getName).containsExactly("moderator", null);
    assertThat(wire.request().getUrl()).isEqualTo(TOKENS);
  }

  @Test
  void listConferenceTokens_withQuery_sendsIt() {
    wire.respond(get(urlPathEqualTo(TOKENS)), 200, Examples.lastPageOf("ConferenceTokenList"));
    ListConferenceTokensQuery query = ListConferenceTokensQuery.builder().pageSize(7).build();

    conferences().listConferenceTokens(ID, query).firstPage();

    assertThat(wire.request().getUrl()).isEqualTo(TOKENS + "?page_size=7");
  }

  @Test
  void get_idThatIsNotAUuid_isOnePercentEncodedSegment() {
    wire.respond(any(anyUrl()), 404, "{\"error\":\"Not Found\"}");

    assertThatExceptionOfType(SignalWireRestError.class)
        .isThrownBy(() -> conferences().get("open house?"))
        .matches(SignalWireRestError::isNotFound);
    assertThat(wire.request().getUrl()).isEqualTo(CONFERENCES + "/open%20house%3F");
  }

  static Stream<BiFunction<VideoConferences, String, Object>> methodsWithAnId() {
    CreateStreamRequest stream = CreateStreamRequest.builder().url("rtmp://a.example/k").build();
    return Stream.of(
        VideoConferences::get,
        VideoConferences::getAsync,
        VideoConferences::listStreams,
        VideoConferences::listConferenceTokens,
        VideoConferences::deleteAsync,
        (conferences, id) -> {
          conferences.delete(id);
          return null;
        },
        (conferences, id) -> conferences.update(id, UPDATE),
        (conferences, id) -> conferences.updateAsync(id, UPDATE),
        (conferences, id) -> conferences.modify(id, change -> {}),
        (conferences, id) -> conferences.modifyAsync(id, change -> {}),
        (conferences, id) -> conferences.createStream(id, stream),
        (conferences, id) -> conferences.createStreamAsync(id, stream));
  }

  @ParameterizedTest
  @MethodSource("methodsWithAnId")
  void anyMethod_invalidId_isRejectedAtOnce(BiFunction<VideoConferences, String, Object> method) {
    VideoConferences conferences = conferences();

    for (String id : List.of("", " ", ".", "..", "a\r\nb", "x".repeat(10_000))) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> method.apply(conferences, id))
          .withMessageMatching("id (is|has|contains) .*");
    }
    assertThatThrownBy(() -> method.apply(conferences, null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("id");
    assertThat(wire.requests()).isEmpty();
  }

  @Test
  void anyMethod_nullArgument_namesIt() {
    VideoConferences conferences = conferences();

    assertThatThrownBy(() -> conferences.list((ListVideoConferencesQuery) null))
        .hasMessage("query");
    assertThatThrownBy(() -> conferences.create((CreateConferenceRequest) null))
        .hasMessage("request");
    assertThatThrownBy(() -> conferences.createAsync((CreateConferenceRequest) null))
        .hasMessage("request");
    assertThatThrownBy(() -> conferences.get(ID, (GetVideoConferenceQuery) null))
        .hasMessage("query");
    assertThatThrownBy(() -> conferences.getAsync(ID, (GetVideoConferenceQuery) null))
        .hasMessage("query");
    assertThatThrownBy(() -> conferences.update(ID, (UpdateConferenceRequest) null))
        .hasMessage("request");
    assertThatThrownBy(() -> conferences.updateAsync(ID, (UpdateConferenceRequest) null))
        .hasMessage("request");
    assertThatThrownBy(() -> conferences.modify(ID, null)).hasMessage("change");
    assertThatThrownBy(() -> conferences.modifyAsync(ID, null)).hasMessage("change");
    assertThatThrownBy(() -> conferences.listConferenceTokens(ID, (ListConferenceTokensQuery) null))
        .hasMessage("query");
    assertThatThrownBy(() -> conferences.createStream(ID, (String) null)).hasMessage("url");
    assertThatThrownBy(() -> conferences.createStreamAsync(ID, (CreateStreamRequest) null))
        .hasMessage("request");
    assertThat(wire.requests()).isEmpty();
  }

  private VideoConferences conferences() {
    return wire.client().video().conferences();
  }

  private void respondToGetAndPut(JsonObject conference) {
    wire.respond(get(urlPathEqualTo(CONFERENCE)), 200, conference);
    wire.respond(put(urlPathEqualTo(CONFERENCE)), 200, conference);
  }

  private static JsonObject withoutLabel() {
    JsonObject conference = Examples.of("Conference");
    conference.add("display_name", JsonNull.INSTANCE);
    return conference;
  }

  private String sentLabel() {
    return JsonParser.parseString(wire.requests().get(1).getBodyAsString())
        .getAsJsonObject()
        .get("display_name")
        .getAsString();
  }
}
