package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

/** Which way a value goes, and so whom a change of it can hurt. */
enum Direction {
  UNUSED(false, false),
  SENT(true, false),
  RECEIVED(false, true),
  BOTH(true, true);

  private final boolean sent;
  private final boolean received;

  Direction(boolean sent, boolean received) {
    this.sent = sent;
    this.received = received;
  }

  static Direction of(boolean sent, boolean received) {
    if (sent) {
      return received ? BOTH : SENT;
    }
    return received ? RECEIVED : UNUSED;
  }

  boolean isSent() {
    return sent;
  }

  /** Fewer values than before: what a client sends may be refused. */
  Severity narrowed() {
    return sent ? BREAKING : compatible();
  }

  /** More values than before: what a client receives may be news to it. */
  Severity widened() {
    return received ? BREAKING : compatible();
  }

  /** Other values than before. */
  Severity changed() {
    return this == UNUSED ? NONE : BREAKING;
  }

  /** Something that nobody has to send or to read. */
  Severity compatible() {
    return this == UNUSED ? NONE : ADDITIVE;
  }
}
