package io.github.videorooms.openapi.tool.change;

import java.util.Locale;

/** What a change is about. */
public enum Kind {
  OPERATION,
  TAG,
  PARAMETER,
  REQUEST_BODY,
  RESPONSE,
  HEADER,
  CONTENT_TYPE,
  SERVER,
  SECURITY,
  SCHEMA,
  PROPERTY,
  TYPE,
  FORMAT,
  REQUIRED,
  NULLABLE,
  LIMIT,
  ENUM,
  DEFAULT,
  ADDITIONAL_PROPERTIES,
  COMPOSITION,
  EXTENSION,
  /** Prose, examples and the like: neither the wire nor a line of Java is another. */
  DOCUMENTATION;

  /** Returns the name in lower case, such as {@code request body}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
