package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;

/** A request to an operation: the id in its path, its query and its body. */
final class ApiRequest {
  private final RecordedRequest request;
  private final ApiOperation operation;
  private final Cursors cursors;

  ApiRequest(RecordedRequest request, ApiOperation operation, Cursors cursors) {
    this.request = request;
    this.operation = operation;
    this.cursors = cursors;
  }

  String id() {
    return request.url().pathSegments().get(3);
  }

  /**
   * Returns the parameters that the operation has.
   *
   * @throws ApiRejection if one is invalid
   */
  JsonObject query() {
    JsonObject sent = new JsonObject();
    request.getQueryParameters().forEach((name, values) -> sent.addProperty(name, values.get(0)));
    return operation.query.read(sent);
  }

  /**
   * Returns the body as it was sent.
   *
   * @throws ApiRejection if it is not JSON
   */
  JsonObject body() {
    try {
      return Json.read(request.getBody());
    } catch (JsonParseException e) {
      throw ApiRejection.badRequest();
    }
  }

  /**
   * Returns those fields of the body that the operation has.
   *
   * @throws ApiRejection if one is invalid
   */
  JsonObject fields(JsonObject body) {
    return operation.body.read(body);
  }

  /** Responds with the documented status of the operation, and a result. */
  ApiResponse success(JsonObject result) {
    return operation.success(result);
  }

  /** Responds as documented, which for most operations without a result means without a body. */
  ApiResponse success() {
    return operation.example();
  }

  /** Responds with the page that the query requests. */
  ApiResponse page(JsonObject query, StoredList list) {
    return success(new Listing(cursors, request.url(), query).page(list));
  }

  /**
   * Responds to a valid request with the document's example.
   *
   * @throws ApiRejection if the request is not
   */
  ApiResponse example() {
    JsonObject query = query();
    if (operation.requiresObject() || (operation.takesObject() && request.hasBody())) {
      fields(body());
    }
    ApiResponse example =
        operation.isPaged() ? page(query, operation.exampleItems()) : operation.example();
    return example.withHeader(RecordedRequest.EXAMPLE_HEADER, operation.id());
  }
}
