package io.github.videorooms.openapi.tool.incoming;

import static io.github.videorooms.openapi.tool.incoming.Rewrite.last;
import static io.github.videorooms.openapi.tool.incoming.Rewrite.of;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.list;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.map;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites of whole documents: order, descriptions, unused parts, the OpenAPI version. */
final class DocumentRewrites {
  static final List<Rewrite> ALL =
      List.of(
          of("keys in another order", DocumentRewrites::shuffleKeys),
          of("values and required in another order", DocumentRewrites::shuffleLists),
          of("more prose", DocumentRewrites::moreProse),
          of("less prose", DocumentRewrites::lessProse),
          of("extensions", DocumentRewrites::extensions),
          of("numbers spelled differently", DocumentRewrites::numbers),
          of("unused components", DocumentRewrites::unusedComponents),
          of("nothing unused", DocumentRewrites::dropUnused),
          of("other paths", DocumentRewrites::otherPaths),
          of("no other paths", DocumentRewrites::noOtherPaths),
          last("OpenAPI 3.0", document -> Version30.write(document)),
          last("OpenAPI 3.2", DocumentRewrites::version32));

  private DocumentRewrites() {}

  private static boolean shuffleKeys(EditableDocument doc) {
    doc.everything(
        node -> {
          List<Map.Entry<String, Object>> entries = new ArrayList<>();
          node.forEach(
              (key, value) -> entries.add(new java.util.AbstractMap.SimpleEntry<>(key, value)));
          Collections.shuffle(entries, doc.random());
          node.clear();
          entries.forEach(each -> node.put(each.getKey(), each.getValue()));
        });
    return true;
  }

  private static boolean shuffleLists(EditableDocument doc) {
    doc.schemas()
        .forEach(
            slot -> {
              for (String key : List.of("required", "enum", "type")) {
                if (slot.node().get(key) instanceof List) {
                  Collections.shuffle(Node.of(slot.node().get(key)).list(), doc.random());
                }
              }
            });
    return true;
  }

  private static boolean moreProse(EditableDocument doc) {
    doc.schemas()
        .forEach(
            slot -> {
              if (!slot.node().isEmpty() && !slot.node().containsKey("$ref") && doc.once(2)) {
                Map<String, Object> node = slot.node();
                node.put("title", "A title");
                node.put("description", "Other words: `null`, *enum* and <b>more</b>.");
                node.put("$comment", "For nobody.");
                node.put("examples", list("one", 2, map("$ref", 3, "type", "none")));
                node.put("default", doc.once(2) ? map("a", 1) : 7);
                node.put("externalDocs", map("url", "https://example.com"));
              }
            });
    for (OperationSlot each : doc.operations()) {
      each.node().put("summary", "Other");
      each.node().put("description", "Other words.");
      each.node().put("externalDocs", map("url", "https://example.com"));
      each.responses().values().forEach(one -> doc.resolve(one).put("description", "Other."));
    }
    Node.of(doc.root()).child("info").object().put("version", "9");
    return true;
  }

  private static boolean lessProse(EditableDocument doc) {
    doc.schemas().forEach(slot -> slot.node().keySet().removeAll(SchemaRewrites.PROSE));
    doc.operations()
        .forEach(each -> each.node().keySet().removeAll(List.of("summary", "description")));
    return true;
  }

  private static boolean extensions(EditableDocument doc) {
    doc.schemas()
        .forEach(
            slot -> {
              if (!slot.node().isEmpty() && doc.once(3)) {
                slot.node().put("x-vendor", map("enum", list("a"), "type", "b"));
              }
            });
    for (OperationSlot each : doc.operations()) {
      each.node().put("x-order", 3);
      each.item().put("x-group", map("get", map("responses", map())));
      each.responses().put("x-more", map("content", map()));
    }
    Node.of(doc.root().get("paths")).object().put("x-paths-too", map("get", map()));
    doc.root().put("x-all", true);
    return true;
  }

  private static boolean numbers(EditableDocument doc) {
    List<String> keys =
        List.of(
            "minimum", "maximum", "maxLength", "minLength", "minItems", "maxItems", "multipleOf");
    boolean changed = false;
    for (SchemaSlot slot : doc.schemas()) {
      for (String key : keys) {
        if (slot.node().get(key) instanceof Integer number) {
          slot.node().put(key, doc.once(2) ? (Object) number.doubleValue() : number.longValue());
          changed = true;
        }
      }
      if (!"string".equals(slot.node().get("type")) && slot.node().get("enum") instanceof List) {
        Node.of(slot.node().get("enum"))
            .list()
            .replaceAll(
                each -> each instanceof Integer number ? (Object) number.doubleValue() : each);
      }
    }
    return changed;
  }

  private static boolean unusedComponents(EditableDocument doc) {
    doc.hoist("schemas", "Unused", map("type", "object", "required", list("a")));
    doc.hoist("parameters", "Unused", map("name", "u", "in", "query", "schema", map()));
    doc.hoist("responses", "Unused", map("description", "None."));
    doc.components("securitySchemes").put("Unused", map("type", "mutualTLS"));
    return true;
  }

  private static boolean dropUnused(EditableDocument doc) {
    boolean changed = false;
    for (String kind : List.of("parameters", "responses", "schemas")) {
      List<String> used = new ArrayList<>();
      doc.references(node -> used.add(Node.of(node).get("$ref").text()));
      changed |=
          doc.components(kind)
              .keySet()
              .removeIf(
                  name ->
                      used.stream()
                          .noneMatch(each -> each.equals("#/components/" + kind + "/" + name)));
    }
    return changed;
  }

  private static boolean otherPaths(EditableDocument doc) {
    Map<String, Object> paths = Node.of(doc.root().get("paths")).object();
    String start = paths.keySet().stream().anyMatch(each -> each.startsWith("/api/")) ? "/api" : "";
    if (start.isEmpty()) {
      return false;
    }
    paths.put(
        start + "/" + doc.fresh("other") + "/rooms/{id}",
        map(
            "get",
            map("operationId", "get_room", "responses", map("200", map("description", "")))));
    Node.of(doc.root())
        .child("webhooks")
        .object()
        .put(doc.fresh("hook"), map("post", map("responses", map())));
    return true;
  }

  private static boolean noOtherPaths(EditableDocument doc) {
    doc.root().remove("webhooks");
    return Node.of(doc.root().get("paths"))
        .object()
        .keySet()
        .removeIf(each -> each.contains("/fax/"));
  }

  private static boolean version32(EditableDocument doc) {
    Map<String, Object> root = new LinkedHashMap<>(doc.root());
    doc.root().clear();
    doc.root().put("openapi", doc.once(2) ? "3.2.0" : "3.2");
    doc.root().put("$self", "https://example.com/openapi.yaml");
    root.remove("openapi");
    doc.root().putAll(root);
    doc.root().put("jsonSchemaDialect", "https://spec.openapis.org/oas/3.2/dialect/2025-09-17");
    doc.root().put("tags", list(map("name", "Rooms", "parent", "Video", "kind", "nav")));
    return true;
  }
}
