package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.generator.MethodNames;
import io.github.videorooms.openapi.tool.generator.TagName;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import io.github.videorooms.openapi.tool.incoming.References;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A copy of our document that is being changed, and what it means as long as it is not. */
final class OurDocument {
  private final Map<String, @Nullable Object> tree;
  private final Map<Map<?, ?>, String> names = new IdentityHashMap<>();

  OurDocument(Map<String, @Nullable Object> document) {
    this.tree = Tree.copy(document);
    for (String section : Set.of("schemas", "parameters", "responses")) {
      section(section).forEach((name, node) -> names.put(Tree.object(node), name));
    }
  }

  Map<String, @Nullable Object> tree() {
    return tree;
  }

  /** Reads what the document means now; its nodes are those that are changed later. */
  Api read() {
    return ApiReader.read(tree, paths().keySet());
  }

  Map<String, @Nullable Object> paths() {
    return Tree.child(tree, "paths");
  }

  /**
   * Returns the operations of a path; a new one stands behind the one it has most in common with.
   */
  Map<String, @Nullable Object> pathItem(String path) {
    if (!paths().containsKey(path)) {
      Map<String, @Nullable Object> before = new LinkedHashMap<>(paths());
      String nearest = KeyOrder.nearest(path, before.keySet());
      paths().clear();
      before.forEach(
          (each, item) -> {
            paths().put(each, item);
            if (each.equals(nearest)) {
              paths().put(path, new LinkedHashMap<>());
            }
          });
    }
    return Tree.child(paths(), path);
  }

  Map<String, @Nullable Object> section(String name) {
    return Tree.child(Tree.child(tree, "components"), name);
  }

  Map<String, @Nullable Object> schemas() {
    return section("schemas");
  }

  /** A named schema, empty if there is none of that name. */
  Map<String, @Nullable Object> schema(String name) {
    return Tree.object(schemas().get(name));
  }

  /** The nodes of all operations. */
  List<Map<String, @Nullable Object>> operations() {
    return paths().values().stream()
        .flatMap(item -> Tree.object(item).values().stream())
        .map(Tree::object)
        .toList();
  }

  /** The tag of ours that becomes the same class in Java, or the given one if none does. */
  String tagOfSameClass(String tag) {
    Document names = new Document(tree);
    String type = TagName.of(tag).resource(names);
    return tags()
        .filter(each -> TagName.of(each).resource(names).equalsIgnoreCase(type))
        .findFirst()
        .orElse(tag);
  }

  /** The methods that the class of a tag has already. */
  Set<String> methodsOf(String tag) {
    Set<String> methods = new HashSet<>();
    operations().stream()
        .filter(operation -> Tree.list(operation.get("tags")).contains(tag))
        .forEach(
            operation -> {
              methods.add(Tree.text(operation.get(MethodNames.EXTENSION)));
              methods.add(Tree.text(Tree.object(operation, MethodNames.LOOKUP).get("method")));
            });
    return methods;
  }

  private Stream<String> tags() {
    return operations().stream()
        .flatMap(operation -> Tree.list(operation.get("tags")).stream())
        .map(Tree::text);
  }

  /** The classes that a new schema cannot be called: those of schemas and of resources. */
  Set<String> types() {
    Document names = new Document(tree);
    Set<String> types = new HashSet<>(schemas().keySet());
    tags().forEach(tag -> types.add(TagName.of(tag).resource(names)));
    return types;
  }

  /** The name under which a node is kept for reuse, or {@code ""}. */
  String nameOf(Map<String, @Nullable Object> node) {
    return names.getOrDefault(node, "");
  }

  /** Whether a schema at a place, or the one that it refers to, allows null. */
  boolean isNullable(Map<String, @Nullable Object> node) {
    String name = References.schemaName(FieldNames.bare(node));
    return Tree.flag(node, "nullable") || Boolean.TRUE.equals(schema(name).get("nullable"));
  }

  /** The response that operations refer to for a status, if any does. */
  Optional<Map<String, @Nullable Object>> sharedResponse(String status) {
    return operations().stream()
        .map(operation -> Tree.object(Tree.object(operation, "responses").get(status)))
        .filter(response -> response.containsKey("$ref"))
        .findFirst()
        .map(response -> new LinkedHashMap<>(response));
  }
}
