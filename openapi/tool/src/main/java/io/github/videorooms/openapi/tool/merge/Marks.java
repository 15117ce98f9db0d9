package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.References;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sets the extensions that follow from the rest of the document. */
final class Marks {
  private final Draft document;

  private Marks(Map<String, @Nullable Object> document) {
    this.document = new Draft(document);
  }

  static void apply(Map<String, @Nullable Object> document) {
    Marks marks = new Marks(document);
    marks.markRequests();
    marks.markPages();
    marks.document.schemas().forEach((name, schema) -> freeAliases(Tree.object(schema)));
    marks.document.schemas().forEach((name, schema) -> marks.checkPair(Tree.object(schema)));
  }

  private void markRequests() {
    Set<String> requests = new HashSet<>();
    for (DraftOperation operation : document.operations()) {
      bodies(operation.node().get("requestBody"))
          .forEach(schema -> requests.add(References.schemaName(schema)));
    }
    document
        .schemas()
        .forEach((name, schema) -> mark(Tree.object(schema), "x-request", requests.contains(name)));
  }

  private void markPages() {
    for (DraftOperation operation : document.operations()) {
      boolean paged =
          Tree.object(operation.node().get("responses")).entrySet().stream()
              .filter(response -> response.getKey().startsWith("2"))
              .flatMap(response -> bodies(response.getValue()))
              .map(
                  schema ->
                      Tree.object(document.schema(References.schemaName(schema)), "properties"))
              .anyMatch(members -> members.keySet().containsAll(List.of("links", "data")));
      mark(operation.node(), "x-paged", paged);
      markRedirect(operation.node());
      Map<String, @Nullable Object> sorted = Order.operation(operation.node());
      operation.node().clear();
      operation.node().putAll(sorted);
    }
  }

  /** Tells the generator, which looks for a 2xx, that a redirect is what the caller hopes for. */
  private static void markRedirect(Map<String, @Nullable Object> operation) {
    Set<String> statuses = Tree.object(operation.get("responses")).keySet();
    operation.remove("x-redirect");
    if (statuses.stream().noneMatch(each -> each.startsWith("2"))) {
      statuses.stream()
          .filter(each -> each.matches("3\\d\\d"))
          .findFirst()
          .ifPresent(status -> operation.put("x-redirect", Integer.valueOf(status)));
    }
  }

  private static Stream<@Nullable Object> bodies(@Nullable Object holder) {
    return Tree.object(holder, "content").values().stream()
        .map(media -> Tree.object(media).get("schema"));
  }

  private static void mark(Map<String, @Nullable Object> node, String mark, boolean expected) {
    if (!expected) {
      node.remove(mark);
    } else if (!Boolean.TRUE.equals(node.get(mark))) {
      node.put(mark, true);
    }
  }

  /** An older name that has become a property of its own is no longer another name. */
  private static void freeAliases(Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> properties = Tree.object(schema.get("properties"));
    for (@Nullable Object each : properties.values()) {
      Map<String, @Nullable Object> property = Tree.object(each);
      List<@Nullable Object> aliases = Tree.list(property.get("x-aliases"));
      aliases.removeIf(alias -> properties.containsKey(Tree.text(alias)));
      if (aliases.isEmpty()) {
        property.remove("x-aliases");
      }
    }
  }

  /** A request is filled from an answer as far as both agree on the type of a member. */
  private void checkPair(Map<String, @Nullable Object> request) {
    String source = Tree.text(request.get("x-built-from"));
    if (source.isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> members = Tree.object(document.schema(source), "properties");
    Tree.object(request.get("properties"))
        .forEach(
            (name, member) ->
                mark(
                    Tree.object(member),
                    "x-not-copied",
                    !sameType(Tree.object(member), Tree.object(members.get(name)))));
  }

  private static boolean sameType(
      Map<String, @Nullable Object> one, Map<String, @Nullable Object> other) {
    return one.isEmpty() == other.isEmpty()
        && Stream.of("$ref", "type", "format")
            .allMatch(key -> Objects.equals(one.get(key), other.get(key)))
        && (!one.containsKey("items")
            || sameType(Tree.object(one, "items"), Tree.object(other, "items")));
  }
}
