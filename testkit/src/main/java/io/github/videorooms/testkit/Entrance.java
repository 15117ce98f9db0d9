package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds where a token leads, and lets its holder in. */
final class Entrance {
  private final Project project;
  private final RoomTokens roomTokens;
  private int guests;

  Entrance(Project project, RoomTokens roomTokens) {
    this.project = project;
    this.roomTokens = roomTokens;
  }

  /**
   * Lets somebody in.
   *
   * @param name what to be called, unless the token says; null for a name that is made up
   * @return the id of the new member
   * @throws IllegalArgumentException if no such token was given out, or it was reset
   * @throws IllegalStateException if nobody is let in; it says why
   */
  String join(String token, @Nullable String name) {
    Stored conferenceToken = project.conferenceTokens.findByValue(token);
    if (conferenceToken != null) {
      JsonObject conference = project.conferences.get(conferenceToken.ownerId);
      return join(Venue.conference(conference), new JsonObject(), name);
    }
    JsonObject fields = roomTokens.read(token);
    if (fields == null) {
      throw new IllegalArgumentException("the space has not given out this token, or it was reset");
    }
    return join(venue(fields), fields, name);
  }

  private String join(Venue venue, JsonObject token, @Nullable String name) {
    JsonElement own = token.get("user_name");
    String chosen = own == null ? name : own.getAsString();
    return project.meetings.join(
        venue, token, Objects.requireNonNullElseGet(chosen, () -> "guest-" + ++guests));
  }

  void clear() {
    guests = 0;
  }

  private Venue venue(JsonObject token) {
    String name = token.get("room_name").getAsString();
    JsonObject room = project.rooms.findByName(name);
    if (room != null) {
      return Venue.room(room);
    }
    JsonObject fields = new JsonObject();
    fields.addProperty("name", name);
    copy(token, "room_display_name", fields, "display_name");
    copy(token, "enable_room_previews", fields, "enable_room_previews");
    copy(token, "sync_audio_video", fields, "sync_audio_video");
    Venue venue = Venue.passingRoom(project.rooms.draft(fields));
    boolean mayMakeIt = !new JsonPrimitive(false).equals(token.get("auto_create_room"));
    if (!mayMakeIt && !project.meetings.isRunningAt(venue)) {
      throw new IllegalStateException("there is no room named " + name);
    }
    return venue;
  }

  private static void copy(JsonObject from, String name, JsonObject to, String newName) {
    if (from.has(name)) {
      to.add(newName, from.get(name));
    }
  }
}
