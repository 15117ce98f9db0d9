package io.github.videorooms.openapi.tool.change;

import io.github.videorooms.openapi.tool.ApiDiff;
import java.util.List;
import java.util.stream.Collectors;

/** What changed in a jar's public API, from two listings such as {@code generated/api.txt}. */
public final class ApiChanges {
  private final String artifact;
  private final String lines;

  private ApiChanges(String artifact, String lines) {
    this.artifact = artifact;
    this.lines = lines;
  }

  /**
   * Compares two listings.
   *
   * @param artifact what readers call the jar, such as {@code facade}
   */
  public static ApiChanges between(String artifact, String before, String after) {
    return new ApiChanges(artifact, ApiDiff.of(before, after));
  }

  /** What readers call the jar. */
  public String artifact() {
    return artifact;
  }

  /**
   * The removed lines with a minus, the added ones with a plus, below their type; or {@code ""}.
   */
  public String lines() {
    return lines;
  }

  /** What breaks callers, a line each: what is gone, or narrower than it was. */
  public List<String> breaks() {
    return lines.lines().filter(line -> line.startsWith("-")).collect(Collectors.toList());
  }

  /** What the lines ask of the wire, which is nothing, and of Java. */
  public Verdict verdict() {
    if (lines.isEmpty()) {
      return new Verdict(Severity.NONE, Severity.NONE, false);
    }
    Severity java = breaks().isEmpty() ? Severity.ADDITIVE : Severity.BREAKING;
    return new Verdict(Severity.NONE, java, true);
  }
}
