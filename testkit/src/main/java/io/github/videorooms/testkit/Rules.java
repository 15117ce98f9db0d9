package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What may be sent: the fields of a body, or the parameters of a query. All else is ignored. */
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

  /** Adds what is done with the values of a field that the document allows. */
  Rules with(String name, UnaryOperator<JsonElement> next) {
    return new Rules(
        fields.stream()
            .map(field -> field.name().equals(name) ? field.then(next) : field)
            .collect(Collectors.toUnmodifiableList()));
  }

  /**
   * Returns the fields that were sent, as they are to be stored.
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
