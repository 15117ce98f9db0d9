package io.github.videorooms.generated.mutation;

import static java.util.stream.Collectors.toCollection;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A document that mutations edit. */
final class Tree {
  private final Map<String, Object> root;

  Tree(String yaml) {
    this(DocumentYaml.read(yaml));
  }

  private Tree(Map<String, Object> root) {
    this.root = root;
  }

  Tree copy() {
    return new Tree(asObject(copy(root)));
  }

  private static Object copy(Object node) {
    if (node instanceof Map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      asObject(node).forEach((key, value) -> copy.put(key, copy(value)));
      return copy;
    }
    return node instanceof List
        ? asList(node).stream().map(Tree::copy).collect(toCollection(ArrayList::new))
        : node;
  }

  Map<String, Object> root() {
    return root;
  }

  String toYaml() {
    return DocumentYaml.write(root);
  }

  Map<String, Object> object(String... steps) {
    return asObject(at(steps));
  }

  List<Object> list(String... steps) {
    return asList(at(steps));
  }

  Map<String, Object> schema(String name) {
    return object("components", "schemas", name);
  }

  Map<String, Object> properties(String schema) {
    return object("components", "schemas", schema, "properties");
  }

  Map<String, Object> property(String schema, String name) {
    return object("components", "schemas", schema, "properties", name);
  }

  List<Object> required(String schema) {
    return asList(schema(schema).get("required"));
  }

  Map<String, Object> parameter(String name) {
    return object("components", "parameters", name);
  }

  /** Returns the operation with an id. */
  Map<String, Object> operation(String id) {
    return asObject(
        pathOf(id).values().stream().filter(each -> isNamed(each, id)).findFirst().get());
  }

  /** Returns the object in a field of an object. */
  static Map<String, Object> objectIn(Map<String, Object> object, String key) {
    return asObject(object.get(key));
  }

  /** Returns the list in a field of an object. */
  static List<Object> listIn(Map<String, Object> object, String key) {
    return asList(object.get(key));
  }

  /** Returns the response of an operation for a status. */
  Map<String, Object> response(String operation, String status) {
    return asObject(asObject(operation(operation).get("responses")).get(status));
  }

  /** Returns the request body of an operation. */
  Map<String, Object> body(String operation) {
    return asObject(operation(operation).get("requestBody"));
  }

  Map<String, Object> json(Map<String, Object> holder) {
    return asObject(asObject(holder.get("content")).get("application/json"));
  }

  /** Returns the path of the operation with an id. */
  Map<String, Object> pathOf(String id) {
    return object("paths").values().stream()
        .map(Tree::asObject)
        .filter(path -> path.values().stream().anyMatch(each -> isNamed(each, id)))
        .findFirst()
        .get();
  }

  private static boolean isNamed(Object operation, String id) {
    return operation instanceof Map<?, ?> map && id.equals(map.get("operationId"));
  }

  /** Renames a key without changing the order. */
  static void rename(Map<String, Object> object, String from, String to) {
    Map<String, Object> copy = new LinkedHashMap<>(object);
    object.clear();
    copy.forEach((key, value) -> object.put(key.equals(from) ? to : key, value));
  }

  /** Replaces all values that equal a text. */
  void replaceValue(String from, String to) {
    replaceValue(root, from, to);
  }

  private static void replaceValue(Object node, String from, String to) {
    if (node instanceof Map) {
      asObject(node).replaceAll((key, value) -> from.equals(value) ? to : value);
      asObject(node).values().forEach(value -> replaceValue(value, from, to));
    } else if (node instanceof List) {
      asList(node).replaceAll(value -> from.equals(value) ? to : value);
      asList(node).forEach(value -> replaceValue(value, from, to));
    }
  }

  private Object at(String... steps) {
    Object node = root;
    for (String step : steps) {
      node = asObject(node).get(step);
    }
    return node;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asObject(Object node) {
    return (Map<String, Object>) node;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> asList(Object node) {
    return (List<Object>) node;
  }
}
