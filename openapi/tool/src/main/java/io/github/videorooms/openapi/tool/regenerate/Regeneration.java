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

/** Runs a regeneration: all steps from the vendor's document to the page. */
final class Regeneration {
  /** The number of steps before the build. */
  private static final int STEPS = 6;

  private static final Path VIDEO = Path.of("openapi/video.yaml");
  private static final Path VENDOR = Path.of("openapi/vendor.yaml");
  private static final String VENDOR_HEAD =
      "# The Video API in the vendor's document as of the last merge, in a normalized form."
          + " Generated\n"
          + "# by openapi/Regenerate.java, do not edit.\n";

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
   * Creates a regeneration that prints its page and its progress to the given streams.
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

  /** Runs the steps, until one fails or there is nothing left to do. */
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

  /** Runs the steps that do not write anything. */
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
            "read the base", () -> earlier(VENDOR).map(text -> api(text, known)).orElse(theirs));
    DocumentMerge merge =
        progress.take(
            "merge the changes",
            () -> DocumentMerge.of(base, theirs, current, Deviations.read(checkout.deviations())));
    progress.take("lint our document", () -> lint(merge.document()));
    return new Prepared(
        vendor.fingerprint(),
        before,
        versioned(before, merge.document(), merge.wire()),
        merge.changes(),
        snapshot,
        !merge.changes().isEmpty() || !Files.exists(checkout.root().resolve(VENDOR)));
  }

  /**
   * Whether to continue from the files in the working tree. After a failed build, that preserves
   * manual fixes if the vendor's document is the same; otherwise the run starts from the backup.
   */
  private boolean isTheSameAgain(VendorFile vendor) throws IOException {
    return !outstanding.isOutstanding() || VideoLock.of(checkout.root()).isOf(vendor.fingerprint());
  }

  /** Returns a file's content before an outstanding build, or its current content. */
  private Optional<String> earlier(Path file) throws IOException, InterruptedException {
    return outstanding.before(file);
  }

  private static Api api(String text, Set<String> known) {
    return ApiReader.read(DocumentYaml.read(text), known);
  }

  /**
   * Lints the next document. A finding is a bug of this tool, whatever the vendor's document is.
   */
  private static boolean lint(Map<String, @Nullable Object> next) {
    List<Finding> findings = Lint.check(next);
    if (!findings.isEmpty()) {
      throw new UnusableDocument(
          findings.stream().map(Finding::toString).collect(Collectors.joining("\n")),
          "our next document would break a lint rule there",
          "This is a bug of this command. Report it with the vendor's document.");
    }
    return true;
  }

  /**
   * Sets the lowest version that the changes since the last release allow. The version stays if
   * nothing changed or if it is already high enough.
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

  /** Finishes a run without a change of our document: only the base and the lock may change. */
  private Outcome withoutBuild(Prepared prepared) throws IOException {
    if (prepared.isNewBase()) {
      Checkout.write(checkout.root().resolve(VENDOR), prepared.vendor());
      explain(prepared);
      VideoLock.from(prepared.source(), origin, checkout).write();
    }
    Severity severity = publish(prepared, "");
    return severity == Severity.NONE ? Outcome.UNCHANGED : Outcome.of(severity);
  }

  /** Runs the steps that write, the build, and the page. */
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
              + "The document is written, but the code does not build yet. Fix the errors above and"
              + " run this command again. Log of the build: "
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

  /** Adds simplified changes to the deviations, which have to list every difference. */
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

  /** Prints the page, writes it to files, and returns the worst severity on it. */
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
    if (page.checkError()) {
      progress.warn("The page could not be printed. Read it in " + checkout.output("change.md"));
    }
    return made.verdict().worst();
  }
}
