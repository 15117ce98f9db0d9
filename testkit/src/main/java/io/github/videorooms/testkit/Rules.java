package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The valid fields of a body, or parameters of a query. All others are ignored. */
final class Rules {
  private final List<Field> fields;

  private Rules(List<Field> fields) {
    this.fields = fields;
  }

  static Rules ofBody(JsonObject fields) {
    return of(fields, Field::ofBody);
  }

  static Rules ofQuery(JsonObject parameters) {
    return of(parameters, Field::ofQuery);
  }

  private static Rules of(JsonObject schemas, BiFunction<String, ValueRules, Field> kind) {
    return new Rules(
        schemas.entrySet().stream()
            .map(
                each ->
                    kind.apply(each.getKey(), new ValueRules(each.getValue().getAsJsonObject())))
            .collect(Collectors.toUnmodifiableList()));
  }

  /** Adds a conversion of the values that the document allows for a field. */
  Rules with(String name, UnaryOperator<JsonElement> next) {
    return new Rules(
        fields.stream()
            .map(field -> field.name().equals(name) ? field.then(next) : field)
            .collect(Collectors.toUnmodifiableList()));
  }

  /**
   * Returns the fields that were sent, in the form in which they are stored.
   *
   * @throws ApiRejection if one is missing or invalid; it names every such field
   */
  JsonObject read(JsonObject sent) {
    JsonObject stored = new JsonObject();
    List<Problem> problems = new ArrayList<>();
    for (Field field : fields) {
      field.take(sent, stored, problems);
    }
    if (!problems.isEmpty()) {
      throw ApiRejection.of(problems);
    }
    return stored;
  }
}
