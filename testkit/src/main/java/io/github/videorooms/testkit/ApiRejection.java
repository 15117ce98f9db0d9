package io.github.videorooms.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request that is rejected, with the response to it. */
final class ApiRejection extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient ApiResponse response;

  private ApiRejection(String message, ApiResponse response) {
    super(message, null, false, false);
    this.response = response;
  }

  static ApiRejection badRequest() {
    return plain(400, "Bad Request");
  }

  static ApiRejection unauthorized() {
    return plain(401, "Unauthorized");
  }

  static ApiRejection notFound() {
    return plain(404, "Not Found");
  }

  static ApiRejection of(String code, @Nullable String attribute, String text) {
    return of(List.of(new Problem(code, attribute, text)));
  }

  static ApiRejection of(List<Problem> problems) {
    String message = problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    JsonArray items = new JsonArray();
    problems.forEach(problem -> items.add(problem.toJson()));
    JsonObject body = new JsonObject();
    body.add("errors", items);
    return new ApiRejection(message, ApiResponse.of(422, body));
  }

  /** Returns the body of an error other than status 422. */
  static JsonObject body(String error) {
    JsonObject body = new JsonObject();
    body.addProperty("error", error);
    return body;
  }

  ApiResponse response() {
    return response;
  }

  private static ApiRejection plain(int status, String error) {
    return new ApiRejection(error, ApiResponse.of(status, body(error)));
  }
}
