package io.github.videorooms.openapi.tool.fakespace;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Converts schemas: type, limits and fields, without descriptions and references. */
final class SchemaInput {
  private static final List<String> KEYWORDS =
      List.of(
          "type",
          "format",
          "nullable",
          "minimum",
          "maximum",
          "minLength",
          "maxLength",
          "pattern",
          "minItems",
          "maxItems");

  private final Document document;

  SchemaInput(Document document) {
    this.document = document;
  }

  static boolean hasFields(Node schema) {
    return schema.has("properties");
  }

  /** Returns a schema; a named object has its name in place of its fields. */
  Map<String, Object> of(Node schemaOrReference) {
    Node schema = resolve(schemaOrReference);
    Map<String, Object> input = new LinkedHashMap<>();
    for (String keyword : KEYWORDS) {
      Object value = schema.get(keyword).value();
      if (value != null) {
        input.put(keyword, value);
      }
    }
    if (schema.has("enum")) {
      input.put("enum", values(schema.get("enum")));
    }
    if (schema.has("items")) {
      input.put("items", of(schema.get("items")));
    }
    if (hasFields(schema)) {
      input.put("fields", document.isNamedSchema(schema) ? schema.key() : fields(schema));
    }
    return input;
  }

  /** Returns the fields of an object; required ones have an example. */
  Map<String, Object> fields(Node schema) {
    Map<String, Object> fields = new LinkedHashMap<>();
    schema
        .get("properties")
        .members()
        .forEach(property -> fields.put(property.key(), field(schema, property)));
    return fields;
  }

  private Map<String, Object> field(Node owner, Node property) {
    Map<String, Object> field = of(property);
    if (owner.get("required").texts().contains(property.key())) {
      Node shown = owner.get("example").get(property.key());
      field.put("required", true);
      field.put(
          "example",
          shown.value() == null
              ? new ExampleValue(document).of(property)
              : Objects.requireNonNull(shown.value()));
    }
    return field;
  }

  private Node resolve(Node schema) {
    return ValueType.target(document, schema);
  }

  /** Returns the values of an enumeration without null, which {@code nullable} covers. */
  private static List<Object> values(Node enumeration) {
    return enumeration
        .items()
        .filter(item -> item.value() != null)
        .map(item -> Objects.requireNonNull(item.value()))
        .toList();
  }
}
