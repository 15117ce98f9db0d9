package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import org.jspecify.annotations.Nullable;

/**
 * A place in our document that holds a schema or could hold one, such as the field {@code
 * Room.name}.
 *
 * @param name the name of the place on the page
 * @param holder the parent node of the schema; null if our document has no such place
 * @param ours our schema at this place; null if absent
 * @param owner the object schema if this place is one of its fields, otherwise null
 */
record Place(
    String name, @Nullable Node holder, String key, @Nullable Use ours, @Nullable Schema owner) {
  static Place nowhere(String name) {
    return new Place(name, null, "", null, null);
  }

  /** Whether this is the schema of a parameter. */
  boolean isParameter() {
    return holder != null && owner == null && !holder.get("in").text().isEmpty();
  }

  boolean exists() {
    return holder != null;
  }
}
