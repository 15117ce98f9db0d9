package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the Video API in the vendor's style: longer names, ids and enumerations as references with
 * a description beside them, null as one of two schemas, examples, defaults, and the rest of a
 * platform around it.
 */
public final class VendorStyle {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Set<String> STATUS_PARTS = Set.of("RestApiErrorItem");

  private final Map<String, Object> document;
  private final EditableDocument source;
  private final Map<String, Object> shared = new TreeMap<>();

  private VendorStyle(Map<String, Object> slice) {
    this.source = new EditableDocument(slice, new java.util.Random(0));
    this.document = source.root();
  }

  /** Reads a fixed copy of the vendor's document, independent of new versions. */
  public static Map<String, Object> slice() throws IOException {
    return DocumentYaml.read(Path.of("src/test/resources/documents/vendor.yaml"));
  }

  /** Returns the document in the vendor's style. */
  public static Map<String, Object> of(Map<String, Object> slice) {
    return new VendorStyle(slice).platform();
  }

  /** Returns the same document with additional operations in shapes that the vendor may use. */
  public static Map<String, Object> withOddShapes(Map<String, Object> slice) {
    Map<String, Object> document = of(slice);
    Map<String, Object> odd = OddShapes.document();
    Node.of(document).child("paths").object().putAll(Node.of(odd).get("paths").object());
    Node.of(odd)
        .get("components")
        .object()
        .forEach(
            (kind, components) ->
                Node.of(document)
                    .child("components")
                    .child(kind)
                    .object()
                    .putAll(Node.of(components).object()));
    return document;
  }

  private Map<String, Object> platform() {
    source.schemas().forEach(this::write);
    source.operations().forEach(this::operation);
    renameSchemas();
    Map<String, Object> schemas = source.components("schemas");
    schemas.put("uuid", yaml("{type: string, format: uuid, description: An identifier.}"));
    source.components("parameters").putAll(shared);
    Map<String, Object> platform = yaml(OddShapes.REST_OF_PLATFORM);
    Node.of(platform)
        .get("paths")
        .object()
        .forEach((path, item) -> Node.of(document).child("paths").object().put(path, item));
    schemas.putAll(Node.of(platform).get("components", "schemas").object());
    Map<String, Object> result = new LinkedHashMap<>(document);
    result.put("info", platform.get("info"));
    result.put("tags", platform.get("tags"));
    result.put("servers", platform.get("servers"));
    result.put("security", platform.get("security"));
    result.put("webhooks", platform.get("webhooks"));
    Node.of(result)
        .get("components")
        .object()
        .put("securitySchemes", Node.of(platform).get("components", "securitySchemes").object());
    return Trees.copy(result);
  }

  private static Map<String, Object> yaml(String text) {
    return DocumentYaml.read(text);
  }

  private void write(SchemaSlot slot) {
    Map<String, Object> node = slot.node();
    boolean property = slot.role() == SchemaSlot.Role.PROPERTY;
    boolean nullable = Node.of(node).get("type").list().contains("null");
    if (nullable) {
      node.put("type", Node.of(node).get("type").list().get(0));
    }
    Map<String, Object> written =
        isUuid(node) ? EditableDocument.reference(SCHEMAS + "uuid") : node;
    if (nullable) {
      written = map("anyOf", list(written, map("type", "null")));
    } else if (property && written.containsKey("$ref")) {
      written = map("allOf", list(written));
    }
    if (property) {
      describe(written, String.valueOf(slot.key()));
    } else if (slot.role() == SchemaSlot.Role.COMPONENT) {
      component(written, String.valueOf(slot.key()));
    }
    slot.set(written);
  }

  private static boolean isUuid(Map<String, Object> node) {
    return node.equals(map("type", "string", "format", "uuid"));
  }

  private static void describe(Map<String, Object> node, String name) {
    node.put("description", "The " + words(name) + ", in words of *some* vendor.");
    node.put("examples", list(name + "-1"));
    if ("boolean".equals(node.get("type"))) {
      node.put("default", false);
    }
  }

  private static void component(Map<String, Object> node, String name) {
    if ("object".equals(node.get("type"))) {
      node.put("unevaluatedProperties", map("not", map()));
    }
    node.put("description", "All about the " + words(name) + ".");
  }

  private static String words(String name) {
    return name.replace('_', ' ');
  }

  private void operation(OperationSlot operation) {
    Map<String, Object> node = operation.node();
    node.remove("servers");
    node.remove("security");
    String id = Node.of(node).get("operationId").text();
    node.put("summary", words(id));
    node.put("description", "Does what its name says.\n\n#### Permissions\n\nAny.");
    operation.responses().values().forEach(VendorStyle::response);
    operation.parameters().replaceAll(each -> parameter(Node.of(each).object(), id));
  }

  private static void response(Object node) {
    Node.of(node).object().put("description", "What it returns.");
  }

  private Object parameter(Map<String, Object> parameter, String operation) {
    String name = Node.of(parameter).get("name").text();
    parameter.put("description", "Tells the " + words(name) + ".");
    if (!"path".equals(parameter.get("in"))) {
      parameter.put("explode", false);
    }
    if (name.equals("page_size")) {
      Node.of(parameter).get("schema").object().put("default", 50);
    }
    if (!name.startsWith("page_") || operation.length() % 2 == 0) {
      return parameter;
    }
    String key = "Video." + operation + "." + name;
    shared.put(key, parameter);
    return EditableDocument.reference("#/components/parameters/" + key);
  }

  private void renameSchemas() {
    source.references(
        node -> {
          String name = EditableDocument.target(node);
          if (!name.isEmpty() && !name.equals("uuid")) {
            node.put("$ref", SCHEMAS + namespaced(name));
          }
        });
    Map<String, Object> renamed = new TreeMap<>();
    source.components("schemas").forEach((name, node) -> renamed.put(namespaced(name), node));
    Node.of(document).child("components").object().put("schemas", renamed);
  }

  private static String namespaced(String name) {
    return (name.startsWith("StatusCode") || STATUS_PARTS.contains(name)
            ? "Types.StatusCodes."
            : "Video.")
        + name;
  }

  static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }
}
