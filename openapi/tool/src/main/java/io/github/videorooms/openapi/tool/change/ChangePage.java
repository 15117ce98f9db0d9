package io.github.videorooms.openapi.tool.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one page that a reviewer reads: what changed, what it asks of the versions, and the lines to
 * add. All text out of a document is escaped in both forms.
 */
public final class ChangePage {
  private final DocumentDiff diff;
  private final Verdict verdict;
  private final Report report;

  private ChangePage(Builder given) {
    this.diff = DocumentDiff.between(given.before, given.after);
    this.verdict = given.verdict(diff);
    this.report = new PageContent(diff, verdict, given).report();
  }

  /** Starts a page about the change from one document to another. */
  public static Builder of(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    return new Builder(before, after);
  }

  /** The changes of the document. */
  public DocumentDiff diff() {
    return diff;
  }

  /** What the document and the listings together ask for. */
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

  /** What the page is made of; all but the documents may be left out. */
  public static final class Builder {
    private final Map<String, @Nullable Object> before;
    private final Map<String, @Nullable Object> after;
    private final List<ApiChanges> listings = new ArrayList<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private List<VendorChange> changes = List.of();
    private @Nullable Version artifacts;
    private @Nullable Version leastDocument;
    private String operationsTable = "";
    private String failure = "";

    private Builder(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
      this.before = before;
      this.after = after;
    }

    /** Sets what the vendor changed, and what became of it. */
    public Builder changes(List<VendorChange> vendorChanges) {
      this.changes = List.copyOf(vendorChanges);
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

    /**
     * Adds what changed in the API of a jar, or that nothing did; the one called {@code facade}
     * tells which of its methods are affected.
     */
    public Builder api(ApiChanges changes) {
      listings.add(changes);
      return this;
    }

    /**
     * Sets the text of {@code docs/operations.md}, whose table tells which method of the facade
     * carries out which operation. Without it the page does not say what is out of reach.
     */
    public Builder operationsTable(String markdown) {
      this.operationsTable = markdown;
      return this;
    }

    /** Sets what the build failed with, by default nothing since it did not. */
    public Builder failure(String errors) {
      this.failure = errors;
      return this;
    }

    /** Adds a section of plain lines of the caller's, such as what a step of the way reported. */
    public Builder section(String title, List<String> lines) {
      sections.put(title, List.copyOf(lines));
      return this;
    }

    /** Puts the page together. */
    public ChangePage build() {
      return new ChangePage(this);
    }

    /** The worse of what was found on the wire in two ways, and Java as the listings show it. */
    private Verdict verdict(DocumentDiff diff) {
      Severity wire =
          Severity.worst(changes.stream().map(VendorChange::wire)).worse(diff.verdict().wire());
      boolean changed = !changes.isEmpty() || diff.verdict().isChanged();
      return listings.stream()
          .map(ApiChanges::verdict)
          .reduce(new Verdict(wire, Severity.NONE, changed), Verdict::and);
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

    Map<String, List<String>> sections() {
      return sections;
    }

    @Nullable Version artifacts() {
      return artifacts;
    }

    @Nullable Version leastDocument() {
      return leastDocument;
    }

    Facade facade() {
      String listing =
          listings.stream()
              .filter(api -> api.artifact().equals("facade"))
              .map(ApiChanges::after)
              .findFirst()
              .orElse("");
      return new Facade(listing, operationsTable);
    }
  }
}
