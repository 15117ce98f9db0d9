package io.github.videorooms.openapi.tool.change;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that a reviewer reads: what the vendor changed, the outcome of each change, and the
 * version numbers that follow. All text from documents is escaped, in Markdown and HTML.
 */
public final class ChangePage {
  private final Verdict verdict;
  private final Report report;

  private ChangePage(Builder given) {
    this.verdict = given.verdict();
    this.report = new PageContent(verdict, given).report();
  }

  /** Returns a builder for the change from one version of our document to another. */
  public static Builder of(Version before, Version after) {
    return new Builder(before, after);
  }

  /** Returns the severity of all changes together. */
  public Verdict verdict() {
    return verdict;
  }

  /** Returns the page as Markdown. */
  public String toMarkdown() {
    return MarkdownForm.of(report);
  }

  /** Returns the page as one HTML file without scripts or external resources. */
  public String toHtml() {
    return HtmlForm.of(report);
  }

  /** Builds a page; everything but the versions is optional. */
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

    /** Sets the vendor's changes and their outcomes. */
    public Builder changes(List<VendorChange> vendorChanges) {
      this.changes = List.copyOf(vendorChanges);
      return this;
    }

    /** Sets the lowest severity for the wire, by default that of the vendor's changes. */
    public Builder leastWire(Severity severity) {
      this.least = severity;
      return this;
    }

    /** Sets the lowest {@code info.version}, by default derived from the previous version. */
    public Builder leastDocumentVersion(Version version) {
      this.leastDocument = version;
      return this;
    }

    /** Sets the last released version of the artifacts, by default none. */
    public Builder artifactVersion(Version version) {
      this.artifacts = version;
      return this;
    }

    /** Adds the API changes of a jar, possibly none. */
    public Builder api(ApiChanges changes) {
      listings.add(changes);
      return this;
    }

    /** Sets the errors of a failed build; by default the build succeeded. */
    public Builder failure(String errors) {
      this.failure = errors;
      return this;
    }

    /** Builds the page. */
    public ChangePage build() {
      return new ChangePage(this);
    }

    /** Combines the wire severity of the changes and the Java severity of the listings. */
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
