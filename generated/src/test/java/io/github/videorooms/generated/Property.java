package io.github.videorooms.generated;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;

/** A field of a schema, and the methods that are generated for it. */
public record Property(Schema owner, String name, JsonObject node) {
  private static final String FREE_FORM =
      "{\"shown\": [1, {\"nothing\": null}], \"b\": \"hidden\"}";

  /** Returns whether the document guarantees a value. */
  public boolean isPromised() {
    return isRequired() && !VideoDocument.isTrue(VideoDocument.resolve(node), "nullable");
  }

  private boolean isRequired() {
    return owner.node().has("required")
        && owner.node().getAsJsonArray("required").contains(new JsonPrimitive(name));
  }

  /** Returns whether an update can clear the value. */
  public boolean isClearable() {
    return VideoDocument.operations().stream()
            .filter(operation -> Set.of("PUT", "PATCH").contains(operation.httpMethod()))
            .anyMatch(operation -> operation.body().equals(owner.name()))
        && VideoDocument.isTrue(VideoDocument.resolve(node), "nullable");
  }

  /** Returns the name of the builder's method that clears the value. */
  public String clearName() {
    return "clear" + capitalized();
  }

  /** Returns whether the field has an alias. */
  public boolean hasOlderName() {
    return node.has("x-aliases");
  }

  public boolean isSecret() {
    return "password".equals(text("format"));
  }

  /** Returns whether the field can hold any value, and so possibly a secret. */
  public boolean isOfAnyType() {
    JsonObject bare = VideoDocument.bare(node);
    return isArray()
        ? !node.getAsJsonObject("items").has("type") && !node.getAsJsonObject("items").has("$ref")
        : !bare.has("type") && !bare.has("$ref");
  }

  public boolean isFreeForm() {
    return VideoDocument.isTrue(node, "additionalProperties");
  }

  public boolean isArray() {
    return "array".equals(text("type"));
  }

  /** Returns whether an empty string is a valid value. */
  public boolean isText() {
    JsonObject target = VideoDocument.resolve(node);
    return (isOfAnyType() && !isArray())
        || (VideoDocument.text(target, "type").equals("string")
            && !VideoDocument.text(target, "format").matches("date|date-time"));
  }

  public boolean isBooleanOrInteger() {
    return "boolean".equals(text("type")) || "integer".equals(text("type"));
  }

  /** Returns whether the field has a {@link #presence()} method. */
  public boolean hasPresence() {
    return node.has("x-presence");
  }

  public Method presence() throws NoSuchMethodException {
    return owner.type().getMethod(JavaName.of("is_" + text("x-presence")));
  }

  public String javaName() {
    return node.has("x-java-name") ? text("x-java-name") : JavaName.of(name);
  }

  public Method getter() throws NoSuchMethodException {
    return owner.type().getMethod("get" + capitalized());
  }

  private String capitalized() {
    return Character.toUpperCase(javaName().charAt(0)) + javaName().substring(1);
  }

  /** Returns the method of the builder. */
  public Method setter() {
    return Arrays.stream(builderType().getDeclaredMethods())
        .filter(method -> method.getName().equals(javaName()) && method.getParameterCount() == 1)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no method for " + this));
  }

  private Class<?> builderType() {
    try {
      return owner.type().getMethod("builder").getReturnType();
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a sample value as JSON, never null, false or empty. */
  public JsonElement sample() {
    return sample(node);
  }

  private JsonElement sample(JsonObject node) {
    JsonObject bare = VideoDocument.bare(node);
    if (bare.has("$ref")) {
      return new Schema(VideoDocument.referenced(bare), VideoDocument.resolve(bare)).example();
    }
    if (!node.has("type")) {
      return new JsonPrimitive("any of " + name);
    }
    return switch (node.get("type").getAsString()) {
      case "boolean" -> new JsonPrimitive(true);
      case "integer" -> new JsonPrimitive(7);
      case "number" -> new JsonPrimitive(7.5);
      case "array" -> arrayOf(sample(node.getAsJsonObject("items")));
      case "object" -> JsonParser.parseString(FREE_FORM);
      default -> new JsonPrimitive(text(node));
    };
  }

  private String text(JsonObject node) {
    return switch (node.has("format") ? node.get("format").getAsString() : "") {
      case "date-time" -> "2026-04-08T13:45:00Z";
      case "date" -> "2026-04-08";
      default -> "made-up " + name;
    };
  }

  private static JsonArray arrayOf(JsonElement item) {
    JsonArray array = new JsonArray();
    array.add(item);
    return array;
  }

  private String text(String field) {
    return node.has(field) ? node.get(field).getAsString() : "";
  }

  @Override
  public String toString() {
    return owner + "." + name;
  }
}
