package io.github.videorooms.openapi.tool.regenerate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads Maven's output line by line, to find the running goal and the errors. */
final class MavenLog {
  private static final int LINES_OF_A_FAILURE = 40;
  private static final String ERROR = "[ERROR]";

  /** Colours and other control sequences. */
  private static final Pattern ESCAPE_SEQUENCE =
      Pattern.compile("\u001B(\\[[0-?]*[ -/]*[@-~]|\\][^\u0007\u001B]*(\u0007|\u001B\\\\)|[@-Z])");

  /** A line such as {@code --- maven-surefire-plugin:3.5.4:test (default-test) @ module ---}. */
  private static final Pattern GOAL = Pattern.compile("--- \\S+:(\\w+) \\(.+\\) (@ \\S+) ---");

  private final List<String> errors = new ArrayList<>();
  private final Deque<String> tail = new ArrayDeque<>();

  /** Returns a line without colours and control characters. */
  static String withoutColour(String line) {
    return line.indexOf('\u001B') < 0 ? line : ESCAPE_SEQUENCE.matcher(line).replaceAll("");
  }

  /** Returns the goal that a line announces, such as {@code compile @ module}. */
  static Optional<String> goalIn(String line) {
    Matcher goal = GOAL.matcher(line);
    return goal.find() ? Optional.of(goal.group(1) + " " + goal.group(2)) : Optional.empty();
  }

  /** Adds the next line, without colours. */
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

  /** Returns the errors, or the last lines if none is recognized. */
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
    return tail.isEmpty() ? "Maven printed nothing." : String.join("\n", tail);
  }
}
