package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds missing examples to schemas, and fixes those that no longer match their schema. */
final class Examples {
  private final Document document;
  private final ExampleGenerator values;

  private Examples(Document document) {
    this.document = document;
    this.values = new ExampleGenerator(document);
  }

  static void apply(Document document) {
    Examples examples = new Examples(document);
    document.namedSchemas().forEach(examples::fixNamed);
    document.operations().forEach(examples::addToBodies);
    Node components = document.root().get("components");
    Stream.concat(
            document.operations(),
            Stream.of("parameters", "responses", "headers").map(components::get))
        .forEach(examples::fixBelow);
  }

  /** Adds an example to each body whose schema is inline and so has no example of its own. */
  private void addToBodies(Node operation) {
    Stream.concat(Stream.of(operation.get("requestBody")), operation.get("responses").members())
        .flatMap(holder -> holder.get("content").members())
        .filter(media -> !media.has("example") && !media.has("examples"))
        .filter(media -> Document.schemaName(media.get("schema")).isEmpty())
        .forEach(media -> media.put("example", values.of(media.get("schema"))));
  }

  private void fixNamed(Node schema) {
    Node example = schema.get("example");
    Object value = schema.has("example") ? fixed(example.value(), schema) : values.of(schema);
    schema.put("example", value);
  }

  /** Fixes the examples that are siblings of a schema, as in parameters and media types. */
  private void fixBelow(Node node) {
    if (node.isList()) {
      node.items().forEach(this::fixBelow);
    } else if (node.get("schema").isObject()) {
      Node schema = node.get("schema");
      Stream.concat(Stream.of(node), node.get("examples").members())
          .forEach(
              holder ->
                  holder
                      .object()
                      .computeIfPresent(
                          holder == node ? "example" : "value",
                          (key, value) -> fixed(value, schema)));
    } else {
      node.members().forEach(this::fixBelow);
    }
  }

  private @Nullable Object fixed(@Nullable Object value, Node schemaOrReference) {
    Node schema = document.resolve(schemaOrReference);
    if (!values.fits(value, schema)) {
      return values.of(schema);
    }
    if (value instanceof List) {
      List<@Nullable Object> items = new ArrayList<>();
      Node.of(value).list().forEach(item -> items.add(fixed(item, schema.get("items"))));
      return items;
    }
    return value instanceof Map && schema.has("properties")
        ? fixedObject(Node.of(value), schema)
        : value;
  }

  private Map<String, @Nullable Object> fixedObject(Node value, Node schema) {
    Node properties = schema.get("properties");
    Map<String, @Nullable Object> fixed = new LinkedHashMap<>();
    value
        .members()
        .filter(field -> properties.has(field.key()))
        .forEach(
            field -> fixed.put(field.key(), fixed(field.value(), properties.get(field.key()))));
    for (String name : schema.get("required").texts()) {
      if (!fixed.containsKey(name)) {
        fixed.put(name, values.of(properties.get(name)));
      }
    }
    return fixed;
  }
}
