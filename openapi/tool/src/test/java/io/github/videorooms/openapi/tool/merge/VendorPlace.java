package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.DocumentTree;
import java.util.List;
import java.util.Map;

/**
 * A schema in the vendor's document, and all places of requests and responses that it describes.
 *
 * @param way keys and indexes from the root of the document
 */
record VendorPlace(List<Object> way, List<Spot> spots) {
  /** What is there in a copy of the document. */
  Map<String, Object> node(Map<String, Object> document) {
    return DocumentTree.object(at(document, way.size()));
  }

  /** The object that has it as a field. */
  Map<String, Object> owner(Map<String, Object> document) {
    return DocumentTree.object(at(document, way.size() - 2));
  }

  /** Whether it is the field of an object. */
  boolean isField() {
    return way.size() > 2 && way.get(way.size() - 2).equals("properties");
  }

  /** Whether the object always has it. */
  boolean isRequired(Map<String, Object> document) {
    return isField() && DocumentTree.list(owner(document).get("required")).contains(name());
  }

  String name() {
    return String.valueOf(way.get(way.size() - 1));
  }

  /** Puts another schema there. */
  void set(Map<String, Object> document, Object schema) {
    Object parent = at(document, way.size() - 1);
    if (parent instanceof Map) {
      DocumentTree.object(parent).put(name(), schema);
    } else {
      DocumentTree.list(parent).set((Integer) way.get(way.size() - 1), schema);
    }
  }

  private Object at(Map<String, Object> document, int steps) {
    Object node = document;
    for (Object step : way.subList(0, steps)) {
      node =
          node instanceof Map
              ? DocumentTree.object(node).get(step)
              : DocumentTree.list(node).get((Integer) step);
    }
    return node;
  }

  @Override
  public String toString() {
    return String.join(".", way.stream().map(String::valueOf).toList())
        .replace("components.schemas.", "")
        .replace("properties.", "")
        .replace("/api/video/", "")
        .replace(".content.application/json.schema", "");
  }
}
