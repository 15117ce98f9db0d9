package io.github.videorooms.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;

/** Gson with the generated adapters, as their users set it up. */
final class Json {
  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapterFactory(new ModelAdapters())
          .setStrictness(Strictness.LEGACY_STRICT)
          .create();

  static <T> T read(Class<T> type, String json) {
    return GSON.fromJson(json, type);
  }

  static <T> T read(Class<T> type, JsonElement json) {
    return read(type, json.toString());
  }

  static String write(Object value) {
    return GSON.toJson(value);
  }

  /** What is written, with fields in no order. */
  static JsonElement tree(Object value) {
    return JsonParser.parseString(write(value));
  }

  private Json() {}
}
