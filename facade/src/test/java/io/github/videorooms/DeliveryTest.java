package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A POST may be sent again only if the error before says that nothing was sent. */
class DeliveryTest {
  private final Delivery delivery = new Delivery();

  @Test
  void end_beforeTheStart_letsNothingBeSent() {
    assertThat(delivery.end()).isFalse();

    assertThat(delivery.start()).isFalse();
    assertThat(delivery.mayHaveTakenEffect()).isFalse();
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

    assertThat(delivery.mayHaveTakenEffect()).isTrue();
  }
}
