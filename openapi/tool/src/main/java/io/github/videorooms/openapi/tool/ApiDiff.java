package io.github.videorooms.openapi.tool;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares two API listings line by line, grouped by type. */
public final class ApiDiff {
  private static final Pattern NAME = Pattern.compile("(?:class|interface|enum) ([^ <]+)");

  private final SortedMap<String, Set<String>> before;
  private final SortedMap<String, Set<String>> after;
  private final StringBuilder report = new StringBuilder();

  /** Returns the removed lines with a minus and the added ones with a plus, grouped by type. */
  public static String of(String before, String after) {
    ApiDiff diff = new ApiDiff(before, after);
    diff.types().forEach(diff::addType);
    return diff.report.toString();
  }

  private ApiDiff(String before, String after) {
    this.before = linesByType(before);
    this.after = linesByType(after);
  }

  private Set<String> types() {
    Set<String> types = new TreeSet<>(before.keySet());
    types.addAll(after.keySet());
    return types;
  }

  /** Returns the lines of a listing by type; the first line of a type is its declaration. */
  public static SortedMap<String, Set<String>> linesByType(String listing) {
    SortedMap<String, Set<String>> types = new TreeMap<>();
    Set<String> current = new LinkedHashSet<>();
    for (String line : listing.split("\n", -1)) {
      Matcher name = NAME.matcher(line);
      if (!line.startsWith(" ") && name.find()) {
        current = types.computeIfAbsent(name.group(1), type -> new LinkedHashSet<>());
      }
      if (!line.isBlank()) {
        current.add(line);
      }
    }
    return types;
  }

  private void addType(String type) {
    Set<String> old = before.getOrDefault(type, Set.of());
    Set<String> now = after.getOrDefault(type, Set.of());
    if (old.equals(now)) {
      return;
    }
    old.stream().limit(1).filter(now::contains).forEach(line -> addLine("  ", line));
    old.stream().filter(line -> !now.contains(line)).forEach(line -> addLine("- ", line));
    now.stream().filter(line -> !old.contains(line)).forEach(line -> addLine("+ ", line));
  }

  private void addLine(String sign, String line) {
    report.append(sign).append(line).append('\n');
  }
}
