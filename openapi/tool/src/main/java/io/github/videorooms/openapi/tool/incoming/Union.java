package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schema that fits whatever one of two schemas fits. */
final class Union {
  private static final Set<String> PROSE = Set.of("description", "example", "examples", "default");

  /**
   * Returns the union: the properties of both, required where both require, nullable where one is,
   * the values of both. It has no type if the two differ in it.
   */
  static Map<String, @Nullable Object> of(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    Map<String, @Nullable Object> union = new LinkedHashMap<>();
    boolean sameKind =
        Objects.equals(one.get("type"), other.get("type"))
            && Objects.equals(one.get("$ref"), other.get("$ref"));
    one.forEach(
        (key, value) -> {
          @Nullable Object both = member(key, value, other.get(key));
          if (both != null && (sameKind || PROSE.contains(key))) {
            union.put(key, both);
          }
        });
    if (sameKind) {
      addProperties(union, Tree.object(other.get("properties")));
    }
    if (isNullable(one) || isNullable(other)) {
      union.put("nullable", true);
    }
    return union;
  }

  private static boolean isNullable(Map<String, @Nullable Object> schema) {
    return Boolean.TRUE.equals(schema.get("nullable"));
  }

  private static @Nullable Object member(String key, @Nullable Object one, @Nullable Object other) {
    switch (key) {
      case "required":
        List<@Nullable Object> names = new ArrayList<>(Tree.list(one));
        names.retainAll(Tree.list(other));
        return names.isEmpty() ? null : names;
      case "enum":
        Set<@Nullable Object> values = new LinkedHashSet<>(Tree.list(one));
        values.addAll(Tree.list(other));
        return other == null ? null : new ArrayList<>(values);
      case "properties":
        return properties(Tree.object(one), Tree.object(other));
      case "items":
        return other == null ? one : of(Tree.object(one), Tree.object(other));
      default:
        return PROSE.contains(key) || Objects.equals(one, other) ? one : null;
    }
  }

  private static Map<String, @Nullable Object> properties(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    Map<String, @Nullable Object> both = new LinkedHashMap<>();
    one.forEach(
        (name, schema) ->
            both.put(
                name,
                other.containsKey(name)
                    ? of(Tree.object(schema), Tree.object(other.get(name)))
                    : schema));
    return both;
  }

  private static void addProperties(
      Map<String, @Nullable Object> union, Map<String, @Nullable Object> properties) {
    if (!properties.isEmpty()) {
      Map<String, @Nullable Object> all = Tree.child(union, "properties");
      properties.forEach(all::putIfAbsent);
    }
  }

  private Union() {}
}
