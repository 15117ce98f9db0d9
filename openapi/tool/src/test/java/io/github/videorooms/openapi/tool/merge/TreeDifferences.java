package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lists the differences between two documents, so that failures do not print both of them. */
final class TreeDifferences {
  private final List<String> found = new ArrayList<>();

  private TreeDifferences() {}

  static List<String> between(Map<String, Object> one, Map<String, Object> other) {
    TreeDifferences differences = new TreeDifferences();
    differences.find("", one, other);
    return differences.found;
  }

  private void find(String at, Object one, Object other) {
    if (one instanceof Map && other instanceof Map) {
      Map<String, Object> before = Node.of(one).object();
      Map<String, Object> after = Node.of(other).object();
      Set<String> keys = new LinkedHashSet<>(before.keySet());
      keys.addAll(after.keySet());
      keys.forEach(key -> find(at + "." + key, before.get(key), after.get(key)));
    } else if (!Objects.equals(one, other)) {
      found.add(at + ": " + one + " -> " + other);
    }
  }
}
