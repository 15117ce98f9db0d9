package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.ReservedNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java constant names of an enumeration: existing ones, and new ones in the same style. */
final class EnumConstants {
  static final String KEY = "x-enum-varnames";
  private static final String MADE_UP = "VALUE_";

  private final Map<String, String> known = new LinkedHashMap<>();
  private String prefix = MADE_UP;

  /** Reads the existing names from a schema. */
  EnumConstants(Node schema) {
    List<@Nullable Object> values = schema.get("enum").list();
    List<String> names = schema.get(KEY).items().map(Node::text).toList();
    for (int i = 0; i < Math.min(values.size(), names.size()); i++) {
      String value = String.valueOf(values.get(i));
      String name = names.get(i);
      known.put(value, name);
      notePrefix(Identifier.constant(value), name);
    }
  }

  /**
   * Derives the prefix of new names: {@code LAYOUT_1X1} for {@code 1x1} makes it {@code LAYOUT_}.
   */
  private void notePrefix(String usual, String name) {
    if (usual.startsWith(MADE_UP) && name.endsWith("_" + usual.substring(MADE_UP.length()))) {
      prefix = name.substring(0, name.length() - usual.length() + MADE_UP.length());
    }
  }

  /** Returns a unique name for each value. */
  List<@Nullable Object> of(List<@Nullable Object> values) {
    List<@Nullable Object> names = new ArrayList<>();
    for (@Nullable Object each : values) {
      String value = String.valueOf(each);
      @Nullable String name = known.get(value);
      names.add(name == null ? free(made(value), names) : name);
    }
    return names;
  }

  private String made(String value) {
    String usual = Identifier.constant(value);
    return usual.startsWith(MADE_UP) ? prefix + usual.substring(MADE_UP.length()) : usual;
  }

  private String free(String wanted, List<@Nullable Object> taken) {
    String name = wanted;
    for (int i = 2; isTaken(name, taken); i++) {
      name = wanted + "_" + i;
    }
    return name;
  }

  private boolean isTaken(String name, List<@Nullable Object> taken) {
    return taken.contains(name)
        || known.containsValue(name)
        || ReservedNames.constants().contains(name);
  }
}
