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
  private final Builder given;

  private ChangePage(Builder given) {
    this.given = given;
    this.diff = DocumentDiff.between(given.before, given.after);
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
    Verdict verdict = diff.verdict();
    for (ApiChanges api : given.listings) {
      verdict = verdict.and(api.verdict());
    }
    return verdict;
  }

  /** The page as Markdown. */
  public String toMarkdown() {
    return "# " + verdict() + "\n";
  }

  /** The page as one HTML file that loads nothing. */
  public String toHtml() {
    return "<!doctype html><title>" + verdict() + "</title>\n";
  }

  /** What the page is made of; all but the documents may be left out. */
  public static final class Builder {
    private final Map<String, @Nullable Object> before;
    private final Map<String, @Nullable Object> after;
    private final List<ApiChanges> listings = new ArrayList<>();
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private @Nullable Version artifacts;
    private String operations = "";

    private Builder(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
      this.before = before;
      this.after = after;
    }

    /** Sets the version of the artifacts before the change, by default that of no release. */
    public Builder artifactVersion(Version version) {
      this.artifacts = version;
      return this;
    }

    /** Adds what changed in the API of a jar; what is not given is not on the page. */
    public Builder api(ApiChanges changes) {
      listings.add(changes);
      return this;
    }

    /**
     * Sets the text of {@code docs/operations.md}, whose table tells which method of the facade
     * carries out which operation.
     */
    public Builder operationsTable(String markdown) {
      this.operations = markdown;
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
  }
}
