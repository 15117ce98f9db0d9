package io.github.videorooms;

/** Whether the request of an attempt may have reached the server. */
final class Delivery {
  private volatile boolean sent;
  private volatile boolean sentBefore;

  /** Records that there is a connection, over which the request is about to be sent. */
  void start() {
    sentBefore = sent;
    sent = true;
  }

  /**
   * Records that the request, as it was sent last, was not carried out: it was cancelled before, or
   * the server refused it. An interceptor of the caller's may have sent it before.
   */
  void takeBack() {
    sent = sentBefore;
  }

  boolean hasStarted() {
    return sent;
  }
}
