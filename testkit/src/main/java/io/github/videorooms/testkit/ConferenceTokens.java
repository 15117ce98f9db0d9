package io.github.videorooms.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The two tokens that come with each conference: one for moderators, one for guests. */
final class ConferenceTokens {
  private static final List<String> MODERATION =
      List.of(
          "room.member.audio_mute",
          "room.member.video_mute",
          "room.member.deaf",
          "room.member.undeaf",
          "room.member.remove",
          "room.member.promote",
          "room.member.demote",
          "room.set_layout",
          "room.set_position",
          "room.lock",
          "room.unlock",
          "room.recording",
          "room.stream");

  private final Store store;

  ConferenceTokens(ApiDescription api) {
    this.store = new Store(api.object("ConferenceToken"));
  }

  void addTo(String conferenceId) {
    JsonArray usual = new JsonArray();
    RoomTokens.USUAL_PERMISSIONS.forEach(usual::add);
    JsonArray all = usual.deepCopy();
    MODERATION.forEach(all::add);
    add(conferenceId, "moderator", all);
    add(conferenceId, "guest", usual);
  }

  private void add(String conferenceId, String name, JsonArray scopes) {
    JsonObject token = new JsonObject();
    token.addProperty("id", UUID.randomUUID().toString());
    token.addProperty("name", name);
    token.addProperty("token", newValue());
    token.add("scopes", scopes);
    store.add(conferenceId, token);
  }

  JsonObject get(String id) {
    return store.get(id).json;
  }

  StoredList allOf(String conferenceId) {
    return store.allOf(conferenceId);
  }

  /** Returns the token with this value; its owner is the conference. */
  @Nullable Stored findByValue(String value) {
    return store.all().stream()
        .filter(token -> token.json.get("token").getAsString().equals(value))
        .findAny()
        .orElse(null);
  }

  JsonObject reset(String id) {
    JsonObject token = store.copy(id);
    token.addProperty("token", newValue());
    store.replace(token);
    return token;
  }

  void deleteAllOf(String conferenceId) {
    store.removeAllOf(conferenceId);
  }

  void clear() {
    store.clear();
  }

  private static String newValue() {
    return "vpt_" + UUID.randomUUID().toString().replace("-", "");
  }
}
