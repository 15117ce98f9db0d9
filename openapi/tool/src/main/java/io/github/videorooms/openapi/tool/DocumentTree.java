package io.github.videorooms.openapi.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and copies the maps and lists that a document is made of. */
public final class DocumentTree {
  /** Returns the node itself if it is an object, otherwise an empty one. */
  @SuppressWarnings("unchecked") // DocumentYaml gives nothing but strings as keys.
  public static Map<String, @Nullable Object> object(@Nullable Object node) {
    return node instanceof Map ? (Map<String, @Nullable Object>) node : new LinkedHashMap<>();
  }

  /** Returns the node itself if it is a list, otherwise an empty one. */
  @SuppressWarnings("unchecked")
  public static List<@Nullable Object> list(@Nullable Object node) {
    return node instanceof List ? (List<@Nullable Object>) node : new ArrayList<>();
  }

  /** Returns the object at the end of a way through members. */
  public static Map<String, @Nullable Object> object(@Nullable Object node, String... steps) {
    Map<String, @Nullable Object> found = object(node);
    for (String step : steps) {
      found = object(found.get(step));
    }
    return found;
  }

  /** Returns the object that is a member, after adding an empty one where there is none. */
  public static Map<String, @Nullable Object> child(
      Map<String, @Nullable Object> parent, String name) {
    if (!(parent.get(name) instanceof Map)) {
      parent.put(name, new LinkedHashMap<>());
    }
    return object(parent.get(name));
  }

  /** Returns the node if it is a string, otherwise an empty one. */
  public static String text(@Nullable Object node) {
    return node instanceof String text ? text : "";
  }

  /** Whether a flag of an object is set. */
  public static boolean flag(@Nullable Object node, String name) {
    return Boolean.TRUE.equals(object(node).get(name));
  }

  /** Whether a node stands for another one. */
  public static boolean isReference(@Nullable Object node) {
    return object(node).get("$ref") instanceof String;
  }

  /** Sets a flag of an object, or removes it: nothing is written where it is not set. */
  public static void set(Map<String, @Nullable Object> node, String name, boolean value) {
    if (!value) {
      node.remove(name);
    } else if (!flag(node, name)) {
      node.put(name, true);
    }
  }

  /** Returns an object of these names and values, in their order. */
  public static Map<String, @Nullable Object> of(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  /** Returns a copy that shares nothing that can change. */
  public static @Nullable Object copy(@Nullable Object node) {
    if (node instanceof Map) {
      return copy(object(node));
    }
    if (!(node instanceof List)) {
      return node;
    }
    List<@Nullable Object> copy = new ArrayList<>();
    list(node).forEach(item -> copy.add(copy(item)));
    return copy;
  }

  /** Returns a copy that shares nothing that can change. */
  public static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> node) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    node.forEach((name, value) -> copy.put(name, copy(value)));
    return copy;
  }

  private DocumentTree() {}
}
