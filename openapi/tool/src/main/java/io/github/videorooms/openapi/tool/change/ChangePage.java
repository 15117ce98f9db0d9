package io.github.videorooms.openapi.tool.change;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one page that a reviewer reads: what the vendor changed, what became of it, and what both ask
 * of the versions. All text out of a document is escaped in both forms.
 */
public final class ChangePage {
  private final Verdict verdict;
  private final Report report;

  private ChangePage(Builder given) {
    this.verdict = given.verdict();
    this.report = new PageContent(verdict, given).report();
  }

  /** Starts a page about the change from one version of the document to another. */
  public static Builder of(Version before, Version after) {
    return new Builder(before, after);
  }

  /** What the vendor's changes and the listings together ask for. */
  public Verdict verdict() {
    return verdict;
  }

  /** The page as Markdown. */
  public String toMarkdown() {
    return MarkdownForm.of(report);
  }

  /** The page as one HTML file that loads and runs nothing. */
  public String toHtml() {
    return HtmlForm.of(report);
  }

  /** What the page is made of; all but the versions may be left out. */
  public static final class Builder {
    private final Version before;
    private final Version after;
    private final List<ApiChanges> listings = new ArrayList<>();
    private List<VendorChange> changes = List.of();
    private Severity least = Severity.NONE;
    private @Nullable Version artifacts;
    private @Nullable Version leastDocument;
    private String failure = "";

    private Builder(Version before, Version after) {
      this.before = before;
      this.after = after;
    }

    /** Sets what the vendor changed, and what became of it. */
    public Builder changes(List<VendorChange> vendorChanges) {
      this.changes = List.copyOf(vendorChanges);
      return this;
    }

    /** Sets what the wire asks for at least, by default what the vendor's changes do. */
    public Builder leastWire(Severity severity) {
      this.least = severity;
      return this;
    }

    /** Sets the least {@code info.version}, by default counted from the document before. */
    public Builder leastDocumentVersion(Version version) {
      this.leastDocument = version;
      return this;
    }

    /** Sets the version of the artifacts released last, by default that of no release. */
    public Builder artifactVersion(Version version) {
      this.artifacts = version;
      return this;
    }

    /** Adds what changed in the API of a jar, or that nothing did. */
    public Builder api(ApiChanges changes) {
      listings.add(changes);
      return this;
    }

    /** Sets what the build failed with, by default nothing since it did not. */
    public Builder failure(String errors) {
      this.failure = errors;
      return this;
    }

    /** Puts the page together. */
    public ChangePage build() {
      return new ChangePage(this);
    }

    /** The wire as the changes tell, and Java as the listings show it. */
    private Verdict verdict() {
      Severity wire = Severity.worst(changes.stream().map(VendorChange::wire)).worse(least);
      return listings.stream()
          .map(ApiChanges::verdict)
          .reduce(new Verdict(wire, Severity.NONE, !changes.isEmpty()), Verdict::and);
    }

    Version before() {
      return before;
    }

    Version after() {
      return after;
    }

    List<VendorChange> changes() {
      return changes;
    }

    String failure() {
      return failure;
    }

    List<ApiChanges> listings() {
      return listings;
    }

    @Nullable Version artifacts() {
      return artifacts;
    }

    @Nullable Version leastDocument() {
      return leastDocument;
    }
  }
}
