package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.change.Severity;

/** The outcome of a regeneration, with its exit code. */
public enum Outcome {
  /** Nothing changed, or only what differs intentionally; our document is unchanged. */
  UNCHANGED(0),
  /** There is something new, and everything that existed works as before. */
  ADDITIVE(10),
  /** Something that worked may fail, on the wire or in Java. */
  BREAKING(20),
  /** The vendor's document cannot be used; nothing was written. */
  UNREADABLE(30),
  /** The new document is written, but the code does not compile or pass its tests. */
  BUILD_FAILED(40);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  static Outcome of(Severity severity) {
    return severity == Severity.BREAKING ? BREAKING : ADDITIVE;
  }

  /** Returns the exit code of the command. */
  public int exitCode() {
    return exitCode;
  }
}
