package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.OutageSimulation.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a thousand clients do to a service that is down. */
@Tag("thorough")
class OutageTest {
  private static final Path CHART = Path.of("../docs/retry-amplification.svg");
  private static final Map<Outage, OutageSimulation> FLEETS = new EnumMap<>(Outage.class);

  static {
    Arrays.stream(Outage.values())
        .forEach(each -> FLEETS.put(each, OutageSimulation.through(each)));
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "REFUSED", "TIMEOUTS", "ANNOUNCED"})
  void outage_twoHundredCalls_sendAtMostTwentyPercentMoreRequests(Outage outage) {
    assertThat(FLEETS.get(outage).amplificationUpTo(OutageSimulation.OUTAGE_CALLS))
        .isLessThanOrEqualTo(1.2);
  }

  /** A service that throttles is not down, so that its retries cost less. */
  @Test
  void throttling_twoHundredCalls_sendAtMostFiftyPercentMoreRequests() {
    assertThat(FLEETS.get(Outage.THROTTLED).amplificationUpTo(OutageSimulation.OUTAGE_CALLS))
        .isEqualTo(1.5);
  }

  /** The first calls do have their retries, until the budget is gone. */
  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, 17, 3",
    "REFUSED, 17, 3",
    "TIMEOUTS, 35, 2",
    "ANNOUNCED, 17, 3",
    "THROTTLED, 50, 3"
  })
  void outage_firstCalls_useUpTheBudget(Outage outage, int calls, double amplification) {
    OutageSimulation fleet = FLEETS.get(outage);

    assertThat(fleet.amplificationUpTo(calls)).isEqualTo(amplification);
    assertThat(fleet.budgetAfter(calls + 1)).isLessThan(14);
  }

  @ParameterizedTest
  @EnumSource
  void outage_over_successesRefillTheBudget(Outage outage) {
    OutageSimulation fleet = FLEETS.get(outage);

    assertThat(fleet.budgetAfter(OutageSimulation.OUTAGE_CALLS)).isLessThan(14);
    assertThat(fleet.budgetAfter(OutageSimulation.OUTAGE_CALLS + 500)).isEqualTo(500);
  }

  @Test
  void chart_equalsTheCommittedOne() throws IOException {
    String chart = new OutageChart(FLEETS).svg();
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(CHART, chart);
    }

    assertThat(Files.readString(CHART)).as("renew it with -Ddocs.update=true").isEqualTo(chart);
  }
}
