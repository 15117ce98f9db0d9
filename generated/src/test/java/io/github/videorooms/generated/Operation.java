package io.github.videorooms.generated;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** An operation of the document. */
public record Operation(String httpMethod, String path, JsonObject node) {
  public String id() {
    return node.get("operationId").getAsString();
  }

  public String methodName() {
    return JavaName.of(id());
  }

  /** Returns the name of the query class. */
  public String queryName() {
    return JavaName.of("_" + id() + "_query");
  }

  /** Returns whether its method takes a query, if only that of a link to another page. */
  public boolean takesQuery() {
    return VideoDocument.isTrue(node, "x-paged") || hasQuery();
  }

  public boolean hasQuery() {
    return !queryParameters().isEmpty();
  }

  public String tag() {
    return node.getAsJsonArray("tags").get(0).getAsString();
  }

  public List<String> pathParameters() {
    return parameters("path");
  }

  public List<String> queryParameters() {
    return parameters("query");
  }

  /** Returns the names of the query's methods. */
  public List<String> queryMethods() {
    return nodes("query")
        .map(
            parameter ->
                parameter.has("x-java-name")
                    ? parameter.get("x-java-name").getAsString()
                    : JavaName.of(parameter.get("name").getAsString()))
        .toList();
  }

  /** Returns the {@link #queryMethods()} that accept a time. */
  public List<String> timeMethods() {
    return nodes("query")
        .filter(
            parameter ->
                VideoDocument.isTrue(parameter, "x-time")
                    || (parameter.getAsJsonObject("schema").has("format")
                        && "date-time"
                            .equals(
                                parameter.getAsJsonObject("schema").get("format").getAsString())))
        .map(parameter -> JavaName.of(parameter.get("name").getAsString()))
        .toList();
  }

  private List<String> parameters(String place) {
    return nodes(place).map(parameter -> parameter.get("name").getAsString()).toList();
  }

  private Stream<JsonObject> nodes(String place) {
    if (!node.has("parameters")) {
      return Stream.empty();
    }
    return StreamSupport.stream(node.getAsJsonArray("parameters").spliterator(), false)
        .map(parameter -> VideoDocument.resolve(parameter.getAsJsonObject()))
        .filter(parameter -> parameter.get("in").getAsString().equals(place));
  }

  /** Returns whether all bodies are models; {@code ShapeTest} tests other ones. */
  public boolean isOfModels() {
    return parameters("header").isEmpty()
        && Stream.concat(
                Stream.of(node.get("requestBody")),
                node.getAsJsonObject("responses").entrySet().stream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .map(Map.Entry::getValue))
            .filter(Objects::nonNull)
            .map(JsonElement::getAsJsonObject)
            .filter(holder -> holder.has("content"))
            .map(holder -> holder.getAsJsonObject("content").getAsJsonObject("application/json"))
            .allMatch(media -> media != null && media.getAsJsonObject("schema").has("$ref"));
  }

  /** Returns the name of the request body's schema, or {@code ""}. */
  public String body() {
    return node.has("requestBody") ? schemaOf(node.getAsJsonObject("requestBody")) : "";
  }

  /** Returns the status of a redirect that is the success response, or 0 if that is a 2xx. */
  public int redirect() {
    return node.has("x-redirect") ? node.get("x-redirect").getAsInt() : 0;
  }

  /** Returns the name of the response's schema, or {@code Void} if it has no body. */
  public String response() {
    return node.getAsJsonObject("responses").entrySet().stream()
        .filter(response -> response.getKey().startsWith("2"))
        .map(Map.Entry::getValue)
        .map(JsonElement::getAsJsonObject)
        .map(response -> response.has("content") ? schemaOf(response) : "Void")
        .findFirst()
        .orElse("Void");
  }

  private static String schemaOf(JsonObject holder) {
    return VideoDocument.referenced(
        holder
            .getAsJsonObject("content")
            .getAsJsonObject("application/json")
            .getAsJsonObject("schema"));
  }

  @Override
  public String toString() {
    return id();
  }
}
