package io.github.videorooms.openapi.tool;

/**
 * Thrown if a document exceeds a limit of {@link DocumentYaml}: size, depth or expanded aliases.
 */
public final class DocumentLimitExceeded extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  DocumentLimitExceeded(String message) {
    super(message);
  }
}
