package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operations of the API, from a request to its answer. */
final class VideoApi {
  private final String credentials;
  private final Project project;
  private final RoomTokens roomTokens;
  private final Cursors cursors;

  VideoApi(String user, String password, Project project, RoomTokens roomTokens, Cursors cursors) {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.project = project;
    this.roomTokens = roomTokens;
    this.cursors = cursors;
  }

  Answer answer(RecordedRequest request) {
    try {
      if (!credentials.equals(request.getHeader("Authorization"))) {
        throw Refusal.unauthorized();
      }
      return carryOut(request);
    } catch (Refusal refusal) {
      return refusal.answer();
    }
  }

  private Answer carryOut(RecordedRequest request) {
    List<String> path = request.url().pathSegments();
    String id = path.size() > 3 ? path.get(3) : "";
    switch (request.getMethod() + " " + template(path)) {
      case "GET rooms":
        return listRooms(request);
      case "POST rooms":
        return createRoom(request);
      case "GET rooms/{id}":
        return getRoom(id, request);
      case "PUT rooms/{id}":
        return updateRoom(id, request);
      case "DELETE rooms/{id}":
        project.deleteRoom(id);
        return Answer.noContent();
      case "GET rooms/{id}/streams":
        return listStreams(id, request);
      case "POST rooms/{id}/streams":
        return createStream(id, request);
      case "GET streams/{id}":
        return Answer.of(200, project.stream(id));
      case "PUT streams/{id}":
        return updateStream(id, request);
      case "DELETE streams/{id}":
        project.deleteStream(id);
        return Answer.noContent();
      case "POST room_tokens":
        return createRoomToken(request);
      default:
        throw Refusal.notFound();
    }
  }

  /** Returns what follows {@code /api/video/}, with a placeholder for the id. */
  private static String template(List<String> path) {
    StringBuilder template = new StringBuilder();
    for (int i = 2; i < path.size(); i++) {
      template.append(i == 2 ? "" : "/").append(i == 3 ? "{id}" : path.get(i));
    }
    return template.toString();
  }

  private Answer listRooms(RecordedRequest request) {
    JsonObject query = query(request, Rules.LIST_QUERY);
    List<Stored> rooms =
        project.rooms().stream()
            .filter(isAtOrAfter("join_from", Times.at(query, "starts_after")))
            .filter(isAtOrBefore("join_until", Times.at(query, "ends_before")))
            .map(room -> room.with(shown(room.json, query)))
            .collect(Collectors.toList());
    return Answer.of(200, new Listing(cursors, request.url(), query).page(rooms));
  }

  private Answer createRoom(RecordedRequest request) {
    JsonObject fields = Rules.CREATE_ROOM.read(body(request));
    return Answer.of(200, withoutSession(project.createRoom(fields, new JsonObject())));
  }

  private Answer getRoom(String idOrName, RecordedRequest request) {
    JsonObject query = query(request, Rules.ROOM_QUERY);
    return Answer.of(200, shown(project.room(idOrName), query));
  }

  private Answer updateRoom(String id, RecordedRequest request) {
    JsonObject sent = body(request);
    project.requireRoom(id);
    return Answer.of(200, withoutSession(project.updateRoom(id, Rules.UPDATE_ROOM.read(sent))));
  }

  private Answer listStreams(String roomId, RecordedRequest request) {
    JsonObject query = query(request, Rules.LIST_QUERY);
    project.requireRoom(roomId);
    return Answer.of(200, new Listing(cursors, request.url(), query).page(project.streams(roomId)));
  }

  private Answer createStream(String roomId, RecordedRequest request) {
    JsonObject sent = body(request);
    project.requireRoom(roomId);
    return Answer.of(201, project.createStream(roomId, Rules.STREAM.read(sent)));
  }

  private Answer updateStream(String id, RecordedRequest request) {
    JsonObject sent = body(request);
    project.requireStream(id);
    return Answer.of(200, project.updateStream(id, Rules.STREAM.read(sent)));
  }

  private Answer createRoomToken(RecordedRequest request) {
    JsonObject token = new JsonObject();
    token.addProperty("token", roomTokens.issue(Rules.ROOM_TOKEN.read(body(request))));
    return Answer.of(200, token);
  }

  private static JsonObject body(RecordedRequest request) {
    try {
      return Json.read(request.getBody());
    } catch (JsonParseException e) {
      throw Refusal.badRequest();
    }
  }

  private static JsonObject query(RecordedRequest request, Rules rules) {
    JsonObject sent = new JsonObject();
    request.getQuery().forEach(sent::addProperty);
    return rules.read(sent);
  }

  private static JsonObject shown(JsonObject room, JsonObject query) {
    boolean withSession =
        query.has("include_active_session") && query.get("include_active_session").getAsBoolean();
    return withSession ? room : withoutSession(room);
  }

  private static JsonObject withoutSession(JsonObject room) {
    if (!room.has("active_session")) {
      return room;
    }
    JsonObject shown = room.deepCopy();
    shown.remove("active_session");
    return shown;
  }

  private static Predicate<Stored> isAtOrAfter(String member, @Nullable Instant limit) {
    return room -> {
      Instant time = limit == null ? null : Times.at(room.json, member);
      return limit == null || (time != null && !time.isBefore(limit));
    };
  }

  private static Predicate<Stored> isAtOrBefore(String member, @Nullable Instant limit) {
    return room -> {
      Instant time = limit == null ? null : Times.at(room.json, member);
      return limit == null || (time != null && !time.isAfter(limit));
    };
  }
}
