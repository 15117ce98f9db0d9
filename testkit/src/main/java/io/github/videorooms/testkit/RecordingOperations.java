package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** The operations on room recordings. */
final class RecordingOperations {
  static final int USUAL_TTL = 900;

  private final Project project;

  RecordingOperations(Project project) {
    this.project = project;
  }

  Map<String, Function<ApiRequest, ApiResponse>> byTemplate() {
    return Map.of(
        "GET room_recordings", this::list,
        "GET room_recordings/{id}", this::get,
        "DELETE room_recordings/{id}", this::delete,
        "GET room_recordings/{id}/events", this::listEvents);
  }

  /** Returns the number of seconds for which recordings can be downloaded. */
  static int ttl(JsonObject query) {
    return query.has("media_ttl") ? query.get("media_ttl").getAsInt() : USUAL_TTL;
  }

  private ApiResponse list(ApiRequest call) {
    JsonObject query = call.query();
    return call.page(query, project.recordings.showAll(ttl(query)));
  }

  private ApiResponse get(ApiRequest call) {
    JsonObject query = call.query();
    return call.success(project.recordings.show(call.id(), ttl(query)));
  }

  private ApiResponse delete(ApiRequest call) {
    project.recordings.delete(call.id());
    return call.success();
  }

  private ApiResponse listEvents(ApiRequest call) {
    JsonObject query = call.query();
    String sessionId = project.recordings.sessionOf(call.id());
    return call.page(query, project.events.allOfRecording(sessionId, call.id()));
  }
}
