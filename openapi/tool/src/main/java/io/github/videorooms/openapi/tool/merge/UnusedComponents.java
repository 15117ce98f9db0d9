package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Removes components that no operation refers to, directly or indirectly. */
final class UnusedComponents {
  private static final List<String> SECTIONS =
      List.of("parameters", "responses", "headers", "schemas", "securitySchemes");

  static void remove(Document document) {
    Node components = document.root().get("components");
    Set<String> used = used(document);
    for (String section : SECTIONS) {
      components
          .get(section)
          .object()
          .keySet()
          .removeIf(name -> !used.contains("#/components/" + section + "/" + name));
    }
    SECTIONS.forEach(section -> components.object().remove(section, Map.of()));
  }

  /** Returns the references reachable from the operations. */
  private static Set<String> used(Document document) {
    Set<String> used = new HashSet<>();
    Stream.concat(Stream.of(document.root()), document.operations())
        .flatMap(each -> each.get("security").items())
        .flatMap(Node::members)
        .forEach(each -> used.add("#/components/securitySchemes/" + each.key()));
    Deque<Node> open = new ArrayDeque<>();
    open.add(document.root().get("paths"));
    while (!open.isEmpty()) {
      open.remove()
          .tree()
          .filter(node -> node.key().equals("$ref"))
          .map(Node::text)
          .filter(used::add)
          .forEach(reference -> open.add(document.target(reference)));
    }
    return used;
  }

  private UnusedComponents() {}
}
