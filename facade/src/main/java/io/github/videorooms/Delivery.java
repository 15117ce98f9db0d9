package io.github.videorooms;

/** Whether the request of an attempt may have been carried out by the server. */
final class Delivery {
  private boolean sent;
  private boolean sentBefore;
  private boolean ended;

  /**
   * Records that there is a connection, over which the request is about to be sent.
   *
   * @return false if it must not be sent any more
   */
  synchronized boolean start() {
    if (ended) {
      return false;
    }
    sentBefore = sent;
    sent = true;
    return true;
  }

  /**
   * Records that the request, as it was sent last, was not carried out: it was cancelled before, or
   * the server rejected it. An interceptor of the caller's may have sent it before.
   */
  synchronized void takeBack() {
    sent = sentBefore;
  }

  synchronized boolean mayHaveTakenEffect() {
    return sent;
  }

  /** Lets nothing be sent from now on, and returns whether anything may have been. */
  synchronized boolean end() {
    ended = true;
    return sent;
  }
}
