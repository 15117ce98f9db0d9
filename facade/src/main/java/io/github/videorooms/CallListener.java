package io.github.videorooms;

/**
 * Called after every attempt of every call, successful ones included: for metrics and logs.
 *
 * <p>It runs on the thread of the attempt; keep it fast. An exception that it throws is logged and
 * otherwise ignored.
 */
@FunctionalInterface
public interface CallListener {
  /**
   * Called when an attempt has ended.
   *
   * @param attempt the attempt; it contains no credentials and nothing from a body
   */
  void onAttempt(CallAttempt attempt);
}
