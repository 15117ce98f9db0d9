package io.github.videorooms.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoLogs;
import io.github.videorooms.api.LogsApi.ListLogsQuery;
import io.github.videorooms.model.ChargeDetail;
import io.github.videorooms.model.VideoLog;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the cost of a month of video as CSV, one row per log, while the logs are being read.
 *
 * <p>The file is safe to open in a spreadsheet, see {@link Csv}. It exits with 1 if the report is
 * incomplete.
 *
 * <p>The total is returned rather than written, so that every row of the file is a log.
 */
public final class CostReport {
  private static final Object[] HEADER = {
    "id", "type", "room", "started_at", "ended_at", "created_at", "charge_usd", "details"
  };

  private final VideoLogs logs;

  CostReport(VideoLogs logs) {
    this.logs = logs;
  }

  public static void main(String[] arguments) {
    YearMonth month =
        arguments.length == 0
            ? YearMonth.now(ZoneOffset.UTC).minusMonths(1)
            : YearMonth.parse(arguments[0]);
    System.exit(run(month));
  }

  /** Bypasses {@code System.out}, which would not report a full disk. */
  private static int run(YearMonth month) {
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv();
        Writer out =
            new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), UTF_8))) {
      BigDecimal total = new CostReport(client.video().logs()).write(month, out);
      out.flush();
      System.err.println(month + ": " + total.toPlainString() + " US dollars");
      return 0;
    } catch (IOException | SignalWireRestError e) {
      System.err.println("The report is not complete: " + e.getMessage());
      return 1;
    }
  }

  /**
   * Writes the logs that were created in a month, in UTC.
   *
   * @return their total cost, in US dollars
   */
  BigDecimal write(YearMonth month, Appendable out) throws IOException {
    Instant start = startOf(month);
    Instant end = startOf(month.plusMonths(1));
    BigDecimal total = BigDecimal.ZERO;
    Csv.append(out, HEADER);
    for (VideoLog log : logs.list(aboutFrom(start, end))) {
      if (!log.getCreatedAt().isBefore(start) && log.getCreatedAt().isBefore(end)) {
        append(log, out);
        total = total.add(orZero(log.getCharge()));
      }
    }
    return total;
  }

  /**
   * The month and a second on each side, since the API does not say whether limits belong to it.
   */
  private static ListLogsQuery aboutFrom(Instant start, Instant end) {
    return ListLogsQuery.builder()
        .createdAfter(start.minusSeconds(1))
        .createdBefore(end.plusSeconds(1))
        .build();
  }

  private static Instant startOf(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static void append(VideoLog log, Appendable out) throws IOException {
    Csv.append(
        out,
        log.getId(),
        log.getType(),
        log.getRoomName(),
        log.getStartedAt(),
        log.getEndedAt(),
        log.getCreatedAt(),
        log.getCharge(),
        details(log.getChargeDetails()));
  }

  private static String details(@Nullable List<ChargeDetail> details) {
    return details == null
        ? ""
        : details.stream()
            .map(detail -> detail.getDescription() + " " + detail.getCharge().toPlainString())
            .collect(Collectors.joining("; "));
  }

  private static BigDecimal orZero(@Nullable BigDecimal charge) {
    return charge == null ? BigDecimal.ZERO : charge;
  }
}
