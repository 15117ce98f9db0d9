package io.github.videorooms;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.api.LogsApi.ListLogsQuery;
import io.github.videorooms.model.ChargeDetail;
import io.github.videorooms.model.LogSource;
import io.github.videorooms.model.LogType;
import io.github.videorooms.model.VideoLog;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VideoLogsTest {
  private static final String ID = "19ce84f2-a70d-4b63-95e1-d8f26b3a07c4";
  private static final String LOGS = "/api/video/logs";
  private static final String LOG = LOGS + "/" + ID;

  @RegisterExtension private final Wire wire = new Wire();

  @ParameterizedTest
  @EnumSource
  void list_logsAndADiscardedOne_returnsBoth(CallStyle style) {
    wire.respond(get(urlPathEqualTo(LOGS)), 200, Examples.lastPageOf("VideoLogList"));
    Paged<VideoLog> logs = logs().list();

    List<VideoLog> items = style.call(logs::firstPage, logs::firstPageAsync).getItems();

    assertThat(items).extracting(VideoLog::isDiscarded).containsExactly(false, true);
    assertThat(items.get(0).getChargeDetails())
        .extracting(ChargeDetail::getCharge)
        .containsExactly(new BigDecimal("1.845"), new BigDecimal("0.2775"));
    assertThat(items.get(1).getCharge()).isNull();
    assertThat(wire.request().getUrl()).isEqualTo(LOGS);
  }

  @Test
  void list_everyFilter_isSent() {
    wire.respond(get(urlPathEqualTo(LOGS)), 200, Examples.lastPageOf("VideoLogList"));
    ListLogsQuery query =
        ListLogsQuery.builder()
            .includeDeleted(true)
            .createdAfter("2026-04-01")
            .createdBefore("2026-05-01T00:00:00+02:00")
            .createdOn("2026-04-08")
            .build();

    logs().list(query).firstPage();

    assertThat(wire.request().queryParameter("include_deleted").firstValue()).isEqualTo("true");
    assertThat(wire.request().queryParameter("created_after").firstValue()).isEqualTo("2026-04-01");
    assertThat(wire.request().queryParameter("created_before").firstValue())
        .isEqualTo("2026-05-01T00:00:00+02:00");
    assertThat(wire.request().queryParameter("created_on").firstValue()).isEqualTo("2026-04-08");
  }

  @Test
  void list_instants_areSentAsRfc3339() {
    wire.respond(get(urlPathEqualTo(LOGS)), 200, Examples.lastPageOf("VideoLogList"));
    Instant day = Instant.parse("2026-04-08T00:00:00Z");

    logs().list(q -> q.createdAfter(day).createdBefore(day.plusSeconds(86_400))).firstPage();

    assertThat(wire.request().queryParameter("created_after").firstValue())
        .isEqualTo("2026-04-08T00:00:00Z");
    assertThat(wire.request().queryParameter("created_before").firstValue())
        .isEqualTo("2026-04-09T00:00:00Z");
  }

  @ParameterizedTest
  @EnumSource
  void get_id_returnsTheLog(CallStyle style) {
    wire.respond(get(urlPathEqualTo(LOG)), 200, Examples.of("VideoLog"));
    VideoLogs logs = logs();

    VideoLog log = style.call(() -> logs.get(ID), () -> logs.getAsync(ID));

    assertThat(log.getSource()).isEqualTo(LogSource.REALTIME_API);
    assertThat(log.getType()).isEqualTo(LogType.VIDEO_ROOM_SESSION);
    assertThat(log.getCharge()).isEqualTo(new BigDecimal("2.1225"));
    assertThat(log.isDiscarded()).isFalse();
    assertThat(wire.request().getUrl()).isEqualTo(LOG);
  }

  @ParameterizedTest
  @EnumSource
  void get_withoutTheScope_isForbidden(CallStyle style) {
    wire.respond(get(urlPathEqualTo(LOG)), 403, "{\"error\":\"Forbidden\"}");
    VideoLogs logs = logs();

    assertThatThrownBy(() -> style.call(() -> logs.get(ID), () -> logs.getAsync(ID)))
        .isInstanceOfSatisfying(
            SignalWireRestError.class, error -> assertThat(error.isForbidden()).isTrue());
  }

  @Test
  void anyMethod_invalidArgument_isRejectedAtOnce() {
    VideoLogs logs = logs();

    assertThatThrownBy(() -> logs.list((ListLogsQuery) null)).hasMessage("query");
    assertThatThrownBy(() -> logs.get(null)).hasMessage("id");
    assertThatThrownBy(() -> logs.getAsync(" ")).hasMessageStartingWith("id is blank");
    assertThat(wire.requests()).isEmpty();
  }

  private VideoLogs logs() {
    return wire.client().video().logs();
  }
}
