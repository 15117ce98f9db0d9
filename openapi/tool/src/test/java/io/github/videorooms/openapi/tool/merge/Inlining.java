package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.DocumentTree;
import io.github.videorooms.openapi.tool.incoming.EditableDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes all schemas of one operation in place, so that it shares none with another. */
final class Inlining {
  private final Map<String, Object> schemas;

  private Inlining(Map<String, Object> document) {
    this.schemas = DocumentTree.object(document, "components", "schemas");
  }

  static void inline(Map<String, Object> document, String path, String method) {
    Map<String, Object> operation = DocumentTree.object(document, "paths", path, method);
    Inlining inlining = new Inlining(document);
    operation.replaceAll((key, value) -> inlining.inlined(value));
  }

  private Object inlined(Object node) {
    if (node instanceof List) {
      List<Object> items = new ArrayList<>();
      DocumentTree.list(node).forEach(each -> items.add(inlined(each)));
      return items;
    }
    if (!(node instanceof Map)) {
      return node;
    }
    String target = EditableDocument.target(DocumentTree.object(node));
    if (!target.isEmpty()) {
      return inlined(schemas.get(target));
    }
    Map<String, Object> members = new LinkedHashMap<>();
    DocumentTree.object(node).forEach((key, value) -> members.put(key, inlined(value)));
    return members;
  }
}
