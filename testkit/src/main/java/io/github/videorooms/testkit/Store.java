package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Stored objects of one kind, in the order of their creation. */
final class Store {
  private final ApiObject kind;
  private final Map<String, Stored> byId = new HashMap<>();
  private final NavigableMap<Long, Stored> byPosition = new TreeMap<>();
  private final Map<String, NavigableMap<Long, Stored>> byOwner = new HashMap<>();
  private long lastPosition;

  Store(ApiObject kind) {
    this.kind = kind;
  }

  void add(String ownerId, JsonObject thing) {
    put(new Stored(++lastPosition, ownerId, kind.complete(thing)));
  }

  void replace(JsonObject changed) {
    put(get(changed.get("id").getAsString()).with(kind.complete(changed)));
  }

  /**
   * Returns a stored object.
   *
   * @throws ApiRejection if there is none with this id
   */
  Stored get(String id) {
    Stored found = byId.get(id);
    if (found == null) {
      throw ApiRejection.notFound();
    }
    return found;
  }

  /** Returns a copy of the JSON, to be modified and {@linkplain #replace stored again}. */
  JsonObject copy(String id) {
    return get(id).json.deepCopy();
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  Stored remove(String id) {
    Stored removed = get(id);
    NavigableMap<Long, Stored> siblings = ofOwner(removed.ownerId);
    siblings.remove(removed.position);
    if (siblings.isEmpty()) {
      byOwner.remove(removed.ownerId);
    }
    byPosition.remove(removed.position);
    byId.remove(id);
    return removed;
  }

  void removeAllOf(String ownerId) {
    allOf(ownerId).toList().forEach(thing -> remove(thing.id()));
  }

  StoredList all() {
    return new StoredList(byPosition);
  }

  StoredList allOf(String ownerId) {
    return new StoredList(ofOwner(ownerId));
  }

  int countOf(String ownerId) {
    return ofOwner(ownerId).size();
  }

  void clear() {
    byId.clear();
    byPosition.clear();
    byOwner.clear();
  }

  private void put(Stored thing) {
    byId.put(thing.id(), thing);
    byPosition.put(thing.position, thing);
    byOwner.computeIfAbsent(thing.ownerId, id -> new TreeMap<>()).put(thing.position, thing);
  }

  private NavigableMap<Long, Stored> ofOwner(String ownerId) {
    return byOwner.getOrDefault(ownerId, Collections.emptyNavigableMap());
  }
}
