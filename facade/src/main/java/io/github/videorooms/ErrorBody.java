package io.github.videorooms;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Extracts the problems from the body of an error, in any of the known shapes; never fails. */
final class ErrorBody {
  private static final int MAX_ITEMS = 100;
  private static final int MAX_TEXT = 1_000;

  /** Gson limits the depth itself only since 2.12. */
  private static final int MAX_DEPTH = 32;

  private final UnaryOperator<String> scrub;
  private final List<ErrorItem> items = new ArrayList<>();

  private ErrorBody(UnaryOperator<String> scrub) {
    this.scrub = scrub;
  }

  /** Returns the problems in a body, with {@code scrub} applied to each text. */
  static List<ErrorItem> parse(@Nullable String body, Json json, UnaryOperator<String> scrub) {
    String text = body == null ? "" : body.strip();
    if (text.isEmpty() || text.startsWith("<")) {
      return List.of();
    }
    ErrorBody parser = new ErrorBody(scrub);
    try {
      parser.read(json.readTree(text), null, MAX_DEPTH);
    } catch (JsonParseException e) {
      parser.addMessage(text.lines().findFirst().orElse(""), null);
    }
    return List.copyOf(parser.items);
  }

  private void read(JsonElement problem, @Nullable String attribute, int depth) {
    if (problem.isJsonPrimitive()) {
      addMessage(problem.getAsString(), attribute);
    } else if (depth > 0 && problem.isJsonArray()) {
      problem.getAsJsonArray().forEach(each -> read(each, attribute, depth - 1));
    } else if (depth > 0 && problem.isJsonObject()) {
      readObject(problem.getAsJsonObject(), attribute, depth - 1);
    }
  }

  /** Reads the problems in an object or, if it has none, the object as a problem. */
  private void readObject(JsonObject object, @Nullable String attribute, int depth) {
    int before = items.size();
    JsonElement error = object.get("error");
    JsonElement errors = object.get("errors");
    if (errors != null && errors.isJsonArray()) {
      errors.getAsJsonArray().forEach(each -> read(each, attribute, depth));
    } else if (errors != null && errors.isJsonObject()) {
      errors.getAsJsonObject().asMap().forEach((field, each) -> read(each, field, depth));
    } else if (error != null && !error.isJsonPrimitive()) {
      read(error, attribute, depth);
    }
    if (items.size() == before) {
      add(object, attribute);
    }
  }

  private void addMessage(String message, @Nullable String attribute) {
    JsonObject object = new JsonObject();
    object.addProperty("message", message);
    add(object, attribute);
  }

  private void add(JsonObject object, @Nullable String field) {
    String type = text(object, "type");
    String code = text(object, "code");
    String message = text(object, "message", "detail", "error_description", "title");
    String attribute = text(object, "attribute");
    String error = text(object, "error");
    if (message == null) {
      message = error;
    } else if (code == null) {
      code = error; // As in OAuth.
    }
    if (attribute == null && field != null) {
      attribute = clean(field);
    }
    ErrorItem item =
        new ErrorItem(type, code, message, attribute, text(object, "url", "more_info"));
    if (items.size() < MAX_ITEMS && !item.isEmpty()) {
      items.add(item);
    }
  }

  /** Returns the text under the first of several names that has one. */
  private @Nullable String text(JsonObject object, String... names) {
    for (String name : names) {
      JsonElement value = object.get(name);
      if (value != null && value.isJsonPrimitive()) {
        return clean(value.getAsString());
      }
    }
    return null;
  }

  private String clean(String text) {
    String scrubbed = scrub.apply(text);
    return scrubbed.length() > MAX_TEXT ? scrubbed.substring(0, MAX_TEXT) + "…" : scrubbed;
  }
}
