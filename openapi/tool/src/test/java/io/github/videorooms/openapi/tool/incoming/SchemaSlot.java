package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.Map;

/** A place in a document that holds a schema, which can be replaced. */
public record SchemaSlot(Object holder, Object key, String pointer, Role role) {
  /** The role of the schema at its place. */
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

  /** Returns the schema, which may be a boolean. */
  public Object get() {
    return holder instanceof Map
        ? Node.of(holder).object().get(key)
        : (Integer) key < Node.of(holder).list().size()
            ? Node.of(holder).list().get((Integer) key)
            : null;
  }

  /** Returns the schema if it is an object, otherwise an empty one. */
  public Map<String, Object> node() {
    return Node.of(get()).object();
  }

  /** Replaces the schema. */
  public void set(Object schema) {
    if (holder instanceof Map) {
      Node.of(holder).object().put((String) key, schema);
    } else {
      Node.of(holder).list().set((Integer) key, schema);
    }
  }

  /** Whether the schema is only a reference. */
  public boolean isReference() {
    return node().size() == 1 && node().containsKey("$ref");
  }
}
