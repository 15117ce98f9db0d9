package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CycleTest {
  @ParameterizedTest
  @CsvSource({"0,1", "1,1", "0,2", "5,3", "100,1", "3,100", "777,1000"})
  void closesAt_cycleOfAnyLength_isDetectedInLinearTime(int tail, int length) {
    Paged.Cycle cycle = new Paged.Cycle("0", 0);
    int steps = 0;
    for (int at = 1; ; at = at + 1 < tail + length ? at + 1 : tail) {
      at = at < tail + length ? at : tail;
      steps++;
      String cursor = Integer.toString(at);
      if (cycle.closesAt(cursor)) {
        break;
      }
      cycle = cycle.then(cursor);
    }
    assertThat(steps).isLessThanOrEqualTo(3 * (tail + length) + 2);
  }

  @Test
  void closesAt_millionDifferentCursors_neverCloses() {
    Paged.Cycle cycle = new Paged.Cycle("start", 0);
    for (int at = 0; at < 1_000_000; at++) {
      String cursor = Integer.toString(at);
      assertThat(cycle.closesAt(cursor)).isFalse();
      cycle = cycle.then(cursor);
    }
  }
}
