package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** The operations on conferences and their tokens. */
final class ConferenceOperations {
  private final Project project;
  private final PlaceViews views;

  ConferenceOperations(Project project) {
    this.project = project;
    this.views = new PlaceViews(project);
  }

  Map<String, Function<Call, Answer>> byTemplate() {
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

  private Answer list(Call call) {
    JsonObject query = call.query();
    return call.page(query, views.list(project.conferences, query));
  }

  private Answer create(Call call) {
    JsonObject fields = call.fields(call.body());
    JsonObject conference = project.createConference(fields, new JsonObject());
    return call.success(PlaceViews.showAlone(conference));
  }

  private Answer get(Call call) {
    JsonObject query = call.query();
    return call.success(views.show(project.conferences.get(call.id()), query));
  }

  private Answer update(Call call) {
    JsonObject sent = call.body();
    project.conferences.get(call.id());
    JsonObject fields = call.fields(sent);
    return call.success(PlaceViews.showAlone(project.conferences.update(call.id(), fields)));
  }

  private Answer delete(Call call) {
    project.deleteConference(call.id());
    return call.success();
  }

  private Answer listStreams(Call call) {
    JsonObject query = call.query();
    project.conferences.get(call.id());
    return call.page(query, project.streams.allOf(call.id()));
  }

  private Answer createStream(Call call) {
    JsonObject sent = call.body();
    JsonObject conference = project.conferences.get(call.id());
    return call.success(project.streams.create(conference, call.fields(sent)));
  }

  private Answer listTokens(Call call) {
    JsonObject query = call.query();
    project.conferences.get(call.id());
    return call.page(query, project.conferenceTokens.allOf(call.id()));
  }

  private Answer getToken(Call call) {
    return call.success(project.conferenceTokens.get(call.id()));
  }

  private Answer resetToken(Call call) {
    return call.success(project.conferenceTokens.reset(call.id()));
  }
}
