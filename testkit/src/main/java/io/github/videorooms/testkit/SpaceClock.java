package io.github.videorooms.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The time of a space: that of a clock, until it is changed. */
final class SpaceClock {
  /** The API writes years with four digits. */
  static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final Clock usual;
  private Duration ahead = Duration.ZERO;
  private @Nullable Instant stoppedAt;

  /**
   * Uses the time of a clock.
   *
   * @throws IllegalArgumentException if the clock shows a time that the API cannot write
   */
  SpaceClock(Clock usual) {
    this.usual = usual;
    requireInRange(usual.instant(), "the clock");
  }

  synchronized Instant instant() {
    return (stoppedAt == null ? usual.instant() : stoppedAt).plus(ahead);
  }

  /**
   * Stops the clock.
   *
   * @throws IllegalArgumentException if the time is one that the API cannot write
   */
  synchronized void stopAt(Instant time) {
    requireInRange(time, "time");
    stoppedAt = time;
    ahead = Duration.ZERO;
  }

  /**
   * Moves the clock forward.
   *
   * @throws IllegalArgumentException if it would then show a time that the API cannot write
   */
  synchronized void advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time must not be negative: " + time);
    }
    Instant now = instant();
    if (time.compareTo(Duration.between(now, LATEST)) > 0) {
      throw new IllegalArgumentException(
          "time must not lead beyond " + LATEST + ": " + time + " from " + now);
    }
    ahead = ahead.plus(time);
  }

  synchronized void reset() {
    stoppedAt = null;
    ahead = Duration.ZERO;
  }

  private static void requireInRange(Instant time, String name) {
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new IllegalArgumentException(
          name + " must be from " + EARLIEST + " to " + LATEST + ": " + time);
    }
  }
}
