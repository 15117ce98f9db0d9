package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** The operations on rooms, and the one that creates room tokens. */
final class RoomOperations {
  private final Project project;
  private final HostViews views;
  private final RoomTokens roomTokens;

  RoomOperations(Project project, RoomTokens roomTokens) {
    this.project = project;
    this.views = new HostViews(project);
    this.roomTokens = roomTokens;
  }

  Map<String, Function<ApiRequest, ApiResponse>> byTemplate() {
    return Map.of(
        "GET rooms", this::list,
        "POST rooms", this::create,
        "GET rooms/{id}", this::get,
        "PUT rooms/{id}", this::update,
        "DELETE rooms/{id}", this::delete,
        "GET rooms/{id}/streams", this::listStreams,
        "POST rooms/{id}/streams", this::createStream,
        "POST room_tokens", this::createToken);
  }

  private ApiResponse list(ApiRequest call) {
    JsonObject query = call.query();
    return call.page(query, views.list(project.rooms, query));
  }

  private ApiResponse create(ApiRequest call) {
    JsonObject fields = call.fields(call.body());
    return call.success(HostViews.showAlone(project.createRoom(fields, new JsonObject())));
  }

  private ApiResponse get(ApiRequest call) {
    JsonObject query = call.query();
    return call.success(views.show(project.rooms.getByIdOrName(call.id()), query));
  }

  private ApiResponse update(ApiRequest call) {
    JsonObject sent = call.body();
    project.rooms.get(call.id());
    JsonObject fields = call.fields(sent);
    return call.success(HostViews.showAlone(project.rooms.update(call.id(), fields)));
  }

  private ApiResponse delete(ApiRequest call) {
    project.deleteRoom(call.id());
    return call.success();
  }

  private ApiResponse listStreams(ApiRequest call) {
    JsonObject query = call.query();
    project.rooms.get(call.id());
    return call.page(query, project.streams.allOf(call.id()));
  }

  private ApiResponse createStream(ApiRequest call) {
    JsonObject sent = call.body();
    SessionHost room = project.room(call.id());
    return call.success(project.streams.create(room, call.fields(sent)));
  }

  private ApiResponse createToken(ApiRequest call) {
    JsonObject token = new JsonObject();
    token.addProperty("token", roomTokens.issue(call.fields(call.body())));
    return call.success(token);
  }
}
