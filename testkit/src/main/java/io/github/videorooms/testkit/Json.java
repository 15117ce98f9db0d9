package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import io.github.videorooms.model.ModelAdapters;
import java.io.IOException;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** Converts JSON between text, trees and models. */
final class Json {
  private static final JsonElement EMPTY = new JsonPrimitive("");

  private Json() {}

  /**
   * Reads text that is a single JSON object.
   *
   * @throws JsonParseException if the text is anything else
   */
  static JsonObject read(String text) {
    JsonReader in = new JsonReader(new StringReader(text));
    in.setStrictness(Strictness.STRICT);
    try {
      JsonElement value = JsonParser.parseReader(in);
      if (!value.isJsonObject() || in.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("not one JSON object");
      }
      return value.getAsJsonObject();
    } catch (IOException e) {
      throw new JsonParseException(e);
    }
  }

  static <T> T toModel(JsonObject json, Class<T> model) {
    return adapter(model).fromJsonTree(json);
  }

  /**
   * Reads a model from text, as a client does. Reading it from a tree would truncate 59.94 to 59.
   */
  static <T> T toModel(String json, Class<T> model) {
    try {
      return adapter(model).fromJson(json);
    } catch (IOException e) {
      throw new JsonParseException(e);
    }
  }

  @SuppressWarnings("unchecked") // A class object represents the type of its instances.
  static <T> JsonObject ofModel(T model) {
    return adapter((Class<T>) model.getClass()).toJsonTree(model).getAsJsonObject();
  }

  /** Returns a field; null if it is missing, null or {@code ""}, which the API sends for null. */
  static @Nullable JsonElement find(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() || EMPTY.equals(value) ? null : value;
  }

  static boolean isString(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
  }

  static boolean isNumber(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
  }

  static boolean isBoolean(JsonElement value) {
    return value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
  }

  private static <T> TypeAdapter<T> adapter(Class<T> model) {
    TypeAdapter<T> adapter = ModelAdapters.find(model);
    if (adapter == null) {
      throw new IllegalArgumentException(model + " is not a model");
    }
    return adapter;
  }
}
