package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cuts the Video API, and what it reaches, out of a document of more. */
final class VideoSlice {
  static final String PREFIX = "/api/video/";
  private static final Set<String> OPERATION_MEMBERS =
      Set.of("operationId", "summary", "description", "tags", "deprecated");

  private final Map<String, @Nullable Object> root;
  private final References references;
  private final Access access;
  private final Draft draft;
  private final Set<String> noted = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Deque<String> inlining = new ArrayDeque<>();

  private VideoSlice(Map<String, @Nullable Object> root) {
    this.root = root;
    this.references = new References(root);
    this.access = new Access(root);
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("openapi", root.get("openapi"));
    tree.put("tags", Tree.copy(root.get("tags")));
    this.draft = new Draft(tree);
  }

  /**
   * Returns a draft of the Video operations alone.
   *
   * @param known tells a path of ours, for a document that leaves the prefix to its reader
   */
  static Draft of(Map<String, @Nullable Object> root, Set<String> known) {
    VideoSlice slice = new VideoSlice(root);
    Map<String, String> paths = new VideoPaths(root, known).byOriginal();
    if (paths.isEmpty()) {
      throw new UnusableDocument(
          "paths",
          "none of " + Tree.object(root.get("paths")).size() + " paths is of the Video API",
          "A document without " + PREFIX + " would remove the whole client; give another.");
    }
    paths.forEach(slice::addPath);
    slice.addSchemas();
    return slice.draft;
  }

  private void addPath(String original, String path) {
    String where = "paths." + original;
    Map<String, @Nullable Object> item =
        expect(references.resolve(Tree.object(root.get("paths")).get(original), where), where);
    Map<String, @Nullable Object> methods = Tree.child(draft.paths(), path);
    for (String method : Draft.METHODS) {
      if (item.containsKey(method)) {
        String there = where + "." + method;
        methods.put(
            method, operation(expect(item.get(method), there), item.get("parameters"), there));
      }
    }
  }

  private Map<String, @Nullable Object> operation(
      Map<String, @Nullable Object> node, @Nullable Object shared, String where) {
    Map<String, @Nullable Object> operation = new LinkedHashMap<>();
    node.forEach(
        (name, value) -> {
          if (OPERATION_MEMBERS.contains(name)) {
            operation.put(name, Tree.copy(value));
          }
        });
    operation.put(
        "parameters", parameters(Tree.list(shared), Tree.list(node.get("parameters")), where));
    if (node.get("requestBody") != null) {
      operation.put("requestBody", inlined(node.get("requestBody"), where + ".requestBody"));
    }
    operation.put("responses", responses(node.get("responses"), where + ".responses"));
    access.add(operation, node, draft);
    return operation;
  }

  private List<@Nullable Object> parameters(
      List<@Nullable Object> shared, List<@Nullable Object> own, String where) {
    Map<String, @Nullable Object> byName = new LinkedHashMap<>();
    List<@Nullable Object> all = new ArrayList<>(shared);
    all.addAll(own);
    for (@Nullable Object each : all) {
      Map<String, @Nullable Object> parameter = inlined(each, where + ".parameters");
      String name = Tree.text(parameter.get("name"));
      if (name.isEmpty() || Tree.text(parameter.get("in")).isEmpty()) {
        throw incomplete(where + ".parameters", "has a parameter without name or in");
      }
      if (parameter.get("schema") == null && parameter.get("content") == null) {
        throw incomplete(where + ".parameters." + name, "has no schema");
      }
      byName.put(parameter.get("in") + " " + name, parameter);
    }
    return new ArrayList<>(byName.values());
  }

  private Map<String, @Nullable Object> responses(@Nullable Object node, String where) {
    Map<String, @Nullable Object> responses = new LinkedHashMap<>();
    expect(node, where)
        .forEach(
            (status, response) -> {
              if (!status.startsWith("x-")) {
                responses.put(status, inlined(response, where + "." + status));
              }
            });
    if (responses.isEmpty()) {
      throw incomplete(where, "names no response");
    }
    return responses;
  }

  /** Returns a copy in which only schemas are still referred to. */
  private Map<String, @Nullable Object> inlined(@Nullable Object node, String where) {
    Map<String, @Nullable Object> copy = Tree.copy(expect(references.resolve(node, where), where));
    copy.remove("links");
    copy.keySet().removeIf(name -> name.startsWith("x-"));
    Map<String, @Nullable Object> headers = Tree.object(copy.get("headers"));
    headers.replaceAll((name, header) -> inlined(header, where + ".headers." + name));
    return copy;
  }

  /** Adds the schemas that operations refer to, and those that these refer to. */
  private void addSchemas() {
    draft.operations().forEach(operation -> operation.replaceSchemas(this::noted));
    while (!open.isEmpty()) {
      String name = open.remove();
      String where = "components.schemas." + name;
      @Nullable Object schema = Tree.copy(Tree.object(root, "components", "schemas").get(name));
      draft.schemas().put(name, SchemaParts.replace(schema, where, this::noted));
    }
  }

  private @Nullable Object noted(@Nullable Object schema, String where) {
    if (!References.isReference(schema)) {
      return schema;
    }
    @Nullable Object target = references.resolve(schema, where);
    String name = References.schemaName(schema);
    if (name.isEmpty()) {
      return inlinedSchema(schema, target, where);
    }
    if (noted.add(name)) {
      open.add(name);
    }
    return schema;
  }

  /** A reference into the middle of something gives a copy of what is there. */
  private @Nullable Object inlinedSchema(
      @Nullable Object reference, @Nullable Object target, String where) {
    String pointer = Tree.text(Tree.object(reference).get("$ref"));
    if (inlining.contains(pointer)) {
      throw new UnusableDocument(
          where,
          "refers to " + pointer + ", which holds this very place",
          "Ask the vendor to give the schema a name; only named ones can recur.");
    }
    inlining.push(pointer);
    @Nullable Object copy = SchemaParts.replace(Tree.copy(target), where, this::noted);
    inlining.pop();
    return copy;
  }

  private static Map<String, @Nullable Object> expect(@Nullable Object node, String where) {
    if (!(node instanceof Map)) {
      throw incomplete(where, node == null ? "is empty" : "is no object");
    }
    return Tree.object(node);
  }

  private static UnusableDocument incomplete(String where, String problem) {
    return new UnusableDocument(where, problem, "Is the file whole? Otherwise ask the vendor.");
  }
}
