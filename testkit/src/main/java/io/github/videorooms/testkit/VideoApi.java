package io.github.videorooms.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Responds to requests of the API. */
final class VideoApi {
  private final String credentials;
  private final Project project;
  private final Cursors cursors;
  private final Map<String, Function<ApiRequest, ApiResponse>> simulations = new HashMap<>();

  VideoApi(String user, String password, Project project, RoomTokens roomTokens, Cursors cursors) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.project = project;
    this.cursors = cursors;
    simulations.putAll(new RoomOperations(project, roomTokens).byTemplate());
    simulations.putAll(new ConferenceOperations(project).byTemplate());
    simulations.putAll(new StreamOperations(project).byTemplate());
    simulations.putAll(new SessionOperations(project).byTemplate());
    simulations.putAll(new RecordingOperations(project).byTemplate());
    simulations.putAll(new LogOperations(project).byTemplate());
  }

  /** Returns the {@linkplain ApiOperation#key() keys} of the operations that it simulates. */
  Set<String> simulated() {
    return simulations.keySet();
  }

  ApiResponse respond(RecordedRequest request) {
    try {
      if (!credentials.equals(request.getHeader("Authorization"))) {
        throw ApiRejection.unauthorized();
      }
      ApiOperation operation = project.api.find(request);
      Function<ApiRequest, ApiResponse> simulation =
          simulations.getOrDefault(operation.key(), ApiRequest::example);
      return project.step(() -> simulation.apply(new ApiRequest(request, operation, cursors)));
    } catch (ApiRejection rejection) {
      return rejection.response();
    }
  }
}
