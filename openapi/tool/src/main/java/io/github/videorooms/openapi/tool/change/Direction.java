package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

/** The direction of a value, which determines whether a change of its schema is breaking. */
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

  /** Returns the direction of a value that is sent, received, or both. */
  public static Direction of(boolean sent, boolean received) {
    if (sent) {
      return received ? BOTH : SENT;
    }
    return received ? RECEIVED : UNUSED;
  }

  /** Returns whether clients send the value. */
  public boolean isSent() {
    return sent;
  }

  /** Returns the severity of allowing fewer values: the API may reject what clients send. */
  public Severity narrowed() {
    return sent ? BREAKING : compatible();
  }

  /** Returns the severity of allowing more values: clients may receive values they do not know. */
  public Severity widened() {
    return received ? BREAKING : compatible();
  }

  /** Returns the severity of allowing other values. */
  public Severity changed() {
    return this == UNUSED ? NONE : BREAKING;
  }

  /** Returns the severity of an optional addition. */
  public Severity compatible() {
    return this == UNUSED ? NONE : ADDITIVE;
  }
}
