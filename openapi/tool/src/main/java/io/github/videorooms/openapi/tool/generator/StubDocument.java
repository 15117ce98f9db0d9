package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds the input document of the generator: operations and schemas without content except for
 * {@code x-java}, the only part that the templates use.
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

  /** Adds a schema, with a dummy property: the generator creates no class without one. */
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
