package io.github.videorooms.openapi.tool.change;

import io.github.videorooms.openapi.tool.ApiDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What changed in a jar's public API, from two listings such as {@code generated/api.txt}. */
public final class ApiChanges {
  /** Retrofit implements these, so that one more method is nobody's task. */
  private static final String INTERFACES_OF_RETROFIT = "io.github.videorooms.api.";

  private final String artifact;
  private final String after;
  private final String lines;
  private final List<String> breaks = new ArrayList<>();

  private ApiChanges(String artifact, String after, String lines) {
    this.artifact = artifact;
    this.after = after;
    this.lines = lines;
  }

  /**
   * Compares two listings.
   *
   * @param artifact what readers call the jar, such as {@code facade}
   */
  public static ApiChanges between(String artifact, String before, String after) {
    ApiChanges changes = new ApiChanges(artifact, after, ApiDiff.of(before, after));
    SortedMap<String, Set<String>> now = ApiDiff.linesByType(after);
    ApiDiff.linesByType(before)
        .forEach((type, old) -> changes.compareType(type, old, now.getOrDefault(type, Set.of())));
    return changes;
  }

  /** What readers call the jar. */
  public String artifact() {
    return artifact;
  }

  /** The listing after the change. */
  String after() {
    return after;
  }

  /**
   * The removed lines with a minus, the added ones with a plus, below their type; or {@code ""}.
   */
  public String lines() {
    return lines;
  }

  /**
   * What breaks callers, a line each: the type, and the line that is gone, narrower than it was, or
   * to be implemented.
   */
  public List<String> breaks() {
    return List.copyOf(breaks);
  }

  /** What the lines ask of the wire, which is nothing, and of Java. */
  public Verdict verdict() {
    if (lines.isEmpty()) {
      return new Verdict(Severity.NONE, Severity.NONE, false);
    }
    Severity java = breaks.isEmpty() ? Severity.ADDITIVE : Severity.BREAKING;
    return new Verdict(Severity.NONE, java, true);
  }

  private void compareType(String type, Set<String> before, Set<String> after) {
    if (after.isEmpty()) {
      breaks.add(type + " is gone");
      return;
    }
    before.stream()
        .filter(line -> !after.contains(line))
        .filter(line -> !isWidened(line, before, after))
        .forEach(line -> breaks.add(type + ": " + line.strip()));
    after.stream()
        .filter(line -> line.startsWith(" ") && line.contains(" abstract "))
        .filter(line -> !before.contains(line) && !type.startsWith(INTERFACES_OF_RETROFIT))
        .filter(line -> !isWidened(line, after, before))
        .forEach(line -> breaks.add(type + " demands " + line.strip()));
  }

  /** Whether a line stands there in a form that all callers of the old one can live with. */
  private static boolean isWidened(String line, Set<String> before, Set<String> after) {
    Optional<ApiLine> counterpart =
        after.stream()
            .filter(other -> !before.contains(other))
            .map(ApiLine::new)
            .filter(new ApiLine(line)::isSameApartFromNullness)
            .findFirst();
    return counterpart.filter(new ApiLine(line)::allows).isPresent();
  }
}
