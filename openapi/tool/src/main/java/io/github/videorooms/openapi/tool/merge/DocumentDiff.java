package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed on the wire between two documents of ours, found as what the vendor changed is
 * found.
 */
public final class DocumentDiff {
  private final List<VendorChange> changes;
  private final boolean changed;

  private DocumentDiff(List<VendorChange> changes, boolean changed) {
    this.changes = changes;
    this.changed = changed;
  }

  /** Compares two trees as {@code DocumentYaml.read} gives them. */
  public static DocumentDiff between(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    return new DocumentDiff(
        DocumentMerge.between(before, after),
        !withoutVersion(before).equals(withoutVersion(after)));
  }

  /** What requests and responses show of the change. */
  public List<VendorChange> changes() {
    return changes;
  }

  /** What the changes together ask of clients and servers. */
  public Severity wire() {
    return Severity.worst(changes.stream().map(VendorChange::wire));
  }

  /** Whether anything differs, words included, but {@code info.version}. */
  public boolean isChanged() {
    return changed;
  }

  private static Map<String, @Nullable Object> withoutVersion(
      Map<String, @Nullable Object> document) {
    Map<String, @Nullable Object> info =
        new LinkedHashMap<>(Node.of(document).get("info").object());
    info.remove("version");
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(document);
    rest.put("info", info);
    return rest;
  }
}
