package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document for the generator: operations and schemas without any content, and with {@code x-java}
 * beside them, which is all that the templates look at.
 */
final class StubDocument {
  private static final String VIEW = "x-java";

  private final Map<String, Object> paths = new LinkedHashMap<>();
  private final Map<String, Object> schemas = new LinkedHashMap<>();

  void addOperation(String id, String tag, Map<String, Object> view) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id);
    operation.put("tags", List.of(tag));
    operation.put("responses", Map.of("204", Map.of("description", "")));
    operation.put(VIEW, view);
    paths.put("/" + id, Map.of("get", operation));
  }

  /** Without a property, the generator makes no class of a schema. */
  void addSchema(String name, Map<String, Object> view) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", Map.of("stub", Map.of("type", "string")));
    schema.put(VIEW, view);
    schemas.put(name, schema);
  }

  void write(Path output) throws IOException {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", Map.of("title", "Video", "version", "0"));
    document.put("paths", paths);
    document.put("components", Map.of("schemas", schemas));
    Files.createDirectories(output.toAbsolutePath().getParent());
    Files.writeString(output, JsonText.of(document));
  }
}
