package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the document into what the generator reads: {@code GeneratorInput document output}.
 *
 * <p>Which Java type, name, text or comment stands for what the document says is decided here. The
 * generator has its own idea of each, which changes with its version, and templates have no way to
 * escape a text. It is given the operations and schemas without any content, and with {@code
 * x-java} beside them, which is all that the templates look at.
 */
public final class GeneratorInput {
  private static final String VIEW = "x-java";

  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Reads a document and writes what the generator is to read. */
  public static void write(Path document, Path output) throws IOException {
    Files.createDirectories(output.toAbsolutePath().getParent());
    Files.writeString(output, JsonText.of(of(new Document(DocumentYaml.read(document)))));
  }

  private static Map<String, Object> of(Document document) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("openapi", "3.0.3");
    input.put("info", Map.of("title", "Video", "version", "0"));
    input.put("paths", paths(document));
    input.put("components", Map.of("schemas", schemas(document)));
    return input;
  }

  private static Map<String, Object> paths(Document document) {
    Map<String, Object> paths = new LinkedHashMap<>();
    document
        .paths()
        .forEach(
            path ->
                Document.operationsOf(path)
                    .map(operation -> new OperationView(document, path, operation))
                    .forEach(view -> paths.put("/" + view.id(), Map.of("get", operation(view)))));
    return paths;
  }

  private static Map<String, Object> operation(OperationView view) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", view.id());
    operation.put("tags", List.of(view.tag()));
    operation.put("responses", Map.of("204", Map.of("description", "")));
    operation.put(VIEW, view.toMap());
    return operation;
  }

  private static Map<String, Object> schemas(Document document) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    document
        .namedSchemas()
        .filter(ValueType::isClass)
        .forEach(schema -> schemas.put(schema.key(), schema(document, schema)));
    return schemas;
  }

  /** Without a property, the generator makes no class of it. */
  private static Map<String, Object> schema(Document document, Node schema) {
    Map<String, Object> stub = new LinkedHashMap<>();
    stub.put("type", "object");
    stub.put("properties", Map.of("stub", Map.of("type", "string")));
    stub.put(VIEW, new SchemaView(document, schema).toMap());
    return stub;
  }

  private GeneratorInput() {}
}
