package io.github.videorooms.testkit;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/** One reason why a request is rejected: an item of the body of status 422. */
final class Problem {
  private static final String EXPLANATIONS = "https://errors.example.com/#";

  private final String code;
  private final @Nullable String attribute;
  private final String message;

  /**
   * Creates a problem.
   *
   * @param attribute the field or parameter at fault, which the message then begins with
   * @param text the rest of the message
   */
  Problem(String code, @Nullable String attribute, String text) {
    this.code = code;
    this.attribute = attribute;
    this.message = attribute == null ? text : attribute + " " + text;
  }

  JsonObject toJson() {
    JsonObject item = new JsonObject();
    item.addProperty("type", "validation_error");
    item.addProperty("code", code);
    item.addProperty("message", message);
    item.addProperty("attribute", attribute);
    item.addProperty("url", EXPLANATIONS + code);
    return item;
  }

  @Override
  public String toString() {
    return message + " (" + code + ")";
  }
}
