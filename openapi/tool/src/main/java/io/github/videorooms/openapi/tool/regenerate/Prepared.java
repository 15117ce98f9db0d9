package io.github.videorooms.openapi.tool.regenerate;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.incoming.Fingerprint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A next document that is ready to be written. */
final class Prepared {
  private final Fingerprint source;
  private final Map<String, @Nullable Object> before;
  private final Map<String, @Nullable Object> after;

  Prepared(
      Fingerprint source,
      Map<String, @Nullable Object> before,
      Map<String, @Nullable Object> after) {
    this.source = source;
    this.before = before;
    this.after = after;
  }

  /** Returns the same document, compared with another one. */
  Prepared since(Map<String, @Nullable Object> earlier) {
    return new Prepared(source, earlier, after);
  }

  Fingerprint source() {
    return source;
  }

  Map<String, @Nullable Object> before() {
    return before;
  }

  Map<String, @Nullable Object> after() {
    return after;
  }

  boolean isUnchanged() {
    return text().equals(DocumentYaml.write(before));
  }

  /** What is to be in the file. */
  String text() {
    return DocumentYaml.write(after);
  }
}
