package io.github.videorooms.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;

/** Gson with the generated adapters, configured like users do. */
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

  /** Returns the written JSON as a tree, in which the order of fields does not matter. */
  static JsonElement tree(Object value) {
    return JsonParser.parseString(write(value));
  }

  private Json() {}
}
