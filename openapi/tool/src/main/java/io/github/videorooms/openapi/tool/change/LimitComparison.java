package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.Node;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares limits on values; the generated code checks none, and shows some in its Javadoc. */
final class LimitComparison {
  private static final Set<String> LOWER =
      Set.of("minimum", "minLength", "minItems", "minProperties");
  private static final Set<String> UPPER =
      Set.of("maximum", "maxLength", "maxItems", "maxProperties");
  private static final Set<String> SWITCHES =
      Set.of("exclusiveMinimum", "exclusiveMaximum", "uniqueItems");
  private static final Set<String> OTHERS = Set.of("pattern", "multipleOf");

  private final List<Change> changes;

  LimitComparison(List<Change> changes) {
    this.changes = changes;
  }

  static boolean knows(String key) {
    return Stream.of(LOWER, UPPER, SWITCHES, OTHERS).anyMatch(keys -> keys.contains(key));
  }

  void compare(String where, Node before, Node after, Direction direction) {
    Stream.of(LOWER, UPPER, SWITCHES, OTHERS)
        .flatMap(Set::stream)
        .sorted()
        .filter(key -> !isSame(before.get(key), after.get(key)))
        .filter(key -> !isToldByItsBound(key, before, after))
        .forEach(
            key ->
                Change.of(Kind.LIMIT, where, key)
                    .from(Described.valueOrNone(before, key))
                    .to(Described.valueOrNone(after, key))
                    .addTo(changes, wire(before.get(key), after.get(key), direction), NONE));
  }

  private static boolean isSame(Node before, Node after) {
    if (SWITCHES.contains(before.key())) {
      return before.is(true) == after.is(true);
    }
    return isNumber(before) && isNumber(after)
        ? number(before).compareTo(number(after)) == 0
        : before.is(after.value());
  }

  private static Severity wire(Node before, Node after, Direction direction) {
    if (SWITCHES.contains(before.key())) {
      return after.is(true) ? direction.narrowed() : direction.widened();
    }
    if (before.is(null)) {
      return direction.narrowed();
    }
    if (after.is(null)) {
      return direction.widened();
    }
    if (OTHERS.contains(before.key()) || !isNumber(before) || !isNumber(after)) {
      return direction.changed();
    }
    boolean grows = number(before).compareTo(number(after)) < 0;
    return grows == LOWER.contains(before.key()) ? direction.narrowed() : direction.widened();
  }

  /** Whether a bound is open says something about two bounds that are equal. */
  private static boolean isToldByItsBound(String key, Node before, Node after) {
    String bound = key.replace("exclusiveM", "m");
    return !bound.equals(key) && !isSame(before.get(bound), after.get(bound));
  }

  private static boolean isNumber(Node node) {
    return node.value() instanceof Number;
  }

  private static BigDecimal number(Node node) {
    return new BigDecimal(String.valueOf(node.value()));
  }
}
