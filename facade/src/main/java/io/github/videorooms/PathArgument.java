package io.github.videorooms;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An id or name that becomes one segment of a path. */
final class PathArgument {
  private static final int MAX_LENGTH = 512;

  private PathArgument() {}

  /**
   * Returns the value if it can stand in a path; Retrofit percent-encodes it.
   *
   * @throws NullPointerException if it is null, naming the parameter
   * @throws IllegalArgumentException if it would address something else than one resource
   */
  static String check(String value, String parameter) {
    Objects.requireNonNull(value, parameter);
    if (value.isBlank()) {
      throw refused(parameter, "is blank");
    }
    if (value.equals(".") || value.equals("..")) {
      throw refused(parameter, "is \"" + value + "\", which a path takes for a folder");
    }
    if (value.length() > MAX_LENGTH) {
      throw refused(parameter, "has " + value.length() + " characters, more than " + MAX_LENGTH);
    }
    if (value.chars().anyMatch(Character::isISOControl)) {
      throw refused(parameter, "contains a control character");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw refused(parameter, "contains half a surrogate pair");
    }
    return value;
  }

  private static IllegalArgumentException refused(String parameter, String reason) {
    return new IllegalArgumentException(
        parameter + " " + reason + "; pass it as the API returned it");
  }
}
