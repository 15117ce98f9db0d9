package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;
import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Compares the values of an enumeration, and the names of their constants. */
final class EnumComparison {
  private static final String NAMES = "x-enum-varnames";

  private final List<Change> changes;

  EnumComparison(List<Change> changes) {
    this.changes = changes;
  }

  void compare(String where, Node before, Node after, Direction direction) {
    if (before.has("enum") != after.has("enum")) {
      openOrClose(where, after.has("enum"), direction);
      return;
    }
    Map<String, String> one = constants(before);
    Map<String, String> other = constants(after);
    other.forEach(
        (value, constant) -> {
          if (!one.containsKey(value)) {
            added(where, value, direction);
          } else if (!constant.equals(one.get(value))) {
            renamed(where, value, one.get(value), constant);
          }
        });
    one.keySet().stream()
        .filter(value -> !other.containsKey(value))
        .forEach(
            value ->
                removed(where, value, other.containsValue(one.getOrDefault(value, "")), direction));
    nullness(where, before, after, direction);
  }

  private void openOrClose(String where, boolean closed, Direction direction) {
    Change.of(Kind.ENUM, where, closed ? "lists its values now" : "no longer lists its values")
        .because("A class with constants takes the place of a string, or the other way round.")
        .addTo(changes, closed ? direction.narrowed() : direction.compatible(), BREAKING);
  }

  private void added(String where, String value, Direction direction) {
    Change.of(Kind.ENUM, where, "new value")
        .to(value)
        .because(
            "Enumerations are open: older clients keep the value as it is. A switch over known()"
                + " meets one more constant.")
        .addTo(changes, direction.compatible(), ADDITIVE);
  }

  private void removed(String where, String value, boolean constantStays, Direction direction) {
    Change.of(Kind.ENUM, where, "value removed")
        .from(value)
        .because(
            constantStays
                ? "Its constant stays, with another value."
                : "Its constant is gone from the class and from Known.")
        .addTo(changes, direction.narrowed(), constantStays ? ADDITIVE : BREAKING);
  }

  private void renamed(String where, String value, String before, String after) {
    Change.of(Kind.ENUM, where, "constant of " + value)
        .from(before)
        .to(after)
        .addTo(changes, NONE, BREAKING);
  }

  private void nullness(String where, Node before, Node after, Direction direction) {
    boolean one = isNullLost(before);
    if (one != isNullLost(after)) {
      Change.of(Kind.NULLABLE, where, one ? "lists null now" : "no longer lists null")
          .because("A nullable enumeration takes null only if null is among its values.")
          .addTo(changes, one ? direction.widened() : direction.narrowed(), NONE);
    }
  }

  private static boolean isNullLost(Node schema) {
    return schema.get("nullable").is(true)
        && schema.has("enum")
        && schema.get("enum").items().noneMatch(value -> value.is(null));
  }

  /** The values, each with the name of its constant: names go by position, null aside. */
  private static Map<String, String> constants(Node schema) {
    List<Node> values =
        schema.get("enum").items().filter(value -> !value.is(null)).collect(toList());
    List<Node> names = schema.get(NAMES).items().collect(toList());
    Map<String, String> constants = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      String value = String.valueOf(values.get(i).value());
      constants.put(value, i < names.size() ? names.get(i).text() : value);
    }
    return constants;
  }
}
