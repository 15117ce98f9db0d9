package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;

import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import java.util.stream.Stream;

/** Drafts lines for {@code CHANGELOG.md}, to be reworded by a person. */
final class ChangelogLines {
  private static final int WIDTH = 117;

  private final ChangePage.Builder given;

  ChangelogLines(ChangePage.Builder given) {
    this.given = given;
  }

  void addTo(Report report) {
    String lines =
        Stream.of(ofWire(Severity.BREAKING), ofJava(), ofWire(Severity.ADDITIVE))
            .flatMap(each -> each)
            .map(ChangelogLines::wrapped)
            .collect(joining("\n"));
    if (!lines.isEmpty()) {
      report.heading("Lines for CHANGELOG.md");
      report.code("text", "Document " + given.after() + ".\n\n" + lines);
    }
  }

  private Stream<String> ofWire(Severity severity) {
    return given.changes().stream()
        .filter(change -> change.wire() == severity)
        .filter(
            change ->
                change.disposition() == Disposition.APPLIED
                    || change.disposition() == Disposition.SIMPLIFIED)
        .map(change -> kindOf(change) + words(change));
  }

  private static String kindOf(VendorChange change) {
    if (change.wire() == Severity.BREAKING) {
      return "Break: ";
    }
    return change.text().startsWith("new") ? "New: " : "Change: ";
  }

  private Stream<String> ofJava() {
    return given.listings().stream()
        .flatMap(api -> api.breaks().stream().map(line -> "Break: `" + line + "`."));
  }

  private static String words(VendorChange change) {
    String values =
        change.before().isEmpty() || change.after().isEmpty()
            ? change.after() + change.before()
            : change.before() + " → " + change.after();
    return "`"
        + change.place()
        + "`: "
        + change.text()
        + (values.isEmpty() ? "" : " `" + values + "`")
        + ".";
  }

  /** Formats a text as a bullet point of the change log. */
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
