package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes definitions out that nothing refers to any more. */
final class UnusedComponents {
  private static final List<String> SECTIONS =
      List.of("parameters", "responses", "headers", "schemas");

  static void remove(Map<String, @Nullable Object> document) {
    Map<String, @Nullable Object> components = Tree.object(document.get("components"));
    int before;
    do {
      before = size(components);
      Set<String> references = new HashSet<>();
      collect(document, references);
      for (String section : SECTIONS) {
        Tree.object(components.get(section))
            .keySet()
            .removeIf(name -> !references.contains("#/components/" + section + "/" + name));
      }
    } while (size(components) < before);
    SECTIONS.forEach(section -> components.remove(section, Map.of()));
  }

  private static int size(Map<String, @Nullable Object> components) {
    return SECTIONS.stream().mapToInt(each -> Tree.object(components.get(each)).size()).sum();
  }

  private static void collect(@Nullable Object node, Set<String> references) {
    if (node instanceof List) {
      ((List<?>) node).forEach(item -> collect(item, references));
    }
    Tree.object(node)
        .forEach(
            (key, value) -> {
              if (key.equals("$ref") && value instanceof String) {
                references.add((String) value);
              }
              collect(value, references);
            });
  }

  private UnusedComponents() {}
}
