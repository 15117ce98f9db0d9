package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Preserves the order of keys in our document, and finds the position of new ones. */
final class KeyOrder {
  private static final List<String> OPERATION_KEYS =
      List.of(
          "operationId",
          "x-method",
          "x-reference",
          "tags",
          "summary",
          "deprecated",
          "description",
          "security",
          "parameters",
          "x-lookup",
          "x-arguments",
          "requestBody",
          "x-paged",
          "x-redirect",
          "x-error-codes",
          "responses");
  private static final List<String> SCHEMA_KEYS =
      List.of(
          "$ref",
          "type",
          "format",
          "nullable",
          "deprecated",
          "description",
          "required",
          "minimum",
          "exclusiveMinimum",
          "maximum",
          "exclusiveMaximum",
          "multipleOf",
          "minLength",
          "maxLength",
          "minItems",
          "maxItems",
          "uniqueItems",
          "pattern",
          "enum",
          "x-enum-varnames",
          "properties",
          "items",
          "additionalProperties");

  /** Returns the path that has the longest prefix in common with a given one. */
  static String nearest(String path, Collection<String> paths) {
    String nearest = "";
    int longest = -1;
    for (String each : paths) {
      int length = commonPrefix(each, path);
      if (length >= longest) {
        longest = length;
        nearest = each;
      }
    }
    return nearest;
  }

  /** Returns the length of the common prefix of two paths. */
  static int commonPrefix(String one, String other) {
    int mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
    return mismatch < 0 ? one.length() : mismatch;
  }

  /** Puts a keyword into a schema, at its usual position if it is new. */
  static void put(Node schema, String key, @Nullable Object value) {
    Map<String, @Nullable Object> fields = schema.object();
    if (schema.has(key)) {
      fields.put(key, value);
      return;
    }
    List<String> keys = new ArrayList<>(schema.names());
    int rank = SCHEMA_KEYS.indexOf(key);
    int place = 0;
    for (int i = 0; i < keys.size(); i++) {
      int other = SCHEMA_KEYS.indexOf(keys.get(i));
      if (other >= 0 && (rank < 0 || other < rank)) {
        place = i + 1;
      }
    }
    Map<String, @Nullable Object> behind = new LinkedHashMap<>();
    keys.subList(place, keys.size()).forEach(each -> behind.put(each, fields.remove(each)));
    fields.put(key, value);
    fields.putAll(behind);
  }

  /** Replaces the content of an object with the same content in another order. */
  static void sort(Node object, Map<String, @Nullable Object> sorted) {
    object.names().clear();
    object.object().putAll(sorted);
  }

  /** Sorts the keys of an operation into their usual order. */
  static void sortOperation(Node operation) {
    sort(operation, operation(operation.object()));
  }

  /** Returns a copy of an operation with its keys in their usual order. */
  static Map<String, @Nullable Object> operation(Map<String, @Nullable Object> operation) {
    Map<String, @Nullable Object> sorted = new LinkedHashMap<>();
    OPERATION_KEYS.stream()
        .filter(operation::containsKey)
        .forEach(key -> sorted.put(key, operation.get(key)));
    operation.forEach(sorted::putIfAbsent);
    return sorted;
  }

  private KeyOrder() {}
}
