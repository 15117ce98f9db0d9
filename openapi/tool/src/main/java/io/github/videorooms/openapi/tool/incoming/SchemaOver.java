package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays a schema of theirs over one of ours: their meaning, our words, our order. */
final class SchemaOver {
  /** Returns ours as it is if both mean the same. */
  static Map<String, @Nullable Object> of(
      Map<String, @Nullable Object> ours, Map<String, @Nullable Object> theirs) {
    if (Meaning.same(ours, theirs)) {
      return ours;
    }
    if (ours.containsKey("$ref") || theirs.containsKey("$ref")) {
      return fresh(theirs, Tree.text(ours.get("description")));
    }
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    ours.forEach(
        (key, value) -> {
          if (Meaning.isProse(key) || theirs.containsKey(key)) {
            result.put(key, value);
          }
        });
    theirs.forEach(
        (key, value) -> {
          if (!Meaning.isProse(key) && !key.equals("default")) {
            Order.put(result, key, member(key, ours.get(key), value));
          }
        });
    return withConstants(result, new Constants(ours));
  }

  private static @Nullable Object member(
      String key, @Nullable Object ours, @Nullable Object theirs) {
    switch (key) {
      case "properties":
        return properties(Tree.object(ours), Tree.object(theirs));
      case "items":
        return ours == null
            ? fresh(Tree.object(theirs), "")
            : of(Tree.object(ours), Tree.object(theirs));
      case "required":
      case "enum":
        return sorted(Tree.list(ours), Tree.list(theirs));
      default:
        return Tree.copy(theirs);
    }
  }

  private static Map<String, @Nullable Object> properties(
      Map<String, @Nullable Object> ours, Map<String, @Nullable Object> theirs) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    for (String name : Order.of(ours.keySet(), theirs.keySet())) {
      Map<String, @Nullable Object> their = Tree.object(theirs.get(name));
      result.put(
          name, ours.containsKey(name) ? of(Tree.object(ours.get(name)), their) : fresh(their, ""));
    }
    return result;
  }

  private static List<@Nullable Object> sorted(
      List<@Nullable Object> ours, List<@Nullable Object> theirs) {
    List<@Nullable Object> result = new ArrayList<>(ours);
    result.retainAll(theirs);
    theirs.stream().filter(value -> !result.contains(value)).forEach(result::add);
    result.removeIf(Objects::isNull);
    return result;
  }

  /** Returns a schema that we have no words for, in ours where there is a text to keep. */
  static Map<String, @Nullable Object> fresh(
      Map<String, @Nullable Object> theirs, String description) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    theirs.forEach(
        (key, value) -> {
          if (!Meaning.isProse(key) && !key.equals("default")) {
            Order.put(result, key, member(key, null, value));
          }
        });
    String words = description.isEmpty() ? Prose.plain(theirs.get("description"), "") : description;
    if (!words.isEmpty() && !result.containsKey("$ref")) {
      Order.put(result, "description", words);
    }
    return withConstants(result, new Constants(Map.of()));
  }

  /** Keeps the constants of the values that stay, makes one for each new value, puts null last. */
  private static Map<String, @Nullable Object> withConstants(
      Map<String, @Nullable Object> schema, Constants constants) {
    if (!schema.containsKey("enum")) {
      schema.remove(Constants.KEY);
      return schema;
    }
    List<@Nullable Object> values = Tree.list(schema.get("enum"));
    Order.put(schema, Constants.KEY, constants.of(values));
    if (Boolean.TRUE.equals(schema.get("nullable"))) {
      values.add(null);
    }
    return schema;
  }

  private SchemaOver() {}
}
