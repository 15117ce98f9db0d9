package io.github.videorooms;

import static java.util.Objects.requireNonNullElse;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One problem that the API reported in the body of an error. */
public final class ErrorItem implements Serializable {
  private static final long serialVersionUID = 1;

  private final @Nullable String type;
  private final @Nullable String code;
  private final @Nullable String message;
  private final @Nullable String attribute;
  private final @Nullable String url;

  ErrorItem(
      @Nullable String type,
      @Nullable String code,
      @Nullable String message,
      @Nullable String attribute,
      @Nullable String url) {
    this.type = type;
    this.code = code;
    this.message = message;
    this.attribute = attribute;
    this.url = url;
  }

  /**
   * Returns the type of the problem, such as {@code validation_error}.
   *
   * @return the type, or null if the API sent none
   */
  public @Nullable String getType() {
    return type;
  }

  /**
   * Returns the code to branch on, such as {@code not_unique_within_project}.
   *
   * @return the code, or null if the API sent none
   */
  public @Nullable String getCode() {
    return code;
  }

  /**
   * Returns the description for people; its wording may change at any time.
   *
   * @return the message, or null if the API sent none
   */
  public @Nullable String getMessage() {
    return message;
  }

  /**
   * Returns the field of the request that the problem is about.
   *
   * @return the name of the field, or null if the API sent none
   */
  public @Nullable String getAttribute() {
    return attribute;
  }

  /**
   * Returns the URL of an explanation.
   *
   * @return the URL, or null if the API sent none
   */
  public @Nullable String getUrl() {
    return url;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorItem && ((ErrorItem) other).texts().equals(texts());
  }

  @Override
  public int hashCode() {
    return texts().hashCode();
  }

  private List<@Nullable String> texts() {
    return Arrays.asList(type, code, message, attribute, url);
  }

  /** Returns the message with field and code, such as {@code must be unique (name: not_unique)}. */
  @Override
  public String toString() {
    if (attribute == null && code == null) {
      return text();
    }
    String about = attribute == null ? code : code == null ? attribute : attribute + ": " + code;
    return (text() + " (" + about + ")").strip();
  }

  /** Returns whether there is nothing to show. */
  boolean isEmpty() {
    return attribute == null && code == null && text().isEmpty();
  }

  private String text() {
    return message != null ? message : requireNonNullElse(type, "");
  }
}
