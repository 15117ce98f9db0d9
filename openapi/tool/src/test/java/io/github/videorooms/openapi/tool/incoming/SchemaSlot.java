package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.Map;

/** A place in a document where a schema stands, and may be exchanged for another. */
public record SchemaSlot(Object holder, Object key, String pointer, Role role) {
  /** What the schema is there for. */
  public enum Role {
    COMPONENT,
    PARAMETER,
    BODY,
    HEADER,
    PROPERTY,
    ITEMS,
    VALUES,
    PART
  }

  /** What stands there, a boolean perhaps. */
  public Object get() {
    return holder instanceof Map
        ? Node.of(holder).object().get(key)
        : (Integer) key < Node.of(holder).list().size()
            ? Node.of(holder).list().get((Integer) key)
            : null;
  }

  /** What stands there if it is an object, otherwise an empty one. */
  public Map<String, Object> node() {
    return Node.of(get()).object();
  }

  /** Puts another schema there. */
  public void set(Object schema) {
    if (holder instanceof Map) {
      Node.of(holder).object().put((String) key, schema);
    } else {
      Node.of(holder).list().set((Integer) key, schema);
    }
  }

  /** Whether nothing but a reference stands there. */
  public boolean isReference() {
    return node().size() == 1 && node().containsKey("$ref");
  }
}
