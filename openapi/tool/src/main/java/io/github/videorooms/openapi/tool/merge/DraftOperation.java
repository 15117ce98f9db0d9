package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One operation of a draft, with the address it is at. */
final class DraftOperation {
  private final String path;
  private final String method;
  private final Map<String, @Nullable Object> node;

  DraftOperation(String path, String method, Map<String, @Nullable Object> node) {
    this.path = path;
    this.method = method;
    this.node = node;
  }

  String path() {
    return path;
  }

  String method() {
    return method;
  }

  Map<String, @Nullable Object> node() {
    return node;
  }

  /** What is the same for an operation under other names of its path parameters. */
  String address() {
    return method + " " + Draft.structure(path);
  }

  String where() {
    return "paths." + path + "." + method;
  }

  List<@Nullable Object> parameters() {
    return Tree.list(node.get("parameters"));
  }

  void replaceSchemas(SchemaFunction function) {
    for (@Nullable Object parameter : parameters()) {
      String name = Tree.text(Tree.object(parameter).get("name"));
      replaceIn(Tree.object(parameter), where() + ".parameters." + name, function);
    }
    replaceContent(true, function);
    replaceContent(false, function);
  }

  /** Replaces the schemas of what is sent, or those of what is answered. */
  void replaceContent(boolean sent, SchemaFunction function) {
    if (sent) {
      replaceIn(Tree.object(node.get("requestBody")), where() + ".requestBody", function);
      return;
    }
    Tree.object(node.get("responses"))
        .forEach(
            (status, response) -> {
              String there = where() + ".responses." + status;
              replaceIn(Tree.object(response), there, function);
              Tree.object(response, "headers")
                  .forEach(
                      (name, header) ->
                          replaceIn(Tree.object(header), there + ".headers." + name, function));
            });
  }

  /** Replaces the schema of a parameter or header, and those of the media types of anything. */
  private static void replaceIn(
      Map<String, @Nullable Object> holder, String where, SchemaFunction function) {
    if (holder.get("schema") != null) {
      holder.put("schema", SchemaParts.replace(holder.get("schema"), where + ".schema", function));
    }
    Tree.object(holder.get("content"))
        .forEach(
            (type, media) -> replaceIn(Tree.object(media), where + ".content." + type, function));
  }

  @Override
  public String toString() {
    return method.toUpperCase(Locale.ROOT) + " " + path;
  }
}
