package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Generates example values for schemas, deterministically. */
final class ExampleGenerator {
  private static final List<String> TEXTS =
      List.of("sample", "a", "A", "1", "#044EF4", "sample-1", "SAMPLE", "1.0");
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
      case "array" -> array(schema.get("items"));
      case "boolean" -> true;
      case "integer" -> (int) number(schema, 1);
      case "number" -> number(schema, 1.5);
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

  private List<@Nullable Object> array(Node items) {
    List<@Nullable Object> array = new ArrayList<>();
    if (!recurs(items)) {
      array.add(of(items));
    }
    return array;
  }

  private boolean recurs(Node schema) {
    return inside.contains(document.resolve(schema).path());
  }

  private static double number(Node schema, double usual) {
    double least = limit(schema, "minimum", usual);
    double most = limit(schema, "maximum", usual);
    return Math.min(Math.max(usual, least), most);
  }

  private static double limit(Node schema, String key, double otherwise) {
    return schema.get(key).value() instanceof Number limit ? limit.doubleValue() : otherwise;
  }

  private static String text(Node schema) {
    String ofFormat = BY_FORMAT.get(schema.get("format").text());
    return ofFormat != null
        ? ofFormat
        : TEXTS.stream().filter(text -> allows(schema, text)).findFirst().orElse("sample");
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
      case "object" -> value instanceof Map;
      case "array" -> value instanceof List;
      case "boolean" -> value instanceof Boolean;
      case "integer" ->
          (value instanceof Integer || value instanceof Long || value instanceof BigInteger)
              && isWithin((Number) value, schema);
      case "number" -> value instanceof Number number && isWithin(number, schema);
      case "string" ->
          value instanceof String text
              && allows(schema, text)
              && isOfFormat(schema.get("format").text(), text);
      default -> true;
    };
  }

  private static boolean isWithin(Number value, Node schema) {
    return value.doubleValue() >= limit(schema, "minimum", Double.NEGATIVE_INFINITY)
        && value.doubleValue() <= limit(schema, "maximum", Double.POSITIVE_INFINITY);
  }

  /** Whether a string respects the limits of a schema; a pattern invalid in Java is ignored. */
  private static boolean allows(Node schema, String text) {
    if (text.length() < limit(schema, "minLength", 0)
        || text.length() > limit(schema, "maxLength", Integer.MAX_VALUE)) {
      return false;
    }
    try {
      return Pattern.compile(schema.get("pattern").text()).matcher(text).find();
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
