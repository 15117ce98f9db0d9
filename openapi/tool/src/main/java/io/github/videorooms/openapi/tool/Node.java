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
 * A place in a document: the way there, and the value found, if any. A change of a node changes the
 * tree that it is part of.
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

  /** The root of a tree of maps with string keys, lists and scalars. */
  public static Node of(@Nullable Object tree) {
    return new Node(null, "", tree);
  }

  /** Where this is, such as {@code components.schemas.Room.required[0]}. */
  public String path() {
    if (parent == null) {
      return "";
    }
    String way = parent.path();
    return way.isEmpty() || parent.isList() ? way + key : way + "." + key;
  }

  /** The last step of the path. */
  public String key() {
    return key;
  }

  public @Nullable Object value() {
    return value;
  }

  /** The value if it is a string, and nothing otherwise. */
  public String text() {
    return value instanceof String text ? text : "";
  }

  public boolean is(@Nullable Object expected) {
    return Objects.equals(value, expected);
  }

  /** Whether there is a value, which null is not. */
  public boolean exists() {
    return value != null;
  }

  public boolean isObject() {
    return value instanceof Map;
  }

  public boolean isList() {
    return value instanceof List;
  }

  /** Whether this stands for another node. */
  public boolean isReference() {
    return object().get("$ref") instanceof String;
  }

  /** The reference that this is, or {@code ""}. */
  public String reference() {
    return get("$ref").text();
  }

  public boolean has(String name) {
    return object().containsKey(name);
  }

  /** Whether a member is true. */
  public boolean flag(String name) {
    return get(name).is(true);
  }

  /** A member; a node without a value if there is none. */
  public Node get(String name) {
    return new Node(this, name, object().get(name));
  }

  /** The node at the end of a way through members. */
  public Node get(String first, String... more) {
    Node node = get(first);
    for (String step : more) {
      node = node.get(step);
    }
    return node;
  }

  /** An item; a node without a value if there are not as many. */
  public Node get(int index) {
    List<@Nullable Object> list = list();
    return new Node(this, "[" + index + "]", index < list.size() ? list.get(index) : null);
  }

  /** The names of the members; one that is removed from the set is removed from the object. */
  public Set<String> names() {
    return object().keySet();
  }

  public Stream<Node> members() {
    return names().stream().map(this::get);
  }

  public Stream<Node> items() {
    return IntStream.range(0, list().size()).mapToObj(this::get);
  }

  /** The strings of a list. */
  public Set<String> texts() {
    return items().map(Node::text).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** This node and all below it. */
  public Stream<Node> tree() {
    Stream<Node> children = isList() ? items() : members();
    return Stream.concat(Stream.of(this), children.flatMap(Node::tree));
  }

  /** The value if it is an object, otherwise an empty one; a change of it changes the document. */
  @SuppressWarnings("unchecked") // DocumentYaml gives nothing but strings as keys.
  public Map<String, @Nullable Object> object() {
    return value instanceof Map
        ? (Map<String, @Nullable Object>) value
        : new LinkedHashMap<String, @Nullable Object>();
  }

  /** The value if it is a list, otherwise an empty one; a change of it changes the document. */
  @SuppressWarnings("unchecked")
  public List<@Nullable Object> list() {
    return value instanceof List
        ? (List<@Nullable Object>) value
        : new ArrayList<@Nullable Object>();
  }

  /** Sets a member of this object. */
  public void put(String name, @Nullable Object member) {
    object().put(name, member);
  }

  /** Sets a flag of this object, or removes it: nothing is written where it is not set. */
  public void set(String flag, boolean on) {
    if (!on) {
      remove(flag);
    } else if (!flag(flag)) {
      put(flag, true);
    }
  }

  /** The object that is a member, after adding an empty one where there is none. */
  public Node child(String name) {
    if (!get(name).isObject()) {
      put(name, new LinkedHashMap<>());
    }
    return get(name);
  }

  /** Removes a member, and returns whether it was there. */
  public boolean remove(String name) {
    return names().remove(name);
  }

  /** Whether both are the same object or list of a tree, whatever way led there. */
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
