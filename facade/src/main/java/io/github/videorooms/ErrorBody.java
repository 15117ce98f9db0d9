package io.github.videorooms;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the problems in the body of an error, whichever of the known shapes it has; never fails.
 */
final class ErrorBody {
  private static final int MAX_ITEMS = 100;
  private static final int MAX_TEXT = 1_000;

  private final UnaryOperator<String> scrub;
  private final List<ErrorItem> items = new ArrayList<>();

  private ErrorBody(UnaryOperator<String> scrub) {
    this.scrub = scrub;
  }

  /** Returns the items of a body, with {@code scrub} applied to each text. */
  static List<ErrorItem> parse(@Nullable String body, UnaryOperator<String> scrub) {
    ErrorBody parser = new ErrorBody(scrub);
    if (body != null) {
      parser.read(body.strip());
    }
    return List.copyOf(parser.items);
  }

  private void read(String body) {
    if (body.isEmpty() || body.startsWith("<")) {
      return;
    }
    try {
      read(JsonParser.parseString(body), null);
    } catch (JsonParseException e) {
      addMessage(body.lines().findFirst().orElse(""), null);
    }
  }

  private void read(JsonElement problem, @Nullable String attribute) {
    if (problem.isJsonPrimitive()) {
      addMessage(problem.getAsString(), attribute);
    } else if (problem.isJsonArray()) {
      readAll(problem.getAsJsonArray(), attribute);
    } else if (problem.isJsonObject()) {
      readObject(problem.getAsJsonObject(), attribute);
    }
  }

  private void readAll(JsonArray problems, @Nullable String attribute) {
    for (JsonElement problem : problems) {
      read(problem, attribute);
    }
  }

  private void readObject(JsonObject object, @Nullable String attribute) {
    JsonElement errors = object.get("errors");
    if (errors != null && errors.isJsonArray()) {
      readAll(errors.getAsJsonArray(), attribute);
    } else if (errors != null && errors.isJsonObject()) {
      for (Map.Entry<String, JsonElement> field : errors.getAsJsonObject().entrySet()) {
        read(field.getValue(), field.getKey());
      }
    } else if (object.has("error")) {
      read(object.get("error"), attribute);
    } else {
      add(
          new ErrorItem(
              text(object, "type"),
              text(object, "code"),
              text(object, "message", "detail", "title"),
              object.has("attribute") ? text(object, "attribute") : attribute,
              text(object, "url", "more_info")));
    }
  }

  private void addMessage(String message, @Nullable String attribute) {
    add(new ErrorItem(null, null, clean(message), attribute, null));
  }

  private void add(ErrorItem item) {
    if (items.size() < MAX_ITEMS && !item.toString().isEmpty()) {
      items.add(item);
    }
  }

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
