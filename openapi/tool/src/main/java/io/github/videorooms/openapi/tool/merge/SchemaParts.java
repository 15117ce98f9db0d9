package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The schemas within a schema, found by keyword: a property named {@code items} is no items. */
final class SchemaParts {
  private static final List<String> SINGLE =
      List.of(
          "items",
          "additionalProperties",
          "unevaluatedProperties",
          "unevaluatedItems",
          "contains",
          "propertyNames",
          "not",
          "if",
          "then",
          "else");
  private static final List<String> LISTED = List.of("allOf", "anyOf", "oneOf", "prefixItems");
  private static final List<String> NAMED =
      List.of("properties", "patternProperties", "dependentSchemas", "$defs", "definitions");

  /** Replaces the parts of a schema, each after its own parts, and then the schema itself. */
  static @Nullable Object replace(@Nullable Object schema, String where, SchemaFunction function) {
    if (schema instanceof Map) {
      replaceParts(Tree.object(schema), where, function);
    }
    return function.apply(schema, where);
  }

  private static void replaceParts(
      Map<String, @Nullable Object> schema, String where, SchemaFunction function) {
    for (Map.Entry<String, @Nullable Object> member : schema.entrySet()) {
      String key = member.getKey();
      String there = where + "." + key;
      if (SINGLE.contains(key) && member.getValue() instanceof Map) {
        member.setValue(replace(member.getValue(), there, function));
      } else if (LISTED.contains(key)) {
        List<@Nullable Object> parts = Tree.list(member.getValue());
        for (int i = 0; i < parts.size(); i++) {
          parts.set(i, replace(parts.get(i), there + "[" + i + "]", function));
        }
      } else if (NAMED.contains(key)) {
        for (Map.Entry<String, @Nullable Object> part : Tree.object(member.getValue()).entrySet()) {
          part.setValue(replace(part.getValue(), there + "." + part.getKey(), function));
        }
      }
    }
  }

  private SchemaParts() {}
}
