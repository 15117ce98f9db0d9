package io.github.videorooms.openapi.tool.incoming;

import static io.github.videorooms.openapi.tool.incoming.VendorStyle.list;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.map;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewrites between all notations of a nullable schema. */
final class NullRewrites {
  static final List<Rewrite> ALL =
      List.of(
          rewrite("null as a type", NullRewrites::asType),
          rewrite("null first among types", NullRewrites::asFirstType),
          rewrite("null by anyOf", inner -> choice("anyOf", inner, map("type", "null"))),
          rewrite("null by oneOf", inner -> choice("oneOf", map("type", "null"), inner)),
          rewrite("null by nullable", NullRewrites::asFlag),
          rewrite("null as a constant", NullRewrites::asConstant),
          rewrite("null as a list", NullRewrites::asList),
          rewrite("null by types in a part", NullRewrites::asTypesOfPart),
          rewrite("null below anyOf", NullRewrites::asNested),
          Rewrite.last("null without quotes", NullRewrites::unquoted));

  private NullRewrites() {}

  /** Makes a schema nullable in one notation, if possible. */
  private interface Spelling {
    Map<String, Object> of(Map<String, Object> inner);
  }

  private static Rewrite rewrite(String name, Spelling spelling) {
    return Rewrite.ofSchemas(
        name,
        (document, slot) -> {
          Optional<Map<String, Object>> inner = withoutNull(Trees.copy(slot.node()));
          Map<String, Object> words = new LinkedHashMap<>();
          inner.ifPresent(node -> moveWords(node, words));
          Map<String, Object> written = inner.map(spelling::of).orElse(null);
          if (written == null) {
            return false;
          }
          words.forEach(written::putIfAbsent);
          slot.set(written);
          return true;
        });
  }

  private static void moveWords(Map<String, Object> from, Map<String, Object> to) {
    for (String key : List.copyOf(from.keySet())) {
      if (SchemaRewrites.PROSE.contains(key)
          || List.of("readOnly", "writeOnly", "deprecated").contains(key)) {
        to.put(key, from.remove(key));
      }
    }
  }

  /** Returns a schema without null, whatever the notation; empty if it is not nullable. */
  private static Optional<Map<String, Object>> withoutNull(Map<String, Object> node) {
    if (node.containsKey("$ref") || node.containsKey("allOf")) {
      return Optional.empty();
    }
    if (Boolean.TRUE.equals(node.get("nullable"))) {
      node.remove("nullable");
      withoutNullValue(node);
      return node.containsKey("type") ? Optional.of(node) : Optional.empty();
    }
    List<Object> types = Node.of(node).get("type").list();
    if (types.contains("null") && types.size() == 2) {
      node.put("type", types.get(0).equals("null") ? types.get(1) : types.get(0));
      withoutNullValue(node);
      return Optional.of(node);
    }
    for (String key : List.of("anyOf", "oneOf")) {
      List<Object> parts = Node.of(node).get(key).list();
      boolean alone =
          node.keySet().stream()
              .allMatch(each -> each.equals(key) || SchemaRewrites.PROSE.contains(each));
      if (parts.size() == 2 && alone && parts.stream().filter(NullRewrites::isNull).count() == 1) {
        Object inner = isNull(parts.get(0)) ? parts.get(1) : parts.get(0);
        return inner instanceof Map ? Optional.of(Node.of(inner).object()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isNull(Object part) {
    Map<String, Object> node = Node.of(part).object();
    return "null".equals(node.get("type"))
        || (node.containsKey("const") && node.get("const") == null)
        || Arrays.asList((Object) null).equals(node.get("enum"));
  }

  private static void withoutNullValue(Map<String, Object> node) {
    if (node.get("enum") instanceof List) {
      List<Object> values = new ArrayList<>(Node.of(node).get("enum").list());
      values.remove(null);
      node.put("enum", values);
    }
  }

  private static boolean hasOneType(Map<String, Object> inner) {
    return inner.get("type") instanceof String
        && !inner.containsKey("const")
        && !inner.containsKey("anyOf")
        && !inner.containsKey("oneOf")
        && !inner.containsKey("allOf");
  }

  private static Map<String, Object> asType(Map<String, Object> inner) {
    if (!hasOneType(inner)) {
      return null;
    }
    inner.put("type", list(inner.get("type"), "null"));
    addNullValue(inner);
    return inner;
  }

  private static Map<String, Object> asFirstType(Map<String, Object> inner) {
    if (!hasOneType(inner)) {
      return null;
    }
    inner.put("type", list("null", inner.get("type")));
    addNullValue(inner);
    return inner;
  }

  private static void addNullValue(Map<String, Object> node) {
    if (node.get("enum") instanceof List) {
      List<Object> values = new ArrayList<>(Node.of(node).get("enum").list());
      values.add(null);
      node.put("enum", values);
    }
  }

  private static Map<String, Object> choice(String key, Object one, Object other) {
    return map(key, list(one, other));
  }

  private static Map<String, Object> asFlag(Map<String, Object> inner) {
    if (inner.size() == 1 && inner.containsKey("$ref")) {
      return map("allOf", list(inner), "nullable", true);
    }
    if (!hasOneType(inner)) {
      return null;
    }
    inner.put("nullable", true);
    addNullValue(inner);
    return inner;
  }

  /** YAML reads {@code type: [string, null]} as a list that contains null, not a string. */
  private static boolean unquoted(EditableDocument document) {
    boolean changed = false;
    for (SchemaSlot slot : document.schemas()) {
      Map<String, Object> node = slot.node();
      boolean list = Node.of(node).get("type").list().contains("null");
      if ((list || "null".equals(node.get("type"))) && !document.once(3)) {
        Node.of(node).get("type").list().replaceAll(each -> "null".equals(each) ? null : each);
        node.replaceAll((key, value) -> key.equals("type") && !list ? null : value);
        changed = true;
      }
    }
    return changed;
  }

  private static Map<String, Object> asConstant(Map<String, Object> inner) {
    return choice("anyOf", inner, map("const", null));
  }

  private static Map<String, Object> asList(Map<String, Object> inner) {
    return choice("anyOf", inner, map("enum", new ArrayList<>(Arrays.asList((Object) null))));
  }

  private static Map<String, Object> asTypesOfPart(Map<String, Object> inner) {
    Map<String, Object> part = asType(inner);
    return part == null ? null : map("allOf", list(part));
  }

  private static Map<String, Object> asNested(Map<String, Object> inner) {
    return map("anyOf", list(choice("anyOf", inner, map("type", "null"))));
  }
}
