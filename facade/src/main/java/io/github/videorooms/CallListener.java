package io.github.videorooms;

/**
 * Called after every attempt of every call, successful ones included: for metrics and logs.
 *
 * <p>It runs on the thread of the attempt; keep it fast. An exception that it throws is logged and
 * otherwise ignored; an {@code Error} ends the call.
 */
@FunctionalInterface
public interface CallListener {
  /**
   * Called when an attempt has ended.
   *
   * @param attempt the attempt, without credentials; nothing from a body but what {@link
   *     SignalWireRestError#getBody} of its error holds
   */
  void onAttempt(CallAttempt attempt);
}
