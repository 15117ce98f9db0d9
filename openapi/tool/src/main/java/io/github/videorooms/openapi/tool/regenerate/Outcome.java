package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.change.Severity;

/** How a regeneration ends, and the exit code that says so. */
public enum Outcome {
  /** The document says nothing that ours does not; nothing was written. */
  UNCHANGED(0),
  /** There is something new, and all that was there works as before. */
  ADDITIVE(10),
  /** Something that worked may fail, on the wire or in Java. */
  BREAKING(20),
  /** No document of ours can be made of what was given; nothing was written. */
  UNREADABLE(30),
  /** The new document is written, and the code made of it does not compile or pass its tests. */
  BUILD_FAILED(40);

  private final int exitCode;

  Outcome(int exitCode) {
    this.exitCode = exitCode;
  }

  static Outcome of(Severity severity) {
    return severity == Severity.BREAKING ? BREAKING : ADDITIVE;
  }

  /** The exit code of the command. */
  public int exitCode() {
    return exitCode;
  }
}
