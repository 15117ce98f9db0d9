package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Converts the document to the input of openapi-generator. Usage: {@code GeneratorInput document
 * output}.
 *
 * <p>All Java types, names, literals and comments are determined here. Those of the generator
 * change with its version, and templates cannot escape text.
 */
public final class GeneratorInput {
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Reads a document and writes the input of the generator. */
  public static void write(Path document, Path output) throws IOException {
    of(new Document(DocumentYaml.read(document))).write(output);
  }

  private static StubDocument of(Document document) {
    StubDocument stubs = new StubDocument();
    OperationView.all(document)
        .forEach(view -> stubs.addOperation(view.id(), view.tag().words(), view.toMap()));
    document
        .namedSchemas()
        .filter(ValueType::isClass)
        .forEach(schema -> stubs.addSchema(schema.key(), new SchemaView(document, schema).toMap()));
    return stubs;
  }

  private GeneratorInput() {}
}
