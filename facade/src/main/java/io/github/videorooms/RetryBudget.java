package io.github.videorooms;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limits the retries of a client to a share of its calls, so that they do not amplify an outage:
 * retries take tokens, successes return them.
 */
final class RetryBudget {
  private static final int CAPACITY = 500;
  private static final int TRANSIENT_COST = 14;
  private static final int THROTTLED_COST = 5;

  private final AtomicInteger tokens = new AtomicInteger(CAPACITY);

  static int costOf(AttemptFailure failure) {
    if (failure.isTokenRenewed()) {
      return 0;
    }
    return failure.statusCode == 429 ? THROTTLED_COST : TRANSIENT_COST;
  }

  /** Takes the cost of a retry, unless there is less left. */
  boolean take(int cost) {
    return tokens.getAndUpdate(left -> left < cost ? left : left - cost) >= cost;
  }

  /**
   * Returns tokens after a success.
   *
   * @param cost of the retry that succeeded; 0 for a first attempt, which earns one token
   */
  void give(int cost) {
    if (tokens.get() < CAPACITY) {
      tokens.updateAndGet(left -> Math.min(CAPACITY, left + Math.max(1, cost)));
    }
  }
}
