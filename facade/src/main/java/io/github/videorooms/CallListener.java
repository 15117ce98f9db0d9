package io.github.videorooms;

/**
 * Is told of every attempt of every call, successes too: the place for metrics and logs.
 *
 * <p>It runs on the thread of the attempt and holds that up. What it throws is logged and changes
 * nothing.
 */
@FunctionalInterface
public interface CallListener {
  /**
   * Is called when an attempt has ended.
   *
   * @param attempt what is known of it: nothing of the credentials or of a body
   */
  void onAttempt(CallAttempt attempt);
}
