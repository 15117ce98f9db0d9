package io.github.videorooms.openapi.tool.merge;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/** Derives names for the document and for Java from arbitrary text. */
final class Identifier {
  /** Returns {@code RoomListSort} for {@code room_list sort}. */
  static String type(String text) {
    String name =
        split(text).stream()
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return SourceVersion.isIdentifier(name) ? name : "Type" + name;
  }

  /** Returns {@code RoomResponse} for {@code Room} and for {@code RoomResponse}. */
  static String suffixed(String name, String suffix) {
    return name.endsWith(suffix) ? name : name + suffix;
  }

  /**
   * Returns the name of an object in one direction. It ends in {@code Request} or {@code Response}
   * if the given name ends in one of them, or if the object exists in both directions.
   */
  static String ofDirection(String name, boolean sent, boolean isPair) {
    String ending = sent ? "Request" : "Response";
    String other = sent ? "Response" : "Request";
    if (name.endsWith(other) && name.length() > other.length()) {
      return name.substring(0, name.length() - other.length()) + ending;
    }
    return isPair ? suffixed(name, ending) : name;
  }

  /** Returns {@code list_rooms} for {@code listRooms} or {@code list-rooms}. */
  static String snakeCase(String text) {
    return split(text.replaceAll("([a-z0-9])([A-Z])", "$1 $2")).stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .collect(Collectors.joining("_"));
  }

  /** Returns {@code VALUE_5UP} for {@code 5up}, the constant of an enum value. */
  static String constant(String value) {
    String name = String.join("_", split(value)).toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      return "EMPTY";
    }
    return SourceVersion.isIdentifier(name) ? name : "VALUE_" + name;
  }

  /** Returns {@code archived at} for {@code archived_at}. */
  static String prose(String name) {
    return snakeCase(name).replace('_', ' ');
  }

  /** Returns {@code Room Tokens} for {@code Room-Tokens!}, as a tag. */
  static String words(String text) {
    String words = String.join(" ", split(text));
    return words.isEmpty() || !Character.isLetter(words.charAt(0)) ? "Video " + words : words;
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split("[^A-Za-z0-9]+")).filter(word -> !word.isEmpty()).toList();
  }

  private Identifier() {}
}
