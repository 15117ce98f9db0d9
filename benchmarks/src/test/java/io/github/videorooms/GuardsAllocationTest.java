package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.benchmarks.Allocation;
import org.junit.jupiter.api.Test;

/** What watches over each call or page costs next to nothing while all is well. */
class GuardsAllocationTest {
  private Paged.Cycle cycle = new Paged.Cycle("", 0);

  @Test
  void retryBudget_callThatSucceeds_allocatesNothing() {
    RetryBudget budget = new RetryBudget();

    assertThat(Allocation.bytesOf(() -> budget.give(0))).isZero();
  }

  @Test
  void cycle_page_allocatesOneSmallObject() {
    assertThat(Allocation.bytesOf(() -> cycle = cycle.then("page_token=PA1"))).isLessThan(100);
  }
}
