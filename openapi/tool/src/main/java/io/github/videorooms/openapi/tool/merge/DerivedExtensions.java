package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.Lookup;
import io.github.videorooms.openapi.tool.generator.MethodNames;
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
final class DerivedExtensions {
  private static final String UPDATE_REQUEST = "x-update-request";
  private static final String BUILT_FROM = "x-built-from";

  private final OurDocument document;

  private DerivedExtensions(OurDocument document) {
    this.document = document;
  }

  static void apply(OurDocument document) {
    DerivedExtensions marks = new DerivedExtensions(document);
    marks.dropHalfPairs();
    marks.markRequests();
    marks.markPages();
    marks.dropShortForms();
    marks.dropLookups();
    marks.document.schemas().forEach((name, schema) -> freeAliases(Tree.object(schema)));
    marks.document.schemas().forEach((name, schema) -> marks.checkPair(Tree.object(schema)));
  }

  /** A pair is one as long as both are there. */
  private void dropHalfPairs() {
    document
        .schemas()
        .forEach(
            (name, node) -> {
              Map<String, @Nullable Object> schema = Tree.object(node);
              dropHalfPair(name, schema, UPDATE_REQUEST, BUILT_FROM);
              dropHalfPair(name, schema, BUILT_FROM, UPDATE_REQUEST);
            });
  }

  private void dropHalfPair(
      String name, Map<String, @Nullable Object> schema, String one, String other) {
    String partner = Tree.text(schema.get(one));
    if (!partner.isEmpty() && !name.equals(document.schema(partner).get(other))) {
      schema.remove(one);
    }
  }

  private void markRequests() {
    Set<String> requests = new HashSet<>();
    for (Map<String, @Nullable Object> operation : document.operations()) {
      bodies(operation.get("requestBody"))
          .forEach(schema -> requests.add(References.schemaName(schema)));
    }
    document
        .schemas()
        .forEach((name, schema) -> mark(Tree.object(schema), "x-request", requests.contains(name)));
  }

  private void markPages() {
    document
        .schemas()
        .values()
        .forEach(
            each -> {
              String item = itemOf(Tree.object(each));
              if (item.isEmpty()) {
                Tree.object(each).remove("x-page-of");
              } else {
                KeyOrder.put(Tree.object(each), "x-page-of", item);
              }
            });
    for (Map<String, @Nullable Object> operation : document.operations()) {
      boolean paged =
          Tree.object(operation.get("responses")).entrySet().stream()
              .filter(response -> response.getKey().startsWith("2"))
              .flatMap(response -> bodies(response.getValue()))
              .map(schema -> document.schema(References.schemaName(schema)))
              .anyMatch(schema -> !itemOf(schema).isEmpty());
      mark(operation, "x-paged", paged);
      markRedirect(operation);
      KeyOrder.sort(operation, KeyOrder.operation(operation));
    }
  }

  /** The object that a page lists, or {@code ""} if a schema is no page. */
  private String itemOf(Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> fields = Tree.object(schema, "properties");
    String item = References.schemaName(Tree.object(fields, "data", "items"));
    boolean isPage = fields.containsKey("links") && document.schema(item).containsKey("properties");
    return isPage ? item : "";
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

  /** A few fields stand for a request as long as nothing else is required in it. */
  private void dropShortForms() {
    for (Map<String, @Nullable Object> operation : document.operations()) {
      List<@Nullable Object> fields = Tree.list(operation.get("x-arguments"));
      boolean complete =
          bodies(operation.get("requestBody"))
              .map(schema -> document.schema(References.schemaName(schema)))
              .anyMatch(
                  request ->
                      fields.containsAll(Tree.list(request.get("required")))
                          && Tree.object(request.get("properties")).keySet().containsAll(fields));
      if (!complete) {
        operation.remove("x-arguments");
      }
    }
  }

  /** What finds something by a field needs that field, and one place for it in the path. */
  private void dropLookups() {
    Document names = new Document(document.tree());
    names
        .operations()
        .filter(operation -> operation.has(MethodNames.LOOKUP))
        .filter(operation -> !Lookup.isPossible(names, operation))
        .map(Node::value)
        .toList()
        .forEach(operation -> Tree.object(operation).remove(MethodNames.LOOKUP));
  }

  private static Stream<@Nullable Object> bodies(@Nullable Object holder) {
    return Tree.object(holder, "content").values().stream()
        .map(media -> Tree.object(media).get("schema"));
  }

  private static void mark(Map<String, @Nullable Object> node, String mark, boolean expected) {
    if (!expected) {
      node.remove(mark);
    } else if (!Tree.flag(node, mark)) {
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
    String source = Tree.text(request.get(BUILT_FROM));
    if (source.isEmpty()) {
      return;
    }
    Map<String, @Nullable Object> members = Tree.object(document.schema(source), "properties");
    Tree.object(request.get("properties"))
        .replaceAll(
            (name, member) -> {
              Map<String, @Nullable Object> bare = FieldNames.bare(Tree.object(member));
              boolean copied = sameType(bare, FieldNames.bare(Tree.object(members.get(name))));
              dropFallback(Tree.object(member), members);
              return FieldNames.dressed(Tree.object(member), "x-not-copied", copied ? null : true);
            });
  }

  private static void dropFallback(
      Map<String, @Nullable Object> member, Map<String, @Nullable Object> source) {
    Map<String, @Nullable Object> other =
        Tree.object(source.get(Tree.text(member.get("x-fallback"))));
    if (!sameType(FieldNames.bare(member), FieldNames.bare(other))) {
      member.remove("x-fallback");
    }
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
