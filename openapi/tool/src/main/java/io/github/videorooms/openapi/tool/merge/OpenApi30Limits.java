package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Schema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes limits in the notation of OpenAPI 3.0, where {@code exclusiveMinimum} is a boolean. */
final class OpenApi30Limits {
  /** The limits in the order in which they are left out if no example respects all of them. */
  private static final List<String> DISPENSABLE =
      List.of(
          "pattern",
          "uniqueItems",
          "multipleOf",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "exclusiveMinimum",
          "exclusiveMaximum",
          "minimum",
          "maximum");

  /**
   * Adds all limits of a schema to a new node, except those that prevent any example, which the
   * document needs. Returns a phrase for each limit that is left out.
   */
  static List<String> copy(Schema schema, Node node, ExampleGenerator examples) {
    schema.limits().keySet().forEach(key -> copy(schema, key, node));
    for (String key : DISPENSABLE) {
      if (node.has(key) && !examples.isSatisfiable(node)) {
        node.remove(key);
      }
    }
    return leftOut(schema, schema.limits().keySet(), node);
  }

  /**
   * Copies one limit to a node of ours, or removes it if the schema has none or if it prevents any
   * example. Returns a phrase if it is left out, otherwise {@code ""}.
   */
  static String copy(Schema schema, String key, Node node, ExampleGenerator examples) {
    boolean before = examples.isSatisfiable(node);
    copy(schema, key, node);
    List<String> keys =
        key.matches("minimum|maximum")
            ? List.of(key, key.startsWith("min") ? "exclusiveMinimum" : "exclusiveMaximum")
            : List.of(key);
    if (before && !examples.isSatisfiable(node)) {
      node.names().removeAll(keys);
    }
    return String.join("; ", leftOut(schema, keys, node));
  }

  private static List<String> leftOut(Schema schema, Collection<String> keys, Node node) {
    return keys.stream()
        .filter(key -> schema.limits().containsKey(key) && !node.has(key))
        .map(key -> key + " " + schema.limits().get(key) + " is left out: no example is known")
        .toList();
  }

  /** Adds one limit, or removes it if the schema has none. */
  private static void copy(Schema schema, String key, Node node) {
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

  /** Converts a number to the type that it has when it is read from YAML. */
  static Object plain(Object value) {
    if (!(value instanceof BigDecimal number)) {
      return value;
    }
    if (number.stripTrailingZeros().scale() > 0) {
      return number.doubleValue();
    }
    BigInteger whole = number.toBigInteger();
    int bits = whole.bitLength();
    return bits < Integer.SIZE
        ? (Object) whole.intValue()
        : bits < Long.SIZE ? (Object) whole.longValue() : whole;
  }

  private OpenApi30Limits() {}
}
