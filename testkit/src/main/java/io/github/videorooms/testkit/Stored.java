package io.github.videorooms.testkit;

import com.google.gson.JsonObject;

/** A room or a stream as it is kept; its JSON is never changed, only replaced. */
final class Stored {
  /** Where it stands in lists; those made later have higher numbers. */
  final long position;

  /** The room it belongs to, or its own id if it is a room. */
  final String roomId;

  final JsonObject json;

  Stored(long position, String roomId, JsonObject json) {
    this.position = position;
    this.roomId = roomId;
    this.json = json;
  }

  Stored with(JsonObject changed) {
    return new Stored(position, roomId, changed);
  }

  String id() {
    return json.get("id").getAsString();
  }
}
