package io.github.videorooms.openapi.tool.change;

import org.jspecify.annotations.Nullable;

/**
 * What all changes together ask for. A wire break bumps the first number of the document and of the
 * artifacts, a Java break that of the artifacts alone.
 */
public final class Verdict {
  private final Severity wire;
  private final Severity java;
  private final boolean changed;

  Verdict(Severity wire, Severity java, boolean changed) {
    this.wire = wire;
    this.java = java;
    this.changed = changed;
  }

  /** What the changes ask of clients and servers. */
  public Severity wire() {
    return wire;
  }

  /** What the changes ask of Java code. */
  public Severity java() {
    return java;
  }

  /** Whether anything changed at all, documentation included. */
  public boolean isChanged() {
    return changed;
  }

  /** The worse of both axes. */
  public Severity worst() {
    return wire.worse(java);
  }

  /** Returns the least {@code info.version} that may follow the given one. */
  public Version documentVersionAfter(Version released) {
    return changed ? released.next(wire) : released;
  }

  /** Returns the least version of the artifacts that may follow the given one. */
  public Version artifactVersionAfter(Version released) {
    return changed ? released.next(worst()) : released;
  }

  /** Returns both verdicts together. */
  public Verdict and(Verdict other) {
    return new Verdict(wire.worse(other.wire), java.worse(other.java), changed || other.changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Verdict
        && ((Verdict) other).wire == wire
        && ((Verdict) other).java == java
        && ((Verdict) other).changed == changed;
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /**
   * Returns {@code wire additive, Java breaking}, or {@code documentation only}, or both unchanged.
   */
  @Override
  public String toString() {
    return changed && worst() == Severity.NONE
        ? "documentation only"
        : "wire " + wire + ", Java " + java;
  }
}
