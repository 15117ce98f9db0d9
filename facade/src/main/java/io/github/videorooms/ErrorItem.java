package io.github.videorooms;

import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One problem that the API reported in the body of an error. */
public final class ErrorItem implements Serializable {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // An immutable map.
  private final Map<String, String> texts;

  /** Makes an item of its members by name, those that it has. */
  ErrorItem(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /**
   * Returns the class of the problem, such as {@code validation_error}.
   *
   * @return the type, or null if none was given
   */
  public @Nullable String getType() {
    return texts.get("type");
  }

  /**
   * Returns the code to branch on, such as {@code not_unique_within_project}.
   *
   * @return the code, or null if none was given
   */
  public @Nullable String getCode() {
    return texts.get("code");
  }

  /**
   * Returns the text for people; its wording may change at any time.
   *
   * @return the message, or null if none was given
   */
  public @Nullable String getMessage() {
    return texts.get("message");
  }

  /**
   * Returns the member of the request that the problem is about.
   *
   * @return the attribute, or null if none was given
   */
  public @Nullable String getAttribute() {
    return texts.get("attribute");
  }

  /**
   * Returns the address of an explanation.
   *
   * @return the address, or null if none was given
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

  /**
   * Returns the message with what else is known, such as {@code must be unique (name: not_unique)}.
   */
  @Override
  public String toString() {
    String about =
        Stream.of("attribute", "code")
            .map(texts::get)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(": "));
    String text = texts.getOrDefault("message", texts.getOrDefault("type", ""));
    return about.isEmpty() ? text : (text + " (" + about + ")").strip();
  }
}
