package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schemas of a draft down to what OpenAPI 3.0 can say and the generator reads: one type,
 * {@code nullable}, no compositions.
 *
 * <p>Only a reference may end up with {@code nullable} beside it; the canonical form moves it on.
 */
final class DownConversion {
  private static final Set<String> DROPPED =
      Set.of(
          "$schema",
          "$id",
          "$comment",
          "$anchor",
          "$defs",
          "definitions",
          "title",
          "externalDocs",
          "xml",
          "readOnly",
          "writeOnly",
          "discriminator",
          "contentEncoding",
          "contentMediaType",
          "patternProperties",
          "propertyNames",
          "dependentSchemas",
          "dependentRequired",
          "if",
          "then",
          "else",
          "not",
          "contains",
          "prefixItems",
          "unevaluatedItems",
          "minContains",
          "maxContains");
  private static final Set<String> FALSE_BY_DEFAULT =
      Set.of("nullable", "deprecated", "uniqueItems", "exclusiveMinimum", "exclusiveMaximum");

  private final Draft draft;
  private final Composition composition;

  private DownConversion(Draft draft) {
    this.draft = draft;
    this.composition = new Composition(draft);
  }

  /** Converts all schemas in place. */
  static void apply(Draft draft) {
    DownConversion conversion = new DownConversion(draft);
    draft.replaceSchemas(conversion::singleType);
    draft.operations().forEach(operation -> operation.replaceSchemas(conversion.composition::flat));
    conversion.composition.flattenNamed();
    draft.replaceSchemas((schema, where) -> conversion.tidied(schema));
    conversion.followAliases();
    draft.operations().forEach(DownConversion::tidyParameters);
    draft.tree().put("openapi", "3.0.3");
  }

  /** Says in the words of 3.0 what 3.1 says with a list of types, a constant or a second number. */
  private @Nullable Object singleType(@Nullable Object node, String where) {
    if (!(node instanceof Map)) {
      if (node instanceof Boolean) {
        return new LinkedHashMap<String, @Nullable Object>();
      }
      throw new UnusableDocument(
          where,
          node == null ? "is empty" : "is no schema: " + node,
          "Is the file whole? Otherwise ask the vendor.");
    }
    Map<String, @Nullable Object> schema = Tree.object(node);
    schema.keySet().removeIf(key -> DROPPED.contains(key) || key.startsWith("x-"));
    takeTypes(schema, where);
    takeConstant(schema);
    takeNullOutOfEnum(schema);
    inferType(schema);
    takeExclusive(schema, "exclusiveMinimum", "minimum", 1);
    takeExclusive(schema, "exclusiveMaximum", "maximum", -1);
    return schema;
  }

  private static void takeTypes(Map<String, @Nullable Object> schema, String where) {
    if (!(schema.get("type") instanceof List)) {
      if (schema.containsKey("type") && !(schema.get("type") instanceof String)) {
        throw new UnusableDocument(
            where + ".type",
            "is no type: " + schema.get("type"),
            "Is the file whole? Otherwise ask the vendor.");
      }
      return;
    }
    List<@Nullable Object> types = new ArrayList<>(Tree.list(schema.remove("type")));
    if (types.remove("null")) {
      schema.put("nullable", true);
    }
    if (types.size() == 1) {
      schema.put("type", types.get(0));
    } else if (types.isEmpty()) {
      schema.put("type", "null");
    }
  }

  private static void takeConstant(Map<String, @Nullable Object> schema) {
    if (schema.containsKey("const")) {
      List<@Nullable Object> only = new ArrayList<>();
      only.add(schema.remove("const"));
      schema.put("enum", only);
    }
  }

  private static void takeNullOutOfEnum(Map<String, @Nullable Object> schema) {
    List<@Nullable Object> values = Tree.list(schema.get("enum"));
    if (values.contains(null)) {
      values.removeIf(Objects::isNull);
      schema.put("nullable", true);
      if (values.isEmpty()) {
        schema.remove("enum");
        schema.put("type", "null");
      }
    }
  }

  private static void inferType(Map<String, @Nullable Object> schema) {
    if (schema.containsKey("type") || References.isReference(schema)) {
      return;
    }
    List<@Nullable Object> values = Tree.list(schema.get("enum"));
    if (schema.containsKey("properties")) {
      schema.put("type", "object");
    } else if (schema.containsKey("items")) {
      schema.put("type", "array");
    } else if (!values.isEmpty() && values.stream().allMatch(String.class::isInstance)) {
      schema.put("type", "string");
    } else if (!values.isEmpty() && values.stream().allMatch(Integer.class::isInstance)) {
      schema.put("type", "integer");
    }
  }

  /** A bound that is not reached: of an integer, the next one is; of a number, 3.0 has a flag. */
  private static void takeExclusive(
      Map<String, @Nullable Object> schema, String exclusive, String bound, int step) {
    @Nullable Object limit = schema.get(exclusive);
    if (limit instanceof Number) {
      schema.put(bound, limit);
      schema.put(exclusive, true);
    }
    @Nullable Object value = schema.get(bound);
    if (Boolean.TRUE.equals(schema.get(exclusive))
        && "integer".equals(schema.get("type"))
        && (value instanceof Integer || value instanceof Long)) {
      schema.put(bound, ((Number) value).longValue() + step);
      schema.remove(exclusive);
    }
  }

  private @Nullable Object tidied(@Nullable Object node) {
    Map<String, @Nullable Object> schema = Tree.object(node);
    if (References.isReference(schema)) {
      schema.keySet().retainAll(Set.of("$ref", "nullable", "description", "default"));
    }
    schema
        .entrySet()
        .removeIf(
            each ->
                FALSE_BY_DEFAULT.contains(each.getKey()) && Boolean.FALSE.equals(each.getValue()));
    schema.remove("unevaluatedProperties");
    schema.remove("additionalProperties");
    if ("object".equals(schema.get("type")) && !schema.containsKey("properties")) {
      schema.put("additionalProperties", true);
    }
    schema.replaceAll((key, value) -> isLimit(key) ? plainNumber(value) : value);
    return schema;
  }

  private static boolean isLimit(String key) {
    return key.startsWith("min") || key.startsWith("max");
  }

  private static @Nullable Object plainNumber(@Nullable Object value) {
    if (value instanceof Long && ((Long) value).intValue() == (Long) value) {
      return ((Long) value).intValue();
    }
    if (value instanceof Double && ((Double) value).intValue() == (Double) value) {
      return ((Double) value).intValue();
    }
    return value;
  }

  /** Lets what refers to a schema that is a reference refer to what is meant. */
  private void followAliases() {
    for (String name : List.copyOf(draft.schemas().keySet())) {
      String meant = References.schemaName(draft.schema(name));
      if (!meant.isEmpty()) {
        draft.redirect(name, meant);
      }
    }
    draft.prune();
  }

  /** Drops what says no more than OpenAPI assumes. */
  private static void tidyParameters(Operation operation) {
    for (@Nullable Object each : operation.parameters()) {
      Map<String, @Nullable Object> parameter = Tree.object(each);
      parameter
          .entrySet()
          .removeIf(
              member ->
                  Boolean.FALSE.equals(member.getValue())
                      && Set.of(
                              "required",
                              "deprecated",
                              "allowEmptyValue",
                              "allowReserved",
                              "explode")
                          .contains(member.getKey()));
      String usual = "query".equals(parameter.get("in")) ? "form" : "simple";
      parameter.remove("style", usual);
    }
  }
}
