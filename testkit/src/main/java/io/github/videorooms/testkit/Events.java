package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.UUID;

/** The events of sessions, in the order in which they occurred. */
final class Events {
  private final Now now;
  private final String projectId;
  private final Store store;

  Events(ApiDescription api, Now now, String projectId) {
    this.now = now;
    this.projectId = projectId;
    this.store = new Store(api.object("VideoEvent"));
  }

  void add(JsonObject session, String name) {
    add(event(session, name, payload("name", session.get("name"))));
  }

  void addAboutMember(JsonObject session, String name, JsonObject member) {
    JsonObject event = event(session, name, payload("name", member.get("name")));
    event.add("room_participant_id", member.get("id"));
    add(event);
  }

  void addAboutRecording(JsonObject session, String name, JsonObject recording) {
    JsonObject event = event(session, name, payload("status", recording.get("status")));
    event.add("room_recording_id", recording.get("id"));
    add(event);
  }

  StoredList allOfSession(String id) {
    return store.allOf(id);
  }

  StoredList allOfRecording(String sessionId, String id) {
    JsonPrimitive recording = new JsonPrimitive(id);
    return store
        .allOf(sessionId)
        .where(event -> recording.equals(event.json.get("room_recording_id")));
  }

  void clear() {
    store.clear();
  }

  private void add(JsonObject event) {
    store.add(event.get("room_session_id").getAsString(), event);
  }

  private JsonObject event(JsonObject session, String name, JsonObject payload) {
    JsonObject event = new JsonObject();
    event.addProperty("id", UUID.randomUUID().toString());
    event.addProperty("project_id", projectId);
    event.add("room_session_id", session.get("id"));
    event.add("room_id", session.get("room_id"));
    event.addProperty("level", "info");
    event.addProperty("name", name);
    event.add("payload", payload);
    event.addProperty("created_at", now.text());
    return event;
  }

  private static JsonObject payload(String name, JsonElement value) {
    JsonObject payload = new JsonObject();
    payload.add(name, value);
    return payload;
  }
}
