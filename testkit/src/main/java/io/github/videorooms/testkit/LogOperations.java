package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** The operations on logs. */
final class LogOperations {
  private final Project project;

  LogOperations(Project project) {
    this.project = project;
  }

  Map<String, Function<ApiRequest, ApiResponse>> byTemplate() {
    return Map.of("GET logs", this::list, "GET logs/{id}", this::get);
  }

  private ApiResponse list(ApiRequest call) {
    JsonObject query = call.query();
    return call.page(query, project.logs.list(query));
  }

  private ApiResponse get(ApiRequest call) {
    return call.success(project.logs.get(call.id()));
  }
}
