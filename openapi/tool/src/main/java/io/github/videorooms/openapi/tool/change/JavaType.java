package io.github.videorooms.openapi.tool.change;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.Map;

/** The Java type that the generator makes of a schema, with the mappings of its configuration. */
final class JavaType {
  private static final Map<String, String> STRINGS =
      Map.of(
          "date-time", "Instant",
          "date", "LocalDate",
          "byte", "byte[]",
          "binary", "File",
          "uri", "URI");

  /** The type of a value where the schema stands. */
  static String of(Document document, Node schema) {
    Node target = document.resolve(unwrapped(schema));
    if (document.isNamedSchema(target) && isClass(target)) {
      return target.key();
    }
    return unnamed(document, target);
  }

  /** The kind of class that is declared for a named schema; its type if there is none for it. */
  static String declared(Document document, Node schema) {
    if (schema.has("enum")) {
      return "enum";
    }
    return isClass(schema) ? "class" : unnamed(document, schema);
  }

  /** Whether a named schema becomes a class of its own. */
  static boolean isClass(Node schema) {
    return schema.has("enum") || schema.has("properties") || isComposed(schema);
  }

  /** The only part of an {@code allOf}, which is the same as the part itself; or the schema. */
  static Node unwrapped(Node schema) {
    boolean single = schema.get("allOf").items().count() == 1 && !schema.has("properties");
    return single ? schema.get("allOf").get(0) : schema;
  }

  private static boolean isComposed(Node schema) {
    return schema.has("allOf") || schema.has("oneOf") || schema.has("anyOf");
  }

  private static String unnamed(Document document, Node schema) {
    String format = schema.get("format").text();
    switch (schema.get("type").text()) {
      case "string":
        return schema.has("enum") ? "enum" : STRINGS.getOrDefault(format, "String");
      case "integer":
        return format.equals("int64") ? "Long" : "Integer";
      case "number":
        return format.equals("float") ? "Float" : "BigDecimal";
      case "boolean":
        return "Boolean";
      case "array":
        String items = of(document, schema.get("items"));
        return (schema.get("uniqueItems").is(true) ? "Set<" : "List<") + items + ">";
      case "object":
        return object(document, schema);
      default:
        return "Object";
    }
  }

  private static String object(Document document, Node schema) {
    if (schema.has("properties")) {
      return "class";
    }
    Node values = schema.get("additionalProperties");
    boolean typed = values.isObject() && values.members().findAny().isPresent();
    return "Map<String, " + (typed ? of(document, values) : "Object") + ">";
  }

  private JavaType() {}
}
