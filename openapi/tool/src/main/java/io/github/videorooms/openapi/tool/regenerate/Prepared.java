package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.incoming.Fingerprint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The result of the steps that write nothing: what a run is going to write.
 *
 * @param source the hash of the vendor's document
 * @param before our current document, or the one before an outstanding build
 * @param after our next document
 * @param changes the vendor's changes and their outcomes
 * @param vendor the text of the next base
 * @param isNewBase whether the next base differs from the current one
 */
record Prepared(
    Fingerprint source,
    Map<String, @Nullable Object> before,
    Map<String, @Nullable Object> after,
    List<VendorChange> changes,
    String vendor,
    boolean isNewBase) {
  /** Returns whether our document changes, so that the code has to be built. */
  boolean isDocumentChanged() {
    return !text().equals(DocumentYaml.write(before));
  }

  /** Returns the new text of {@code openapi/video.yaml}. */
  String text() {
    return DocumentYaml.write(after);
  }
}
