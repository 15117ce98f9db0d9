package io.github.videorooms.testkit;

import java.time.Duration;
import java.util.Objects;

/** The delays that the server supports. */
final class Delays {
  /** WireMock counts milliseconds in an {@code int}. */
  static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);

  private Delays() {}

  /**
   * Returns the delay if the server supports it.
   *
   * @throws IllegalArgumentException if it is negative or too long
   */
  static Duration check(Duration delay, String name) {
    Objects.requireNonNull(delay, name);
    if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(name + " must be from 0 to 24 days: " + delay);
    }
    return delay;
  }
}
