package io.github.videorooms.openapi.tool;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document: its path and its value, which may be absent. Editing a node edits the tree
 * that it belongs to.
 */
public final class Node {
  private final @Nullable Node parent;
  private final String key;
  private final @Nullable Object value;

  private Node(@Nullable Node parent, String key, @Nullable Object value) {
    this.parent = parent;
    this.key = key;
    this.value = value;
  }

  /** Returns the root of a tree of maps with string keys, lists and scalars. */
  public static Node of(@Nullable Object tree) {
    return new Node(null, "", tree);
  }

  /** Returns the path, such as {@code components.schemas.Room.required[0]}. */
  public String path() {
    if (parent == null) {
      return "";
    }
    String way = parent.path();
    return way.isEmpty() || parent.isList() ? way + key : way + "." + key;
  }

  /** Returns the last step of the path. */
  public String key() {
    return key;
  }

  public @Nullable Object value() {
    return value;
  }

  /** Returns the value if it is a string, otherwise {@code ""}. */
  public String text() {
    return value instanceof String text ? text : "";
  }

  public boolean is(@Nullable Object expected) {
    return Objects.equals(value, expected);
  }

  /** Returns whether there is a value other than null. */
  public boolean exists() {
    return value != null;
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  public boolean isList() {
    return value instanceof List;
  }

  /** Returns whether this is a {@code $ref}. */
  public boolean isReference() {
    return object().get("$ref") instanceof String;
  }

  /** Returns the {@code $ref}, or {@code ""}. */
  public String reference() {
    return get("$ref").text();
  }

  public boolean has(String name) {
    return object().containsKey(name);
  }

  /** Returns whether a field is true. */
  public boolean flag(String name) {
    return get(name).is(true);
  }

  /** Returns a field; an absent node if it does not exist. */
  public Node get(String name) {
    return new Node(this, name, object().get(name));
  }

  /** Returns the node at a path of fields. */
  public Node get(String first, String... more) {
    Node node = get(first);
    for (String step : more) {
      node = node.get(step);
    }
    return node;
  }

  /** Returns an item; an absent node if it does not exist. */
  public Node get(int index) {
    List<@Nullable Object> list = list();
    return new Node(this, "[" + index + "]", index < list.size() ? list.get(index) : null);
  }

  /** Returns a view of the field names; removing a name from it removes the field. */
  public Set<String> names() {
    return object().keySet();
  }

  public Stream<Node> members() {
    return names().stream().map(this::get);
  }

  public Stream<Node> items() {
    return IntStream.range(0, list().size()).mapToObj(this::get);
  }

  /** Returns the strings in a list. */
  public Set<String> texts() {
    return items().map(Node::text).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Returns this node and all its descendants. */
  public Stream<Node> tree() {
    List<Node> nodes = new ArrayList<>();
    addTree(nodes);
    return nodes.stream();
  }

  private void addTree(List<Node> nodes) {
    nodes.add(this);
    Stream<Node> children = isList() ? items() : members();
    children.forEach(child -> child.addTree(nodes));
  }

  /** Returns the value itself if it is an object, otherwise a new empty one. */
  @SuppressWarnings("unchecked") // DocumentYaml converts all keys to strings.
  public Map<String, @Nullable Object> object() {
    return value instanceof Map
        ? (Map<String, @Nullable Object>) value
        : new LinkedHashMap<String, @Nullable Object>();
  }

  /** Returns the value itself if it is a list, otherwise a new empty one. */
  @SuppressWarnings("unchecked")
  public List<@Nullable Object> list() {
    return value instanceof List
        ? (List<@Nullable Object>) value
        : new ArrayList<@Nullable Object>();
  }

  /** Sets a field. */
  public void put(String name, @Nullable Object field) {
    object().put(name, field);
  }

  /** Sets a field to true, or removes it. */
  public void set(String flag, boolean on) {
    if (!on) {
      remove(flag);
    } else if (!flag(flag)) {
      put(flag, true);
    }
  }

  /** Returns a field that is an object; adds an empty one if it does not exist. */
  public Node child(String name) {
    if (!get(name).isObject()) {
      put(name, new LinkedHashMap<>());
    }
    return get(name);
  }

  /** Removes a field, and returns whether it existed. */
  public boolean remove(String name) {
    return names().remove(name);
  }

  /** Returns whether both are the same object or list of a tree, whatever their paths. */
  @Override
  public boolean equals(@Nullable Object object) {
    return this == object
        || (object instanceof Node other && (isObject() || isList()) && value == other.value);
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(isObject() || isList() ? value : this);
  }

  @Override
  public String toString() {
    return path();
  }
}
