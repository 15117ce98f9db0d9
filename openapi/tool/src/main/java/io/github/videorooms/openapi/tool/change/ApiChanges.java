package io.github.videorooms.openapi.tool.change;

import io.github.videorooms.openapi.tool.ApiDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** The changes between two listings of a jar's public API, such as {@code generated/api.txt}. */
public final class ApiChanges {
  /** Retrofit implements these interfaces, so an additional method does not break anyone. */
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
   * @param artifact the name of the jar on the page, such as {@code facade}
   */
  public static ApiChanges between(String artifact, String before, String after) {
    ApiChanges changes = new ApiChanges(artifact, after, ApiDiff.of(before, after));
    SortedMap<String, Set<String>> now = ApiDiff.linesByType(after);
    ApiDiff.linesByType(before)
        .forEach((type, old) -> changes.compareType(type, old, now.getOrDefault(type, Set.of())));
    return changes;
  }

  /** Returns the name of the jar on the page. */
  public String artifact() {
    return artifact;
  }

  /** Returns the listing after the change. */
  String after() {
    return after;
  }

  /**
   * Returns the diff: removed lines with a minus and added ones with a plus, grouped by type; or
   * {@code ""}.
   */
  public String lines() {
    return lines;
  }

  /**
   * Returns the changes that break callers, one line each: the type, and the declaration that was
   * removed, restricted or has to be implemented.
   */
  public List<String> breaks() {
    return List.copyOf(breaks);
  }

  /** Returns the verdict: the severity for Java; the wire is unchanged. */
  public Verdict verdict() {
    if (lines.isEmpty()) {
      return new Verdict(Severity.NONE, Severity.NONE, false);
    }
    Severity java = breaks.isEmpty() ? Severity.ADDITIVE : Severity.BREAKING;
    return new Verdict(Severity.NONE, java, true);
  }

  private void compareType(String type, Set<String> before, Set<String> after) {
    if (after.isEmpty()) {
      breaks.add(type + " is removed");
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
        .forEach(line -> breaks.add(type + " requires " + line.strip()));
  }

  /** Whether a line was replaced by one that is compatible for all callers. */
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
