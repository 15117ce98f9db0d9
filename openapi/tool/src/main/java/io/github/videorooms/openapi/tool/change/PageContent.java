package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;

import io.github.videorooms.openapi.tool.change.Report.Span;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Assembles the content of the page, from the verdict to the lines for the change log. */
final class PageContent {
  private static final String NOT_KNOWN = "not known: the build failed";
  private static final Map<Disposition, String> HEADINGS =
      Map.of(
          Disposition.APPLIED, "Applied",
          Disposition.SIMPLIFIED, "Simplified",
          Disposition.DEVIATION, "Intentionally different",
          Disposition.NOT_APPLIED, "Not applied");
  private static final Map<Disposition, String> WORDS =
      Map.of(
          Disposition.APPLIED, "applied",
          Disposition.SIMPLIFIED, "simplified",
          Disposition.DEVIATION, "covered by a deviation",
          Disposition.NOT_APPLIED, "not applied");

  private final Verdict verdict;
  private final ChangePage.Builder given;
  private final Report report;

  PageContent(Verdict verdict, ChangePage.Builder given) {
    this.verdict = verdict;
    this.given = given;
    this.report =
        new Report(
            "Change of the Video API: wire "
                + verdict.wire()
                + ", Java "
                + (hasFailed() ? NOT_KNOWN : verdict.java()));
  }

  Report report() {
    summary();
    versions();
    failure();
    for (Disposition each : Disposition.values()) {
      changes(each);
    }
    given.listings().forEach(this::api);
    new ChangelogLines(given).addTo(report);
    return report;
  }

  private boolean hasFailed() {
    return !given.failure().isEmpty();
  }

  private void summary() {
    List<VendorChange> all = given.changes();
    if (all.isEmpty()) {
      report.paragraph(Span.text("No change by the vendor affects a request or a response."));
      return;
    }
    long breaking = all.stream().filter(each -> each.wire() == Severity.BREAKING).count();
    String counts =
        Stream.of(Disposition.values())
            .filter(each -> count(each) > 0)
            .map(each -> count(each) + " " + WORDS.get(each))
            .collect(joining(", "));
    report.paragraph(
        Span.text(
            number(all.size(), "change")
                + " by the vendor: "
                + counts
                + ". "
                + (breaking == 0 ? "None" : breaking)
                + (breaking < 2 ? " breaks" : " break")
                + " the wire."));
  }

  private long count(Disposition disposition) {
    return given.changes().stream().filter(each -> each.disposition() == disposition).count();
  }

  static String number(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private void versions() {
    List<List<Span>> rows = new ArrayList<>();
    rows.add(
        List.of(Span.text("Axis"), Span.text("Verdict"), Span.text("Now"), Span.text("At least")));
    Version least =
        Objects.requireNonNullElseGet(
            given.leastDocument(), () -> verdict.documentVersionAfter(given.before()));
    rows.add(
        List.of(
            Span.text("Wire: info.version"),
            Span.badge(verdict.wire()),
            Span.text(
                given.before().equals(given.after())
                    ? given.after().toString()
                    : given.before() + " → " + given.after()),
            Span.text(least.toString())));
    Version artifacts = given.artifacts();
    String released = artifacts == null ? "no release" : artifacts.toString();
    String next =
        artifacts == null || artifacts.isPreview()
            ? "no minimum before the first release"
            : verdict.artifactVersionAfter(artifacts).toString();
    rows.add(
        List.of(
            Span.text("Java: artifacts"),
            hasFailed() ? Span.text(NOT_KNOWN) : Span.badge(verdict.java()),
            Span.text(released),
            Span.text(hasFailed() ? "not known" : next)));
    report.table(rows);
  }

  /** Adds the errors of a failed build, before everything else. */
  private void failure() {
    if (hasFailed()) {
      report.heading("The build failed");
      report.code("text", given.failure());
    }
  }

  private void changes(Disposition disposition) {
    List<VendorChange> changes =
        given.changes().stream()
            .filter(each -> each.disposition() == disposition)
            .sorted(Comparator.comparing(VendorChange::wire).reversed())
            .toList();
    if (!changes.isEmpty()) {
      report.heading(HEADINGS.get(disposition) + ": " + changes.size());
      report.list(changes.stream().map(this::item).toList());
    }
  }

  private List<Span> item(VendorChange change) {
    List<Span> spans = new ArrayList<>();
    spans.add(Span.code(change.place()));
    spans.add(Span.text(change.text()));
    if (!change.before().isEmpty()) {
      spans.add(Span.code(change.before()));
    }
    if (!change.before().isEmpty() && !change.after().isEmpty()) {
      spans.add(Span.text("→"));
    }
    if (!change.after().isEmpty()) {
      spans.add(Span.code(change.after()));
    }
    spans.add(Span.badge(change.wire()));
    String operations = operations(change);
    String note = change.note() + (change.note().isEmpty() || operations.isEmpty() ? "" : ". ");
    if (!note.isEmpty() || !operations.isEmpty()) {
      spans.add(Span.note(note + operations));
    }
    return spans;
  }

  /** Returns the affected operations, unless the place already names the only one. */
  private static String operations(VendorChange change) {
    List<String> names = change.operations();
    boolean named = names.size() == 1 && change.place().startsWith(names.get(0));
    return names.isEmpty() || named ? "" : "In " + String.join(", ", names) + ".";
  }

  private void api(ApiChanges api) {
    report.heading("Java API of " + api.artifact());
    if (api.lines().isEmpty()) {
      report.paragraph(
          Span.text(
              hasFailed()
                  ? "Unknown: the build failed, so this listing was not updated."
                  : "No line changed."));
    } else {
      report.code("diff", api.lines());
    }
  }
}
