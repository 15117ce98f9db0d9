package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor calls things and what they are called here, as an ordered table: renames and
 * merges, which an overlay cannot express. An entry that meets nothing does nothing.
 */
public final class Names {
  private final List<Map<String, @Nullable Object>> entries = new ArrayList<>();

  private Names(Map<String, @Nullable Object> tree) {
    for (@Nullable Object entry : Tree.list(tree.get("names"))) {
      entries.add(Tree.object(entry));
    }
  }

  /** Reads the table from a file such as {@code openapi/names.yaml}. */
  public static Names read(Path file) throws IOException {
    return parse(Files.readString(file));
  }

  /** Reads the table. */
  public static Names parse(String text) {
    return new Names(DocumentYaml.read(text));
  }

  void apply(Draft draft) {
    shorten(draft);
    for (Map<String, @Nullable Object> entry : entries) {
      apply(entry, draft);
    }
    draft.prune();
    refuseSharedAddresses(draft);
  }

  /** Leaves of {@code Video.RoomResponse} the last part, unless two schemas would share it. */
  private static void shorten(Draft draft) {
    for (String name : List.copyOf(draft.schemas().keySet())) {
      String last = Identifier.type(name.substring(name.lastIndexOf('.') + 1));
      String free = draft.schemas().containsKey(last) ? Identifier.type(name) : last;
      if (!name.equals(last) && !draft.schemas().containsKey(free)) {
        draft.rename(name, free);
      }
    }
  }

  private static void apply(Map<String, @Nullable Object> entry, Draft draft) {
    String to = Tree.text(entry.get("to"));
    if (entry.containsKey("schema")) {
      mergeSchemas(List.of(Tree.text(entry.get("schema"))), to, draft);
    } else if (entry.containsKey("schemas")) {
      mergeSchemas(Tree.list(entry.get("schemas")), to, draft);
    } else if (entry.containsKey("inline")) {
      inline(Tree.text(entry.get("inline")), draft);
    } else if (entry.containsKey("property")) {
      renameProperty(Tree.text(entry.get("property")), Tree.text(entry.get("of")), to, draft);
    } else if (entry.containsKey("operations")) {
      mergeOperations(Tree.text(entry.get("operations")), draft);
    } else if (entry.containsKey("tag")) {
      renameTag(Tree.text(entry.get("tag")), to, draft);
    } else {
      throw new IllegalArgumentException("No entry of a table of names: " + entry);
    }
  }

  private static void mergeSchemas(List<? extends @Nullable Object> names, String to, Draft draft) {
    for (@Nullable Object each : names) {
      String name = Tree.text(each);
      if (name.equals(to) || !draft.schemas().containsKey(name)) {
        continue;
      }
      if (!draft.schemas().containsKey(to)) {
        draft.rename(name, to);
        continue;
      }
      Map<String, @Nullable Object> union = Union.of(draft.schema(to), draft.schema(name));
      if (draft.schema(to).containsKey("type") && !union.containsKey("type")) {
        throw new UnusableDocument(
            "components.schemas." + name,
            "is of another type than " + to + ", with which it was one until now",
            "Take it out of the entry for " + to + " in openapi/names.yaml.");
      }
      draft.schemas().put(to, union);
      draft.schemas().remove(name);
      draft.redirect(name, to);
    }
  }

  private static void inline(String name, Draft draft) {
    if (!draft.schemas().containsKey(name)) {
      return;
    }
    Map<String, @Nullable Object> meant = draft.schema(name);
    draft.replaceSchemas(
        (schema, where) -> {
          if (!References.schemaName(schema).equals(name)) {
            return schema;
          }
          Map<String, @Nullable Object> inlined = Tree.copy(meant);
          inlined.putAll(Tree.object(schema));
          inlined.remove("$ref");
          return inlined;
        });
    draft.schemas().remove(name);
  }

  private static void renameProperty(String from, String of, String to, Draft draft) {
    draft.replaceSchemas(
        (node, where) -> {
          Map<String, @Nullable Object> schema = Tree.object(node);
          boolean meant = of.isEmpty() || where.equals("components.schemas." + of);
          if (meant && Tree.object(schema.get("properties")).containsKey(from)) {
            renameMember(schema, from, to);
          }
          return node;
        });
  }

  /** The new name wins where both are there. */
  private static void renameMember(Map<String, @Nullable Object> schema, String from, String to) {
    Map<String, @Nullable Object> before = Tree.object(schema.get("properties"));
    Map<String, @Nullable Object> after = new LinkedHashMap<>();
    before.forEach(
        (name, property) -> {
          if (!name.equals(from)) {
            after.put(name, property);
          } else if (!before.containsKey(to)) {
            after.put(to, property);
          }
        });
    schema.put("properties", after);
    List<@Nullable Object> required = Tree.list(schema.get("required"));
    if (required.remove(from) && !required.contains(to)) {
      required.add(to);
    }
  }

  private static void mergeOperations(String address, Draft draft) {
    String[] parts = address.split(" ", 2);
    String sought = parts[0].toLowerCase(Locale.ROOT) + " " + Draft.structure(parts[1]);
    @Nullable Operation first = null;
    for (Operation operation : draft.operations()) {
      if (operation.address().equals(sought)) {
        if (first == null) {
          first = operation;
        } else {
          unite(first, operation);
          remove(operation, draft);
        }
      }
    }
  }

  private static void unite(Operation kept, Operation other) {
    List<String> names = Draft.parameterNames(kept.path());
    List<String> otherNames = Draft.parameterNames(other.path());
    for (@Nullable Object each : other.parameters()) {
      Map<String, @Nullable Object> parameter = Tree.object(each);
      int position = otherNames.indexOf(Tree.text(parameter.get("name")));
      boolean inPath = "path".equals(parameter.get("in")) && position >= 0;
      String name = inPath ? names.get(position) : Tree.text(parameter.get("name"));
      uniteParameter(kept, name, parameter);
    }
    Map<String, @Nullable Object> responses = Tree.child(kept.node(), "responses");
    Tree.object(other.node().get("responses"))
        .forEach(
            (status, response) -> {
              @Nullable Object present = responses.putIfAbsent(status, response);
              if (present != null && !Meaning.same(present, response)) {
                throw new UnusableDocument(
                    other.where() + ".responses." + status,
                    "is not that of " + kept + ", with which it shares an address",
                    "Take the address out of openapi/names.yaml, or correct one of them.");
              }
            });
  }

  private static void uniteParameter(
      Operation kept, String name, Map<String, @Nullable Object> other) {
    for (@Nullable Object each : kept.parameters()) {
      Map<String, @Nullable Object> parameter = Tree.object(each);
      if (name.equals(parameter.get("name"))
          && Objects.equals(parameter.get("in"), other.get("in"))) {
        parameter.put(
            "schema",
            Union.of(Tree.object(parameter.get("schema")), Tree.object(other.get("schema"))));
        return;
      }
    }
    kept.parameters().add(other);
  }

  private static void remove(Operation operation, Draft draft) {
    Map<String, @Nullable Object> methods = Tree.object(draft.paths().get(operation.path()));
    methods.remove(operation.method());
    if (methods.isEmpty()) {
      draft.paths().remove(operation.path());
    }
  }

  private static void renameTag(String from, String to, Draft draft) {
    draft
        .operations()
        .forEach(
            operation ->
                Tree.list(operation.node().get("tags"))
                    .replaceAll(tag -> from.equals(tag) ? to : tag));
  }

  private static void refuseSharedAddresses(Draft draft) {
    Map<String, Operation> seen = new LinkedHashMap<>();
    for (Operation operation : draft.operations()) {
      @Nullable Operation other = seen.putIfAbsent(operation.address(), operation);
      if (other != null) {
        throw new UnusableDocument(
            operation.where(),
            "is at the same address as " + other,
            "Say in openapi/names.yaml that both are one: operations: " + operation);
      }
    }
  }
}
