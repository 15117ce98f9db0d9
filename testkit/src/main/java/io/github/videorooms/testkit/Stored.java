package io.github.videorooms.testkit;

import com.google.gson.JsonObject;

/** A stored object; its JSON is never changed, only replaced. */
final class Stored {
  /** Where it stands in lists; those made later have higher numbers. */
  final long position;

  /** The id of what it belongs to, or its own id if it belongs to nothing. */
  final String ownerId;

  final JsonObject json;

  Stored(long position, String ownerId, JsonObject json) {
    this.position = position;
    this.ownerId = ownerId;
    this.json = json;
  }

  Stored with(JsonObject changed) {
    return new Stored(position, ownerId, changed);
  }

  String id() {
    return json.get("id").getAsString();
  }
}
