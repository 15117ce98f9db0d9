package io.github.videorooms.openapi.tool.change;

import java.util.stream.Stream;

/** The effect of a change on existing users, in ascending order. */
public enum Severity {
  /** Existing users notice nothing. */
  NONE("unchanged"),
  /** There is something new, and everything that existed works as before. */
  ADDITIVE("additive"),
  /** Something that worked may fail. */
  BREAKING("breaking");

  private final String text;

  Severity(String text) {
    this.text = text;
  }

  /** Returns the worst of several, {@link #NONE} if there are none. */
  public static Severity worst(Stream<Severity> severities) {
    return severities.reduce(NONE, Severity::worse);
  }

  /** Returns the worse of this and another. */
  public Severity worse(Severity other) {
    return compareTo(other) < 0 ? other : this;
  }

  /** Returns {@code unchanged}, {@code additive} or {@code breaking}. */
  @Override
  public String toString() {
    return text;
  }
}
