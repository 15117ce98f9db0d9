package io.github.videorooms.openapi.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds and copies the maps and lists of a document; {@link Node} reads them. */
public final class Trees {
  /** Returns an object with these alternating names and values, in order. */
  public static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  /** Returns a deep copy. */
  public static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    object.forEach((name, value) -> copy.put(name, copy(value)));
    return copy;
  }

  /** Returns a deep copy. */
  public static @Nullable Object copy(@Nullable Object tree) {
    Node node = Node.of(tree);
    if (node.isObject()) {
      return copy(node.object());
    }
    if (!node.isList()) {
      return tree;
    }
    List<@Nullable Object> copy = new ArrayList<>();
    node.list().forEach(item -> copy.add(copy(item)));
    return copy;
  }

  private Trees() {}
}
