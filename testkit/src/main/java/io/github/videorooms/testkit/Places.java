package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rooms, or conferences: what has a name of its own in the project, and settings. */
final class Places {
  private final Now now;
  private final String template;
  private final ApiObject kind;
  private final Set<String> neverNull;
  private final Store store;
  private final Map<String, String> idsByName = new LinkedHashMap<>();

  private Places(Now now, String template, ApiObject kind, Set<String> neverNull) {
    this.now = now;
    this.template = ApiDescription.resource(template);
    this.kind = kind;
    this.neverNull = neverNull;
    this.store = new Store(kind);
  }

  static Places rooms(Now now, ApiObject kind) {
    return new Places(now, "new-room.json", kind, Set.of("max_members", "quality", "layout"));
  }

  static Places conferences(Now now, ApiObject kind) {
    return new Places(now, "new-conference.json", kind, Set.of("quality", "layout", "size"));
  }

  /**
   * Adds a place.
   *
   * @param fields with a {@code name}
   * @param extras further members, which replace any that the place would have
   */
  JsonObject create(JsonObject fields, JsonObject extras) {
    JsonObject place = draft(fields);
    extras.entrySet().forEach(extra -> place.add(extra.getKey(), extra.getValue()));
    String id = place.get("id").getAsString();
    if (store.has(id) || idsByName.putIfAbsent(place.get("name").getAsString(), id) != null) {
      throw Refusal.of("not_unique_within_project", "name", "must be unique within project");
    }
    store.add(id, place);
    return place;
  }

  /** Returns a place with these fields that is not kept. */
  JsonObject draft(JsonObject fields) {
    JsonObject place = Json.read(template);
    place.addProperty("id", UUID.randomUUID().toString());
    place.addProperty("created_at", now.text());
    place.addProperty("updated_at", now.text());
    place.add("display_name", fields.get("name"));
    kind.select(fields).entrySet().stream()
        .filter(field -> !field.getValue().isJsonNull())
        .forEach(field -> place.add(field.getKey(), field.getValue()));
    Times.checkOrder(place);
    return place;
  }

  boolean has(String id) {
    return store.has(id);
  }

  JsonObject get(String id) {
    return store.get(id).json;
  }

  @Nullable JsonObject findByName(String name) {
    String id = idsByName.get(name);
    return id == null ? null : get(id);
  }

  /** Finds a place; one with this id comes before one of this name. */
  JsonObject getByIdOrName(String idOrName) {
    JsonObject named = store.has(idOrName) ? null : findByName(idOrName);
    return named == null ? get(idOrName) : named;
  }

  StoredList all() {
    return store.all();
  }

  JsonObject update(String id, JsonObject fields) {
    JsonObject place = store.copy(id);
    fields.entrySet().stream()
        .filter(field -> kind.has(field.getKey()))
        .forEach(field -> set(place, field.getKey(), field.getValue()));
    place.addProperty("updated_at", now.text());
    Times.checkOrder(place);
    store.replace(place);
    return place;
  }

  void delete(String id) {
    idsByName.remove(store.remove(id).json.get("name").getAsString());
  }

  void clear() {
    store.clear();
    idsByName.clear();
  }

  /** Null clears a value, or puts back that of a new place where null is not allowed. */
  private void set(JsonObject place, String name, JsonElement value) {
    boolean canBeNull = kind.allowsNull(name) && !neverNull.contains(name);
    JsonElement stored = value.isJsonNull() && !canBeNull ? Json.read(template).get(name) : value;
    if (stored == null) {
      place.remove(name);
    } else {
      place.add(name, stored);
    }
  }
}
