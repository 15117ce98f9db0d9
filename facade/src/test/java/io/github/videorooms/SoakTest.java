package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.Protocol;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten minutes of load on a server that does one request in twenty some harm, per protocol. */
@Tag("soak")
class SoakTest {
  private static final Duration TIME = Duration.ofMinutes(Integer.getInteger("soak.minutes", 10));

  /** How much more heap may be in use at the end than at the beginning; calls under way vary. */
  private static final long MARGIN = 16 << 20;

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "H2_PRIOR_KNOWLEDGE"})
  void client_underLoadForLong_leaksNothingAndCreatesNothingTwice(Protocol protocol)
      throws Exception {
    try (UnreliableServer server = UnreliableServer.speaking(protocol)) {
      ChildProcess program =
          ChildProcess.start(
              List.of("-Xmx256m"),
              Stream.empty(),
              Soak.class,
              Integer.toString(server.port()),
              protocol.name(),
              TIME.toString());
      String output = program.output();
      System.out.println(output.strip().replace('\n', ','));
      System.out.printf(
          "%s: requests %d, harmed %d, connections %d, created %d, created twice %d%n",
          protocol,
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
      for (String figure : List.of("errors", "planted", "interrupts")) {
        softly.assertThat(figures.get(figure)).as(figure).isPositive();
      }
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
