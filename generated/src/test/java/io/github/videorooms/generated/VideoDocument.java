package io.github.videorooms.generated;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The document that the classes under test are generated from. */
public final class VideoDocument {
  public static final Path FILE = Path.of("../openapi/video.yaml");

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();
  private static final JsonObject ROOT = read();

  public static Stream<Schema> schemas() {
    return ROOT.getAsJsonObject("components").getAsJsonObject("schemas").entrySet().stream()
        .map(schema -> new Schema(schema.getKey(), schema.getValue().getAsJsonObject()));
  }

  public static Stream<Schema> models() {
    return schemas().filter(schema -> !schema.isEnum());
  }

  public static Stream<Schema> enums() {
    return schemas().filter(Schema::isEnum);
  }

  public static Stream<Property> properties() {
    return models().flatMap(Schema::properties);
  }

  public static List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonElement> path : ROOT.getAsJsonObject("paths").entrySet()) {
      for (Map.Entry<String, JsonElement> method : path.getValue().getAsJsonObject().entrySet()) {
        operations.add(
            new Operation(
                method.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                method.getValue().getAsJsonObject()));
      }
    }
    return operations;
  }

  public static String version() {
    return ROOT.getAsJsonObject("info").get("version").getAsString();
  }

  /** Resolves a node that is a reference to a component. */
  static JsonObject resolve(JsonObject dressed) {
    JsonObject node = bare(dressed);
    if (!node.has("$ref")) {
      return node;
    }
    String[] path = node.get("$ref").getAsString().split("/", -1);
    return ROOT.getAsJsonObject(path[1]).getAsJsonObject(path[2]).getAsJsonObject(path[3]);
  }

  /** Unwraps a reference in an {@code allOf} that only adds extensions. */
  static JsonObject bare(JsonObject node) {
    return node.has("allOf") ? node.getAsJsonArray("allOf").get(0).getAsJsonObject() : node;
  }

  /** Returns the name of the schema that a node refers to. */
  static String referenced(JsonObject node) {
    String reference = node.get("$ref").getAsString();
    return reference.substring(reference.lastIndexOf('/') + 1);
  }

  static boolean isTrue(JsonObject node, String field) {
    JsonElement value = node.get(field);
    return value != null && value.getAsBoolean();
  }

  static String text(JsonObject node, String field) {
    return node.has(field) ? node.get(field).getAsString() : "";
  }

  private static JsonObject read() {
    try {
      return GSON.toJsonTree(DocumentYaml.read(FILE)).getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private VideoDocument() {}
}
