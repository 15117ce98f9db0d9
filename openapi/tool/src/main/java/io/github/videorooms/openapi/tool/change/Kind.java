package io.github.videorooms.openapi.tool.change;

import java.util.Locale;

/** The kind of part that a change affects. */
public enum Kind {
  OPERATION,
  PARAMETER,
  REQUEST_BODY,
  RESPONSE,
  HEADER,
  CONTENT_TYPE,
  SERVER,
  SECURITY,
  PROPERTY,
  TYPE,
  FORMAT,
  REQUIRED,
  NULLABLE,
  LIMIT,
  ENUM,
  COMPOSITION,
  EXTENSION;

  /** Returns the name in lower case, such as {@code request body}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
