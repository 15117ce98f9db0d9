package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import io.github.videorooms.model.Conference;
import io.github.videorooms.model.Room;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rooms or conferences: resources with settings and a unique name in the project. */
final class HostStore {
  private final Now now;
  private final String template;
  private final ApiObject kind;
  private final Class<?> model;
  private final Set<String> neverNull;
  private final Store store;
  private final Map<String, String> idsByName = new LinkedHashMap<>();

  private HostStore(
      Now now, String template, ApiObject kind, Class<?> model, Set<String> neverNull) {
    this.now = now;
    this.template = ApiDescription.resource(template);
    this.kind = kind;
    this.model = model;
    this.neverNull = neverNull;
    this.store = new Store(kind);
  }

  static HostStore rooms(Now now, ApiObject kind) {
    return new HostStore(
        now, "new-room.json", kind, Room.class, Set.of("max_members", "quality", "layout"));
  }

  static HostStore conferences(Now now, ApiObject kind) {
    return new HostStore(
        now, "new-conference.json", kind, Conference.class, Set.of("quality", "layout", "size"));
  }

  /**
   * Adds a host whose id no other has.
   *
   * @param host as {@link #draft(JsonObject, JsonObject)} returns it
   */
  void add(JsonObject host) {
    String id = host.get("id").getAsString();
    String name = host.get("name").getAsString();
    if (idsByName.containsKey(name)) {
      throw ApiRejection.of("not_unique_within_project", "name", "must be unique within project");
    }
    store.add(id, host);
    idsByName.put(name, id);
  }

  /**
   * Returns a host that is not stored.
   *
   * @param fields with a {@code name}
   * @param extras further fields, which replace any that the host would have
   * @throws IllegalArgumentException if an extra cannot be the value of its field
   */
  JsonObject draft(JsonObject fields, JsonObject extras) {
    JsonObject host = draft(fields);
    addExtras(extras, host);
    requireText(host, "id");
    requireText(host, "name");
    return host;
  }

  /**
   * Adds extras to a host. Values of known fields are converted to the form that the API sends:
   * {@code "20"} to 20 in an integer field, and times to UTC.
   */
  private void addExtras(JsonObject extras, JsonObject host) {
    host.asMap().putAll(extras.asMap());
    JsonObject read = readBack(host);
    extras.entrySet().stream()
        .filter(extra -> extra.getValue().isJsonPrimitive() && read.has(extra.getKey()))
        .forEach(extra -> host.add(extra.getKey(), read.get(extra.getKey())));
  }

  private JsonObject readBack(JsonObject host) {
    try {
      return Json.ofModel(Json.toModel(host.toString(), model));
    } catch (JsonParseException | IllegalStateException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "an extra has a value that its field cannot have: " + e.getMessage(), e);
    }
  }

  private static void requireText(JsonObject host, String name) {
    if (Json.find(host, name) == null) {
      throw new IllegalArgumentException(name + " must not be null or empty");
    }
  }

  /** Returns a host with these fields that is not stored. */
  JsonObject draft(JsonObject fields) {
    JsonObject host = Json.read(template);
    host.addProperty("id", UUID.randomUUID().toString());
    host.addProperty("created_at", now.text());
    host.addProperty("updated_at", now.text());
    host.add("display_name", fields.get("name"));
    kind.select(fields).entrySet().stream()
        .filter(field -> !field.getValue().isJsonNull())
        .forEach(field -> host.add(field.getKey(), field.getValue()));
    Times.checkOrder(host);
    return host;
  }

  boolean has(String id) {
    return store.has(id);
  }

  JsonObject get(String id) {
    return store.get(id).json;
  }

  /**
   * Returns the fields that the document has for hosts, without other extras. Where a host has no
   * value, the default applies.
   */
  JsonObject settings(String id) {
    JsonObject host = get(id);
    JsonObject settings = Json.read(template);
    kind.fields().keySet().stream()
        .filter(name -> Json.find(host, name) != null)
        .forEach(name -> settings.add(name, host.get(name)));
    return settings;
  }

  @Nullable JsonObject findByName(String name) {
    String id = idsByName.get(name);
    return id == null ? null : get(id);
  }

  /** Finds a host; an id takes precedence over a name. */
  JsonObject getByIdOrName(String idOrName) {
    JsonObject named = store.has(idOrName) ? null : findByName(idOrName);
    return named == null ? get(idOrName) : named;
  }

  StoredList all() {
    return store.all();
  }

  JsonObject update(String id, JsonObject fields) {
    JsonObject host = store.copy(id);
    fields.entrySet().stream()
        .filter(field -> kind.has(field.getKey()))
        .forEach(field -> set(host, field.getKey(), field.getValue()));
    host.addProperty("updated_at", now.text());
    Times.checkOrder(host);
    store.replace(host);
    return host;
  }

  void delete(String id) {
    idsByName.remove(store.remove(id).json.get("name").getAsString());
  }

  void clear() {
    store.clear();
    idsByName.clear();
  }

  /** Null clears a value, or restores the default if null is not allowed. */
  private void set(JsonObject host, String name, JsonElement value) {
    boolean canBeNull = kind.allowsNull(name) && !neverNull.contains(name);
    JsonElement stored = value.isJsonNull() && !canBeNull ? Json.read(template).get(name) : value;
    if (stored == null) {
      host.remove(name);
    } else {
      host.add(name, stored);
    }
  }
}
