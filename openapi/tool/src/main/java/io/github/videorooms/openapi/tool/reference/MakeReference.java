package io.github.videorooms.openapi.tool.reference;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The command with which the build creates the API reference. Its arguments are the document and
 * the file to write; Redoc's WebJar has to be on the class path.
 */
public final class MakeReference {
  /** Writes the page. */
  public static void main(String[] arguments) throws IOException {
    Path page = Path.of(arguments[1]);
    Files.createDirectories(page.toAbsolutePath().getParent());
    Files.writeString(
        page, ReferencePage.of(DocumentYaml.read(Path.of(arguments[0])), Redoc.onClassPath()));
  }

  private MakeReference() {}
}
