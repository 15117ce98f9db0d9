package io.github.videorooms.generated.mutation;

import java.util.Locale;

/** What an edit is about. */
enum Kind {
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
