package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten minutes of load on a server that does one request in twenty some harm. */
@Tag("soak")
class SoakTest {
  private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("soak.minutes", 10));

  /** How much more heap may be in use at the end than at the beginning; calls under way vary. */
  private static final long MARGIN = 16 << 20;

  @Test
  void client_underLoadForLong_leaksNothingAndCreatesNothingTwice() throws Exception {
    try (UnreliableServer server = new UnreliableServer()) {
      ChildProcess program =
          ChildProcess.start(
              List.of("-Xmx256m"), Stream.empty(), Soak.class, server.host(), TIME.toString());
      String output = program.output();
      System.out.println(output.strip().replace('\n', ','));
      System.out.printf(
          "requests %d, harmed %d, connections %d, created %d, created twice %d%n",
          server.requests(),
          server.harmed(),
          server.connections(),
          server.created(),
          server.doubled());
      Map<String, Long> figures =
          output
              .lines()
              .filter(line -> line.matches("\\w+ -?\\d+"))
              .map(line -> line.split(" "))
              .collect(Collectors.toMap(parts -> parts[0], parts -> Long.valueOf(parts[1])));

      assertThat(figures).as(output).containsKeys("results", "heapLast");
      SoftAssertions softly = new SoftAssertions();
      softly.assertThat(figures.get("results")).isGreaterThan(10_000);
      softly.assertThat(figures.get("errors")).isPositive();
      softly.assertThat(server.created()).isPositive();
      softly.assertThat(server.doubled()).as("created twice").isZero();
      for (String figure :
          List.of("others", "stuckThreads", "stuckCalls", "runningCalls", "leakedConnections")) {
        softly.assertThat(figures.get(figure)).as(figure).isZero();
      }
      softly
          .assertThat(figures.get("heapLast"))
          .as("heap in use")
          .isLessThan(figures.get("heapFirst") + MARGIN);
      softly.assertAll();
      assertThat(program.status()).isZero();
    }
  }
}
