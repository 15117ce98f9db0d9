package io.github.videorooms.generated.mutation;

import java.util.Locale;

/** The kind of part that a mutation changes. */
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
  /** Descriptions and examples, which affect neither the wire nor Java code. */
  DOCUMENTATION;

  /** Returns the name in lower case, such as {@code request body}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
