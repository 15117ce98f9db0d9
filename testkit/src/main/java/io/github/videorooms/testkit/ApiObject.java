package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;

/** An object in the document: its fields, and which of them are required. */
final class ApiObject {
  private final ApiDescription api;
  private final JsonObject fields;

  ApiObject(ApiDescription api, JsonObject fields) {
    this.api = api;
    this.fields = fields;
  }

  JsonObject fields() {
    return fields;
  }

  boolean has(String field) {
    return fields.has(field);
  }

  boolean allowsNull(String field) {
    return has(field) && fields.getAsJsonObject(field).has("nullable");
  }

  /** Returns those of the given values that can be fields of this object. */
  JsonObject select(JsonObject values) {
    JsonObject selected = new JsonObject();
    values.entrySet().stream()
        .filter(value -> has(value.getKey()))
        .filter(value -> !value.getValue().isJsonNull() || allowsNull(value.getKey()))
        .forEach(value -> selected.add(value.getKey(), value.getValue()));
    return selected;
  }

  /** Adds the document's example for each required field that is missing. */
  JsonObject complete(JsonObject value) {
    for (Map.Entry<String, JsonElement> field : fields.entrySet()) {
      JsonObject schema = field.getValue().getAsJsonObject();
      if (value.has(field.getKey())) {
        api.complete(value.get(field.getKey()), schema);
      } else if (schema.has("required")) {
        value.add(field.getKey(), schema.get("example").deepCopy());
      }
    }
    return value;
  }
}
