package io.github.videorooms;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request is retried, and after which delay; without a clock and without I/O.
 *
 * <p>A POST creates something, so it is retried only if it was certainly not carried out. The other
 * methods have the same effect once or twice. The numbers are those of the AWS SDKs' standard mode.
 */
final class RetryPolicy {
  /** If a server asks for a longer wait, the call fails at once. */
  static final Duration MAX_WAIT = Duration.ofSeconds(20);

  private static final Duration TRANSIENT_BASE = Duration.ofMillis(50);
  private static final Duration THROTTLED_BASE = Duration.ofSeconds(1);

  private final DoubleSupplier random;

  /**
   * Makes a policy.
   *
   * @param random from 0 to 1
   */
  RetryPolicy(DoubleSupplier random) {
    this.random = random;
  }

  /** Returns whether another attempt is safe and may succeed, regardless of how many there were. */
  boolean isRetryable(String method, AttemptFailure failure) {
    if (method.equals("POST") && failure.isAmbiguous()) {
      return false;
    }
    return failure.isUnsent()
        || failure.isTokenRenewed()
        || failure.isBrokenOff()
        || failure.isThrottling()
        || isTransient(failure.statusCode);
  }

  /** Edge networks respond with codes of their own, such as 520 to 530. */
  private static boolean isTransient(int status) {
    return status == 408 || (status / 100 == 5 && status != 501 && status != 505);
  }

  /**
   * Returns the delay before the next attempt.
   *
   * @param retry 1 for the first one
   * @return the delay, or null if the server asks for more than {@link #MAX_WAIT}
   */
  @Nullable Duration delayBefore(int retry, AttemptFailure failure) {
    if (failure.isTokenRenewed()) {
      return Duration.ZERO;
    }
    Duration asked = failure.retryAfter;
    if (asked != null) {
      return asked.compareTo(MAX_WAIT) > 0 ? null : asked;
    }
    Duration base = failure.isThrottling() ? THROTTLED_BASE : TRANSIENT_BASE;
    double ceiling =
        Math.min((double) MAX_WAIT.toNanos(), (double) base.toNanos() * Math.pow(2, retry - 1));
    return Duration.ofNanos((long) (random.getAsDouble() * ceiling));
  }
}
