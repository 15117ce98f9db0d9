package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.EditableDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Inlines all schemas of one operation, so that it shares none with other operations. */
final class Inlining {
  private final Map<String, Object> schemas;

  private Inlining(Map<String, Object> document) {
    this.schemas = Node.of(document).get("components", "schemas").object();
  }

  static void inline(Map<String, Object> document, String path, String method) {
    Map<String, Object> operation = Node.of(document).get("paths", path, method).object();
    Inlining inlining = new Inlining(document);
    operation.replaceAll((key, value) -> inlining.inlined(value));
  }

  private Object inlined(Object node) {
    if (node instanceof List) {
      List<Object> items = new ArrayList<>();
      Node.of(node).list().forEach(each -> items.add(inlined(each)));
      return items;
    }
    if (!(node instanceof Map)) {
      return node;
    }
    String target = EditableDocument.target(Node.of(node).object());
    if (!target.isEmpty()) {
      return inlined(schemas.get(target));
    }
    Map<String, Object> members = new LinkedHashMap<>();
    Node.of(node).object().forEach((key, value) -> members.put(key, inlined(value)));
    return members;
  }
}
