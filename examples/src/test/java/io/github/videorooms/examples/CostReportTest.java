package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.model.ChargeDetail;
import io.github.videorooms.model.VideoLog;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeMember;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class CostReportTest {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final String HEADER =
      "id,type,room,started_at,ended_at,created_at,charge_usd,details";
  private final StringBuilder csv = new StringBuilder();

  @Test
  void write_log_becomesARow(FakeSpace space) {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    FakeMember ada = space.join(token(space));
    ada.getSession().startRecording();
    space.advance(Duration.ofMinutes(10));
    ada.leave();

    BigDecimal total = write(space);

    VideoLog log = space.getLogs().get(0);
    assertThat(csv.toString())
        .isEqualTo(
            HEADER
                + "\r\n"
                + log.getId()
                + ",video_room_session,standup"
                + ",2026-03-02T09:00:00Z,2026-03-02T09:10:00Z,2026-03-02T09:10:00Z"
                + ",0.057,\"Members 0.03; Recordings 0.027\"\r\n");
    assertThat(total).isEqualByComparingTo("0.057");
  }

  @Test
  void write_noLogs_writesOnlyTheHeader(FakeSpace space) {
    assertThat(write(space)).isZero();

    assertThat(csv.toString()).isEqualTo(HEADER + "\r\n");
  }

  @Test
  void write_monthBoundaries_areInUtc(FakeSpace space) {
    String token = token(space);
    for (String time :
        List.of(
            "2026-02-28T23:59:59Z",
            "2026-03-01T00:00:00Z",
            "2026-03-31T23:59:59Z",
            "2026-04-01T00:00:00Z")) {
      space.setTime(Instant.parse(time));
      space.join(token).leave();
    }

    write(space);

    assertThat(rows())
        .extracting(row -> row.split(",", -1)[5])
        .containsExactly("2026-03-01T00:00:00Z", "2026-03-31T23:59:59Z");
  }

  @Test
  void write_severalPages_requestsEachOnlyWhenNeeded(FakeSpace space) {
    seed(120, space);
    int before = space.getRequests().size();
    List<Integer> requestsAtRow = new ArrayList<>();

    BigDecimal total =
        write(
            space,
            new StringWriter() {
              @Override
              public StringWriter append(CharSequence row) {
                requestsAtRow.add(space.getRequests().size() - before);
                csv.append(row);
                return this;
              }
            });

    assertThat(rows()).hasSize(120).doesNotHaveDuplicates();
    assertThat(requestsAtRow.get(0)).isZero();
    assertThat(requestsAtRow.get(50)).isEqualTo(1);
    assertThat(requestsAtRow.get(51)).isEqualTo(2);
    assertThat(requestsAtRow.get(120)).isEqualTo(3);
    assertThat(total).isEqualByComparingTo("0.36");
  }

  @Test
  void write_pageFails_keepsTheRowsBeforeIt(FakeSpace space) {
    seed(60, space);
    space.failNext(Failure.delay(Duration.ZERO).onOperation("list_logs"));
    space.failNext(Failure.status(500).onOperation("list_logs").times(3));

    assertThatThrownBy(() -> write(space)).isInstanceOf(SignalWireRestError.class);

    assertThat(rows()).hasSize(50);
  }

  @Test
  void write_specialCharacters_areQuoted(FakeSpace space) {
    seed(1, space);
    VideoLog log = space.getLogs().get(0);
    StubbedPage.stub(
        space,
        "/api/video/logs",
        VideoLog.class,
        List.of(
            with("Daily \"stand-up\", all", "1e-7", log),
            with("two\r\nlines", "20.10", log),
            log.toBuilder().roomName(null).charge(null).build()));

    BigDecimal total = write(space);

    assertThat(csv.toString())
        .contains(",\"Daily \"\"stand-up\"\", all\",")
        .contains(",0.0000001,")
        .contains(",\"two\r\nlines\",")
        .contains(",20.10,");
    assertThat(total.toPlainString()).isEqualTo("20.1000001");
  }

  /** A spreadsheet may split at tabs and semicolons too. */
  @ParameterizedTest
  @ValueSource(strings = {"Ada\t=1+1", "Ada;=1+1", "Ada\n=1+1"})
  void append_textThatASpreadsheetWouldSplit_isQuoted(String text) throws IOException {
    StringBuilder row = new StringBuilder();

    Csv.append(row, text);

    assertThat(row).startsWith('"' + text + '"');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x.example\")",
        "-A1",
        "+1+cmd|' /C calc'!A0",
        "@SUM(A1)",
        " =1",
        "\t=1",
        "\r=1",
        "\ttext",
        "\u00a0=1",
        "＝1",
        "＠x",
      })
  void write_textThatASpreadsheetWouldExecute_isNeutralized(String text, FakeSpace space) {
    seed(1, space);
    VideoLog log = space.getLogs().get(0);
    StubbedPage.stub(
        space,
        "/api/video/logs",
        VideoLog.class,
        List.of(
            log.toBuilder()
                .roomName(text)
                .charge(new BigDecimal("-0.5"))
                .chargeDetails(
                    List.of(
                        ChargeDetail.builder()
                            .description(text)
                            .charge(new BigDecimal("-0.5"))
                            .build()))
                .build()));

    write(space);

    assertThat(csv.toString().replace("\"\"", "\"").replace(",\"", ","))
        .contains(",'" + text + " -0.5")
        .contains(",'" + text)
        .contains(",-0.5,");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void main_fullDisk_exitsWithOneAndSaysSo(FakeSpace space) throws Exception {
    seed(2, space);

    try (OwnProcess program =
        OwnProcess.into(Path.of("/dev/full"), CostReport.class, space, Map.of(), "2026-03")) {
      assertThat(program.errors()).startsWith("The report is not complete: ");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_pageFails_exitsWithOneAndSaysSo(FakeSpace space) throws Exception {
    space.failNext(Failure.status(403).onOperation("list_logs"));

    try (OwnProcess program = OwnProcess.of(CostReport.class, space, Map.of(), "2026-03")) {
      assertThat(program.errors()).startsWith("The report is not complete: ").contains("403");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_month_writesTheReportAndPrintsTheTotal(FakeSpace space) throws Exception {
    seed(2, space);

    try (OwnProcess program = OwnProcess.of(CostReport.class, space, Map.of(), "2026-03")) {
      assertThat(program.output()).startsWith(HEADER).hasLineCount(3);
      assertThat(program.errors().strip()).isEqualTo("2026-03: 0.006 US dollars");
      assertThat(program.exitStatus()).isZero();
    }
  }

  private static VideoLog with(String roomName, String charge, VideoLog log) {
    return log.toBuilder().roomName(roomName).charge(new BigDecimal(charge)).build();
  }

  private static void seed(int logs, FakeSpace space) {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    String token = token(space);
    for (int i = 0; i < logs; i++) {
      FakeMember member = space.join(token);
      space.advance(Duration.ofMinutes(1));
      member.leave();
    }
  }

  private BigDecimal write(FakeSpace space) {
    return write(space, csv);
  }

  private static BigDecimal write(FakeSpace space, Appendable out) {
    try {
      return new CostReport(space.getClient().video().logs()).write(MARCH, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> rows() {
    return csv.toString().lines().skip(1).collect(Collectors.toList());
  }

  private static String token(FakeSpace space) {
    return space.getClient().video().roomTokens().create(t -> t.roomName("standup")).getToken();
  }
}
