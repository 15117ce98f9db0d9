package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** One field of a body, or one parameter of a query: its name, and the values that it accepts. */
final class Field {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

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

  static Field ofBody(String name, ValueRules rules) {
    return new Field(name, rules.is("required"), rules.is("nullable"), rules::read);
  }

  /** A parameter, which is text in a query whatever its type; lists of values are not supported. */
  static Field ofQuery(String name, ValueRules rules) {
    boolean isList = rules.isOfType("array") || rules.isOfType("object");
    return new Field(
        name,
        rules.is("required"),
        false,
        text -> isList ? text : rules.read(spelledOut(text, rules)));
  }

  /** Adds a conversion of the values that the document allows. */
  Field then(UnaryOperator<JsonElement> next) {
    return new Field(name, required, nullable, value -> next.apply(reading.apply(value)));
  }

  String name() {
    return name;
  }

  /** Moves the field from what was sent to what is stored, or to the problems. */
  void take(JsonObject sent, JsonObject stored, List<Problem> problems) {
    JsonElement value = sent.get(name);
    boolean nothing = value == null || value.isJsonNull();
    if (required && nothing) {
      problems.add(new Problem("missing_required_parameter", name, "is required"));
    } else if (value != null) {
      try {
        stored.add(name, nullable && nothing ? value : reading.apply(value));
      } catch (InvalidValue e) {
        problems.add(new Problem(e.code, name, e.text));
      }
    }
  }

  private static JsonElement spelledOut(JsonElement value, ValueRules rules) {
    String text = value.getAsString();
    if (!rules.isOfType("string") && NUMBER.matcher(text).matches()) {
      return new JsonPrimitive(new BigDecimal(text));
    }
    if (rules.isOfType("boolean") && (text.equals("true") || text.equals("false"))) {
      return new JsonPrimitive(Boolean.valueOf(text));
    }
    return value;
  }
}
