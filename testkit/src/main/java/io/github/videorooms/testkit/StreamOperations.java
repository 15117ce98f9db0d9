package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** The operations on a single stream. */
final class StreamOperations {
  private final Project project;

  StreamOperations(Project project) {
    this.project = project;
  }

  Map<String, Function<ApiRequest, ApiResponse>> byTemplate() {
    return Map.of(
        "GET streams/{id}", this::get,
        "PUT streams/{id}", this::update,
        "DELETE streams/{id}", this::delete);
  }

  private ApiResponse get(ApiRequest call) {
    return call.success(project.streams.get(call.id()));
  }

  private ApiResponse update(ApiRequest call) {
    JsonObject sent = call.body();
    project.streams.get(call.id());
    return call.success(project.streams.update(call.id(), call.fields(sent)));
  }

  private ApiResponse delete(ApiRequest call) {
    project.streams.delete(call.id());
    return call.success();
  }
}
