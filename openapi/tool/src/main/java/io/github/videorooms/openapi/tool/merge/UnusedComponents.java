package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Removes definitions that nothing refers to any more. */
final class UnusedComponents {
  private static final List<String> SECTIONS =
      List.of("parameters", "responses", "headers", "schemas");

  static void remove(Document document) {
    Node components = document.root().get("components");
    boolean removed;
    do {
      Set<String> used = document.references().map(Node::text).collect(Collectors.toSet());
      removed = false;
      for (String section : SECTIONS) {
        removed |=
            components
                .get(section)
                .object()
                .keySet()
                .removeIf(name -> !used.contains("#/components/" + section + "/" + name));
      }
    } while (removed);
    SECTIONS.forEach(section -> components.object().remove(section, Map.of()));
  }

  private UnusedComponents() {}
}
