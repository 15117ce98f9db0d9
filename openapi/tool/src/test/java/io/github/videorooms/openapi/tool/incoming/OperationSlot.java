package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Map;

/** An operation in a document that tests edit. */
public record OperationSlot(
    String path, Map<String, Object> item, String method, Map<String, Object> node) {
  /** Returns its own parameters, without those of the path. */
  public List<Object> parameters() {
    if (!(node.get("parameters") instanceof List)) {
      node.put("parameters", new java.util.ArrayList<>());
    }
    return Node.of(node).get("parameters").list();
  }

  /** Returns its responses, by status. */
  public Map<String, Object> responses() {
    return Node.of(node).get("responses").object();
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
