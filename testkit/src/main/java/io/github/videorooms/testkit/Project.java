package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The rooms of a project, and their streams. Each method is one step for all threads; the fields it
 * takes have passed {@link Rules}.
 */
final class Project {
  private static final Set<String> NEVER_NULL =
      Set.of("max_members", "quality", "layout", "record_on_start");

  private final String newRoom = resource("new-room.json");
  private final Clock clock;
  private final int streamLimit;
  private final Map<String, Stored> rooms = new LinkedHashMap<>();
  private final Map<String, String> roomIdsByName = new LinkedHashMap<>();
  private final Map<String, Stored> streams = new LinkedHashMap<>();
  private long lastPosition;

  Project(Clock clock, int streamLimit) {
    this.clock = clock;
    this.streamLimit = streamLimit;
  }

  synchronized List<Stored> rooms() {
    return new ArrayList<>(rooms.values());
  }

  /**
   * Adds a room.
   *
   * @param extras further members, which replace any that the room would have
   */
  synchronized JsonObject createRoom(JsonObject fields, JsonObject extras) {
    JsonObject room = Json.read(newRoom);
    room.addProperty("id", UUID.randomUUID().toString());
    room.addProperty("created_at", now());
    room.addProperty("updated_at", now());
    room.add("display_name", fields.get("name"));
    fields.entrySet().stream()
        .filter(field -> !field.getValue().isJsonNull())
        .forEach(field -> room.add(field.getKey(), field.getValue()));
    Times.checkOrder(room);
    extras.entrySet().forEach(extra -> room.add(extra.getKey(), extra.getValue()));
    String id = room.get("id").getAsString();
    if (rooms.containsKey(id)
        || roomIdsByName.putIfAbsent(room.get("name").getAsString(), id) != null) {
      throw Refusal.of("not_unique_within_project", "name", "must be unique within project");
    }
    rooms.put(id, new Stored(++lastPosition, id, room));
    return room;
  }

  /** Finds a room; one with this id comes before one of this name. */
  synchronized JsonObject room(String idOrName) {
    String id = rooms.containsKey(idOrName) ? idOrName : roomIdsByName.get(idOrName);
    return existing(rooms, id == null ? idOrName : id).json;
  }

  synchronized void requireRoom(String id) {
    existing(rooms, id);
  }

  synchronized JsonObject updateRoom(String id, JsonObject fields) {
    Stored stored = existing(rooms, id);
    JsonObject room = stored.json.deepCopy();
    JsonObject fresh = Json.read(newRoom);
    fields.entrySet().forEach(field -> room.add(field.getKey(), valueOf(field, fresh)));
    room.addProperty("updated_at", now());
    Times.checkOrder(room);
    rooms.put(id, stored.with(room));
    return room;
  }

  synchronized void deleteRoom(String id) {
    JsonObject room = existing(rooms, id).json;
    rooms.remove(id);
    roomIdsByName.remove(room.get("name").getAsString());
    streams.values().removeIf(stream -> stream.roomId.equals(id));
  }

  synchronized List<Stored> streams(String roomId) {
    return streams.values().stream()
        .filter(stream -> stream.roomId.equals(roomId))
        .collect(Collectors.toList());
  }

  synchronized JsonObject createStream(String roomId, JsonObject fields) {
    JsonObject room = existing(rooms, roomId).json;
    if (streams(roomId).size() >= streamLimit) {
      throw Refusal.of(
          "exceeds_platform_stream_limit", null, "the room has as many streams as it may have");
    }
    boolean large = new JsonPrimitive("1080p").equals(room.get("quality"));
    JsonObject stream = new JsonObject();
    stream.addProperty("id", UUID.randomUUID().toString());
    stream.add("url", fields.get("url"));
    stream.addProperty("stream_type", "rtmp");
    stream.addProperty("width", large ? 1920 : 1280);
    stream.addProperty("height", large ? 1080 : 720);
    stream.add("fps", room.get("fps"));
    stream.addProperty("created_at", now());
    stream.addProperty("updated_at", now());
    Stored stored = new Stored(++lastPosition, roomId, stream);
    streams.put(stored.id(), stored);
    return stream;
  }

  synchronized JsonObject stream(String id) {
    return existing(streams, id).json;
  }

  synchronized void requireStream(String id) {
    existing(streams, id);
  }

  synchronized JsonObject updateStream(String id, JsonObject fields) {
    Stored stored = existing(streams, id);
    JsonObject stream = stored.json.deepCopy();
    stream.add("url", fields.get("url"));
    stream.addProperty("updated_at", now());
    streams.put(id, stored.with(stream));
    return stream;
  }

  synchronized void deleteStream(String id) {
    existing(streams, id);
    streams.remove(id);
  }

  synchronized void clear() {
    rooms.clear();
    roomIdsByName.clear();
    streams.clear();
  }

  private static Stored existing(Map<String, Stored> all, String id) {
    Stored found = all.get(id);
    if (found == null) {
      throw Refusal.notFound();
    }
    return found;
  }

  /** Null clears a value, or puts back the first one where a room cannot be without. */
  private static JsonElement valueOf(Map.Entry<String, JsonElement> field, JsonObject fresh) {
    return field.getValue().isJsonNull() && NEVER_NULL.contains(field.getKey())
        ? fresh.get(field.getKey())
        : field.getValue();
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String resource(String name) {
    try (InputStream in = Project.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
