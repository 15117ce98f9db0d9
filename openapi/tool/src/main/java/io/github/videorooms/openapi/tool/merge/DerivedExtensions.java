package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.Lookup;
import io.github.videorooms.openapi.tool.generator.MethodNames;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Updates the {@code x-} extensions that can be derived from the rest of the document. */
final class DerivedExtensions {
  private static final String UPDATE_REQUEST = "x-update-request";
  private static final String BUILT_FROM = "x-built-from";
  private static final String ARGUMENTS = "x-arguments";

  private final Document document;

  private DerivedExtensions(Document document) {
    this.document = document;
  }

  static void apply(Document document) {
    DerivedExtensions extensions = new DerivedExtensions(document);
    Set<String> requests = document.requestNames();
    document.namedSchemas().forEach(extensions::dropHalfPair);
    document
        .namedSchemas()
        .forEach(schema -> schema.set("x-request", requests.contains(schema.key())));
    document.namedSchemas().forEach(extensions::setPage);
    document.operations().forEach(extensions::setOperation);
    document.namedSchemas().forEach(DerivedExtensions::freeAliases);
    document.namedSchemas().forEach(DerivedExtensions::freePresenceFlags);
    document.namedSchemas().forEach(extensions::checkPair);
  }

  /** Removes the link between a request and a response if only one side of it is left. */
  private void dropHalfPair(Node schema) {
    dropHalfPair(schema, UPDATE_REQUEST, BUILT_FROM);
    dropHalfPair(schema, BUILT_FROM, UPDATE_REQUEST);
  }

  private void dropHalfPair(Node schema, String one, String other) {
    if (!document.namedSchema(schema.get(one).text()).get(other).is(schema.key())) {
      schema.remove(one);
    }
  }

  private void setPage(Node schema) {
    String item = document.pageItem(schema);
    if (item.isEmpty()) {
      schema.remove("x-page-of");
    } else {
      KeyOrder.put(schema, "x-page-of", item);
    }
  }

  private void setOperation(Node operation) {
    operation.set("x-paged", document.isPaged(operation));
    operation.remove("x-redirect");
    document.redirect(operation).ifPresent(status -> operation.put("x-redirect", status));
    if (!hasShortForm(operation)) {
      operation.remove(ARGUMENTS);
    }
    if (!Lookup.isPossible(document, operation)) {
      operation.remove(MethodNames.LOOKUP);
    }
    KeyOrder.sortOperation(operation);
  }

  /** Whether the short form of an operation covers all required fields of its request. */
  private boolean hasShortForm(Node operation) {
    Set<String> fields = operation.get(ARGUMENTS).texts();
    return document
        .requestBodies(operation)
        .map(body -> document.resolve(body.get("schema")))
        .anyMatch(
            request ->
                fields.containsAll(request.get("required").texts())
                    && fields.stream().allMatch(request.get("properties")::has));
  }

  /** Removes aliases that have become properties of their own. */
  private static void freeAliases(Node schema) {
    Node properties = schema.get("properties");
    properties
        .members()
        .forEach(
            property -> {
              List<@Nullable Object> aliases = property.get("x-aliases").list();
              aliases.removeIf(alias -> properties.has(String.valueOf(alias)));
              if (aliases.isEmpty()) {
                property.remove("x-aliases");
              }
            });
  }

  /** Removes the presence flags whose names fields of their own now have. */
  private static void freePresenceFlags(Node schema) {
    Node properties = schema.get("properties");
    properties
        .members()
        .filter(property -> properties.has(property.get("x-presence").text()))
        .forEach(property -> property.remove("x-presence"));
  }

  /**
   * Limits what is copied from a response into a request to the fields of the same type in both.
   */
  private void checkPair(Node request) {
    if (!request.has(BUILT_FROM)) {
      return;
    }
    Node source = document.namedSchema(request.get(BUILT_FROM).text()).get("properties");
    Node fields = request.get("properties");
    fields
        .members()
        .forEach(
            field -> {
              if (!Document.sameType(field, source.get(field.get("x-fallback").text()))) {
                field.remove("x-fallback");
              }
              boolean copied = Document.sameType(field, source.get(field.key()));
              fields.put(
                  field.key(),
                  FieldNames.withExtension(field, "x-not-copied", copied ? null : true).value());
            });
  }
}
