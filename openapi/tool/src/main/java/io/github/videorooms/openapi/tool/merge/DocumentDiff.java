package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two versions of our own document, found in the same way as the vendor's
 * changes.
 */
public final class DocumentDiff {
  private final List<VendorChange> changes;
  private final boolean changed;

  private DocumentDiff(List<VendorChange> changes, boolean changed) {
    this.changes = changes;
    this.changed = changed;
  }

  /** Compares two documents, parsed by {@code DocumentYaml.read}. */
  public static DocumentDiff between(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    return new DocumentDiff(
        DocumentMerge.between(before, after),
        !withoutVersion(before).equals(withoutVersion(after)));
  }

  /** Returns the changes that affect requests or responses. */
  public List<VendorChange> changes() {
    return changes;
  }

  /** Returns the worst severity of the changes on the wire. */
  public Severity wire() {
    return Severity.worst(changes.stream().map(VendorChange::wire));
  }

  /** Returns whether anything but {@code info.version} differs, descriptions included. */
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
