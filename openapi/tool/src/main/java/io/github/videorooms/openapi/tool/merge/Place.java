package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import org.jspecify.annotations.Nullable;

/**
 * A place of our document where a schema stands, or may stand.
 *
 * @param name what readers call it
 * @param holder the node that the schema is a member of; null if our document has no such place
 * @param ours the schema there; null if there is none
 * @param owner the object that has this place as a field; null if it is no field
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
