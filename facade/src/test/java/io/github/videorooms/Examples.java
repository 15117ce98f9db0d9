package io.github.videorooms;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The examples of the document, as a server would send them. */
final class Examples {
  static final String DOCUMENT = text("io/github/videorooms/openapi/video.yaml");

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();
  private static final JsonObject SCHEMAS =
      document().getAsJsonObject("components").getAsJsonObject("schemas");

  private Examples() {}

  /** Returns the whole document, to be changed at will. */
  static JsonObject document() {
    return GSON.toJsonTree(DocumentYaml.read(DOCUMENT)).getAsJsonObject();
  }

  /** Returns the example of a schema, to be changed at will. */
  static JsonObject of(String schema) {
    return SCHEMAS.getAsJsonObject(schema).getAsJsonObject("example").deepCopy();
  }

  /** Returns the example of a list without a link to a next page. */
  static JsonObject lastPageOf(String schema) {
    JsonObject page = of(schema);
    page.getAsJsonObject("links").remove("next");
    return page;
  }

  static JsonObject room(String id, String name) {
    JsonObject room = of("Room");
    room.addProperty("id", id);
    room.addProperty("name", name);
    return room;
  }

  private static String text(String resource) {
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
