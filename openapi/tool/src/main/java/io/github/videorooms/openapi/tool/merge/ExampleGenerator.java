package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.References;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes values that fit a schema, always the same ones. */
final class ExampleGenerator {
  private static final List<String> TEXTS =
      List.of("sample", "a", "A", "1", "#044EF4", "sample-1", "SAMPLE", "1.0");

  private final OurDocument document;
  private final Deque<String> inside = new ArrayDeque<>();

  ExampleGenerator(OurDocument document) {
    this.document = document;
  }

  Map<String, @Nullable Object> resolve(Map<String, @Nullable Object> schema) {
    String name = References.schemaName(schema);
    return name.isEmpty() ? schema : document.schema(name);
  }

  /** Returns a value; of an object that recurs, only its beginning. */
  @Nullable Object of(Map<String, @Nullable Object> schemaOrReference) {
    String name = References.schemaName(schemaOrReference);
    if (inside.contains(name) && !name.isEmpty()) {
      return new LinkedHashMap<String, @Nullable Object>();
    }
    inside.push(name);
    @Nullable Object value = ofContent(resolve(schemaOrReference));
    inside.pop();
    return value;
  }

  private @Nullable Object ofContent(Map<String, @Nullable Object> schema) {
    List<@Nullable Object> values = Tree.list(schema.get("enum"));
    if (!values.isEmpty()) {
      return values.get(0);
    }
    switch (Tree.text(schema.get("type"))) {
      case "object":
        return object(schema);
      case "array":
        return array(schema);
      case "boolean":
        return true;
      case "integer":
        return (int) number(schema, 1);
      case "number":
        return number(schema, 1.5);
      default:
        return text(schema);
    }
  }

  private Map<String, @Nullable Object> object(Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    Tree.object(schema, "properties")
        .forEach(
            (name, property) -> {
              String reference = References.schemaName(property);
              if (reference.isEmpty() || !inside.contains(reference)) {
                object.put(name, of(Tree.object(property)));
              }
            });
    return object;
  }

  private List<@Nullable Object> array(Map<String, @Nullable Object> schema) {
    List<@Nullable Object> items = new ArrayList<>();
    if (!inside.contains(References.schemaName(schema.get("items")))
        || References.schemaName(schema.get("items")).isEmpty()) {
      items.add(of(Tree.object(schema, "items")));
    }
    return items;
  }

  private static double number(Map<String, @Nullable Object> schema, double usual) {
    double least = limit(schema, "minimum", usual);
    double most = limit(schema, "maximum", usual);
    return Math.min(Math.max(usual, least), most);
  }

  private static double limit(Map<String, @Nullable Object> schema, String key, double otherwise) {
    @Nullable Object limit = schema.get(key);
    return limit instanceof Number ? ((Number) limit).doubleValue() : otherwise;
  }

  private static String text(Map<String, @Nullable Object> schema) {
    switch (Tree.text(schema.get("format"))) {
      case "uuid":
        return "5d1c7e90-3b42-4f68-9a0d-e2b7c4816f35";
      case "date-time":
        return "2026-04-08T13:45:00Z";
      case "date":
        return "2026-04-08";
      case "uri":
      case "url":
        return "https://example.com/sample";
      case "email":
        return "sample@example.com";
      case "password":
        return "made-up-secret";
      default:
        return matching(schema);
    }
  }

  private static String matching(Map<String, @Nullable Object> schema) {
    return TEXTS.stream().filter(text -> matches(text, schema)).findFirst().orElse("sample");
  }

  private static boolean matches(String text, Map<String, @Nullable Object> schema) {
    String pattern = Tree.text(schema.get("pattern"));
    return text.length() >= limit(schema, "minLength", 0)
        && text.length() <= limit(schema, "maxLength", Integer.MAX_VALUE)
        && (pattern.isEmpty() || SampleLimits.finds(pattern, text));
  }

  /** Whether a value is one of a schema, its parts aside. */
  boolean fits(@Nullable Object value, Map<String, @Nullable Object> schema) {
    if (value == null) {
      return Tree.flag(schema, "nullable");
    }
    List<@Nullable Object> values = Tree.list(schema.get("enum"));
    return isOfType(value, schema) && (values.isEmpty() || values.contains(value));
  }

  private static boolean isOfType(Object value, Map<String, @Nullable Object> schema) {
    switch (Tree.text(schema.get("type"))) {
      case "object":
        return value instanceof Map;
      case "array":
        return value instanceof List;
      case "boolean":
        return value instanceof Boolean;
      case "integer":
        return Stream.of(Integer.class, Long.class, java.math.BigInteger.class)
                .anyMatch(type -> type.isInstance(value))
            && isWithin((Number) value, schema);
      case "number":
        return value instanceof Number && isWithin((Number) value, schema);
      case "string":
        return value instanceof String && SampleLimits.allows((String) value, schema);
      default:
        return true;
    }
  }

  private static boolean isWithin(Number value, Map<String, @Nullable Object> schema) {
    return value.doubleValue() >= limit(schema, "minimum", Double.NEGATIVE_INFINITY)
        && value.doubleValue() <= limit(schema, "maximum", Double.POSITIVE_INFINITY);
  }
}
