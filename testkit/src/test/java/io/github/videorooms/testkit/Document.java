package io.github.videorooms.testkit;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The document of the API, as JSON. */
final class Document {
  private static final JsonObject DOCUMENT = read();

  private Document() {}

  static JsonObject paths() {
    return DOCUMENT.getAsJsonObject("paths");
  }

  static JsonObject components(String kind) {
    return DOCUMENT.getAsJsonObject("components").getAsJsonObject(kind);
  }

  static JsonObject schema(String name) {
    return components("schemas").getAsJsonObject(name);
  }

  static JsonObject resolved(JsonObject schema) {
    return schema.has("$ref")
        ? schema(schema.get("$ref").getAsString().replaceAll(".*/", ""))
        : schema;
  }

  private static JsonObject read() {
    try (InputStream in =
        Document.class.getResourceAsStream("/io/github/videorooms/openapi/video.yaml")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new GsonBuilder()
          .serializeNulls()
          .create()
          .toJsonTree(DocumentYaml.read(text))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
