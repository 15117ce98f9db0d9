package io.github.videorooms.openapi.tool;

/**
 * One place where a document breaks a rule.
 *
 * @param path where, such as {@code components.schemas.Room.required[0]}
 * @param rule the id of the rule
 * @param reason why there is such a rule
 */
public record Finding(String path, String rule, String reason) {
  @Override
  public String toString() {
    return path + ": " + rule + ": " + reason;
  }
}
