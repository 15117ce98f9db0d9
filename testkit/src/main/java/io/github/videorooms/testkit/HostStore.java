package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
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
  private final Set<String> neverNull;
  private final Store store;
  private final Map<String, String> idsByName = new LinkedHashMap<>();

  private HostStore(Now now, String template, ApiObject kind, Set<String> neverNull) {
    this.now = now;
    this.template = ApiDescription.resource(template);
    this.kind = kind;
    this.neverNull = neverNull;
    this.store = new Store(kind);
  }

  static HostStore rooms(Now now, ApiObject kind) {
    return new HostStore(now, "new-room.json", kind, Set.of("max_members", "quality", "layout"));
  }

  static HostStore conferences(Now now, ApiObject kind) {
    return new HostStore(now, "new-conference.json", kind, Set.of("quality", "layout", "size"));
  }

  /**
   * Adds a host.
   *
   * @param fields with a {@code name}
   * @param extras further fields, which replace any that the host would have
   */
  JsonObject create(JsonObject fields, JsonObject extras) {
    JsonObject host = draft(fields);
    extras.entrySet().forEach(extra -> host.add(extra.getKey(), extra.getValue()));
    String id = host.get("id").getAsString();
    if (store.has(id) || idsByName.putIfAbsent(host.get("name").getAsString(), id) != null) {
      throw ApiRejection.of("not_unique_within_project", "name", "must be unique within project");
    }
    store.add(id, host);
    return host;
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
