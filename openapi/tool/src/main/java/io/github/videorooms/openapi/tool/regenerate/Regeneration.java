package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Finding;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.change.ApiChanges;
import io.github.videorooms.openapi.tool.change.ChangePage;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.Version;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import io.github.videorooms.openapi.tool.incoming.UnusableDocument;
import io.github.videorooms.openapi.tool.incoming.VendorFile;
import io.github.videorooms.openapi.tool.incoming.VendorSnapshot;
import io.github.videorooms.openapi.tool.merge.Deviations;
import io.github.videorooms.openapi.tool.merge.DocumentDiff;
import io.github.videorooms.openapi.tool.merge.DocumentMerge;
import io.github.videorooms.openapi.tool.merge.OwnDifferences;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From the vendor's document to the page, one step after the other. */
final class Regeneration {
  /** Those up to the build. */
  private static final int STEPS = 6;

  private static final Path VIDEO = Path.of("openapi/video.yaml");
  private static final Path VENDOR = Path.of("openapi/vendor.yaml");
  private static final String VENDOR_HEAD =
      "# What the vendor's document says of the Video API, as it was last taken over: addresses,"
          + " names, types,\n"
          + "# limits and values, in a form of our own. Written by openapi/Regenerate.java, and by"
          + " nobody else.\n";

  private static final String UNTOUCHED = "\nNothing was written.";
  private static final List<String> MODULES = List.of("generated", "facade");

  private final Checkout checkout;
  private final Build build;
  private final OutstandingBuild outstanding;
  private final String origin;
  private final PrintStream page;
  private final Progress progress;
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
    }
    if (!prepared.isDocumentChanged() && !outstanding.isOutstanding()) {
      return withoutBuild(prepared);
    }
    return carryOut(prepared);
  }

  /** The steps that touch nothing. */
  private Prepared prepare(Path file) throws IOException, InterruptedException {
    VendorFile vendor = progress.take("read and check the document", () -> VendorFile.read(file));
    Map<String, @Nullable Object> tree = DocumentYaml.read(checkout.document());
    Map<String, @Nullable Object> before = earlier(VIDEO).map(DocumentYaml::read).orElse(tree);
    Map<String, @Nullable Object> current = isTheSameAgain(vendor) ? tree : before;
    Set<String> known = Node.of(current).get("paths").names();
    Api theirs =
        progress.take(
            "find the Video API in it",
            () -> vendor.locating(() -> ApiReader.read(vendor.tree(), known)));
    String snapshot = VENDOR_HEAD + DocumentYaml.write(VendorSnapshot.of(theirs));
    Api base =
        progress.take(
            "read what it was before",
            () -> earlier(VENDOR).map(text -> api(text, known)).orElse(theirs));
    DocumentMerge merge =
        progress.take(
            "carry over what changed",
            () -> DocumentMerge.of(base, theirs, current, Deviations.read(checkout.deviations())));
    progress.take("check the rules of our document", () -> lint(merge.document()));
    return new Prepared(
        vendor.fingerprint(),
        before,
        versioned(before, merge.document(), merge.wire()),
        merge.changes(),
        snapshot,
        !merge.changes().isEmpty() || !Files.exists(checkout.root().resolve(VENDOR)));
  }

  /**
   * Whether what stands in the tree came of this very document, so that what somebody fixed there
   * since is kept. What came of another one, and was never built, is not.
   */
  private boolean isTheSameAgain(VendorFile vendor) throws IOException {
    return !outstanding.isOutstanding() || VideoLock.of(checkout.root()).isOf(vendor.fingerprint());
  }

  /** What a file held before the build that is outstanding, or holds now. */
  private Optional<String> earlier(Path file) throws IOException, InterruptedException {
    return outstanding.before(file);
  }

  private static Api api(String text, Set<String> known) {
    return ApiReader.read(DocumentYaml.read(text), known);
  }

  /** A finding is a fault of this tool, which has to keep the rules whatever the vendor writes. */
  private static boolean lint(Map<String, @Nullable Object> next) {
    List<Finding> findings = Lint.check(next);
    if (!findings.isEmpty()) {
      throw new UnusableDocument(
          findings.stream().map(Finding::toString).collect(Collectors.joining("\n")),
          "our next document would break its own rules there",
          "That is a fault of this command. Report it with the vendor's document.");
    }
    return true;
  }

  /**
   * Gives the next document the least version that the changes since the release before allow; it
   * is what it was if nothing changed, or if it has gone up as far already.
   */
  private Map<String, @Nullable Object> versioned(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, Severity wire)
      throws IOException, InterruptedException {
    if (wire != Severity.BREAKING && !DocumentDiff.between(before, after).isChanged()) {
      return after;
    }
    Map<String, @Nullable Object> baseline = checkout.baseline();
    Severity worst = DocumentDiff.between(baseline, after).wire().worse(wire);
    Version least = versionIn(baseline).next(worst);
    Version current = versionIn(before);
    Map<String, @Nullable Object> next = new LinkedHashMap<>(after);
    Map<String, @Nullable Object> info = new LinkedHashMap<>(Node.of(after).get("info").object());
    info.put("version", (least.compareTo(current) > 0 ? least : current).toString());
    next.put("info", info);
    return next;
  }

  private static Version versionIn(Map<String, @Nullable Object> document) {
    return Version.of(String.valueOf(Node.of(document).get("info", "version").value()));
  }

  /** Our document stays as it is: what is left is to remember what the vendor says now. */
  private Outcome withoutBuild(Prepared prepared) throws IOException {
    if (prepared.isNewBase()) {
      Checkout.write(checkout.root().resolve(VENDOR), prepared.vendor());
      explain(prepared);
      VideoLock.from(prepared.source(), origin, checkout).write();
    }
    Severity severity = publish(prepared, "");
    return severity == Severity.NONE ? Outcome.UNCHANGED : Outcome.of(severity);
  }

  /** The steps that write, and those that show what comes of it. */
  private Outcome carryOut(Prepared prepared) throws IOException, InterruptedException {
    for (String module : MODULES) {
      listings.put(module, outstanding.before(Path.of(module, "api.txt")).orElse(""));
    }
    progress.take("write openapi/video.yaml and its lock", () -> write(prepared));
    BuildResult result = build.run(progress::begin);
    progress.end();
    Severity severity = publish(prepared, result.failure());
    if (!result.succeeded()) {
      progress.failed(
          result.failure()
              + "\n"
              + "The document is written, the code does not work yet. Fix what is named above and"
              + " run this command again. All of the build's log: "
              + checkout.output("regenerate.log"));
      return Outcome.BUILD_FAILED;
    }
    outstanding.end();
    return severity == Severity.NONE ? Outcome.UNCHANGED : Outcome.of(severity);
  }

  private boolean write(Prepared prepared) throws IOException {
    outstanding.begin();
    Checkout.write(checkout.root().resolve(VENDOR), prepared.vendor());
    explain(prepared);
    Checkout.write(checkout.document(), prepared.text());
    VideoLock.from(prepared.source(), origin, checkout).write();
    return true;
  }

  /** Adds what was simplified to the deviations, which have to explain every difference. */
  private void explain(Prepared prepared) throws IOException {
    Path file = checkout.deviations();
    Set<String> known = Node.of(prepared.after()).get("paths").names();
    String lines =
        Deviations.read(file)
            .linesFor(OwnDifferences.between(api(prepared.vendor(), known), prepared.after()));
    if (!lines.isEmpty()) {
      Checkout.write(file, Files.readString(file) + lines);
    }
  }

  /** Prints the page, writes it into files, and returns the worst that it tells of. */
  private Severity publish(Prepared prepared, String errors) throws IOException {
    ChangePage.Builder builder =
        ChangePage.of(versionIn(prepared.before()), versionIn(prepared.after()))
            .changes(prepared.changes())
            .leastWire(DocumentDiff.between(prepared.before(), prepared.after()).wire())
            .leastDocumentVersion(versionIn(prepared.after()))
            .artifactVersion(checkout.artifactVersion())
            .failure(errors.replace(checkout.root() + File.separator, ""));
    for (String module : listings.keySet()) {
      builder.api(
          ApiChanges.between(module, listings.getOrDefault(module, ""), checkout.listing(module)));
    }
    ChangePage made = builder.build();
    Checkout.write(checkout.output("change.md"), made.toMarkdown());
    Checkout.write(checkout.output("change.html"), made.toHtml());
    page.print(made.toMarkdown());
    page.flush();
    return made.verdict().worst();
  }
}
