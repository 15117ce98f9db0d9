package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

/** The documents that the tests merge, parsed once. Tests edit copies of them. */
final class MergeDocuments {
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

  static final Map<String, Object> OURS = read("video.yaml");
  static final Map<String, Object> VENDOR = read("vendor.yaml");
  static final Deviations DEVIATIONS = deviations();

  private static Map<String, Object> read(String name) {
    try {
      return DocumentYaml.read(DOCUMENTS.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Deviations deviations() {
    try {
      return Deviations.read(DOCUMENTS.resolve("deviations.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private MergeDocuments() {}
}
