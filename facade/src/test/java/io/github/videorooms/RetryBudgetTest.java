package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget();

  /** A 503 tells of an outage, even one that says when to come back. */
  @ParameterizedTest
  @CsvSource({"500,", "503,", "503, PT1S"})
  void take_onlyFailures_allowsThirtyFive(int status, Duration retryAfter) {
    int retries = 0;
    while (budget.take(RetryBudget.costOf(AttemptFailure.ofStatus(status, retryAfter)))) {
      retries++;
    }

    assertThat(retries).isEqualTo(500 / 14);
  }

  @Test
  void take_throttled_costsLess() {
    int retries = 0;
    while (budget.take(RetryBudget.costOf(AttemptFailure.ofStatus(429, null)))) {
      retries++;
    }

    assertThat(retries).isEqualTo(100);
  }

  @Test
  void give_afterARetry_refundsItsCost() {
    drain();

    budget.give(14);

    assertThat(budget.take(14)).isTrue();
    assertThat(budget.take(1)).isFalse();
  }

  @Test
  void give_firstAttempts_earnOneEach() {
    drain();

    for (int success = 0; success < 14; success++) {
      assertThat(budget.take(14)).isFalse();
      budget.give(0);
    }

    assertThat(budget.take(14)).isTrue();
  }

  @Test
  void give_full_staysAtItsCapacity() {
    for (int success = 0; success < 1_000; success++) {
      budget.give(14);
    }

    assertThat(budget.take(500)).isTrue();
    assertThat(budget.take(1)).isFalse();
  }

  private void drain() {
    assertThat(budget.take(500)).isTrue();
  }
}
