package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Things of one kind, in the order in which they were made. */
final class Shelf {
  private final ApiObject kind;
  private final Map<String, Stored> things = new LinkedHashMap<>();
  private long lastPosition;

  Shelf(ApiObject kind) {
    this.kind = kind;
  }

  void add(String ownerId, JsonObject thing) {
    Stored stored = new Stored(++lastPosition, ownerId, kind.complete(thing));
    things.put(stored.id(), stored);
  }

  void replace(JsonObject changed) {
    String id = changed.get("id").getAsString();
    things.put(id, get(id).with(kind.complete(changed)));
  }

  /**
   * Returns a thing.
   *
   * @throws Refusal if there is none with this id
   */
  Stored get(String id) {
    Stored found = things.get(id);
    if (found == null) {
      throw Refusal.notFound();
    }
    return found;
  }

  /** Returns JSON that may be changed and then {@linkplain #replace put back}. */
  JsonObject copy(String id) {
    return get(id).json.deepCopy();
  }

  boolean has(String id) {
    return things.containsKey(id);
  }

  Stored remove(String id) {
    Stored removed = get(id);
    things.remove(id);
    return removed;
  }

  void removeAllOf(String ownerId) {
    things.values().removeIf(thing -> thing.ownerId.equals(ownerId));
  }

  List<Stored> all() {
    return new ArrayList<>(things.values());
  }

  List<Stored> allOf(String ownerId) {
    return things.values().stream()
        .filter(thing -> thing.ownerId.equals(ownerId))
        .collect(Collectors.toList());
  }

  void clear() {
    things.clear();
  }
}
