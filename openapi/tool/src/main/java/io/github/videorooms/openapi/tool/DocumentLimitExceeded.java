package io.github.videorooms.openapi.tool;

/** A document that is larger, deeper or unfolds to more than {@link DocumentYaml} reads. */
public final class DocumentLimitExceeded extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  DocumentLimitExceeded(String message) {
    super(message);
  }
}
