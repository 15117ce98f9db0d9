package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.UUID;

/** The outgoing streams of rooms and conferences. */
final class Streams {
  private final Now now;
  private final int limit;
  private final ApiObject kind;
  private final Store store;

  Streams(ApiDescription api, Now now, int limit) {
    this.now = now;
    this.limit = limit;
    this.kind = api.object("VideoStream");
    this.store = new Store(kind);
  }

  JsonObject create(SessionHost host, JsonObject fields) {
    String hostId = host.hostId();
    if (store.countOf(hostId) >= limit) {
      throw ApiRejection.of(
          "exceeds_platform_stream_limit", null, "the limit on the number of streams is reached");
    }
    boolean large = new JsonPrimitive("1080p").equals(host.settings.get("quality"));
    JsonObject stream = kind.select(fields);
    stream.addProperty("id", UUID.randomUUID().toString());
    stream.addProperty("stream_type", "rtmp");
    stream.addProperty("width", large ? 1920 : 1280);
    stream.addProperty("height", large ? 1080 : 720);
    stream.add("fps", host.settings.get("fps"));
    stream.addProperty("created_at", now.text());
    stream.addProperty("updated_at", now.text());
    store.add(hostId, stream);
    return stream;
  }

  JsonObject get(String id) {
    return store.get(id).json;
  }

  StoredList allOf(String hostId) {
    return store.allOf(hostId);
  }

  JsonObject update(String id, JsonObject fields) {
    JsonObject stream = store.copy(id);
    kind.select(fields).entrySet().forEach(field -> stream.add(field.getKey(), field.getValue()));
    stream.addProperty("updated_at", now.text());
    store.replace(stream);
    return stream;
  }

  void delete(String id) {
    store.remove(id);
  }

  void deleteAllOf(String hostId) {
    store.removeAllOf(hostId);
  }

  void clear() {
    store.clear();
  }
}
