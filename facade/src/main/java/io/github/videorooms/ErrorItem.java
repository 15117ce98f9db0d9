package io.github.videorooms;

import java.io.Serializable;
import java.util.Objects;
import java.util.StringJoiner;
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
   * Returns the class of the problem, such as {@code validation_error}.
   *
   * @return the type, or null if none was given
   */
  public @Nullable String getType() {
    return type;
  }

  /**
   * Returns the code to branch on, such as {@code not_unique_within_project}.
   *
   * @return the code, or null if none was given
   */
  public @Nullable String getCode() {
    return code;
  }

  /**
   * Returns the text for people; its wording may change at any time.
   *
   * @return the message, or null if none was given
   */
  public @Nullable String getMessage() {
    return message;
  }

  /**
   * Returns the member of the request that the problem is about.
   *
   * @return the attribute, or null if none was given
   */
  public @Nullable String getAttribute() {
    return attribute;
  }

  /**
   * Returns the address of an explanation.
   *
   * @return the address, or null if none was given
   */
  public @Nullable String getUrl() {
    return url;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof ErrorItem)) {
      return false;
    }
    ErrorItem that = (ErrorItem) other;
    return Objects.equals(type, that.type)
        && Objects.equals(code, that.code)
        && Objects.equals(message, that.message)
        && Objects.equals(attribute, that.attribute)
        && Objects.equals(url, that.url);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, code, message, attribute, url);
  }

  /**
   * Returns the message with what else is known, such as {@code must be unique (name: not_unique)}.
   */
  @Override
  public String toString() {
    StringJoiner about = new StringJoiner(": ", " (", ")").setEmptyValue("");
    if (attribute != null) {
      about.add(attribute);
    }
    if (code != null) {
      about.add(code);
    }
    String text = message != null ? message : type != null ? type : "";
    return (text + about).strip();
  }
}
