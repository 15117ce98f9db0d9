package io.github.videorooms.openapi.tool;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One place where a document breaks a rule. */
public final class Finding {
  private final String path;
  private final String rule;
  private final String reason;

  Finding(String path, String rule, String reason) {
    this.path = path;
    this.rule = rule;
    this.reason = reason;
  }

  /** Where, such as {@code components.schemas.Room.required[0]}. */
  public String path() {
    return path;
  }

  /** The id of the rule. */
  public String rule() {
    return rule;
  }

  /** Why there is such a rule. */
  public String reason() {
    return reason;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Finding && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return Objects.hash(path, rule, reason);
  }

  @Override
  public String toString() {
    return path + ": " + rule + ": " + reason;
  }
}
