package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Our document as a vendor might write it: OpenAPI 3.1, everything in other words, another order
 * and under longer names, inside a document of a whole platform.
 */
public final class Rendering {
  private static final Set<String> SINGLE = Set.of("items", "additionalProperties");
  private int turn;

  /** Renders a document. */
  public static Map<String, Object> of(Map<String, Object> document) {
    return new Rendering().platform(Tree.copy(document));
  }

  /** Renders our document. */
  public static Map<String, Object> ofOurs() throws java.io.IOException {
    return of(DocumentYaml.read(Path.of("../video.yaml")));
  }

  private Map<String, Object> platform(Map<String, Object> document) {
    document.put("openapi", "3.1.0");
    document.put("jsonSchemaDialect", "https://spec.openapis.org/oas/3.1/dialect/base");
    document.put("webhooks", Map.of());
    Map<String, Object> components = Tree.object(document.get("components"));
    Map<String, Object> schemas = new TreeMap<>();
    Tree.object(components.get("schemas"))
        .forEach((name, schema) -> schemas.put("Video." + name, schema(Tree.object(schema))));
    schemas.put("Fax.Room", Map.of("type", "object", "title", "Unrelated"));
    components.put("schemas", schemas);
    Map<String, Object> paths = new TreeMap<>(Tree.object(document.get("paths")));
    paths.put("/api/fax/rooms", unrelated());
    document.put("paths", paths);
    return Tree.object(reworded(Tree.object(schemasBelow(document))));
  }

  private static Map<String, Object> unrelated() {
    return DocumentYaml.read(
        """
        get:
          operationId: list_rooms
          responses:
            '200':
              description: Fine.
              content:
                application/json: {schema: {$ref: '#/components/schemas/Fax.Room'}}
        """);
  }

  /** Renders the schemas of parameters and bodies. */
  private Object schemasBelow(Object node) {
    return rendered(node, this::schemasBelow, this::schemasIn);
  }

  private Map<String, Object> schemasIn(Map<String, Object> node) {
    Map<String, Object> result = new LinkedHashMap<>();
    node.forEach(
        (key, value) ->
            result.put(
                key,
                key.equals("schema") && value instanceof Map
                    ? schema(Tree.object(value))
                    : key.startsWith("example") || key.equals("schemas")
                        ? value
                        : schemasBelow(value)));
    return result;
  }

  private Map<String, Object> schema(Map<String, Object> schema) {
    Map<String, Object> result = new TreeMap<>();
    schema.forEach((key, value) -> result.put(key, member(key, value)));
    if (result.containsKey("$ref")) {
      result.put("$ref", String.valueOf(result.get("$ref")).replace("schemas/", "schemas/Video."));
      return turn++ % 2 == 0 ? new LinkedHashMap<>(Map.of("allOf", List.of(result))) : result;
    }
    result.put("title", "Any title");
    if (result.containsKey("example")) {
      result.put("examples", List.of(result.remove("example")));
    }
    if (Boolean.TRUE.equals(result.remove("additionalProperties"))) {
      result.put("unevaluatedProperties", Map.of());
    } else if (result.containsKey("properties")) {
      result.put("unevaluatedProperties", Map.of("not", Map.of()));
    }
    if ("integer".equals(result.get("type")) && result.get("minimum") instanceof Integer) {
      result.put("exclusiveMinimum", (Integer) result.remove("minimum") - 1);
    }
    constant(result);
    return Boolean.TRUE.equals(result.remove("nullable")) ? nullable(result) : result;
  }

  private Object member(String key, Object value) {
    if (SINGLE.contains(key) && value instanceof Map) {
      return schema(Tree.object(value));
    }
    if (!key.equals("properties")) {
      return value;
    }
    Map<String, Object> properties = new TreeMap<>();
    Tree.object(value).forEach((name, part) -> properties.put(name, schema(Tree.object(part))));
    return properties;
  }

  private static void constant(Map<String, Object> schema) {
    List<Object> values = new ArrayList<>(Tree.list(schema.get("enum")));
    if (values.size() == 1) {
      schema.remove("enum");
      schema.put("const", values.get(0));
    }
  }

  private Map<String, Object> nullable(Map<String, Object> schema) {
    if (turn++ % 2 == 0 && !schema.containsKey("enum")) {
      Map<String, Object> choice = new LinkedHashMap<>();
      choice.put("description", "In the vendor's words.");
      choice.put("anyOf", List.of(schema, Map.of("type", "null")));
      return choice;
    }
    schema.put("type", List.of(schema.get("type"), "null"));
    return schema;
  }

  /** Drops what is ours: the words and the extensions. */
  private static Object reworded(Object node) {
    return rendered(node, Rendering::reworded, Rendering::rewordedIn);
  }

  private static Map<String, Object> rewordedIn(Map<String, Object> node) {
    Map<String, Object> result = new LinkedHashMap<>();
    node.forEach(
        (key, value) -> {
          if (value instanceof String && (key.equals("description") || key.equals("summary"))) {
            result.put(key, "In <b>the</b> vendor's *words* and [links](https://example.com).");
          } else if (!key.startsWith("x-")) {
            result.put(key, reworded(value));
          }
        });
    return result;
  }

  /** Renders the items of a list, or the members of an object. */
  private static Object rendered(
      Object node, UnaryOperator<Object> item, UnaryOperator<Map<String, Object>> object) {
    if (node instanceof List<?> items) {
      return items.stream().map(item).collect(Collectors.toCollection(ArrayList::new));
    }
    return node instanceof Map ? object.apply(Tree.object(node)) : node;
  }
}
