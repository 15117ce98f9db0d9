package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

/** Which way a value goes, and so whom a change of it can hurt. */
public enum Direction {
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

  /** Returns the direction of what is sent, received, or both. */
  public static Direction of(boolean sent, boolean received) {
    if (sent) {
      return received ? BOTH : SENT;
    }
    return received ? RECEIVED : UNUSED;
  }

  /** Whether clients send it. */
  public boolean isSent() {
    return sent;
  }

  /** Fewer values than before: what a client sends may be refused. */
  public Severity narrowed() {
    return sent ? BREAKING : compatible();
  }

  /** More values than before: what a client receives may be news to it. */
  public Severity widened() {
    return received ? BREAKING : compatible();
  }

  /** Other values than before. */
  public Severity changed() {
    return this == UNUSED ? NONE : BREAKING;
  }

  /** Something that nobody has to send or to read. */
  public Severity compatible() {
    return this == UNUSED ? NONE : ADDITIVE;
  }
}
