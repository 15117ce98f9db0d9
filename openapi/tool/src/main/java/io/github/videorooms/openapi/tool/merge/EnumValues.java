package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds values to an enumeration or removes them, together with their constant names. */
final class EnumValues {
  static void add(Node schema, String value) {
    List<@Nullable Object> values = values(schema);
    EnumConstants constants = new EnumConstants(schema);
    values.add(value);
    put(schema, values, constants);
  }

  static void remove(Node schema, String value) {
    List<@Nullable Object> values = values(schema);
    EnumConstants constants = new EnumConstants(schema);
    values.removeIf(each -> value.equals(String.valueOf(each)));
    put(schema, values, constants);
  }

  /** Returns all values but null, which has no constant and always comes last. */
  private static List<@Nullable Object> values(Node schema) {
    List<@Nullable Object> values = new ArrayList<>(schema.get("enum").list());
    values.removeIf(each -> each == null);
    return values;
  }

  private static void put(Node schema, List<@Nullable Object> values, EnumConstants constants) {
    KeyOrder.put(schema, EnumConstants.KEY, constants.of(values));
    if (schema.flag("nullable")) {
      values.add(null);
    }
    schema.put("enum", values);
  }

  private EnumValues() {}
}
