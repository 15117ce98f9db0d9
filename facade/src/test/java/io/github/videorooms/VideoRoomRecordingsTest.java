package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.api.RoomRecordingsApi.GetRoomRecordingQuery;
import io.github.videorooms.api.RoomRecordingsApi.ListRoomRecordingEventsQuery;
import io.github.videorooms.api.RoomRecordingsApi.ListRoomRecordingsQuery;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.RoomRecordingStatus;
import io.github.videorooms.model.VideoEvent;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoRoomRecordingsTest {
  private static final String ID = "7d21e0b9-84c3-4f5a-9e16-c0a3b7d5f248";
  private static final String RECORDINGS = "/api/video/room_recordings";
  private static final String RECORDING = RECORDINGS + "/" + ID;

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void list_all_returnsTheRecordings(CallStyle style) {
    wire.respond(get(urlPathEqualTo(RECORDINGS)), 200, Examples.lastPageOf("RoomRecordingList"));
    Paged<RoomRecording> recordings = recordings().list();

    List<RoomRecording> items =
        style.call(recordings::firstPage, recordings::firstPageAsync).getItems();

    assertThat(items)
        .extracting(RoomRecording::getStatus)
        .containsExactly(RoomRecordingStatus.COMPLETED, RoomRecordingStatus.RECORDING);
    assertThat(items.get(1).getCostInDollars()).isEqualTo(BigDecimal.ZERO);
    assertThat(items.get(1).getUri()).isNull();
    assertThat(wire.request().getUrl()).isEqualTo(RECORDINGS);
  }

  @Test
  void list_mediaTtl_isSent() {
    wire.respond(get(urlPathEqualTo(RECORDINGS)), 200, Examples.lastPageOf("RoomRecordingList"));
    ListRoomRecordingsQuery query = ListRoomRecordingsQuery.builder().mediaTtl(60).build();

    recordings().list(query).firstPage();

    assertThat(wire.request().getUrl()).isEqualTo(RECORDINGS + "?media_ttl=60");
  }

  @ParameterizedTest
  @EnumSource
  void get_id_returnsTheRecording(CallStyle style) {
    wire.respond(get(urlPathEqualTo(RECORDING)), 200, Examples.of("RoomRecording"));
    VideoRoomRecordings recordings = recordings();

    RoomRecording recording = style.call(() -> recordings.get(ID), () -> recordings.getAsync(ID));

    assertThat(recording.getId()).isEqualTo(ID);
    assertThat(recording.getSizeInBytes()).isEqualTo(3_221_225_472L);
    assertThat(recording.getUri()).endsWith("?expires=900&signature=made-up%2Fsignature");
    assertThat(recording.toString()).contains("uri=***").doesNotContain("signature");
    assertThat(wire.request().getUrl()).isEqualTo(RECORDING);
  }

  @ParameterizedTest
  @EnumSource
  void get_mediaTtl_isSent(CallStyle style) {
    wire.respond(get(urlPathEqualTo(RECORDING)), 200, Examples.of("RoomRecording"));
    VideoRoomRecordings recordings = recordings();
    GetRoomRecordingQuery query = GetRoomRecordingQuery.builder().mediaTtl(3600).build();

    style.call(() -> recordings.get(ID, query), () -> recordings.getAsync(ID, query));

    assertThat(wire.request().getUrl()).isEqualTo(RECORDING + "?media_ttl=3600");
  }

  @ParameterizedTest
  @EnumSource
  void delete_recording_succeeds(CallStyle style) {
    wire.respond(delete(urlPathEqualTo(RECORDING)), aResponse().withStatus(204));
    VideoRoomRecordings recordings = recordings();

    style.run(() -> recordings.delete(ID), () -> recordings.deleteAsync(ID));

    assertThat(wire.request().getUrl()).isEqualTo(RECORDING);
  }

  @ParameterizedTest
  @EnumSource
  void listEvents_recording_returnsThem(CallStyle style) {
    String path = RECORDING + "/events";
    wire.respond(get(urlPathEqualTo(path)), 200, Examples.lastPageOf("VideoEventList"));
    Paged<VideoEvent> events = recordings().listEvents(ID);

    List<VideoEvent> items = style.call(events::firstPage, events::firstPageAsync).getItems();

    assertThat(items).extracting(VideoEvent::getRoomRecordingId).contains(ID);
    assertThat(wire.request().getUrl()).isEqualTo(path);
  }

  @Test
  void listEvents_withQuery_sendsIt() {
    String path = RECORDING + "/events";
    wire.respond(get(urlPathEqualTo(path)), 200, Examples.lastPageOf("VideoEventList"));

    recordings()
        .listEvents(ID, ListRoomRecordingEventsQuery.builder().pageSize(7).build())
        .firstPage();

    assertThat(wire.request().getUrl()).isEqualTo(path + "?page_size=7");
  }

  @Test
  void anyMethod_invalidArgument_isRejectedAtOnce() {
    VideoRoomRecordings recordings = recordings();

    assertThatThrownBy(() -> recordings.list((ListRoomRecordingsQuery) null)).hasMessage("query");
    assertThatThrownBy(() -> recordings.get(null)).hasMessage("id");
    assertThatThrownBy(() -> recordings.get(ID, (GetRoomRecordingQuery) null)).hasMessage("query");
    assertThatThrownBy(() -> recordings.getAsync(" ")).hasMessageStartingWith("id is blank");
    assertThatThrownBy(() -> recordings.getAsync(ID, (GetRoomRecordingQuery) null))
        .hasMessage("query");
    assertThatThrownBy(() -> recordings.delete("..")).hasMessageStartingWith("id is \"..\"");
    assertThatThrownBy(() -> recordings.deleteAsync(null)).hasMessage("id");
    assertThatThrownBy(() -> recordings.listEvents("")).hasMessageStartingWith("id is blank");
    assertThatThrownBy(() -> recordings.listEvents(ID, (ListRoomRecordingEventsQuery) null))
        .hasMessage("query");
    assertThat(wire.requests()).isEmpty();
  }

  private VideoRoomRecordings recordings() {
    return wire.client().video().roomRecordings();
  }
}
