package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keywords that restrict a value beyond its type, such as {@code maxLength}. */
final class LimitKeywords {
  private static final List<String> OF_STRINGS = List.of("minLength", "maxLength", "pattern");
  private static final List<String> OF_NUMBERS =
      List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf");
  private static final List<String> OF_ARRAYS = List.of("minItems", "maxItems", "uniqueItems");
  private static final List<String> OF_OBJECTS = List.of("minProperties", "maxProperties");

  /** The keywords that imply a type if a schema does not specify one. */
  static final Map<Kind, List<String>> BY_KIND = new LinkedHashMap<>();

  static {
    BY_KIND.put(Kind.OBJECT, with(OF_OBJECTS, "properties", "required", "additionalProperties"));
    BY_KIND.put(Kind.ARRAY, with(OF_ARRAYS, "items", "prefixItems"));
    BY_KIND.put(Kind.STRING, with(OF_STRINGS, "contentEncoding", "contentMediaType"));
    BY_KIND.put(Kind.NUMBER, OF_NUMBERS);
  }

  private static List<String> with(List<String> limits, String... others) {
    List<String> all = new ArrayList<>(limits);
    all.addAll(List.of(others));
    return all;
  }

  static boolean isLimit(String key) {
    return OF_STRINGS.contains(key)
        || OF_NUMBERS.contains(key)
        || OF_ARRAYS.contains(key)
        || OF_OBJECTS.contains(key);
  }

  /** Returns the limits that apply to a kind of value. */
  static List<String> of(Kind kind) {
    return switch (kind) {
      case STRING -> OF_STRINGS;
      case INTEGER, NUMBER -> OF_NUMBERS;
      case ARRAY -> OF_ARRAYS;
      case OBJECT -> OF_OBJECTS;
      default -> List.of();
    };
  }

  /** Reads the limits that apply to a kind of value, in the notation of OpenAPI 3.1. */
  static void read(Node raw, Kind kind, Map<String, Object> limits) {
    for (String key : of(kind)) {
      Object value = raw.get(key).value();
      if (value == null || !isOfKeyword(key, value) || isIdle(key, value)) {
        continue;
      }
      if (Boolean.TRUE.equals(value) && key.startsWith("exclusive")) {
        Object bound = raw.get(key.equals("exclusiveMinimum") ? "minimum" : "maximum").value();
        if (bound != null && isFinite(bound)) {
          limits.put(key, comparable(bound));
          limits.remove(key.equals("exclusiveMinimum") ? "minimum" : "maximum");
        }
      } else {
        limits.put(key, comparable(value));
      }
    }
  }

  /** Whether a value is valid for a keyword; invalid or infinite ones are ignored. */
  private static boolean isOfKeyword(String key, Object value) {
    return switch (key) {
      case "pattern" -> value instanceof String;
      case "uniqueItems" -> Boolean.TRUE.equals(value);
      default -> isFinite(value) || (key.startsWith("exclusive") && Boolean.TRUE.equals(value));
    };
  }

  /** Whether a value is a finite number; YAML has NaN and infinities, and 1e400 becomes one. */
  static boolean isFinite(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  private static boolean isIdle(String key, Object value) {
    return key.matches("min(Length|Items|Properties)")
        && comparable(value) instanceof BigDecimal number
        && number.signum() == 0;
  }

  /** Adds a limit; of two, the stricter one applies. */
  static void tighten(Map<String, Object> limits, String key, Object value) {
    limits.merge(
        key,
        value,
        (one, two) -> {
          if (!(one instanceof BigDecimal first) || !(two instanceof BigDecimal second)) {
            return two;
          }
          return key.contains("ax") ? first.min(second) : first.max(second);
        });
  }

  /** Removes the looser of an inclusive and an exclusive bound on the same side. */
  static void keepTighterBounds(Map<String, Object> limits) {
    keepTighter(limits, "minimum", "exclusiveMinimum", 1);
    keepTighter(limits, "maximum", "exclusiveMaximum", -1);
  }

  private static void keepTighter(
      Map<String, Object> limits, String closed, String open, int direction) {
    if (limits.get(closed) instanceof BigDecimal one
        && limits.get(open) instanceof BigDecimal other) {
      limits.remove(one.compareTo(other) * direction > 0 ? open : closed);
    }
  }

  /** Normalizes a value so that equal ones compare equal: 1.0 and 1, keys in any order. */
  static Object comparable(Object value) {
    if (value instanceof Double && !isFinite(value)) {
      return value.toString();
    }
    if (value instanceof Number) {
      BigDecimal number = new BigDecimal(value.toString()).stripTrailingZeros();
      return number.scale() < 0 ? number.setScale(0) : number;
    }
    return value instanceof Map || value instanceof List ? text(Node.of(value)) : value;
  }

  /** Returns a canonical text without descriptions, independent of the order of keys. */
  static String text(Node node) {
    if (node.isObject()) {
      TreeMap<String, String> sorted = new TreeMap<>();
      node.members()
          .filter(each -> !each.key().equals("description") && !each.key().startsWith("x-"))
          .forEach(each -> sorted.put(each.key(), text(each)));
      return sorted.toString();
    }
    if (node.isList()) {
      return node.items().map(LimitKeywords::text).toList().toString();
    }
    Object value = node.value() instanceof Number number ? comparable(number) : node.value();
    return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
  }

  private LimitKeywords() {}
}
