package io.github.videorooms.testkit;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the API has and the space does not play: operations, and members of what it answers. */
final class Unplayed {
  private final List<String> lines;

  Unplayed(String text) {
    this.lines =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.toUnmodifiableList());
  }

  /** Returns the committed list, which {@code CoverageTest} keeps true. */
  static Unplayed ofTheSpace() {
    return new Unplayed(Places.resource("unplayed.txt"));
  }

  Stream<String> lines() {
    return lines.stream();
  }

  boolean has(RecordedRequest request) {
    String asked = request.getMethod() + " " + request.getPath();
    return lines.stream().anyMatch(line -> asked.matches(line.replaceAll("\\{\\w+}", "[^/]+")));
  }
}
