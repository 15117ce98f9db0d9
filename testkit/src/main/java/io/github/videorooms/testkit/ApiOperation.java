package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** An operation in the document: its method and path, its parameters and body, and its response. */
final class ApiOperation {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");
  private static final String PREFIX = "/api/video/";

  final Rules query;
  final Rules body;
  private final String key;
  private final ApiDescription api;
  private final JsonObject description;
  private final JsonObject response;
  private final Pattern pathPattern;

  ApiOperation(ApiDescription api, JsonObject description) {
    this.api = api;
    this.description = description;
    this.response = description.getAsJsonObject("response");
    this.pathPattern = patternOf(text("path"));
    this.key = text("method") + " " + pathWith("{id}").replaceFirst(PREFIX, "");
    this.query = UndocumentedRules.addToQuery(key, Rules.ofQuery(parameters()));
    this.body = UndocumentedRules.addToBody(key, Rules.ofBody(bodyFields()));
  }

  String id() {
    return text("id");
  }

  String method() {
    return text("method");
  }

  /** Returns the path template, such as {@code /api/video/rooms/{id}}. */
  String path() {
    return text("path");
  }

  /** Returns the method and path, such as {@code GET /api/video/rooms/{id}}. */
  String address() {
    return method() + " " + path();
  }

  /** Returns a key that is independent of parameter names, such as {@code GET rooms/{id}}. */
  String key() {
    return key;
  }

  boolean matches(String method, String path) {
    return method.equals(method()) && pathPattern.matcher(path).matches();
  }

  /**
   * Returns how much of the path is fixed: of two operations that match, the one with the higher
   * value applies.
   */
  int specificity() {
    return pathWith("").length();
  }

  /** Whether the body is a JSON object. */
  boolean takesObject() {
    return description.has("body");
  }

  boolean requiresObject() {
    return takesObject() && description.getAsJsonObject("body").get("required").getAsBoolean();
  }

  boolean isPaged() {
    return description.get("paged").getAsBoolean();
  }

  /** Responds with an object, after adding what the document requires beyond it. */
  ApiResponse success(JsonObject result) {
    if (response.has("schema")) {
      api.complete(result, response.getAsJsonObject("schema"));
    }
    return ApiResponse.of(response.get("status").getAsInt(), result);
  }

  /** Responds with the document's example. */
  ApiResponse example() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response
        .getAsJsonObject("headers")
        .entrySet()
        .forEach(header -> headers.put(header.getKey(), header.getValue().getAsString()));
    if (response.has("mediaType")) {
      headers.put("Content-Type", response.get("mediaType").getAsString());
    }
    return new ApiResponse(response.get("status").getAsInt(), exampleText(), headers);
  }

  /** Returns the items of the page that is the document's example. */
  StoredList exampleItems() {
    NavigableMap<Long, Stored> items = new TreeMap<>();
    for (JsonElement item : response.getAsJsonObject("example").getAsJsonArray("data")) {
      long position = items.size() + 1L;
      items.put(position, new Stored(position, "", item.getAsJsonObject()));
    }
    return new StoredList(items);
  }

  private String exampleText() {
    JsonElement example = response.get("example");
    if (example == null) {
      return "";
    }
    boolean isText = Json.isString(example) && !response.get("json").getAsBoolean();
    return isText ? example.getAsString() : example.toString();
  }

  /** Returns the parameters, including those of pagination links even if they are not declared. */
  private JsonObject parameters() {
    JsonObject parameters = isPaged() ? api.pageParameters() : new JsonObject();
    parameters.asMap().putAll(description.getAsJsonObject("query").asMap());
    return parameters;
  }

  private JsonObject bodyFields() {
    return takesObject()
        ? api.object(description.getAsJsonObject("body")).fields()
        : new JsonObject();
  }

  private String pathWith(String parameter) {
    return PLACEHOLDER.matcher(text("path")).replaceAll(parameter);
  }

  private String text(String name) {
    return description.get(name).getAsString();
  }

  private static Pattern patternOf(String path) {
    return Pattern.compile("\\Q" + PLACEHOLDER.matcher(path).replaceAll("\\\\E[^/]+\\\\Q") + "\\E");
  }
}
