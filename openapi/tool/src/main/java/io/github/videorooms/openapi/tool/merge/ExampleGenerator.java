package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Generates example values for schemas, deterministically. */
final class ExampleGenerator {
  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_ITEMS = 20;
  private static final List<String> TEXTS =
      List.of(
          "sample",
          "a",
          "A",
          "1",
          "#044EF4",
          "sample-1",
          "SAMPLE",
          "1.0",
          "sample_1",
          "/sample",
          "example.com",
          "https://example.com/sample",
          "sample@example.com",
          "+15550100",
          "1234",
          "123456",
          "US",
          "en-US",
          "16:9",
          "1280x720",
          "13:45",
          "2026-04-08",
          "2026-04-08T13:45:00Z",
          "5d1c7e90-3b42-4f68-9a0d-e2b7c4816f35");
  private static final Map<String, String> BY_FORMAT =
      Map.of(
          "uuid", "5d1c7e90-3b42-4f68-9a0d-e2b7c4816f35",
          "date-time", "2026-04-08T13:45:00Z",
          "date", "2026-04-08",
          "uri", "https://example.com/sample",
          "url", "https://example.com/sample",
          "email", "sample@example.com",
          "password", "made-up-secret");

  private final Document document;
  private final Deque<String> inside = new ArrayDeque<>();

  ExampleGenerator(Document document) {
    this.document = document;
  }

  /** Returns a value that matches a schema; a recursive object is cut off as an empty one. */
  @Nullable Object of(Node schemaOrReference) {
    Node schema = document.resolve(schemaOrReference);
    if (inside.contains(schema.path())) {
      return new LinkedHashMap<String, @Nullable Object>();
    }
    inside.push(schema.path());
    @Nullable Object value = ofContent(schema);
    inside.pop();
    return value;
  }

  private @Nullable Object ofContent(Node schema) {
    List<@Nullable Object> values = schema.get("enum").list();
    if (!values.isEmpty()) {
      return values.get(0);
    }
    return switch (schema.get("type").text()) {
      case "object" -> object(schema);
      case "array" -> array(schema);
      case "boolean" -> true;
      case "integer" -> OpenApi30Limits.plain(number(schema, BigDecimal.ONE));
      case "number" -> number(schema, new BigDecimal("1.5")).doubleValue();
      default -> text(schema);
    };
  }

  private Map<String, @Nullable Object> object(Node schema) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    schema
        .get("properties")
        .members()
        .filter(property -> !recurs(property))
        .forEach(property -> object.put(property.key(), of(property)));
    return object;
  }

  private List<@Nullable Object> array(Node schema) {
    Node items = schema.get("items");
    List<@Nullable Object> values = new ArrayList<>(document.resolve(items).get("enum").list());
    values.removeIf(Objects::isNull);
    int count =
        Math.min(Math.max(1, size(schema, "minItems", 0)), size(schema, "maxItems", MOST_ITEMS));
    List<@Nullable Object> array = new ArrayList<>();
    for (int i = 0; i < Math.min(count, MOST_ITEMS) && !recurs(items); i++) {
      array.add(values.isEmpty() ? of(items) : values.get(i % values.size()));
    }
    return array;
  }

  private boolean recurs(Node schema) {
    return inside.contains(document.resolve(schema).path());
  }

  /** Returns a number within the limits, or the usual one if there is none. */
  private static BigDecimal number(Node schema, BigDecimal usual) {
    BigDecimal step = step(schema);
    List<BigDecimal> near = new ArrayList<>(List.of(usual));
    BigDecimal least = limit(schema, "minimum");
    BigDecimal most = limit(schema, "maximum");
    Stream.of(least, most).filter(Objects::nonNull).forEach(near::add);
    near.add(BigDecimal.ZERO);
    if (least != null && most != null) {
      near.add(least.add(most).divide(BigDecimal.valueOf(2)));
    }
    if (step != null) {
      near.replaceAll(each -> each.divideToIntegralValue(step).multiply(step));
    }
    BigDecimal next = step == null ? BigDecimal.ONE : step;
    return Stream.of(BigDecimal.ZERO, next, next.negate())
        .flatMap(distance -> near.stream().map(distance::add))
        .filter(each -> isWithin(each, schema))
        .findFirst()
        .orElse(usual);
  }

  /** Returns the distance between valid numbers, or null if there is none. */
  private static @Nullable BigDecimal step(Node schema) {
    BigDecimal step = limit(schema, "multipleOf");
    boolean whole = schema.get("type").is("integer");
    if (step == null || step.signum() <= 0) {
      return whole ? BigDecimal.ONE : null;
    }
    if (!whole) {
      return step;
    }
    BigDecimal exact = step.stripTrailingZeros();
    BigInteger parts = BigInteger.TEN.pow(Math.max(0, exact.scale()));
    BigInteger steps = exact.multiply(new BigDecimal(parts)).toBigIntegerExact();
    return new BigDecimal(steps.divide(steps.gcd(parts)));
  }

  private static @Nullable BigDecimal limit(Node schema, String key) {
    return schema.get(key).value() instanceof Number limit && Double.isFinite(limit.doubleValue())
        ? new BigDecimal(limit.toString())
        : null;
  }

  private static int size(Node schema, String key, int otherwise) {
    return schema.get(key).value() instanceof Number limit ? limit.intValue() : otherwise;
  }

  private static String text(Node schema) {
    String usual = BY_FORMAT.getOrDefault(schema.get("format").text(), TEXTS.get(0));
    return Stream.concat(Stream.of(usual), TEXTS.stream())
        .flatMap(each -> Stream.of(each, ofLength(schema, each)))
        .filter(each -> allows(schema, each))
        .findFirst()
        .orElse(usual);
  }

  /** Repeats or truncates a text to the length that a schema requires. */
  private static String ofLength(Node schema, String text) {
    int least = Math.min(size(schema, "minLength", 0), MOST_CHARACTERS);
    int most = Math.max(0, size(schema, "maxLength", MOST_CHARACTERS));
    String repeated = text.repeat(Math.max(1, least / text.length() + 1));
    return repeated.substring(0, Math.min(Math.max(least, text.length()), most));
  }

  /** Whether there is an example of a schema without fields that respects all of its limits. */
  boolean isSatisfiable(Node schema) {
    try {
      Pattern.compile(schema.get("pattern").text());
    } catch (PatternSyntaxException e) {
      return false;
    }
    return fits(of(schema), schema);
  }

  /** Whether a value matches a schema; fields and items are not checked. */
  boolean fits(@Nullable Object value, Node schema) {
    if (value == null) {
      return schema.get("nullable").is(true);
    }
    List<@Nullable Object> values = schema.get("enum").list();
    return isOfType(value, schema) && (values.isEmpty() || values.contains(value));
  }

  private static boolean isOfType(Object value, Node schema) {
    return switch (schema.get("type").text()) {
      case "object" -> value instanceof Map<?, ?> map && isOfSize(map.size(), "Properties", schema);
      case "array" ->
          value instanceof List<?> list
              && isOfSize(list.size(), "Items", schema)
              && (!schema.flag("uniqueItems") || new HashSet<>(list).size() == list.size());
      case "boolean" -> value instanceof Boolean;
      case "integer" ->
          (value instanceof Integer || value instanceof Long || value instanceof BigInteger)
              && isWithin(new BigDecimal(value.toString()), schema);
      case "number" ->
          value instanceof Number number
              && Double.isFinite(number.doubleValue())
              && isWithin(new BigDecimal(number.toString()), schema);
      case "string" -> value instanceof String text && allows(schema, text);
      default -> true;
    };
  }

  private static boolean isOfSize(int size, String of, Node schema) {
    return size >= size(schema, "min" + of, 0)
        && size <= size(schema, "max" + of, Integer.MAX_VALUE);
  }

  private static boolean isWithin(BigDecimal value, Node schema) {
    BigDecimal least = limit(schema, "minimum");
    BigDecimal most = limit(schema, "maximum");
    BigDecimal step = limit(schema, "multipleOf");
    int bits = schema.get("format").is("int32") ? Integer.SIZE : Long.SIZE;
    return (least == null || value.compareTo(least) >= (schema.flag("exclusiveMinimum") ? 1 : 0))
        && (most == null || value.compareTo(most) <= (schema.flag("exclusiveMaximum") ? -1 : 0))
        && (step == null || step.signum() <= 0 || value.remainder(step).signum() == 0)
        && (schema.get("type").is("number") || value.toBigInteger().bitLength() < bits);
  }

  /**
   * Whether a string respects the format and the limits of a schema; a pattern invalid in Java is
   * ignored.
   */
  private static boolean allows(Node schema, String text) {
    if (!isOfSize(text.length(), "Length", schema)
        || !isOfFormat(schema.get("format").text(), text)) {
      return false;
    }
    try {
      return BoundedText.matches(Pattern.compile(schema.get("pattern").text()), text);
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  private static boolean isOfFormat(String format, String text) {
    try {
      return switch (format) {
        case "uuid" -> UUID.fromString(text).toString().equals(text);
        case "date-time" -> !OffsetDateTime.parse(text).toString().isEmpty();
        case "date" -> LocalDate.parse(text).toString().equals(text);
        default -> true;
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      return false;
    }
  }
}
