package io.github.videorooms.generated;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A named schema of the document, and the class that is generated from it. */
public record Schema(String name, JsonObject node) {
  public boolean isEnum() {
    return node.has("enum");
  }

  /** Returns whether the class is a request: only requests preserve an explicit null. */
  public boolean isRequest() {
    return VideoDocument.isTrue(node, "x-request");
  }

  public Class<?> type() {
    try {
      return Class.forName("io.github.videorooms.model." + name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the example as the class writes it. */
  public JsonElement example() {
    JsonElement example = node.get("example");
    return isRequest() ? example.deepCopy() : new Gson().toJsonTree(example);
  }

  public Stream<Property> properties() {
    return node.getAsJsonObject("properties").entrySet().stream()
        .map(
            property ->
                new Property(this, property.getKey(), property.getValue().getAsJsonObject()));
  }

  /** Returns the constant names of an enumeration, each with its value. */
  public Map<String, String> constants() {
    Map<String, String> constants = new LinkedHashMap<>();
    for (JsonElement value : node.getAsJsonArray("enum")) {
      if (!value.isJsonNull()) {
        String constant =
            node.getAsJsonArray("x-enum-varnames").get(constants.size()).getAsString();
        constants.put(constant, value.getAsString());
      }
    }
    return constants;
  }

  @Override
  public String toString() {
    return name;
  }
}
