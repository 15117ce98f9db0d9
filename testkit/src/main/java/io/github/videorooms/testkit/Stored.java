package io.github.videorooms.testkit;

import com.google.gson.JsonObject;

/** A stored object; its JSON is never changed, only replaced. */
final class Stored {
  /** The position in lists; objects created later have higher numbers. */
  final long position;

  /** The id of its owner, or its own id if it has no owner. */
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
