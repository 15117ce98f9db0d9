package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.function.Function;

/** The operations on rooms, and the one that makes room tokens. */
final class RoomOperations {
  private final Project project;
  private final PlaceViews views;
  private final RoomTokens roomTokens;

  RoomOperations(Project project, RoomTokens roomTokens) {
    this.project = project;
    this.views = new PlaceViews(project.now, project.meetings);
    this.roomTokens = roomTokens;
  }

  Map<String, Function<Call, Answer>> byTemplate() {
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

  private Answer list(Call call) {
    JsonObject query = call.query(Rules.ROOMS_QUERY);
    return call.page(query, views.list(project.rooms, query));
  }

  private Answer create(Call call) {
    JsonObject fields = Rules.CREATE_ROOM.read(call.body());
    return Answer.of(200, PlaceViews.showAlone(project.rooms.create(fields, new JsonObject())));
  }

  private Answer get(Call call) {
    JsonObject query = call.query(Rules.PLACE_QUERY);
    return Answer.of(200, views.show(project.rooms.getByIdOrName(call.id()), query));
  }

  private Answer update(Call call) {
    JsonObject sent = call.body();
    project.rooms.get(call.id());
    JsonObject fields = Rules.UPDATE_ROOM.read(sent);
    return Answer.of(200, PlaceViews.showAlone(project.rooms.update(call.id(), fields)));
  }

  private Answer delete(Call call) {
    project.deleteRoom(call.id());
    return Answer.noContent();
  }

  private Answer listStreams(Call call) {
    JsonObject query = call.query(Rules.PAGE);
    project.rooms.get(call.id());
    return call.page(query, project.streams.allOf(call.id()));
  }

  private Answer createStream(Call call) {
    JsonObject sent = call.body();
    JsonObject room = project.rooms.get(call.id());
    return Answer.of(201, project.streams.create(room, Rules.STREAM.read(sent)));
  }

  private Answer createToken(Call call) {
    JsonObject token = new JsonObject();
    token.addProperty("token", roomTokens.issue(Rules.ROOM_TOKEN.read(call.body())));
    return Answer.of(200, token);
  }
}
