package io.github.videorooms.openapi.tool.fakespace;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Returns example values from the document, or generates one of the right type. */
final class ExampleValue {
  private static final int MAX_DEPTH = 8;
  private static final Map<String, String> FORMATS =
      Map.of(
          "uuid", "5d1c7e90-3b42-4f68-9a0d-e2b7c4816f35",
          "date-time", "2026-04-08T13:45:00Z",
          "date", "2026-04-08",
          "uri", "https://example.com/sample",
          "url", "https://example.com/sample",
          "email", "sample@example.com");

  private final Document document;

  ExampleValue(Document document) {
    this.document = document;
  }

  /** Returns the example of a header, a parameter or a body, or that of its schema. */
  Object ofHolder(Node holder) {
    return Stream.concat(
            Stream.of(holder.get("example")),
            holder.get("examples").members().map(example -> document.resolve(example).get("value")))
        .flatMap(ExampleValue::value)
        .findFirst()
        .orElseGet(() -> of(holder.get("schema")));
  }

  Object of(Node schema) {
    return of(schema, MAX_DEPTH);
  }

  private Object of(Node reference, int depth) {
    Node schema = ValueType.target(document, reference);
    return given(schema).orElseGet(() -> depth == 0 ? Map.of() : madeUp(schema, depth - 1));
  }

  private static Optional<Object> given(Node schema) {
    return Stream.concat(Stream.of(schema.get("example")), schema.get("enum").items())
        .flatMap(ExampleValue::value)
        .findFirst();
  }

  private Object madeUp(Node schema, int depth) {
    return switch (schema.get("type").text()) {
      case "object" -> object(schema, depth);
      case "array" -> List.of();
      case "boolean" -> true;
      case "integer", "number" ->
          Stream.of("minimum", "maximum")
              .map(schema::get)
              .flatMap(ExampleValue::value)
              .findFirst()
              .orElse(1);
      default -> FORMATS.getOrDefault(schema.get("format").text(), "sample");
    };
  }

  private Map<String, Object> object(Node schema, int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    schema
        .get("required")
        .texts()
        .forEach(name -> object.put(name, of(schema.get("properties").get(name), depth)));
    return object;
  }

  private static Stream<Object> value(Node node) {
    return node.value() == null ? Stream.empty() : Stream.of(Objects.requireNonNull(node.value()));
  }
}
