package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import io.github.videorooms.model.LogType;
import java.util.Map;

/** The host of sessions and streams: a room, a room for one session, or a conference. */
final class SessionHost {
  private static final int MOST_MEMBERS = 300;
  private static final Map<String, Integer> MEMBERS_BY_SIZE =
      Map.of("small", 10, "medium", 50, "large", MOST_MEMBERS);
  private static final int FPS = 20;

  final LogType logType;

  final JsonElement roomId;

  /** With the fields of a room. */
  final JsonObject settings;

  private SessionHost(LogType logType, JsonElement roomId, JsonObject settings) {
    this.logType = logType;
    this.roomId = roomId;
    this.settings = settings;
  }

  static SessionHost room(JsonObject settings) {
    return new SessionHost(LogType.VIDEO_ROOM_SESSION, settings.get("id"), settings);
  }

  /** A room that a token creates for one session. */
  static SessionHost temporaryRoom(JsonObject room) {
    return new SessionHost(LogType.VIDEO_ROOM_SESSION, JsonNull.INSTANCE, room);
  }

  /** Adds the fields that only rooms have to those of a conference. */
  static SessionHost conference(JsonObject settings) {
    String size = settings.get("size").getAsString();
    settings.addProperty("max_members", MEMBERS_BY_SIZE.getOrDefault(size, MOST_MEMBERS));
    settings.addProperty("fps", FPS);
    return new SessionHost(LogType.VIDEO_CONFERENCE_SESSION, settings.get("id"), settings);
  }

  String hostId() {
    return settings.get("id").getAsString();
  }

  boolean isRoomNamed(String name) {
    return logType.equals(LogType.VIDEO_ROOM_SESSION)
        && settings.get("name").getAsString().equals(name);
  }
}
