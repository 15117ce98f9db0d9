package io.github.videorooms.openapi.tool.incoming;

import static io.github.videorooms.openapi.tool.incoming.EditableDocument.reference;
import static io.github.videorooms.openapi.tool.incoming.Rewrite.last;
import static io.github.videorooms.openapi.tool.incoming.Rewrite.of;
import static io.github.videorooms.openapi.tool.incoming.Rewrite.ofOperations;
import static io.github.videorooms.openapi.tool.incoming.Rewrite.ofSchemas;
import static io.github.videorooms.openapi.tool.incoming.VendorStyle.list;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.incoming.SchemaSlot.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rewrites between inline definitions, references, and references to references. */
final class ReferenceRewrites {
  private static final String SCHEMAS = "#/components/schemas/";

  static final List<Rewrite> ALL =
      List.of(
          ofSchemas("inline a schema", ReferenceRewrites::inline),
          ofSchemas("name a scalar", (doc, slot) -> isScalar(slot) && hoist(doc, slot)),
          ofSchemas("name an object", (doc, slot) -> isOf(slot, "properties") && hoist(doc, slot)),
          ofSchemas("name a list of values", (doc, slot) -> isOf(slot, "enum") && hoist(doc, slot)),
          ofSchemas("name an array", (doc, slot) -> isOf(slot, "items") && hoist(doc, slot)),
          ofSchemas("name anything", ReferenceRewrites::hoist),
          ofSchemas("name by way of another name", ReferenceRewrites::alias),
          ofSchemas("copy under another name", ReferenceRewrites::copyComponent),
          of("rename schemas", ReferenceRewrites::rename),
          ofSchemas("description beside a reference", (doc, slot) -> wordsBeside(slot)),
          ofSchemas("reference without description", (doc, slot) -> bareReference(slot)),
          ofSchemas("allOf around a reference", (doc, slot) -> aroundReference(slot)),
          ofOperations("share parameters", ReferenceRewrites::shareParameters),
          ofOperations("parameters in place", ReferenceRewrites::inlineParameters),
          ofOperations("share responses", ReferenceRewrites::shareResponses),
          ofOperations("responses in place", ReferenceRewrites::inlineResponses),
          ofOperations("share a request body", (doc, slot) -> shareBody(doc, slot)),
          ofOperations("share headers", ReferenceRewrites::shareHeaders),
          ofOperations("share media types", ReferenceRewrites::shareMedia),
          last("path items by reference", ReferenceRewrites::sharePathItems),
          last("path items by reference elsewhere", ReferenceRewrites::sharePathItemsElsewhere),
          last("references to parts", ReferenceRewrites::referToParts),
          last("definitions within", ReferenceRewrites::definitionsWithin),
          last("references escaped", ReferenceRewrites::escape),
          last("references by anchors", ReferenceRewrites::anchor));

  private ReferenceRewrites() {}

  private static boolean inline(EditableDocument doc, SchemaSlot slot) {
    String name = EditableDocument.target(slot.node());
    Object target = doc.components("schemas").get(name);
    if (!slot.isReference()
        || slot.role() == Role.COMPONENT
        || !(target instanceof Map)
        || !EditableSize.isSmall(target)
        || (!EditableSize.isSmall(doc.components("schemas")) && doc.once(3))) {
      return false;
    }
    slot.set(Trees.copy(target));
    return true;
  }

  private static boolean isScalar(SchemaSlot slot) {
    return slot.node().containsKey("type")
        && !isOf(slot, "properties")
        && !isOf(slot, "items")
        && !isOf(slot, "enum");
  }

  private static boolean isOf(SchemaSlot slot, String key) {
    return slot.node().containsKey(key);
  }

  private static boolean hoist(EditableDocument doc, SchemaSlot slot) {
    if (slot.node().containsKey("$ref") || slot.role() == Role.COMPONENT) {
      return false;
    }
    slot.set(doc.hoist("schemas", doc.once(2) ? "Shared" : "Types.Named", slot.get()));
    return true;
  }

  private static boolean alias(EditableDocument doc, SchemaSlot slot) {
    if (!slot.isReference()) {
      return false;
    }
    slot.set(doc.hoist("schemas", "Alias", slot.get()));
    return true;
  }

  private static boolean copyComponent(EditableDocument doc, SchemaSlot slot) {
    Object target = doc.components("schemas").get(EditableDocument.target(slot.node()));
    if (!slot.isReference() || !EditableSize.isSmall(target)) {
      return false;
    }
    slot.set(doc.hoist("schemas", "Copy", Trees.copy(target)));
    return true;
  }

  private static boolean rename(EditableDocument doc) {
    Map<String, Object> schemas = doc.components("schemas");
    Map<String, String> names = new HashMap<>();
    for (String name : doc.some(List.copyOf(schemas.keySet()))) {
      names.put(name, doc.fresh(doc.once(2) ? "Renamed" : "Ns.other-name_2"));
    }
    Map<String, Object> renamed = new LinkedHashMap<>();
    schemas.forEach((name, node) -> renamed.put(names.getOrDefault(name, name), node));
    Node.of(doc.root().get("components")).object().put("schemas", renamed);
    doc.references(
        node -> {
          String name = EditableDocument.target(node);
          if (names.containsKey(name)) {
            node.put("$ref", SCHEMAS + names.get(name));
          }
        });
    return true;
  }

  private static boolean wordsBeside(SchemaSlot slot) {
    List<Object> parts = Node.of(slot.node().get("allOf")).list();
    if (parts.size() != 1
        || !Node.of(parts).get(0).object().keySet().equals(java.util.Set.of("$ref"))) {
      return false;
    }
    slot.node().remove("allOf");
    slot.node().put("$ref", Node.of(parts).get(0).object().get("$ref"));
    return true;
  }

  private static boolean bareReference(SchemaSlot slot) {
    return slot.node().containsKey("$ref")
        && slot.node().keySet().removeIf(SchemaRewrites.PROSE::contains);
  }

  private static boolean aroundReference(SchemaSlot slot) {
    if (!slot.node().containsKey("$ref") || slot.node().containsKey("allOf")) {
      return false;
    }
    slot.node().put("allOf", list(reference(Node.of(slot.node().remove("$ref")).text())));
    return true;
  }

  private static boolean shareParameters(EditableDocument doc, OperationSlot operation) {
    if (operation.parameters().isEmpty()) {
      return false;
    }
    operation
        .parameters()
        .replaceAll(
            each ->
                Node.of(each).object().containsKey("$ref") || doc.once(2)
                    ? each
                    : doc.hoist("parameters", "Shared", each));
    return true;
  }

  private static boolean inlineParameters(EditableDocument doc, OperationSlot operation) {
    operation.parameters().replaceAll(each -> Trees.copy(doc.resolve(each)));
    return !operation.parameters().isEmpty();
  }

  private static boolean shareResponses(EditableDocument doc, OperationSlot operation) {
    operation
        .responses()
        .replaceAll(
            (status, each) -> {
              Map<String, Object> shared =
                  Node.of(each).object().containsKey("$ref") || doc.once(2)
                      ? Node.of(each).object()
                      : doc.hoist("responses", "Shared", each);
              if (shared.containsKey("$ref")) {
                shared.put("description", "Words beside a reference.");
              }
              return shared;
            });
    return true;
  }

  private static boolean inlineResponses(EditableDocument doc, OperationSlot operation) {
    operation.responses().replaceAll((status, each) -> Trees.copy(doc.resolve(each)));
    return true;
  }

  private static boolean shareBody(EditableDocument doc, OperationSlot operation) {
    if (!operation.node().containsKey("requestBody")) {
      return false;
    }
    operation
        .node()
        .compute("requestBody", (key, each) -> doc.hoist("requestBodies", "Body", each));
    return true;
  }

  private static boolean shareHeaders(EditableDocument doc, OperationSlot operation) {
    boolean changed = false;
    for (Object response : operation.responses().values()) {
      Map<String, Object> headers = Node.of(doc.resolve(response).get("headers")).object();
      headers.replaceAll((name, each) -> doc.hoist("headers", "Header", each));
      changed |= !headers.isEmpty();
    }
    return changed;
  }

  /** Moves media types to components, as OpenAPI 3.2 allows. */
  private static boolean shareMedia(EditableDocument doc, OperationSlot operation) {
    boolean changed = false;
    for (Object response : operation.responses().values()) {
      Map<String, Object> content = Node.of(doc.resolve(response).get("content")).object();
      content.replaceAll(
          (type, each) ->
              Node.of(each).object().containsKey("$ref")
                  ? each
                  : doc.hoist("mediaTypes", "Media", each));
      changed |= !content.isEmpty();
    }
    return changed;
  }

  private static boolean sharePathItems(EditableDocument doc) {
    Map<String, Object> paths = Node.of(doc.root().get("paths")).object();
    for (String path : doc.some(List.copyOf(paths.keySet()))) {
      paths.compute(path, (key, item) -> doc.hoist("pathItems", "Path", item));
    }
    return true;
  }

  private static boolean sharePathItemsElsewhere(EditableDocument doc) {
    Map<String, Object> paths = Node.of(doc.root().get("paths")).object();
    Map<String, Object> elsewhere = Node.of(doc.root()).child("x-paths").object();
    for (String path : doc.some(List.copyOf(paths.keySet()))) {
      elsewhere.put(path, paths.get(path));
      paths.put(path, reference("#/x-paths/" + path.replace("~", "~0").replace("/", "~1")));
    }
    return true;
  }

  /** Replaces a schema by a reference to another place with an equal schema. */
  private static boolean referToParts(EditableDocument doc) {
    Map<Object, String> known = new HashMap<>();
    List<SchemaSlot> slots = doc.schemas();
    boolean changed = false;
    for (SchemaSlot each : slots) {
      if (!each.pointer().isEmpty() && !each.pointer().contains("$") && !each.isReference()) {
        known.putIfAbsent(each.get(), each.pointer());
      }
    }
    for (SchemaSlot each : slots) {
      String pointer = known.get(each.get());
      if (each.pointer().isEmpty() && pointer != null && each.node().containsKey("type")) {
        each.set(reference("#" + pointer));
        changed = true;
      }
    }
    return changed;
  }

  private static boolean definitionsWithin(EditableDocument doc) {
    List<SchemaSlot> components = doc.schemas(each -> each.role() == Role.COMPONENT);
    List<SchemaSlot> parts =
        new ArrayList<>(
            doc.schemas(each -> each.role() == Role.PROPERTY && each.node().containsKey("type")));
    for (SchemaSlot each : doc.some(parts)) {
      SchemaSlot home = doc.pick(components);
      String name = doc.fresh("def");
      Node.of(home.node()).child("$defs").object().put(name, each.get());
      each.set(reference("#" + home.pointer() + "/$defs/" + name));
    }
    return true;
  }

  private static boolean anchor(EditableDocument doc) {
    Map<String, Object> schemas = doc.components("schemas");
    List<String> names =
        schemas.keySet().stream()
            .filter(name -> name.matches("\\w+(\\.\\w+)*") && schemas.get(name) instanceof Map)
            .toList();
    names.forEach(name -> Node.of(schemas).get(name).object().put("$anchor", name + ".here"));
    doc.references(
        node -> {
          String name = EditableDocument.target(node);
          if (names.contains(name) && (SCHEMAS + name).equals(node.get("$ref"))) {
            node.put("$ref", "#" + name + ".here");
          }
        });
    return true;
  }

  private static boolean escape(EditableDocument doc) {
    doc.references(
        node ->
            node.put(
                "$ref", Node.of(node).get("$ref").text().replace(".", "%2E").replace("_", "%5f")));
    return true;
  }
}
