package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Map;

/**
 * A schema in the vendor's document, with all places in requests and responses that it describes.
 *
 * @param way keys and indexes from the root of the document
 */
record VendorPlace(List<Object> way, List<Spot> spots) {
  /** Returns the schema in a copy of the document. */
  Map<String, Object> node(Map<String, Object> document) {
    return Node.of(at(document, way.size())).object();
  }

  /** Returns the object that has it as a field. */
  Map<String, Object> owner(Map<String, Object> document) {
    return Node.of(at(document, way.size() - 2)).object();
  }

  /** Whether it is a field of an object. */
  boolean isField() {
    return way.size() > 2 && way.get(way.size() - 2).equals("properties");
  }

  /** Whether the object requires it. */
  boolean isRequired(Map<String, Object> document) {
    return isField() && Node.of(owner(document).get("required")).list().contains(name());
  }

  String name() {
    return String.valueOf(way.get(way.size() - 1));
  }

  /** Replaces the schema. */
  void set(Map<String, Object> document, Object schema) {
    Object parent = at(document, way.size() - 1);
    if (parent instanceof Map) {
      Node.of(parent).object().put(name(), schema);
    } else {
      Node.of(parent).list().set((Integer) way.get(way.size() - 1), schema);
    }
  }

  private Object at(Map<String, Object> document, int steps) {
    Object node = document;
    for (Object step : way.subList(0, steps)) {
      node =
          node instanceof Map
              ? Node.of(node).object().get(step)
              : Node.of(node).list().get((Integer) step);
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
