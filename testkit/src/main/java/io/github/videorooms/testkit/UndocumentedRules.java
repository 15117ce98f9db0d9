package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The rules that the document states only in its descriptions, by operation and field. */
final class UndocumentedRules {
  private static final int LONGEST_META = 2000;

  private static final Map<String, Map<String, UnaryOperator<JsonElement>>> BODIES =
      Map.of(
          "POST rooms", Map.of("meta", UndocumentedRules::checkMeta),
          "PUT rooms/{id}", Map.of("meta", UndocumentedRules::checkMeta),
          "POST room_tokens",
              Map.of(
                  "meta", UndocumentedRules::checkMeta, "room_meta", UndocumentedRules::checkMeta),
          "POST rooms/{id}/streams", Map.of("url", StreamTarget::check),
          "POST conferences/{id}/streams", Map.of("url", StreamTarget::check),
          "PUT streams/{id}", Map.of("url", StreamTarget::check));

  private static final Map<String, Map<String, UnaryOperator<JsonElement>>> QUERIES =
      Map.of(
          "GET rooms", Map.of("starts_after", Times::read, "ends_before", Times::read),
          "GET conferences",
              Map.of("starts_after", Times::readFilter, "ends_before", Times::readFilter),
          "GET logs",
              Map.of(
                  "created_before", Times::read,
                  "created_on", Times::read,
                  "created_after", Times::read));

  private UndocumentedRules() {}

  static Rules addToBody(String operation, Rules documented) {
    return add(BODIES.getOrDefault(operation, Map.of()), documented);
  }

  static Rules addToQuery(String operation, Rules documented) {
    return add(QUERIES.getOrDefault(operation, Map.of()), documented);
  }

  private static Rules add(Map<String, UnaryOperator<JsonElement>> more, Rules documented) {
    Rules rules = documented;
    for (Map.Entry<String, UnaryOperator<JsonElement>> each : more.entrySet()) {
      rules = rules.with(each.getKey(), each.getValue());
    }
    return rules;
  }

  private static JsonElement checkMeta(JsonElement meta) {
    String json = meta.toString();
    if (json.codePointCount(0, json.length()) > LONGEST_META) {
      throw new InvalidValue(
          "invalid_parameter", "must have at most " + LONGEST_META + " characters as JSON");
    }
    return meta;
  }
}
