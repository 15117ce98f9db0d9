package io.github.videorooms.testkit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time of a step, in whole seconds; it does not change during the step. */
final class Now {
  private Instant instant = Instant.EPOCH;

  void set(Instant other) {
    instant = other.truncatedTo(ChronoUnit.SECONDS);
  }

  Instant instant() {
    return instant;
  }

  String text() {
    return instant.toString();
  }
}
