package io.github.videorooms.openapi.tool.change;

/**
 * The severity of all changes together. A wire break raises the major version of the document and
 * of the artifacts, a Java break only that of the artifacts.
 *
 * @param wire the effect on clients and servers
 * @param java the effect on Java code
 * @param changed whether anything changed at all, including documentation
 */
public record Verdict(Severity wire, Severity java, boolean changed) {
  /** Returns the worse of both severities. */
  public Severity worst() {
    return wire.worse(java);
  }

  /** Returns the lowest {@code info.version} that may follow the given one. */
  public Version documentVersionAfter(Version released) {
    return changed ? released.next(wire) : released;
  }

  /** Returns the lowest version of the artifacts that may follow the given one. */
  public Version artifactVersionAfter(Version released) {
    return changed ? released.next(worst()) : released;
  }

  /** Returns the combination of two verdicts. */
  public Verdict and(Verdict other) {
    return new Verdict(wire.worse(other.wire), java.worse(other.java), changed || other.changed);
  }

  /** Returns a text such as {@code wire additive, Java breaking}, or {@code documentation only}. */
  @Override
  public String toString() {
    return changed && worst() == Severity.NONE
        ? "documentation only"
        : "wire " + wire + ", Java " + java;
  }
}
