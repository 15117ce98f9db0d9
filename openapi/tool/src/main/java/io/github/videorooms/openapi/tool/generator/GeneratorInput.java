package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Turns the document into what the generator reads: {@code GeneratorInput document output}.
 *
 * <p>Which Java type, name, text or comment stands for what the document says is decided here. The
 * generator has its own idea of each, which changes with its version, and templates have no way to
 * escape a text.
 */
public final class GeneratorInput {
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Reads a document and writes what the generator is to read. */
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
