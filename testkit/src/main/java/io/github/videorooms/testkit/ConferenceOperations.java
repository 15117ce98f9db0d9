package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** The operations on conferences and their tokens. */
final class ConferenceOperations {
  private final Project project;
  private final HostViews views;

  ConferenceOperations(Project project) {
    this.project = project;
    this.views = new HostViews(project);
  }

  Map<String, Function<ApiRequest, ApiResponse>> byTemplate() {
    return Map.of(
        "GET conferences", this::list,
        "POST conferences", this::create,
        "GET conferences/{id}", this::get,
        "PUT conferences/{id}", this::update,
        "DELETE conferences/{id}", this::delete,
        "GET conferences/{id}/streams", this::listStreams,
        "POST conferences/{id}/streams", this::createStream,
        "GET conferences/{id}/conference_tokens", this::listTokens,
        "GET conference_tokens/{id}", this::getToken,
        "POST conference_tokens/{id}/reset", this::resetToken);
  }

  private ApiResponse list(ApiRequest call) {
    JsonObject query = call.query();
    return call.page(query, views.list(project.conferences, query));
  }

  private ApiResponse create(ApiRequest call) {
    JsonObject fields = call.fields(call.body());
    JsonObject conference = project.createConference(fields, new JsonObject());
    return call.success(HostViews.showAlone(conference));
  }

  private ApiResponse get(ApiRequest call) {
    JsonObject query = call.query();
    return call.success(views.show(project.conferences.get(call.id()), query));
  }

  private ApiResponse update(ApiRequest call) {
    JsonObject sent = call.body();
    project.conferences.get(call.id());
    JsonObject fields = call.fields(sent);
    return call.success(HostViews.showAlone(project.conferences.update(call.id(), fields)));
  }

  private ApiResponse delete(ApiRequest call) {
    project.deleteConference(call.id());
    return call.success();
  }

  private ApiResponse listStreams(ApiRequest call) {
    JsonObject query = call.query();
    project.conferences.get(call.id());
    return call.page(query, project.streams.allOf(call.id()));
  }

  private ApiResponse createStream(ApiRequest call) {
    JsonObject sent = call.body();
    SessionHost conference = project.conference(call.id());
    return call.success(project.streams.create(conference, call.fields(sent)));
  }

  private ApiResponse listTokens(ApiRequest call) {
    JsonObject query = call.query();
    project.conferences.get(call.id());
    return call.page(query, project.conferenceTokens.allOf(call.id()));
  }

  private ApiResponse getToken(ApiRequest call) {
    return call.success(project.conferenceTokens.get(call.id()));
  }

  private ApiResponse resetToken(ApiRequest call) {
    return call.success(project.conferenceTokens.reset(call.id()));
  }
}
