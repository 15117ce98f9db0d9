package io.github.videorooms.openapi.tool.regenerate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the log of Maven as it is written: which goal runs, and what went wrong. */
final class MavenLog {
  private static final int LINES_OF_A_FAILURE = 40;
  private static final String ERROR = "[ERROR]";

  /** Colours, and whatever else a terminal would not show. */
  private static final Pattern ESCAPE_SEQUENCE =
      Pattern.compile("\u001B(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(\u0007|\u001B\\\\)|[@-Z])");

  /** Such as {@code --- maven-surefire-plugin:3.5.4:test (default-test) @ module ---}. */
  private static final Pattern GOAL = Pattern.compile("--- \\S+:(\\w+) \\(.+\\) (@ \\S+) ---");

  private final List<String> errors = new ArrayList<>();
  private final Deque<String> tail = new ArrayDeque<>();

  /** Returns the line as a terminal would show it. */
  static String withoutColour(String line) {
    return line.indexOf('\u001B') < 0 ? line : ESCAPE_SEQUENCE.matcher(line).replaceAll("");
  }

  /** Returns the goal that the line announces, such as {@code compile @ module}. */
  static Optional<String> goalIn(String line) {
    Matcher goal = GOAL.matcher(line);
    return goal.find() ? Optional.of(goal.group(1) + " " + goal.group(2)) : Optional.empty();
  }

  /** Takes the next line, without colour. */
  void add(String line) {
    if (line.startsWith(ERROR)) {
      errors.add(line.substring(ERROR.length()).replace("-> [Help 1]", "").strip());
    }
    if (!line.isBlank()) {
      tail.add(line);
    }
    if (tail.size() > LINES_OF_A_FAILURE) {
      tail.remove();
    }
  }

  /** Returns the errors, or if it has none that can be recognised, its last lines. */
  String failure() {
    String recognised =
        errors.stream()
            .takeWhile(line -> !line.startsWith("To see the full stack trace"))
            .filter(line -> !line.isEmpty())
            .distinct()
            .limit(LINES_OF_A_FAILURE)
            .collect(Collectors.joining("\n"));
    if (!recognised.isEmpty()) {
      return recognised;
    }
    return tail.isEmpty() ? "It printed nothing." : String.join("\n", tail);
  }
}
