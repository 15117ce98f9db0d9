package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.github.videorooms.model.LogType;
import java.util.Map;

/** The host of a session: a room, a room for one session, or a conference. */
final class SessionHost {
  private static final Map<String, Integer> MOST_MEMBERS =
      Map.of("small", 10, "medium", 50, "large", 300);
  private static final int FPS = 20;

  final LogType logType;

  /** A key that is unique among running sessions. */
  final String key;

  final JsonElement roomId;

  /** With the fields of a room. */
  final JsonObject settings;

  private SessionHost(LogType logType, String key, JsonElement roomId, JsonObject settings) {
    this.logType = logType;
    this.key = key;
    this.roomId = roomId;
    this.settings = settings;
  }

  static SessionHost room(JsonObject room) {
    return new SessionHost(
        LogType.VIDEO_ROOM_SESSION, keyOf("room", room, "name"), room.get("id"), room);
  }

  /** A room that a token creates for one session. */
  static SessionHost temporaryRoom(JsonObject room) {
    return new SessionHost(
        LogType.VIDEO_ROOM_SESSION, keyOf("room", room, "name"), JsonNull.INSTANCE, room);
  }

  static SessionHost conference(JsonObject conference) {
    JsonObject settings = conference.deepCopy();
    settings.addProperty(
        "max_members", MOST_MEMBERS.getOrDefault(conference.get("size").getAsString(), 300));
    settings.add("fps", new JsonPrimitive(FPS));
    return new SessionHost(
        LogType.VIDEO_CONFERENCE_SESSION,
        keyOf("conference", conference, "id"),
        conference.get("id"),
        settings);
  }

  String hostId() {
    return settings.get("id").getAsString();
  }

  private static String keyOf(String kind, JsonObject host, String member) {
    return kind + " " + host.get(member).getAsString();
  }
}
