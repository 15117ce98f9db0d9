package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a node says to a machine: without prose, samples and extensions, and without an order. */
final class Meaning {
  private static final Set<String> PROSE =
      Set.of("summary", "description", "title", "example", "examples", "externalDocs");
  private static final Set<String> KEYED =
      Set.of("properties", "content", "headers", "responses", "schemas");
  private static final Set<String> UNORDERED = Set.of("required", "enum");

  static boolean isProse(String key) {
    return PROSE.contains(key) || key.startsWith("x-");
  }

  /** Whether two nodes of the same kind say the same. */
  static boolean same(@Nullable Object one, @Nullable Object other) {
    return Objects.equals(of(one), of(other));
  }

  private static @Nullable Object of(@Nullable Object node) {
    if (node instanceof List) {
      List<@Nullable Object> meaning = new ArrayList<>();
      ((List<?>) node).forEach(item -> meaning.add(of(item)));
      return meaning;
    }
    if (!(node instanceof Map)) {
      return node instanceof Number ? Double.valueOf(((Number) node).doubleValue()) : node;
    }
    Map<String, @Nullable Object> meaning = new LinkedHashMap<>();
    Tree.object(node)
        .forEach(
            (key, value) -> {
              if (!isProse(key)) {
                meaning.put(key, KEYED.contains(key) ? members(value) : member(key, value));
              }
            });
    return meaning;
  }

  private static @Nullable Object member(String key, @Nullable Object value) {
    if (!UNORDERED.contains(key) || !(value instanceof List)) {
      return of(value);
    }
    Set<@Nullable Object> values = new HashSet<>((List<?>) value);
    values.remove(null);
    return values;
  }

  /** The keys of such a node are names of things, which may be {@code description} as well. */
  private static Map<String, @Nullable Object> members(@Nullable Object node) {
    Map<String, @Nullable Object> meaning = new LinkedHashMap<>();
    Tree.object(node).forEach((name, value) -> meaning.put(name, of(value)));
    return meaning;
  }

  private Meaning() {}
}
