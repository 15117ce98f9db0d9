package io.github.videorooms.openapi.tool;

/**
 * A violation of a lint rule.
 *
 * @param path the path of the node, such as {@code components.schemas.Room.required[0]}
 * @param rule the id of the rule
 * @param reason the reason for the rule
 */
public record Finding(String path, String rule, String reason) {
  @Override
  public String toString() {
    return path + ": " + rule + ": " + reason;
  }
}
