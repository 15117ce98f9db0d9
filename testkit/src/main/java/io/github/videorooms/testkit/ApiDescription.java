package io.github.videorooms.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The part of the API's document that the space needs; the build writes it as JSON. */
final class ApiDescription {
  private static final ApiDescription CURRENT = new ApiDescription(resource("api.json"));

  private final JsonObject objects;
  private final JsonObject pageParameters = new JsonObject();
  private final List<ApiOperation> operations;

  ApiDescription(String json) {
    JsonObject description = Json.read(json);
    this.objects = description.getAsJsonObject("objects");
    List<JsonElement> described = description.getAsJsonArray("operations").asList();
    described.forEach(operation -> addPageParameters(operation.getAsJsonObject()));
    this.operations =
        described.stream()
            .map(operation -> new ApiOperation(this, operation.getAsJsonObject()))
            .sorted(Comparator.comparingInt(ApiOperation::specificity).reversed())
            .collect(Collectors.toUnmodifiableList());
  }

  /** Returns the description of the document that this test kit was built from. */
  static ApiDescription current() {
    return CURRENT;
  }

  private void addPageParameters(JsonObject operation) {
    JsonObject query = operation.getAsJsonObject("query");
    Listing.PARAMETERS.stream()
        .filter(query::has)
        .forEach(name -> pageParameters.add(name, query.get(name)));
  }

  /** Returns a copy of the pagination parameters, which only some of the lists declare. */
  JsonObject pageParameters() {
    return pageParameters.deepCopy();
  }

  List<ApiOperation> operations() {
    return operations;
  }

  /**
   * Returns the operation that a request is for.
   *
   * @throws ApiRejection if there is none
   */
  ApiOperation find(RecordedRequest request) {
    return firstMatch(request).orElseThrow(ApiRejection::notFound);
  }

  /**
   * Returns the operation with this id.
   *
   * @throws IllegalArgumentException if there is none; the message lists the known ids
   */
  ApiOperation operationWithId(String id) {
    return operations.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the API has no operation with the id \""
                        + id
                        + "\", but "
                        + operations.stream()
                            .map(ApiOperation::id)
                            .sorted()
                            .collect(Collectors.joining(", "))));
  }

  /** Returns the id of the operation that a request is for, or null if there is none. */
  @Nullable String operationId(String method, String path) {
    return firstMatch(method, path).map(ApiOperation::id).orElse(null);
  }

  /** Whether a request is for this operation, rather than for a more specific one. */
  boolean isFor(ApiOperation operation, RecordedRequest request) {
    return firstMatch(request).filter(operation::equals).isPresent();
  }

  private Optional<ApiOperation> firstMatch(RecordedRequest request) {
    return firstMatch(request.getMethod(), request.getPath());
  }

  private Optional<ApiOperation> firstMatch(String method, String path) {
    return operations.stream().filter(operation -> operation.matches(method, path)).findFirst();
  }

  /** Returns the operation with this {@linkplain ApiOperation#key() key}. */
  ApiOperation operation(String key) {
    return operations.stream()
        .filter(operation -> operation.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not in the document: " + key));
  }

  /** Returns the object with this name. */
  ApiObject object(String name) {
    return new ApiObject(this, Objects.requireNonNull(objects.getAsJsonObject(name), name));
  }

  /** Returns the object that a schema describes, named or inline. */
  ApiObject object(JsonObject schema) {
    JsonElement fields = schema.get("fields");
    return fields.isJsonObject()
        ? new ApiObject(this, fields.getAsJsonObject())
        : object(fields.getAsString());
  }

  /** Adds the document's examples for the required fields that are missing in a value. */
  void complete(JsonElement value, JsonObject schema) {
    if (value.isJsonArray() && schema.has("items")) {
      value.getAsJsonArray().forEach(item -> complete(item, schema.getAsJsonObject("items")));
    } else if (value.isJsonObject() && schema.has("fields")) {
      object(schema).complete(value.getAsJsonObject());
    }
  }

  /** Returns the text of a resource next to this class. */
  static String resource(String name) {
    try (InputStream in = ApiDescription.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
