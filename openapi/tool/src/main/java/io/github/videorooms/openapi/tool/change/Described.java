package io.github.videorooms.openapi.tool.change;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.Map;

/** A schema, or a value in a document, in a few words. */
final class Described {
  private static final int LONGEST = 80;

  static String schema(Node schema) {
    if (Document.isReference(schema)) {
      return reference(schema);
    }
    Node single = JavaType.unwrapped(schema);
    if (single != schema) {
      return schema(single);
    }
    String type = schema.get("type").text();
    if (type.equals("array")) {
      return "array of " + schema(schema.get("items"));
    }
    if (type.isEmpty()) {
      return schema.members().map(Node::key).findFirst().orElse("anything");
    }
    return type + (schema.has("format") ? " (" + value(schema.get("format")) + ")" : "");
  }

  /** The name of the component that a reference points to. */
  static String reference(Node reference) {
    String target = reference.get("$ref").text();
    return target.substring(target.lastIndexOf('/') + 1);
  }

  /** A value in one line, cut short if it is long. */
  static String value(Node node) {
    Object value = node.value();
    String text = value instanceof Map ? "{…}" : String.valueOf(value);
    String line = text.replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
  }

  /** A value that may be missing. */
  static String valueOrNone(Node parent, String key) {
    return parent.has(key) ? value(parent.get(key)) : "none";
  }

  private Described() {}
}
