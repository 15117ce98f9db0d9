package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentTree;
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
        ? DocumentTree.object(holder).get(key)
        : (Integer) key < DocumentTree.list(holder).size()
            ? DocumentTree.list(holder).get((Integer) key)
            : null;
  }

  /** What stands there if it is an object, otherwise an empty one. */
  public Map<String, Object> node() {
    return DocumentTree.object(get());
  }

  /** Puts another schema there. */
  public void set(Object schema) {
    if (holder instanceof Map) {
      DocumentTree.object(holder).put((String) key, schema);
    } else {
      DocumentTree.list(holder).set((Integer) key, schema);
    }
  }

  /** Whether nothing but a reference stands there. */
  public boolean isReference() {
    return node().size() == 1 && node().containsKey("$ref");
  }
}
