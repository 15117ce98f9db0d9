package io.github.videorooms.openapi.tool.change;

/**
 * What all changes together ask for. A wire break bumps the first number of the document and of the
 * artifacts, a Java break that of the artifacts alone.
 *
 * @param wire what the changes ask of clients and servers
 * @param java what the changes ask of Java code
 * @param changed whether anything changed at all, documentation included
 */
public record Verdict(Severity wire, Severity java, boolean changed) {
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
