package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the host that a token is for, and lets its holder join. */
final class JoinService {
  private final Project project;
  private final RoomTokens roomTokens;
  private int guests;

  JoinService(Project project, RoomTokens roomTokens) {
    this.project = project;
    this.roomTokens = roomTokens;
  }

  /**
   * Lets a participant join.
   *
   * @param name the name, unless the token has one; null for a generated name
   * @return the id of the new member
   * @throws IllegalArgumentException if no such token was issued, or it was reset
   * @throws IllegalStateException if nobody can join; the message says why
   */
  String join(String token, @Nullable String name) {
    Stored conferenceToken = project.conferenceTokens.findByValue(token);
    if (conferenceToken != null) {
      return join(project.conference(conferenceToken.ownerId), new JsonObject(), name);
    }
    JsonObject fields = roomTokens.read(token);
    if (fields == null) {
      throw new IllegalArgumentException("the space has not issued this token, or it was reset");
    }
    return join(host(fields), fields, name);
  }

  private String join(SessionHost host, JsonObject token, @Nullable String name) {
    JsonElement own = token.get("user_name");
    String chosen = own == null ? name : own.getAsString();
    return project.meetings.join(
        host, token, Objects.requireNonNullElseGet(chosen, () -> "guest-" + ++guests));
  }

  void clear() {
    guests = 0;
  }

  private SessionHost host(JsonObject token) {
    String name = token.get("room_name").getAsString();
    JsonObject room = project.rooms.findByName(name);
    if (room != null) {
      return project.room(room.get("id").getAsString());
    }
    SessionHost running = project.meetings.findRunningRoom(name);
    if (running != null) {
      return running;
    }
    if (new JsonPrimitive(false).equals(token.get("auto_create_room"))) {
      throw new IllegalStateException("there is no room named " + name);
    }
    JsonObject fields = new JsonObject();
    fields.addProperty("name", name);
    copy(token, "room_display_name", fields, "display_name");
    copy(token, "enable_room_previews", fields, "enable_room_previews");
    copy(token, "sync_audio_video", fields, "sync_audio_video");
    return SessionHost.temporaryRoom(project.rooms.draft(fields));
  }

  private static void copy(JsonObject from, String name, JsonObject to, String newName) {
    if (from.has(name)) {
      to.add(newName, from.get(name));
    }
  }
}
