package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.change.Report.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Says what is on the page, from the verdict down to the lines to add. */
final class PageContent {
  private static final String NOT_KNOWN = "not known: the build failed";

  private final DocumentDiff diff;
  private final Verdict verdict;
  private final ChangePage.Builder given;
  private final Facade facade;
  private final Report report;

  PageContent(DocumentDiff diff, Verdict verdict, ChangePage.Builder given) {
    this.diff = diff;
    this.verdict = verdict;
    this.given = given;
    this.facade = given.facade();
    this.report =
        new Report(
            "Change of the Video API: "
                + (hasFailed() ? "wire " + verdict.wire() + ", Java " + NOT_KNOWN : verdict));
  }

  Report report() {
    summary();
    versions();
    failure();
    changes(Severity.BREAKING, "What breaks");
    changes(Severity.ADDITIVE, "What is new");
    changes(Severity.NONE, "What concerns neither the wire nor Java");
    documentation();
    given.listings().forEach(this::api);
    if (facade.isKnown()) {
      affected();
      new Unreached(diff, facade).addTo(report);
    }
    new ChangelogLines(diff, facade).addTo(report);
    given.sections().forEach(this::section);
    return report;
  }

  private boolean hasFailed() {
    return !given.failure().isEmpty();
  }

  private void summary() {
    List<Change> all = diff.changes();
    long wire = count(all.stream().map(Change::wire));
    long java = count(all.stream().map(Change::java));
    report.paragraph(
        Span.text(
            number(all.size(), "change")
                + " of the document, of which "
                + wire
                + " "
                + (wire == 1 ? "breaks" : "break")
                + " the wire and "
                + (hasFailed() ? "an unknown number" : java)
                + " Java; "
                + number(diff.documentation().size(), "text")
                + " changed beside."));
  }

  private static long count(Stream<Severity> severities) {
    return severities.filter(Severity.BREAKING::equals).count();
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
            given.leastDocument(),
            () -> verdict.documentVersionAfter(version(diff.sides().before())));
    rows.add(
        List.of(
            Span.text("Wire: info.version"),
            Span.badge("", verdict.wire()),
            Span.text(version(diff.sides().after()).toString()),
            Span.text(least.toString())));
    Version artifacts = given.artifacts();
    String released = artifacts == null ? "no release" : artifacts.toString();
    String next =
        artifacts == null || artifacts.isPreview()
            ? "any"
            : verdict.artifactVersionAfter(artifacts).toString();
    rows.add(
        List.of(
            Span.text("Java: artifacts"),
            hasFailed() ? Span.text(NOT_KNOWN) : Span.badge("", verdict.java()),
            Span.text(released),
            Span.text(hasFailed() ? "not known" : next)));
    report.table(rows);
  }

  private static Version version(Document document) {
    return Version.of(document.root().get("info").get("version").text());
  }

  /** Comes first, since all below is what a build that works would have made of it. */
  private void failure() {
    if (hasFailed()) {
      report.heading("The build failed");
      report.code("text", given.failure());
    }
  }

  private void changes(Severity severity, String heading) {
    List<Change> changes =
        diff.changes().stream()
            .filter(change -> change.wire().worse(change.java()) == severity)
            .collect(toList());
    if (!changes.isEmpty()) {
      report.heading(heading);
      report.list(changes.stream().map(this::item).collect(toList()));
    }
  }

  private List<Span> item(Change change) {
    List<Span> spans = new ArrayList<>();
    spans.add(Span.code(change.where()));
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
    spans.add(Span.badge("wire", change.wire()));
    if (!hasFailed()) {
      spans.add(Span.badge("Java", change.java()));
    }
    if (!change.reason().isEmpty()) {
      spans.add(Span.note(change.reason()));
    }
    return spans;
  }

  /** Prose is one line, however much of it changed. */
  private void documentation() {
    if (diff.documentation().isEmpty()) {
      return;
    }
    Map<String, List<Change>> places =
        diff.documentation().stream()
            .collect(groupingBy(Change::where, LinkedHashMap::new, toList()));
    report.heading("Texts");
    report.paragraph(
        Span.text(number(diff.documentation().size(), "text") + " changed:"),
        Span.text(
            places.entrySet().stream()
                .map(each -> each.getKey() + " (" + texts(each.getValue()) + ")")
                .collect(joining("; "))));
  }

  private static String texts(List<Change> changes) {
    return changes.stream().map(Change::text).collect(joining(", "));
  }

  private void api(ApiChanges api) {
    report.heading("Java API of " + api.artifact());
    if (api.lines().isEmpty()) {
      report.paragraph(
          Span.text(
              hasFailed()
                  ? "Not known: the build failed, and this listing was not renewed."
                  : "No line changed."));
    } else {
      report.code("diff", api.lines());
    }
  }

  private void affected() {
    List<List<Span>> rows = new ArrayList<>();
    diff.changes().stream()
        .map(change -> change.where().split("[,:]", 2)[0])
        .distinct()
        .filter(facade::reaches)
        .forEach(
            operation ->
                rows.add(
                    List.of(Span.code(facade.callsOf(operation)), Span.text("of " + operation))));
    facade
        .methodsWith(new ChangedSchemas(diff).withUsers())
        .forEach(
            (type, methods) ->
                rows.add(List.of(Span.code(type), Span.text(String.join(", ", methods)))));
    report.heading("Methods of the facade that are affected");
    if (rows.isEmpty()) {
      report.paragraph(Span.text("None."));
    } else {
      report.list(rows);
    }
  }

  private void section(String title, List<String> lines) {
    report.heading(title);
    report.list(lines.stream().map(line -> List.of(Span.text(line))).collect(toList()));
  }
}
