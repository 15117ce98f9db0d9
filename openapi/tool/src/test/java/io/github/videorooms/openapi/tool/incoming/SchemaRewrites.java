package io.github.videorooms.openapi.tool.incoming;

import static io.github.videorooms.openapi.tool.incoming.Rewrite.ofSchemas;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.list;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.map;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.incoming.SchemaSlot.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Rewrites of single schemas: compositions, enumerations, objects, limits. */
final class SchemaRewrites {
  /** Keywords without effect on the allowed values. */
  static final Set<String> PROSE =
      Set.of("title", "description", "default", "example", "examples", "externalDocs", "xml");

  private static final List<String> COMPOSITIONS = List.of("allOf", "anyOf", "oneOf");

  static final List<Rewrite> ALL =
      List.of(
          ofSchemas("wrap in allOf", (doc, slot) -> wrap(slot, "allOf")),
          ofSchemas("wrap in anyOf", (doc, slot) -> wrap(slot, "anyOf")),
          ofSchemas("wrap in oneOf", (doc, slot) -> wrap(slot, "oneOf")),
          ofSchemas("unwrap", (doc, slot) -> unwrap(slot)),
          ofSchemas("allOf twice the same", (doc, slot) -> twice(slot, "allOf")),
          ofSchemas("anyOf twice the same", (doc, slot) -> isScalar(slot) && twice(slot, "anyOf")),
          ofSchemas("special case in anyOf", SchemaRewrites::withSpecialCase),
          ofSchemas("format in a choice", SchemaRewrites::formatApart),
          ofSchemas("allOf with an empty part", SchemaRewrites::withEmptyPart),
          ofSchemas("split into allOf", SchemaRewrites::split),
          ofSchemas("split some keywords off", SchemaRewrites::splitOff),
          ofSchemas("nest allOf", (doc, slot) -> nestAllOf(slot)),
          ofSchemas("const for one value", (doc, slot) -> constant(slot)),
          ofSchemas("one value for const", (doc, slot) -> oneValue(slot)),
          ofSchemas("constants for values", SchemaRewrites::constants),
          ofSchemas("two lists of values", SchemaRewrites::twoLists),
          ofSchemas("values without type", (doc, slot) -> dropTypeOfValues(slot)),
          ofSchemas("object without type", (doc, slot) -> dropTypeOfObject(slot)),
          ofSchemas("type as list", (doc, slot) -> typeAsList(slot)),
          ofSchemas("types as anyOf", (doc, slot) -> typesApart(slot)),
          ofSchemas("anyOf as types", (doc, slot) -> typesTogether(slot)),
          ofSchemas("alternatives in another order", SchemaRewrites::shuffleAlternatives),
          ofSchemas("alternatives nested", (doc, slot) -> nestAlternatives(slot)),
          ofSchemas("alternatives flat", (doc, slot) -> flattenAlternatives(slot)),
          ofSchemas("required apart", (doc, slot) -> requiredApart(slot)),
          ofSchemas("other fields of objects", SchemaRewrites::openOrClose),
          ofSchemas("any value", SchemaRewrites::anyValue),
          ofSchemas("items of any value", (doc, slot) -> itemsOfAnyValue(slot)),
          ofSchemas("idle limits", SchemaRewrites::idleLimits),
          ofSchemas("limits of other types", SchemaRewrites::foreignLimits),
          ofSchemas("additional looser limit", (doc, slot) -> looserLimit(slot)),
          ofSchemas("looser bound of the other kind", (doc, slot) -> otherBound(slot)),
          ofSchemas("bound of integers, open", (doc, slot) -> openBound(slot)),
          ofSchemas("bound of integers, closed", (doc, slot) -> closedBound(slot)),
          ofSchemas("flags that are off", SchemaRewrites::flagsOff),
          ofSchemas("content encoding", (doc, slot) -> contentEncoding(slot)));

  private SchemaRewrites() {}

  private static boolean replace(SchemaSlot slot, Object schema) {
    slot.set(schema);
    return true;
  }

  /** Flags are read from the schema at a place, not from inside another composition. */
  private static boolean wrap(SchemaSlot slot, String key) {
    return replace(slot, withFlags(slot, key, list(slot.get())));
  }

  private static Map<String, Object> withFlags(SchemaSlot slot, String key, List<Object> parts) {
    Map<String, Object> outer = new LinkedHashMap<>();
    for (String flag : List.of("readOnly", "writeOnly", "deprecated")) {
      if (slot.node().containsKey(flag)) {
        outer.put(flag, slot.node().remove(flag));
      }
    }
    outer.put(key, parts);
    return outer;
  }

  private static boolean unwrap(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    List<String> meaning = node.keySet().stream().filter(each -> !PROSE.contains(each)).toList();
    if (meaning.size() != 1 || !COMPOSITIONS.contains(meaning.get(0))) {
      return false;
    }
    List<Object> parts = Node.of(node.get(meaning.get(0))).list();
    return parts.size() == 1 && replace(slot, Trees.copy(parts.get(0)));
  }

  private static boolean isScalar(SchemaSlot slot) {
    return !isComposed(slot.node())
        && List.of("string", "integer", "number", "boolean")
            .contains(String.valueOf(slot.node().get("type")));
  }

  private static boolean twice(SchemaSlot slot, String key) {
    return EditableSize.isSmall(slot.node())
        && replace(slot, withFlags(slot, key, list(slot.get(), Trees.copy(slot.get()))));
  }

  /** Adds an alternative whose values the schema allows anyway, such as known values of a text. */
  private static boolean withSpecialCase(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    boolean unrestricted =
        node.keySet().stream()
            .allMatch(key -> key.equals("type") || PROSE.contains(key) || isOutside(key));
    if (!isScalar(slot) || !isPlain(node) || !unrestricted) {
      return false;
    }
    Map<String, Object> special =
        switch (String.valueOf(node.get("type"))) {
          case "string" ->
              doc.once(2)
                  ? map("type", "string", "enum", list("one", "two"))
                  : map("type", "string", "format", "date-time");
          case "number" -> map("type", "integer");
          case "integer" -> map("type", "integer", "minimum", 3);
          default -> map("type", "boolean", "enum", list(true));
        };
    List<Object> parts = list(slot.get(), special);
    Collections.shuffle(parts, doc.random());
    return replace(slot, withFlags(slot, "anyOf", parts));
  }

  /** A choice without a type does not allow null where the schema has a type. */
  private static boolean formatApart(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (!isScalar(slot) || !node.containsKey("format")) {
      return false;
    }
    node.put(doc.once(2) ? "oneOf" : "anyOf", list(map("format", node.remove("format"))));
    return true;
  }

  private static boolean withEmptyPart(EditableDocument doc, SchemaSlot slot) {
    List<Object> parts = list(slot.get(), doc.once(2) ? map() : map("description", "Words."));
    Collections.shuffle(parts, doc.random());
    return replace(slot, withFlags(slot, "allOf", parts));
  }

  private static boolean isComposed(Map<String, Object> node) {
    return node.containsKey("$ref") || COMPOSITIONS.stream().anyMatch(node::containsKey);
  }

  /** Whether a schema has one type, no compositions and no tuple items. */
  private static boolean isPlain(Map<String, Object> node) {
    return node.containsKey("type")
        && !isComposed(node)
        && !node.containsKey("prefixItems")
        && !Boolean.TRUE.equals(node.get("nullable"))
        && !(node.containsKey("properties") && node.containsKey("additionalProperties"));
  }

  private static boolean split(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (!isPlain(node)) {
      return false;
    }
    Map<String, Object> outer = new LinkedHashMap<>();
    Map<String, Object> one = map("type", Trees.copy(node.get("type")));
    Map<String, Object> other = map("type", Trees.copy(node.get("type")));
    node.forEach(
        (key, value) -> {
          if (key.equals("properties")) {
            Node.of(value)
                .object()
                .forEach(
                    (name, part) -> {
                      boolean first = doc.once(2);
                      Node.of(first ? one : other).child("properties").object().put(name, part);
                      if (doc.once(2)) {
                        repeat(name, part, first ? other : one);
                      }
                    });
          } else if (key.equals("required")) {
            Node.of(value).list().forEach(name -> add(doc.once(2) ? one : other, name));
          } else if (PROSE.contains(key) || isOutside(key)) {
            outer.put(key, value);
          } else if (!key.equals("type") && !key.startsWith("exclusive") && !isBound(key)) {
            (doc.once(2) ? one : other).put(key, value);
          } else if (!key.equals("type")) {
            one.put(key, value);
          }
        });
    List<Object> parts = list(one, other);
    Collections.shuffle(parts, doc.random());
    outer.put("allOf", parts);
    return replace(slot, outer);
  }

  /** Repeats only the type or the flags of a property beside its full definition. */
  private static void repeat(String name, Object part, Map<String, Object> other) {
    Map<String, Object> again = new LinkedHashMap<>(Node.of(part).object());
    again.keySet().retainAll(Set.of("type", "nullable", "readOnly", "writeOnly", "deprecated"));
    Node.of(other).child("properties").object().put(name, again);
  }

  /** Keeps boolean bounds of OpenAPI 3.0 together with their number. */
  private static boolean isBound(String key) {
    return key.equals("minimum") || key.equals("maximum") || key.equals("nullable");
  }

  /** Keywords that depend on the whole schema or on their position. */
  private static boolean isOutside(String key) {
    return key.startsWith("unevaluated")
        || key.startsWith("additional")
        || Set.of("readOnly", "writeOnly", "deprecated", "discriminator", "nullable").contains(key);
  }

  private static void add(Map<String, Object> node, Object required) {
    if (!node.containsKey("required")) {
      node.put("required", list());
    }
    Node.of(node).get("required").list().add(required);
  }

  private static boolean splitOff(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (!isPlain(node) || node.containsKey("nullable")) {
      return false;
    }
    Map<String, Object> part = map("type", Trees.copy(node.get("type")));
    for (String key : List.copyOf(node.keySet())) {
      if (!key.equals("type") && !PROSE.contains(key) && !isOutside(key) && doc.once(2)) {
        part.put(key, node.remove(key));
      }
    }
    node.put("allOf", list(part));
    return part.size() > 1;
  }

  private static boolean nestAllOf(SchemaSlot slot) {
    List<Object> parts = Node.of(slot.node().get("allOf")).list();
    if (parts.size() < 2) {
      return false;
    }
    Object last = parts.remove(parts.size() - 1);
    Object before = parts.remove(parts.size() - 1);
    parts.add(map("allOf", list(before, last)));
    return true;
  }

  private static boolean constant(SchemaSlot slot) {
    List<Object> values = Node.of(slot.node().get("enum")).list();
    if (values.size() != 1 || values.get(0) == null) {
      return false;
    }
    slot.node().remove("enum");
    slot.node().put("const", values.get(0));
    return true;
  }

  private static boolean oneValue(SchemaSlot slot) {
    if (slot.node().get("const") == null) {
      return false;
    }
    slot.node().put("enum", list(slot.node().remove("const")));
    return true;
  }

  private static boolean hasList(Map<String, Object> node) {
    return node.get("type") instanceof String
        && node.get("enum") instanceof List
        && !isComposed(node)
        && !Node.of(node).get("enum").list().contains(null);
  }

  private static boolean constants(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (!hasList(node)) {
      return false;
    }
    Object type = doc.once(2) ? node.get("type") : node.remove("type");
    List<Object> parts = list();
    for (Object value : Node.of(node.remove("enum")).list()) {
      Map<String, Object> part =
          node.containsKey("type") ? map("const", value) : map("type", type, "const", value);
      part.put("title", "Value " + value);
      parts.add(part);
    }
    node.put(doc.once(2) ? "oneOf" : "anyOf", parts);
    return true;
  }

  private static boolean twoLists(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    List<Object> values = Node.of(node).get("enum").list();
    if (!hasList(node) || values.size() < 2) {
      return false;
    }
    int half = 1 + doc.random().nextInt(values.size() - 1);
    Object type = node.remove("type");
    node.remove("enum");
    List<Object> parts = list();
    for (List<Object> each :
        List.of(values.subList(0, half), values.subList(half, values.size()))) {
      Map<String, Object> part = map("type", type, "enum", new ArrayList<>(each));
      parts.add(doc.once(2) ? part : doc.hoist("schemas", "Values", part));
    }
    node.put(doc.once(2) ? "oneOf" : "anyOf", parts);
    return true;
  }

  private static boolean dropTypeOfValues(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    boolean drop = hasList(node) && "string".equals(node.get("type"));
    return drop && node.remove("type") != null;
  }

  private static boolean dropTypeOfObject(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    boolean drop = "object".equals(node.get("type")) && node.containsKey("properties");
    return drop && !isComposed(node) && node.remove("type") != null;
  }

  private static boolean typeAsList(SchemaSlot slot) {
    if (!(slot.node().get("type") instanceof String)) {
      return false;
    }
    slot.node().put("type", list(slot.node().get("type")));
    return true;
  }

  private static boolean typesApart(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    List<Object> types = Node.of(node).get("type").list();
    if (types.size() < 2 || isComposed(node)) {
      return false;
    }
    if (types.contains("null") && (node.containsKey("enum") || node.containsKey("const"))) {
      return false;
    }
    node.remove("type");
    Map<String, Object> outer = new LinkedHashMap<>();
    for (String key : List.copyOf(node.keySet())) {
      if (PROSE.contains(key) || isOutside(key)) {
        outer.put(key, node.remove(key));
      }
    }
    List<Object> parts = list();
    for (Object type : types) {
      Map<String, Object> part = map("type", type);
      if (!"null".equals(type)) {
        part.putAll(Trees.copy(node));
      }
      parts.add(part);
    }
    outer.put("anyOf", parts);
    return replace(slot, outer);
  }

  private static boolean typesTogether(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    List<Object> parts = Node.of(node).get("anyOf").list();
    if (parts.isEmpty()
        || node.containsKey("type")
        || !parts.stream().allMatch(SchemaRewrites::isBareType)) {
      return false;
    }
    List<Object> types = list();
    parts.forEach(each -> types.add(Node.of(each).object().get("type")));
    if (Set.copyOf(types).size() < types.size()) {
      return false;
    }
    node.remove("anyOf");
    node.put("type", types);
    return true;
  }

  private static boolean isBareType(Object part) {
    Map<String, Object> node = Node.of(part).object();
    return node.get("type") instanceof String
        && node.keySet().stream().allMatch(each -> each.equals("type") || PROSE.contains(each));
  }

  private static boolean shuffleAlternatives(EditableDocument doc, SchemaSlot slot) {
    boolean changed = false;
    for (String key : COMPOSITIONS) {
      if (Node.of(slot.node().get(key)).list().size() > 1) {
        Collections.shuffle(Node.of(slot.node().get(key)).list(), doc.random());
        changed = true;
      }
    }
    return changed;
  }

  private static boolean nestAlternatives(SchemaSlot slot) {
    List<Object> parts = Node.of(slot.node().get("anyOf")).list();
    if (parts.size() < 2) {
      return false;
    }
    Object first = parts.remove(0);
    Object second = parts.remove(0);
    parts.add(map("anyOf", list(first, second)));
    return true;
  }

  private static boolean flattenAlternatives(SchemaSlot slot) {
    List<Object> parts = Node.of(slot.node().get("anyOf")).list();
    for (Object each : parts) {
      Map<String, Object> part = Node.of(each).object();
      if (part.size() == 1 && part.get("anyOf") instanceof List) {
        parts.remove(each);
        parts.addAll(Node.of(part).get("anyOf").list());
        return true;
      }
    }
    return false;
  }

  private static boolean requiredApart(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (!node.containsKey("required") || !isPlain(node)) {
      return false;
    }
    node.put("allOf", list(map("required", node.remove("required"))));
    return true;
  }

  /** Changes {@code additionalProperties} of objects with fields, which the reader ignores. */
  private static boolean openOrClose(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (!node.containsKey("properties")
        || isComposed(node)
        || slot.role() == Role.PART
        || !Node.of(node).get("additionalProperties").object().isEmpty()) {
      return false;
    }
    node.remove("unevaluatedProperties");
    node.remove("additionalProperties");
    switch (doc.random().nextInt(6)) {
      case 0 -> node.put("additionalProperties", true);
      case 1 -> node.put("additionalProperties", map());
      case 2 -> node.put("additionalProperties", false);
      case 3 -> node.put("unevaluatedProperties", false);
      case 4 -> node.put("unevaluatedProperties", map("not", map()));
      default -> {}
    }
    return true;
  }

  private static boolean anyValue(EditableDocument doc, SchemaSlot slot) {
    return slot.node().isEmpty()
        && slot.role() == Role.PROPERTY
        && replace(slot, doc.once(2) ? true : map("description", "Any."));
  }

  private static boolean itemsOfAnyValue(SchemaSlot slot) {
    boolean fits = "object".equals(slot.node().get("type")) && slot.node().size() < 3;
    if (!fits
        || slot.node().containsKey("properties")
        || slot.node().containsKey("additionalProperties")) {
      return false;
    }
    slot.node().put("additionalProperties", true);
    return true;
  }

  private static boolean idleLimits(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    Object type = node.get("type");
    if ("string".equals(type)) {
      return node.putIfAbsent("minLength", 0) == null;
    }
    if ("array".equals(type)) {
      return node.putIfAbsent(doc.once(2) ? "minItems" : "uniqueItems", doc.once(1) ? 0 : false)
              == null
          && fixIdle(node);
    }
    return "object".equals(type) && node.putIfAbsent("minProperties", 0) == null;
  }

  private static boolean fixIdle(Map<String, Object> node) {
    if (Integer.valueOf(0).equals(node.get("uniqueItems"))) {
      node.put("uniqueItems", false);
    }
    return true;
  }

  private static boolean foreignLimits(EditableDocument doc, SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (!(node.get("type") instanceof String type) || type.equals("null")) {
      return false;
    }
    switch (type) {
      case "string" -> node.putIfAbsent(doc.once(2) ? "minimum" : "maxItems", 7);
      case "integer", "number" -> node.putIfAbsent("maxLength", 7);
      case "boolean" -> node.putIfAbsent("pattern", "^x$");
      case "array" -> node.putIfAbsent("maxProperties", 7);
      default -> node.putIfAbsent("minItems", 7);
    }
    return true;
  }

  private static boolean looserLimit(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (isComposed(node) || !(node.get("type") instanceof String type)) {
      return false;
    }
    for (String key : List.of("maxLength", "maximum", "maxItems")) {
      if (node.get(key) instanceof Integer limit) {
        node.put("allOf", list(map("type", type, key, limit + 100)));
        return true;
      }
    }
    if (node.get("minimum") instanceof Integer limit) {
      node.put("allOf", list(map("type", type, "minimum", limit - 100)));
      return true;
    }
    return false;
  }

  private static boolean otherBound(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    for (String each : List.of("Minimum", "Maximum")) {
      String open = "exclusive" + each;
      int looser = each.equals("Minimum") ? -100 : 100;
      if (node.get(each.toLowerCase(Locale.ROOT)) instanceof Integer limit
          && !node.containsKey(open)) {
        node.put(open, limit + looser);
        return true;
      }
    }
    return false;
  }

  private static boolean openBound(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    boolean changed = false;
    if ("integer".equals(node.get("type"))) {
      if (node.get("minimum") instanceof Integer limit && !node.containsKey("exclusiveMinimum")) {
        node.remove("minimum");
        node.put("exclusiveMinimum", limit - 1);
        changed = true;
      }
      if (node.get("maximum") instanceof Integer limit && !node.containsKey("exclusiveMaximum")) {
        node.remove("maximum");
        node.put("exclusiveMaximum", limit + 1);
        changed = true;
      }
    }
    return changed;
  }

  private static boolean closedBound(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    boolean changed = false;
    if ("integer".equals(node.get("type"))) {
      if (node.get("exclusiveMinimum") instanceof Integer limit && !node.containsKey("minimum")) {
        node.remove("exclusiveMinimum");
        node.put("minimum", limit + 1);
        changed = true;
      }
      if (node.get("exclusiveMaximum") instanceof Integer limit && !node.containsKey("maximum")) {
        node.remove("exclusiveMaximum");
        node.put("maximum", limit - 1);
        changed = true;
      }
    }
    return changed;
  }

  private static boolean flagsOff(EditableDocument doc, SchemaSlot slot) {
    String flag = doc.pick(List.of("readOnly", "writeOnly", "deprecated", "nullable"));
    return slot.node().containsKey("type")
        && !Boolean.TRUE.equals(slot.node().get(flag))
        && slot.node().put(flag, false) == null;
  }

  private static boolean contentEncoding(SchemaSlot slot) {
    if (!"byte".equals(slot.node().get("format"))) {
      return false;
    }
    slot.node().remove("format");
    slot.node().put("contentEncoding", "base64");
    return true;
  }
}
