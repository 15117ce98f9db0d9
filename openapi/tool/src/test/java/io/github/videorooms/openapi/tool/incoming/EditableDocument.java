package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.incoming.SchemaSlot.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A copy of a document that tests edit, with access to its places and a source of randomness. */
public final class EditableDocument {
  private static final String SCHEMAS = "#/components/schemas/";
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace", "query");

  private final Map<String, Object> root;
  private final Random random;
  private int fresh;

  /** Creates a copy of a document. */
  public EditableDocument(Map<String, Object> root, Random random) {
    this.root = Trees.copy(root);
    this.random = random;
  }

  public Map<String, Object> root() {
    return root;
  }

  public Random random() {
    return random;
  }

  /** Returns true with a probability of one in {@code times}. */
  public boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  /** Returns a random element. */
  public <T> T pick(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  /** Returns one, some or all elements, in random order. */
  public <T> List<T> some(List<T> several) {
    List<T> chosen = new ArrayList<>(several);
    Collections.shuffle(chosen, random);
    int size = chosen.isEmpty() ? 0 : 1 + random.nextInt(chosen.size());
    return switch (random.nextInt(3)) {
      case 0 -> chosen.subList(0, Math.min(1, chosen.size()));
      case 1 -> chosen.subList(0, size);
      default -> chosen;
    };
  }

  /** Returns an unused name. */
  public String fresh(String start) {
    return start + "." + Integer.toString(++fresh, 36) + "x" + random.nextInt(1000);
  }

  /** Returns the components of a kind, such as {@code schemas}. */
  public Map<String, Object> components(String kind) {
    return Node.of(root).child("components").child(kind).object();
  }

  /** Adds a component under a new name, and returns a reference to it. */
  public Map<String, Object> hoist(String kind, String start, Object definition) {
    String name = fresh(start);
    components(kind).put(name, definition);
    return reference("#/components/" + kind + "/" + name);
  }

  /** Returns {@code {$ref: ...}}. */
  public static Map<String, Object> reference(String target) {
    Map<String, Object> reference = new java.util.LinkedHashMap<>();
    reference.put("$ref", target);
    return reference;
  }

  /** Follows references to their final target, or returns the node itself. */
  public Map<String, Object> resolve(Object node) {
    return new Document(root).resolve(Node.of(node)).object();
  }

  /** Returns the name of the component that a schema refers to, or {@code ""}. */
  public static String target(Map<String, Object> schema) {
    String reference = Node.of(schema).get("$ref").text();
    return reference.startsWith(SCHEMAS) ? reference.substring(SCHEMAS.length()) : "";
  }

  /** Returns the operations under {@code paths}. */
  public List<OperationSlot> operations() {
    List<OperationSlot> operations = new ArrayList<>();
    Node.of(root)
        .get("paths")
        .object()
        .forEach(
            (path, node) -> {
              Map<String, Object> item = resolve(node);
              item.forEach(
                  (method, operation) -> {
                    if (METHODS.contains(method)) {
                      operations.add(
                          new OperationSlot(path, item, method, Node.of(operation).object()));
                    }
                  });
            });
    return operations;
  }

  /** Returns the operation with an id. */
  public OperationSlot operation(String id) {
    return operations().stream()
        .filter(each -> id.equals(each.node().get("operationId")))
        .findFirst()
        .orElseThrow();
  }

  /** Returns all places that hold a schema. */
  public List<SchemaSlot> schemas() {
    return new Slots().all();
  }

  /** Returns the places whose schema passes a test. */
  public List<SchemaSlot> schemas(Predicate<SchemaSlot> fits) {
    return schemas().stream().filter(fits).toList();
  }

  /** Visits every reference in the document, so that it can be edited. */
  public void references(Consumer<Map<String, Object>> change) {
    everything(
        node -> {
          if (node.get("$ref") instanceof String) {
            change.accept(node);
          }
        });
  }

  /** Visits every object in the document, including examples and extensions. */
  public void everything(Consumer<Map<String, Object>> change) {
    below(root, change);
  }

  private static void below(Object node, Consumer<Map<String, Object>> change) {
    if (node instanceof Map) {
      Map<String, Object> map = Node.of(node).object();
      change.accept(map);
      List.copyOf(map.keySet()).forEach(key -> below(map.get(key), change));
    } else if (node instanceof List) {
      Node.of(node).list().forEach(each -> below(each, change));
    }
  }

  /** Collects the places that hold schemas. */
  private final class Slots {
    private final List<SchemaSlot> found = new ArrayList<>();

    List<SchemaSlot> all() {
      components("schemas")
          .keySet()
          .forEach(
              each -> schema(components("schemas"), each, "/components/schemas", Role.COMPONENT));
      components("parameters").values().forEach(this::parameter);
      components("headers").values().forEach(this::header);
      components("responses").values().forEach(this::response);
      components("requestBodies").values().forEach(this::content);
      components("mediaTypes").values().forEach(this::media);
      components("pathItems").values().forEach(this::pathItem);
      Node.of(root).get("paths").object().values().forEach(this::pathItem);
      return found;
    }

    private void pathItem(Object node) {
      Node.of(node).get("parameters").list().forEach(this::parameter);
      Node.of(node)
          .object()
          .forEach(
              (method, operation) -> {
                if (METHODS.contains(method)) {
                  operation(Node.of(operation).object());
                }
              });
    }

    private void operation(Map<String, Object> operation) {
      Node.of(operation).get("parameters").list().forEach(this::parameter);
      content(operation.get("requestBody"));
      Node.of(operation).get("responses").object().values().forEach(this::response);
    }

    private void parameter(Object node) {
      Map<String, Object> parameter = Node.of(node).object();
      schema(parameter, "schema", "", Role.PARAMETER);
      Node.of(parameter)
          .get("content")
          .object()
          .values()
          .forEach(media -> schema(Node.of(media).object(), "schema", "", Role.PARAMETER));
    }

    private void header(Object node) {
      schema(Node.of(node).object(), "schema", "", Role.HEADER);
    }

    private void response(Object node) {
      content(node);
      Node.of(node).get("headers").object().values().forEach(this::header);
    }

    private void content(Object holder) {
      Node.of(holder).get("content").object().values().forEach(this::media);
    }

    private void media(Object media) {
      schema(Node.of(media).object(), "schema", "", Role.BODY);
    }

    private void schema(Object holder, Object key, String pointer, Role role) {
      SchemaSlot slot =
          new SchemaSlot(holder, key, pointer.isEmpty() ? "" : pointer + "/" + key, role);
      if (!(slot.get() instanceof Map)) {
        return;
      }
      found.add(slot);
      Map<String, Object> node = slot.node();
      Map<String, Object> properties = Node.of(node).get("properties").object();
      for (String name : properties.keySet()) {
        schema(properties, name, below(slot, "properties"), Role.PROPERTY);
      }
      schema(node, "items", slot.pointer(), Role.ITEMS);
      schema(node, "additionalProperties", slot.pointer(), Role.VALUES);
      for (String composition : List.of("allOf", "anyOf", "oneOf")) {
        List<Object> parts = Node.of(node).get(composition).list();
        for (int i = 0; i < parts.size(); i++) {
          schema(parts, i, below(slot, composition), Role.PART);
        }
      }
    }

    private static String below(SchemaSlot slot, String step) {
      return slot.pointer().isEmpty() ? "" : slot.pointer() + "/" + step;
    }
  }
}
