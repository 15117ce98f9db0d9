package io.github.videorooms.openapi.tool.change;

import java.util.Locale;
import java.util.regex.Pattern;

/** What the generator calls in Java what has a name in the document. */
final class JavaName {
  private static final Pattern WORD_START = Pattern.compile("[_ -]+(.)");
  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9]");

  /** A method, parameter or field: {@code page_size} is {@code pageSize}. */
  static String member(String name) {
    return OTHER
        .matcher(
            WORD_START.matcher(name).replaceAll(start -> start.group(1).toUpperCase(Locale.ROOT)))
        .replaceAll("");
  }

  /** A class: {@code list_rooms} is {@code ListRooms}. */
  static String type(String name) {
    return member("_" + name);
  }

  /** The interface of a tag: {@code Room Tokens} is {@code RoomTokensApi}. */
  static String api(String tag) {
    return type(tag) + "Api";
  }

  private JavaName() {}
}
