package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** One member or parameter of a request: its name, its type and its limits. */
final class Field {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

  private final String name;
  private final boolean required;
  private final boolean nullable;
  private final UnaryOperator<JsonElement> reading;

  private Field(
      String name, boolean required, boolean nullable, UnaryOperator<JsonElement> reading) {
    this.name = name;
    this.required = required;
    this.nullable = nullable;
    this.reading = reading;
  }

  static Field string(String name) {
    return ofType(name, Json::isString, "not_a_string", "must be a string");
  }

  static Field flag(String name) {
    return ofType(
        name,
        value -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean(),
        "not_a_boolean",
        "must be true or false");
  }

  static Field object(String name) {
    return ofType(name, JsonElement::isJsonObject, "not_a_hash", "must be an object");
  }

  /** A whole number, 20 or 20.0, that is kept as 20. */
  static Field integer(String name) {
    return new Field(name, false, false, Field::readInteger);
  }

  /** A time, or a date alone, which is the start of that day. */
  static Field time(String name) {
    return new Field(name, false, false, Times::read);
  }

  static Field strings(String name) {
    return ofType(name, Field::isStrings, "not_an_array_of_strings", "must be a list of strings");
  }

  private static Field ofType(
      String name, Predicate<JsonElement> type, String code, String message) {
    return new Field(name, false, false, UnaryOperator.identity()).check(type, code, message);
  }

  Field required() {
    return new Field(name, true, nullable, reading);
  }

  Field nullable() {
    return new Field(name, required, true, reading);
  }

  /** Takes text for what it spells, as it has to be in a query. */
  Field spelledOut() {
    return new Field(name, required, nullable, value -> reading.apply(spelled(value)));
  }

  /** Limits the characters of a string, or of an object written as JSON. */
  Field upTo(int characters) {
    return check(
        value -> lengthOf(value) <= characters,
        "invalid_parameter",
        "must have at most " + characters + " characters");
  }

  Field matching(String regex) {
    Pattern pattern = Pattern.compile(regex);
    return check(
        value -> pattern.matcher(value.getAsString()).matches(),
        "invalid_parameter",
        "has characters that are not allowed");
  }

  Field between(int least, int most) {
    return check(
        value -> value.getAsLong() >= least && value.getAsLong() <= most,
        "invalid_parameter",
        "must be from " + least + " to " + most);
  }

  Field oneOf(Predicate<String> options) {
    return check(
        value -> options.test(value.getAsString()), "unsupported_option", "is not an option");
  }

  Field eachOneOf(Predicate<String> options) {
    return check(
        value ->
            value.getAsJsonArray().asList().stream()
                .allMatch(item -> options.test(item.getAsString())),
        "list_contains_invalid_entries",
        "has entries that are no options");
  }

  Field check(Predicate<JsonElement> valid, String code, String message) {
    return read(
        value -> {
          if (!valid.test(value)) {
            throw new InvalidValue(code, message);
          }
          return value;
        });
  }

  Field read(UnaryOperator<JsonElement> next) {
    return new Field(name, required, nullable, value -> next.apply(reading.apply(value)));
  }

  boolean isNamed(String other) {
    return name.equals(other);
  }

  /** Takes the field out of what was sent, into what is kept or what is wrong. */
  void take(JsonObject sent, JsonObject kept, List<Problem> problems) {
    JsonElement value = sent.get(name);
    boolean nothing = value == null || value.isJsonNull();
    if (required && nothing) {
      problems.add(new Problem("missing_required_parameter", name, "is required"));
    } else if (value != null) {
      try {
        kept.add(name, nullable && nothing ? value : reading.apply(value));
      } catch (InvalidValue e) {
        problems.add(new Problem(e.code, name, e.text));
      }
    }
  }

  private static JsonElement readInteger(JsonElement value) {
    try {
      if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()) {
        return new JsonPrimitive(new BigDecimal(value.getAsString()).intValueExact());
      }
    } catch (ArithmeticException | NumberFormatException e) {
      // Refused below, as what is no number at all.
    }
    throw new InvalidValue("invalid_parameter", "must be a whole number");
  }

  private static boolean isStrings(JsonElement value) {
    return value.isJsonArray() && value.getAsJsonArray().asList().stream().allMatch(Json::isString);
  }

  private static int lengthOf(JsonElement value) {
    String text = value.isJsonPrimitive() ? value.getAsString() : value.toString();
    return text.codePointCount(0, text.length());
  }

  private static JsonElement spelled(JsonElement value) {
    String text = value.getAsString();
    if (WHOLE_NUMBER.matcher(text).matches()) {
      return new JsonPrimitive(Long.valueOf(text));
    }
    if (text.equals("true") || text.equals("false")) {
      return new JsonPrimitive(Boolean.valueOf(text));
    }
    return value;
  }
}
