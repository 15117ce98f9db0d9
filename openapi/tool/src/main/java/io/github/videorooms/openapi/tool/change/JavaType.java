package io.github.videorooms.openapi.tool.change;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.ValueType;

/** The Java type that the templates give to a schema. */
final class JavaType {
  /** The type of a value where the schema stands. */
  static String of(Document document, Node schema) {
    return ValueType.of(document, schema).name();
  }

  /** The kind of class that is declared for a named schema; its type if there is none for it. */
  static String declared(Document document, Node schema) {
    if (schema.has("enum")) {
      return "enum";
    }
    return isClass(schema) ? "class" : of(document, schema);
  }

  /** Whether a named schema becomes a class of its own. */
  static boolean isClass(Node schema) {
    return ValueType.isClass(schema);
  }

  /** The only part of an {@code allOf}, which is the same as the part itself; or the schema. */
  static Node unwrapped(Node schema) {
    boolean single = schema.get("allOf").items().count() == 1 && !schema.has("properties");
    return single ? schema.get("allOf").get(0) : schema;
  }

  private JavaType() {}
}
