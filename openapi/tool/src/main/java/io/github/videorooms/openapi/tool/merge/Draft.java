package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.References;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A document under way: paths whose operations hold their parameters, bodies and responses in
 * place, and schemas by name. Only schemas are referred to.
 */
final class Draft {
  static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
  private static final Pattern PARAMETER = Pattern.compile("\\{([^{}]*)}");

  private final Map<String, @Nullable Object> tree;

  /** Takes a tree over, which from now on changes with the draft. */
  Draft(Map<String, @Nullable Object> tree) {
    this.tree = tree;
  }

  Map<String, @Nullable Object> tree() {
    return tree;
  }

  Map<String, @Nullable Object> paths() {
    return Tree.child(tree, "paths");
  }

  Map<String, @Nullable Object> schemas() {
    return Tree.child(Tree.child(tree, "components"), "schemas");
  }

  Map<String, @Nullable Object> schema(String name) {
    return Tree.object(schemas().get(name));
  }

  List<DraftOperation> operations() {
    List<DraftOperation> operations = new ArrayList<>();
    paths()
        .forEach(
            (path, methods) ->
                METHODS.stream()
                    .filter(method -> Tree.object(methods).containsKey(method))
                    .map(
                        method ->
                            new DraftOperation(
                                path, method, Tree.object(Tree.object(methods).get(method))))
                    .forEach(operations::add));
    return operations;
  }

  /** Replaces every schema by what a function makes of it: the parts first, then the whole. */
  void replaceSchemas(SchemaFunction function) {
    operations().forEach(operation -> operation.replaceSchemas(function));
    for (Map.Entry<String, @Nullable Object> named : schemas().entrySet()) {
      named.setValue(
          SchemaParts.replace(named.getValue(), "components.schemas." + named.getKey(), function));
    }
  }

  /** Lets a schema have another name, everywhere. */
  void rename(String from, String to) {
    Map<String, @Nullable Object> before = new LinkedHashMap<>(schemas());
    schemas().clear();
    before.forEach((name, schema) -> schemas().put(name.equals(from) ? to : name, schema));
    redirect(from, to);
  }

  /** Lets what refers to one schema refer to another. */
  void redirect(String from, String to) {
    replaceSchemas(
        (schema, where) -> {
          if (References.schemaName(schema).equals(from)) {
            Tree.object(schema).put("$ref", References.toSchema(to));
          }
          return schema;
        });
  }

  /** Drops the schemas that no operation reaches. */
  void prune() {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    SchemaFunction noteReference =
        (schema, where) -> {
          String name = References.schemaName(schema);
          if (!name.isEmpty() && reached.add(name)) {
            open.add(name);
          }
          return schema;
        };
    operations().forEach(operation -> operation.replaceSchemas(noteReference));
    while (!open.isEmpty()) {
      String name = open.remove();
      SchemaParts.replace(schemas().get(name), "components.schemas." + name, noteReference);
    }
    schemas().keySet().retainAll(reached);
  }

  /** A path without the names of its parameters, which say nothing about the address. */
  static String structure(String path) {
    return PARAMETER.matcher(path).replaceAll("{}");
  }

  static List<String> parameterNames(String path) {
    List<String> names = new ArrayList<>();
    Matcher parameter = PARAMETER.matcher(path);
    while (parameter.find()) {
      names.add(parameter.group(1));
    }
    return names;
  }
}
