package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changed between two documents of our kind: OpenAPI 3.0, references within the document. */
public final class DocumentDiff {
  private final List<Change> changes;

  private DocumentDiff(List<Change> changes) {
    this.changes = changes;
  }

  /** Compares two trees as {@code DocumentYaml.read} gives them. The order of keys says nothing. */
  public static DocumentDiff between(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    List<Change> changes = new ArrayList<>();
    if (!before.equals(after)) {
      changes.add(
          new Change(Kind.SCHEMA, "document", "differs", Severity.BREAKING, Severity.BREAKING, ""));
    }
    return new DocumentDiff(changes);
  }

  /** What concerns the wire or Java: operations first, then schemas, in the document's order. */
  public List<Change> changes() {
    return changes.stream().filter(each -> !each.isDocumentation()).collect(toUnmodifiableList());
  }

  /** Prose, examples and the like: neither the wire nor a line of Java is another. */
  public List<Change> documentation() {
    return changes.stream().filter(Change::isDocumentation).collect(toUnmodifiableList());
  }

  /** What the changes together ask for. */
  public Verdict verdict() {
    return new Verdict(
        Severity.worst(changes.stream().map(Change::wire)),
        Severity.worst(changes.stream().map(Change::java)),
        !changes.isEmpty());
  }
}
