package io.github.videorooms.openapi.tool;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A place in a document: the way there, and the value found, if any. */
public final class Node {
  private final String path;
  private final String key;
  private final @Nullable Object value;

  private Node(String path, String key, @Nullable Object value) {
    this.path = path;
    this.key = key;
    this.value = value;
  }

  public static Node root(Map<String, ?> tree) {
    return new Node("", "", tree);
  }

  /** Where this is, such as {@code components.schemas.Room.required[0]}. */
  public String path() {
    return path;
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

  public boolean isObject() {
    return value instanceof Map;
  }

  public boolean isList() {
    return value instanceof List;
  }

  public boolean has(String name) {
    return object().containsKey(name);
  }

  public Node get(String name) {
    return new Node(path.isEmpty() ? name : path + "." + name, name, object().get(name));
  }

  public Node get(int index) {
    String step = "[" + index + "]";
    return new Node(path + step, step, list().get(index));
  }

  public Stream<Node> members() {
    return object().keySet().stream().map(this::get);
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
  public Map<String, @Nullable Object> object() {
    return DocumentTree.object(value);
  }

  /** The value if it is a list, otherwise an empty one; a change of it changes the document. */
  public List<@Nullable Object> list() {
    return DocumentTree.list(value);
  }

  /** Sets a flag of this object, or removes it. */
  public void set(String flag, boolean value) {
    DocumentTree.set(object(), flag, value);
  }

  public void remove(String name) {
    object().remove(name);
  }

  @Override
  public String toString() {
    return path;
  }
}
