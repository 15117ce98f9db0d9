package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever is told that nothing was sent may send a POST again. */
class DeliveryTest {
  private final Delivery delivery = new Delivery();

  @Test
  void end_beforeTheStart_letsNothingBeSent() {
    assertThat(delivery.end()).isFalse();

    assertThat(delivery.start()).isFalse();
    assertThat(delivery.mayBeDone()).isFalse();
  }

  @Test
  void end_afterTheStart_saysSo() {
    assertThat(delivery.start()).isTrue();

    assertThat(delivery.end()).isTrue();
  }

  @Test
  void takeBack_secondTime_leavesTheFirst() {
    delivery.start();
    delivery.start();

    delivery.takeBack();

    assertThat(delivery.mayBeDone()).isTrue();
  }
}
