package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.incoming.Fingerprint;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run is going to write, and why.
 *
 * @param source identifies the vendor's document
 * @param before our document until now, or before the build that is outstanding
 * @param after our next document
 * @param vendor the next base, as text
 * @param isNewBase whether that differs from the base of the file
 */
record Prepared(
    Fingerprint source,
    Map<String, @Nullable Object> before,
    Map<String, @Nullable Object> after,
    List<VendorChange> changes,
    String vendor,
    boolean isNewBase) {
  /** Whether our document changes, so that the code has to be built. */
  boolean isDocumentChanged() {
    return !text().equals(DocumentYaml.write(before));
  }

  /** What is to be in {@code openapi/video.yaml}. */
  String text() {
    return DocumentYaml.write(after);
  }
}
