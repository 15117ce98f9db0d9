package io.github.videorooms;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One problem that the API reported in the body of an error. */
public final class ErrorItem implements Serializable {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // An immutable map.
  private final Map<String, String> texts;

  /** Creates an item from the fields that the API sent, by name. */
  ErrorItem(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /**
   * Returns the type of the problem, such as {@code validation_error}.
   *
   * @return the type, or null if the API sent none
   */
  public @Nullable String getType() {
    return texts.get("type");
  }

  /**
   * Returns the code to branch on, such as {@code not_unique_within_project}.
   *
   * @return the code, or null if the API sent none
   */
  public @Nullable String getCode() {
    return texts.get("code");
  }

  /**
   * Returns the description for people; its wording may change at any time.
   *
   * @return the message, or null if the API sent none
   */
  public @Nullable String getMessage() {
    return texts.get("message");
  }

  /**
   * Returns the field of the request that the problem is about.
   *
   * @return the name of the field, or null if the API sent none
   */
  public @Nullable String getAttribute() {
    return texts.get("attribute");
  }

  /**
   * Returns the URL of an explanation.
   *
   * @return the URL, or null if the API sent none
   */
  public @Nullable String getUrl() {
    return texts.get("url");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ErrorItem && ((ErrorItem) other).texts.equals(texts);
  }

  @Override
  public int hashCode() {
    return texts.hashCode();
  }

  /** Returns the message with field and code, such as {@code must be unique (name: not_unique)}. */
  @Override
  public String toString() {
    String attribute = getAttribute();
    String code = getCode();
    String text = texts.getOrDefault("message", texts.getOrDefault("type", ""));
    if (attribute == null && code == null) {
      return text;
    }
    String about = attribute == null ? code : code == null ? attribute : attribute + ": " + code;
    return (text + " (" + about + ")").strip();
  }
}
