package io.github.videorooms.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Tells the time of a space: that of a clock, until somebody moves it. */
final class SpaceClock {
  private final Clock usual;
  private Clock clock;

  SpaceClock(Clock usual) {
    this.usual = usual;
    this.clock = usual;
  }

  synchronized Instant instant() {
    return clock.instant();
  }

  synchronized void stopAt(Instant time) {
    clock = Clock.fixed(time, ZoneOffset.UTC);
  }

  synchronized void advance(Duration time) {
    clock = Clock.offset(clock, time);
  }

  synchronized void reset() {
    clock = usual;
  }
}
