package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;

/** Lines for the change log, to be put into its words. */
final class ChangelogLines {
  private static final int WIDTH = 117;

  private final DocumentDiff diff;
  private final Facade facade;

  ChangelogLines(DocumentDiff diff, Facade facade) {
    this.diff = diff;
    this.facade = facade;
  }

  void addTo(Report report) {
    String lines =
        Stream.of(Severity.BREAKING, Severity.ADDITIVE)
            .flatMap(this::ofSeverity)
            .collect(joining("\n"));
    if (!lines.isEmpty()) {
      report.heading("Lines for CHANGELOG.md");
      String version = diff.sides().after().root().get("info").get("version").text();
      report.code("text", "Document " + version + ".\n\n" + lines);
    }
  }

  private Stream<String> ofSeverity(Severity severity) {
    List<Change> changes = diff.changes();
    return changes.stream()
        .filter(change -> change.wire().worse(change.java()) == severity)
        .filter(change -> change.kind() != Kind.SCHEMA || severity == Severity.BREAKING)
        .map(
            change ->
                wrapped((severity == Severity.BREAKING ? "Break: " : "New: ") + words(change)));
  }

  private String words(Change change) {
    String values =
        change.before().isEmpty() || change.after().isEmpty()
            ? change.after() + change.before()
            : change.before() + " → " + change.after();
    String calls = facade.callsOf(change.where().split(",", 2)[0]);
    return "`"
        + change.where()
        + "`"
        + (calls.isEmpty() ? "" : " (`" + calls + "`)")
        + ": "
        + change.text()
        + (values.isEmpty() ? "" : " `" + values + "`")
        + ".";
  }

  /** As the change log is set: an asterisk after a space, later lines below the first word. */
  private static String wrapped(String text) {
    StringBuilder lines = new StringBuilder(" *");
    int length = 2;
    for (String word : text.replaceAll("[\\s\\p{Cntrl}]+", " ").split(" ", -1)) {
      if (length + 1 + word.length() > WIDTH) {
        lines.append("\n  ");
        length = 2;
      }
      lines.append(' ').append(word);
      length += 1 + word.length();
    }
    return lines.toString();
  }
}
