package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Schema;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Writes limits in the notation of OpenAPI 3.0, where {@code exclusiveMinimum} is a boolean. */
final class OpenApi30Limits {
  /** Adds all limits of a schema to a node. */
  static void copy(Schema schema, Node node) {
    schema.limits().keySet().forEach(key -> copy(schema, key, node));
  }

  /** Adds one limit, or removes it if the schema has none. */
  static void copy(Schema schema, String key, Node node) {
    boolean lower = key.equals("minimum") || key.equals("exclusiveMinimum");
    if (!lower && !key.equals("maximum") && !key.equals("exclusiveMaximum")) {
      put(node, key, schema.limits().get(key));
      return;
    }
    String closed = lower ? "minimum" : "maximum";
    String flag = lower ? "exclusiveMinimum" : "exclusiveMaximum";
    Object open = schema.limits().get(flag);
    put(node, closed, open == null ? schema.limits().get(closed) : open);
    put(node, flag, open == null ? null : (Object) true);
  }

  private static void put(Node node, String key, @Nullable Object value) {
    boolean closesComment = value instanceof String text && text.contains("*/");
    if (value == null || closesComment) {
      node.remove(key);
    } else {
      KeyOrder.put(node, key, plain(value));
    }
  }

  private static Object plain(Object value) {
    if (!(value instanceof BigDecimal number)) {
      return value;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      return number.doubleValue();
    }
    return number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
        ? (Object) number.intValue()
        : number.toBigInteger();
  }

  private OpenApi30Limits() {}
}
