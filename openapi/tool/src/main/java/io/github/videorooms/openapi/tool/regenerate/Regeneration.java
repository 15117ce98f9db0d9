package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Finding;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.change.ApiChanges;
import io.github.videorooms.openapi.tool.change.ChangePage;
import io.github.videorooms.openapi.tool.change.DocumentDiff;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.Version;
import io.github.videorooms.openapi.tool.incoming.Candidate;
import io.github.videorooms.openapi.tool.incoming.Names;
import io.github.videorooms.openapi.tool.incoming.Overlay;
import io.github.videorooms.openapi.tool.incoming.UnusableDocument;
import io.github.videorooms.openapi.tool.incoming.VendorFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the vendor's document to the page, one step after the other. */
final class Regeneration {
  /** Those up to the build. */
  private static final int STEPS = 9;

  private static final String UNTOUCHED = "\nNothing was written.";
  private static final List<String> MODULES = List.of("generated", "facade");

  private final Checkout checkout;
  private final Build build;
  private final OutstandingBuild outstanding;
  private final String origin;
  private final PrintStream page;
  private final Progress progress;
  private final List<String> notes = new ArrayList<>();
  private final Map<String, String> listings = new LinkedHashMap<>();

  /**
   * Makes a regeneration that prints the page here, and its progress there.
   *
   * @param origin where the vendor's document was published, or {@code ""}
   */
  Regeneration(
      Checkout checkout, Build build, String origin, PrintStream page, PrintStream progress) {
    this.checkout = checkout;
    this.build = build;
    this.outstanding = new OutstandingBuild(checkout);
    this.origin = origin;
    this.page = page;
    this.progress = new Progress(progress, STEPS + build.steps());
  }

  /** Takes all steps, unless there is nothing to do or one of them fails. */
  Outcome run(Path file) throws IOException, InterruptedException {
    Prepared prepared;
    try {
      prepared = prepare(file);
    } catch (UnusableDocument e) {
      progress.failed(e.getMessage() + UNTOUCHED);
      return Outcome.UNREADABLE;
    } catch (RuntimeException e) {
      progress.failed("No document of ours can be made of this one: " + e + UNTOUCHED);
      return Outcome.UNREADABLE;
    }
    if (prepared.isUnchanged() && !outstanding.isOutstanding()) {
      publish(prepared, "");
      return Outcome.UNCHANGED;
    }
    return carryOut(prepared);
  }

  /** The steps that touch nothing. */
  private Prepared prepare(Path file) throws IOException, InterruptedException {
    Map<String, @Nullable Object> ours = DocumentYaml.read(checkout.document());
    Names names = Names.read(checkout.names());
    Overlay corrections = Overlay.read(checkout.corrections());

    VendorFile vendor = progress.take("read and check the document", () -> VendorFile.read(file));
    Candidate candidate =
        progress.take("slice the Video API", () -> Candidate.slice(vendor.tree(), ours));
    progress.take("convert down to OpenAPI 3.0", () -> done(candidate::convertDown));
    progress.take("rename and merge", () -> done(() -> candidate.name(names)));
    List<String> corrected =
        progress.take("correct what is known to be wrong", () -> candidate.correct(corrections));
    Map<String, @Nullable Object> next =
        progress.take("lay it over openapi/video.yaml", candidate::layOver);
    progress.take("lint", () -> done(() -> lint(next)));
    noteCorrections(corrections.descriptions(), corrected);
    notes.addAll(candidate.notes());
    return progress.take(
        "compare", () -> new Prepared(vendor.fingerprint(), ours, versioned(ours, next)));
  }

  private static boolean done(Runnable work) {
    work.run();
    return true;
  }

  private static void lint(Map<String, @Nullable Object> next) {
    List<Finding> findings = Lint.check(next);
    if (!findings.isEmpty()) {
      throw new UnusableDocument(
          findings.stream().map(Finding::toString).collect(Collectors.joining("\n")),
          findings.size() + " places of the next document break a rule of ours",
          "Correct them in openapi/corrections.overlay.yaml, which is there for that.");
    }
  }

  /**
   * Vendors mend their documents: a correction that met nothing may be one to drop. A document of
   * which most is right to begin with is none of theirs, and says nothing about that.
   */
  private void noteCorrections(List<String> all, List<String> effective) {
    if (effective.size() * 2 > all.size()) {
      all.stream()
          .filter(each -> !effective.contains(each))
          .forEach(each -> notes.add("This correction met nothing: " + each));
    }
  }

  /**
   * Gives the next document the least version that the changes since the release before allow; it
   * is what it was if nothing changed, or if it has gone up as far already.
   */
  private Map<String, @Nullable Object> versioned(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after)
      throws IOException, InterruptedException {
    if (!DocumentDiff.between(before, after).verdict().isChanged()) {
      return after;
    }
    Map<String, @Nullable Object> baseline = checkout.baseline();
    Version least =
        DocumentDiff.between(baseline, after).verdict().documentVersionAfter(versionIn(baseline));
    Version current = versionIn(before);
    Map<String, @Nullable Object> next = new LinkedHashMap<>(after);
    Map<String, @Nullable Object> info = new LinkedHashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(after.get("info")))
        .forEach((name, value) -> info.put(String.valueOf(name), value));
    info.put("version", (least.compareTo(current) > 0 ? least : current).toString());
    next.put("info", info);
    return next;
  }

  private static Version versionIn(Map<String, @Nullable Object> document) {
    Map<?, ?> info = (Map<?, ?>) Objects.requireNonNull(document.get("info"));
    return Version.of(String.valueOf(info.get("version")));
  }

  /** The steps that write, and those that show what comes of it. */
  private Outcome carryOut(Prepared prepared) throws IOException, InterruptedException {
    for (String module : MODULES) {
      listings.put(module, outstanding.before(Path.of(module, "api.txt")).orElse(""));
    }
    Prepared whole =
        outstanding
            .before(Path.of("openapi/video.yaml"))
            .map(text -> prepared.since(DocumentYaml.read(text)))
            .orElse(prepared);
    progress.take("write openapi/video.yaml and its lock", () -> write(prepared));
    BuildResult result = build.run(progress::begin);
    progress.end();
    Severity severity = publish(whole, result.failure());
    if (!result.succeeded()) {
      progress.failed(
          result.failure()
              + "\nThe document is written, the code does not work yet. Fix what is named above and run"
              + " this command again. All of the build's log: "
              + checkout.output("regenerate.log"));
      return Outcome.BUILD_FAILED;
    }
    outstanding.end();
    return severity == Severity.NONE && whole.isUnchanged()
        ? Outcome.UNCHANGED
        : Outcome.of(severity);
  }

  private boolean write(Prepared prepared) throws IOException {
    outstanding.begin();
    Checkout.write(checkout.document(), prepared.text());
    VideoLock.from(prepared.source(), origin, checkout).write();
    return true;
  }

  /** Prints the page, writes it into files, and returns the worst that it tells of. */
  private Severity publish(Prepared prepared, String errors) throws IOException {
    ChangePage.Builder builder =
        ChangePage.of(prepared.before(), prepared.after())
            .leastDocumentVersion(versionIn(prepared.after()))
            .artifactVersion(checkout.artifactVersion())
            .operationsTable(checkout.operationsTable())
            .failure(errors.replace(checkout.root() + File.separator, ""));
    for (String module : listings.keySet()) {
      builder.api(
          ApiChanges.between(module, listings.getOrDefault(module, ""), checkout.listing(module)));
    }
    if (!notes.isEmpty()) {
      builder.section("Noticed on the way", notes);
    }
    ChangePage made = builder.build();
    Checkout.write(checkout.output("change.md"), made.toMarkdown());
    Checkout.write(checkout.output("change.html"), made.toHtml());
    page.print(made.toMarkdown());
    page.flush();
    return made.verdict().worst();
  }
}
