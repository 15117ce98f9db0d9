package io.github.videorooms.testkit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The type and the limits of a value in the document. */
final class ValueRules {
  private static final String INVALID = "invalid_parameter";

  private final JsonObject schema;
  private final @Nullable Pattern pattern;

  ValueRules(JsonObject schema) {
    this.schema = schema;
    this.pattern = schema.has("pattern") ? pattern(text("pattern")) : null;
  }

  boolean isOfType(String type) {
    return text("type").equals(type);
  }

  boolean is(String keyword) {
    return schema.has(keyword) && schema.get(keyword).getAsBoolean();
  }

  /**
   * Reads a value.
   *
   * @return the value as it is stored: a whole number without a decimal point, a time in UTC
   * @throws InvalidValue if it has another type or exceeds a limit
   */
  JsonElement read(JsonElement value) {
    JsonElement read = ofType(value);
    if (Json.isString(read)) {
      checkText(read.getAsString());
    } else if (Json.isNumber(read)) {
      checkLimits("must be %s", "minimum", "maximum", read.getAsBigDecimal());
    } else if (read.isJsonArray()) {
      BigDecimal size = BigDecimal.valueOf(read.getAsJsonArray().size());
      checkLimits("must have %s entries", "minItems", "maxItems", size);
    }
    if (schema.has("enum") && !schema.getAsJsonArray("enum").contains(read)) {
      throw new InvalidValue("unsupported_option", "is not an option");
    }
    return read;
  }

  private JsonElement ofType(JsonElement value) {
    switch (text("type")) {
      case "string":
        return string(value);
      case "integer":
        return integer(value);
      case "number":
        return check(value, Json.isNumber(value), "not_a_number", "must be a number");
      case "boolean":
        return check(value, Json.isBoolean(value), "not_a_boolean", "must be true or false");
      case "object":
        return check(value, value.isJsonObject(), "not_a_hash", "must be an object");
      case "array":
        return list(value);
      default:
        return value;
    }
  }

  private JsonElement string(JsonElement value) {
    switch (text("format")) {
      case "date-time":
        return Times.read(value);
      case "date":
        return check(value, Times.isDate(value), "not_a_date", "must be a date such as 2026-03-02");
      default:
        return check(value, Json.isString(value), "not_a_string", "must be a string");
    }
  }

  /** Reads both 20 and 20.0 as 20. */
  private JsonElement integer(JsonElement value) {
    try {
      if (Json.isNumber(value)) {
        BigDecimal number = new BigDecimal(value.getAsString());
        return text("format").equals("int32")
            ? new JsonPrimitive(number.intValueExact())
            : new JsonPrimitive(number.longValueExact());
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Rejected below, like a value that is not a number.
    }
    throw new InvalidValue(INVALID, "must be a whole number");
  }

  private JsonElement list(JsonElement value) {
    ValueRules items =
        new ValueRules(schema.has("items") ? schema.getAsJsonObject("items") : new JsonObject());
    if (items.isOfType("string")) {
      check(value, isStrings(value), "not_an_array_of_strings", "must be a list of strings");
    }
    check(value, value.isJsonArray(), "not_an_array", "must be a list");
    JsonArray read = new JsonArray();
    try {
      value.getAsJsonArray().forEach(item -> read.add(items.read(item)));
    } catch (InvalidValue e) {
      throw new InvalidValue("list_contains_invalid_entries", "has entries that are not valid");
    }
    return read;
  }

  private void checkText(String text) {
    int length = text.codePointCount(0, text.length());
    checkLimits("must have %s characters", "minLength", "maxLength", BigDecimal.valueOf(length));
    if (pattern != null && !pattern.matcher(text).find()) {
      throw new InvalidValue(INVALID, "has characters that are not allowed");
    }
  }

  private void checkLimits(String message, String least, String most, BigDecimal value) {
    boolean isBelow = schema.has(least) && value.compareTo(number(least)) < 0;
    boolean isAbove = schema.has(most) && value.compareTo(number(most)) > 0;
    if (isBelow || isAbove) {
      throw new InvalidValue(INVALID, String.format(Locale.ROOT, message, range(least, most)));
    }
  }

  private String range(String least, String most) {
    if (schema.has(least) && schema.has(most)) {
      return "from " + text(least) + " to " + text(most);
    }
    return schema.has(least) ? "at least " + text(least) : "at most " + text(most);
  }

  private BigDecimal number(String keyword) {
    return schema.get(keyword).getAsBigDecimal();
  }

  private String text(String keyword) {
    return schema.has(keyword) ? schema.get(keyword).getAsString() : "";
  }

  private static JsonElement check(
      JsonElement value, boolean isValid, String code, String message) {
    if (!isValid) {
      throw new InvalidValue(code, message);
    }
    return value;
  }

  private static boolean isStrings(JsonElement value) {
    return value.isJsonArray() && value.getAsJsonArray().asList().stream().allMatch(Json::isString);
  }

  /**
   * Compiles a regular expression of the document, in which {@code $} matches only at the end of
   * the text.
   *
   * @return the pattern, or null if it is invalid in Java; any text then matches
   */
  private static @Nullable Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex.replaceFirst("(?<!\\\\)\\$$", "\\\\z"));
    } catch (PatternSyntaxException e) {
      return null;
    }
  }
}
