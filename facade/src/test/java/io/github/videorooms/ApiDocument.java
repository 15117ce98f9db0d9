package io.github.videorooms;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.generator.JavaNames;
import io.github.videorooms.openapi.tool.generator.TagName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An OpenAPI document, as far as a user of the client meets it. */
final class ApiDocument {
  private final JsonObject root;

  ApiDocument(JsonObject root) {
    this.root = root;
  }

  /** Returns it as the tool reads it. */
  Map<String, Object> tree() {
    return DocumentYaml.read(root.toString());
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    root.getAsJsonObject("paths")
        .asMap()
        .forEach(
            (path, methods) ->
                methods
                    .getAsJsonObject()
                    .asMap()
                    .forEach(
                        (method, node) ->
                            operations.add(
                                new Operation(
                                    this,
                                    method.toUpperCase(Locale.ROOT),
                                    path,
                                    node.getAsJsonObject()))));
    return operations;
  }

  /** Returns the members of a schema, by their JSON names. */
  Map<String, JsonElement> properties(String schema) {
    JsonObject node = schema(schema);
    return node.has("properties") ? node.getAsJsonObject("properties").asMap() : Map.of();
  }

  /** Returns the schema that a member, or each item of it, has, if that is a named object. */
  Stream<String> objectIn(JsonElement property) {
    JsonObject node = property.getAsJsonObject();
    if (node.has("items")) {
      return objectIn(node.get("items"));
    }
    return Stream.of(node)
        .filter(each -> each.has("$ref"))
        .map(ApiDocument::lastStep)
        .filter(name -> schema(name).has("properties"));
  }

  private JsonObject schema(String name) {
    return root.getAsJsonObject("components").getAsJsonObject("schemas").getAsJsonObject(name);
  }

  private JsonObject resolve(JsonElement node) {
    JsonObject target = node.getAsJsonObject();
    if (!target.has("$ref")) {
      return target;
    }
    JsonObject step = root;
    for (String name : target.get("$ref").getAsString().substring(2).split("/", -1)) {
      step = step.getAsJsonObject(name);
    }
    return step;
  }

  private static String lastStep(JsonObject reference) {
    return reference.get("$ref").getAsString().replaceFirst(".*/", "");
  }

  /** Returns what a field or parameter is called in Java. */
  static String javaName(String name, JsonElement node) {
    JsonElement explicit = node.getAsJsonObject().get("x-java-name");
    return explicit == null ? JavaNames.member(name) : explicit.getAsString();
  }

  /** An operation, and what the generated code calls it. */
  record Operation(ApiDocument document, String httpMethod, String path, JsonObject node) {
    String id() {
      return node.get("operationId").getAsString();
    }

    /** The interface, such as {@code RoomTokensApi}. */
    String api() {
      return TagName.of(node.getAsJsonArray("tags").get(0).getAsString()).api();
    }

    /** The method of the interface. */
    String method() {
      return JavaNames.member(id());
    }

    /** The class of the query, inside the interface. */
    String query() {
      return JavaNames.type(id()) + "Query";
    }

    boolean isPaged() {
      return node.has("x-paged");
    }

    /** The vendor's own method, or "" if it has none. */
    String reference() {
      return node.has("x-reference") ? node.get("x-reference").getAsString() : "";
    }

    /** The parameters at a place, by their names in Java. */
    List<String> parameters(String place) {
      Stream<JsonElement> all =
          node.has("parameters")
              ? StreamSupport.stream(node.getAsJsonArray("parameters").spliterator(), false)
              : Stream.empty();
      return all.map(document::resolve)
          .filter(parameter -> parameter.get("in").equals(new JsonPrimitive(place)))
          .map(parameter -> javaName(parameter.get("name").getAsString(), parameter))
          .collect(Collectors.toList());
    }

    /** The schema of what is sent, if anything is. */
    Stream<String> request() {
      return Stream.of(node).filter(each -> each.has("requestBody")).flatMap(this::requestOf);
    }

    private Stream<String> requestOf(JsonObject operation) {
      return schemaOf(document.resolve(operation.get("requestBody")));
    }

    /** The schema of a success, if it has a body. */
    Stream<String> success() {
      return bodies(true);
    }

    /** The schemas of failures. */
    Stream<String> failures() {
      return bodies(false);
    }

    private Stream<String> bodies(boolean ofSuccess) {
      return node.getAsJsonObject("responses").asMap().entrySet().stream()
          .filter(response -> response.getKey().startsWith("2") == ofSuccess)
          .flatMap(response -> schemaOf(document.resolve(response.getValue())));
    }

    private static Stream<String> schemaOf(JsonObject holder) {
      return Stream.of(holder)
          .filter(each -> each.has("content"))
          .flatMap(each -> each.getAsJsonObject("content").asMap().values().stream())
          .map(media -> media.getAsJsonObject().getAsJsonObject("schema"))
          .filter(schema -> schema.has("$ref"))
          .map(ApiDocument::lastStep);
    }

    @Override
    public String toString() {
      return id() + " (" + httpMethod + " " + path + ")";
    }
  }
}
