package io.github.videorooms.openapi.tool.incoming;

import static io.github.videorooms.openapi.tool.incoming.EditableDocument.reference;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.list;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Converts a document to OpenAPI 3.0, as far as 3.0 can express it. */
final class Version30 {
  private Version30() {}

  static boolean write(EditableDocument doc) {
    doc.root().put("openapi", doc.once(2) ? "3.0.3" : "3.0.4");
    doc.root().remove("jsonSchemaDialect");
    if (doc.root().containsKey("webhooks")) {
      doc.root().put("x-webhooks", doc.root().remove("webhooks"));
    }
    doc.schemas().forEach(Version30::schema);
    return true;
  }

  private static void schema(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    if (node.containsKey("$ref") && node.size() > 1 && !node.containsKey("allOf")) {
      node.put("allOf", list(reference(Node.of(node.remove("$ref")).text())));
    }
    if (node.get("examples") instanceof List<?> examples && !examples.isEmpty()) {
      node.put("example", examples.get(0));
      node.remove("examples");
    }
    if (node.get("const") != null) {
      node.put("enum", list(node.remove("const")));
    }
    bound(node, "minimum", "exclusiveMinimum");
    bound(node, "maximum", "exclusiveMaximum");
    if (node.remove("contentEncoding") != null) {
      node.put("format", "byte");
    }
    List<Object> types = Node.of(node).get("type").list();
    if (types.size() == 1) {
      node.put("type", types.get(0));
    } else if (types.size() == 2 && types.contains("null")) {
      node.put("type", types.get(types.indexOf("null") == 0 ? 1 : 0));
      node.put("nullable", true);
    }
    choice(slot, "anyOf");
    choice(slot, "oneOf");
  }

  private static void bound(Map<String, Object> node, String closed, String open) {
    if (node.get(open) instanceof Number && !node.containsKey(closed)) {
      node.put(closed, node.get(open));
      node.put(open, true);
    }
  }

  /** Converts a choice between a schema and null to a nullable schema. */
  private static void choice(SchemaSlot slot, String key) {
    Map<String, Object> node = slot.node();
    List<Object> parts = new ArrayList<>(Node.of(node).get(key).list());
    if (parts.size() < 2
        || !parts.removeIf(each -> "null".equals(Node.of(each).object().get("type")))) {
      return;
    }
    node.put("nullable", true);
    if (parts.size() > 1) {
      node.put(key, parts);
      return;
    }
    node.remove(key);
    Map<String, Object> inner = Node.of(parts).get(0).object();
    if (inner.containsKey("$ref") || node.containsKey("allOf")) {
      List<Object> all = new ArrayList<>(Node.of(node).get("allOf").list());
      all.add(inner);
      node.put("allOf", all);
    } else {
      inner.forEach(node::putIfAbsent);
    }
  }
}
