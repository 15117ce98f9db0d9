package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns schemas that are put together from others into ones that say the same by themselves: all of
 * several become one with the members of each, any of several one that fits each.
 */
final class Composition {
  private static final Set<String> BESIDE_REFERENCE =
      Set.of("nullable", "description", "default", "example", "examples", "deprecated");

  private final Draft draft;
  private final Set<String> flat = new HashSet<>();
  private final Set<String> underWay = new LinkedHashSet<>();

  Composition(Draft draft) {
    this.draft = draft;
  }

  void flattenNamed() {
    List.copyOf(draft.schemas().keySet()).forEach(this::flattened);
  }

  private Map<String, @Nullable Object> flattened(String name) {
    String where = "components.schemas." + name;
    if (flat.contains(name)) {
      return draft.schema(name);
    }
    if (!underWay.add(name)) {
      throw new UnusableDocument(
          where,
          "is composed of itself: " + String.join(" -> ", underWay) + " -> " + name,
          "Ask the vendor what is meant; a property may recur, a composition cannot.");
    }
    draft.schemas().put(name, SchemaParts.replace(draft.schemas().get(name), where, this::flat));
    underWay.remove(name);
    flat.add(name);
    return draft.schema(name);
  }

  /** Flattens one schema whose parts are flat. */
  @Nullable Object flat(@Nullable Object node, String where) {
    Map<String, @Nullable Object> schema = Tree.object(node);
    List<@Nullable Object> all = Tree.list(schema.remove("allOf"));
    if (References.isReference(schema) && !BESIDE_REFERENCE.containsAll(namesBeside(schema))) {
      all.add(0, reference(schema));
    }
    Map<String, @Nullable Object> whole = all(schema, all);
    for (String key : List.of("anyOf", "oneOf")) {
      List<@Nullable Object> any = Tree.list(whole.remove(key));
      if (!any.isEmpty()) {
        whole = any(whole, any);
      }
    }
    return whole;
  }

  private static Set<String> namesBeside(Map<String, @Nullable Object> schema) {
    Set<String> names = new HashSet<>(schema.keySet());
    names.remove("$ref");
    return names;
  }

  private static Map<String, @Nullable Object> reference(Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> reference = new LinkedHashMap<>();
    reference.put("$ref", schema.remove("$ref"));
    return reference;
  }

  private Map<String, @Nullable Object> all(
      Map<String, @Nullable Object> schema, List<@Nullable Object> parts) {
    if (parts.isEmpty()) {
      return schema;
    }
    if (parts.size() == 1 && isOnlyMeans(schema, parts.get(0))) {
      return dressed(Tree.object(parts.get(0)), schema);
    }
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    parts.forEach(part -> join(whole, content(part)));
    join(whole, schema);
    return whole;
  }

  /** Whether a schema says nothing of its own beside a reference. */
  private static boolean isOnlyMeans(Map<String, @Nullable Object> schema, @Nullable Object part) {
    return References.isReference(part) && BESIDE_REFERENCE.containsAll(schema.keySet());
  }

  private static Map<String, @Nullable Object> dressed(
      Map<String, @Nullable Object> part, Map<String, @Nullable Object> outer) {
    Map<String, @Nullable Object> dressed = new LinkedHashMap<>(part);
    dressed.putAll(outer);
    return dressed;
  }

  private Map<String, @Nullable Object> any(
      Map<String, @Nullable Object> schema, List<@Nullable Object> choices) {
    List<@Nullable Object> parts = new ArrayList<>(choices);
    if (parts.removeIf(part -> "null".equals(Tree.object(part).get("type")))) {
      schema.put("nullable", true);
    }
    if (parts.isEmpty()) {
      return schema;
    }
    if (parts.size() == 1) {
      return all(schema, parts);
    }
    Map<String, @Nullable Object> union = content(parts.get(0));
    for (@Nullable Object part : parts.subList(1, parts.size())) {
      union = Union.of(union, content(part));
    }
    join(union, schema);
    return union;
  }

  /** A copy of what a part says, whether by itself or by reference. */
  private Map<String, @Nullable Object> content(@Nullable Object part) {
    String name = References.schemaName(part);
    if (name.isEmpty()) {
      return Tree.copy(Tree.object(part));
    }
    Map<String, @Nullable Object> content = Tree.copy(flattened(name));
    Map<String, @Nullable Object> beside = Tree.copy(Tree.object(part));
    beside.remove("$ref");
    if (References.isReference(content)) {
      return content(dressed(content, beside));
    }
    content.putAll(beside);
    return content;
  }

  /** Adds what one schema demands to what another does; the later one has the last word. */
  private static void join(
      Map<String, @Nullable Object> whole, Map<String, @Nullable Object> part) {
    part.forEach(
        (key, value) -> {
          if (key.equals("properties")) {
            Map<String, @Nullable Object> properties = Tree.child(whole, key);
            Tree.object(value).forEach(properties::put);
          } else if (key.equals("required")) {
            Set<@Nullable Object> names = new LinkedHashSet<>(Tree.list(whole.get(key)));
            names.addAll(Tree.list(value));
            whole.put(key, new ArrayList<>(names));
          } else {
            whole.put(key, value);
          }
        });
  }
}
