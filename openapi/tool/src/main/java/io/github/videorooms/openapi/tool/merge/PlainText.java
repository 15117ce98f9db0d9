package io.github.videorooms.openapi.tool.merge;

import java.util.regex.Pattern;

/** Converts the vendor's descriptions from Markdown to plain text, since they become Javadoc. */
final class PlainText {
  private static final int LONGEST = 600;
  private static final Pattern SCOPES = Pattern.compile("(?s)#+ *Permissions\\b.*?(?=\\n#|\\z)");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>|`+|\\*\\*|(?m)^ *(#+|[-*>]) +");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<![\\w*])([*_])([^*_\\s](?:[^*_]*[^*_\\s])?)\\1(?![\\w*])");
  private static final Pattern RESERVED = Pattern.compile("[<>&\\\\]|\\{@|\\*/|(?m)^\\s*@");

  /** Returns a text as one plain paragraph, or the fallback if nothing is left of it. */
  static String plain(String text, String otherwise) {
    String words = SCOPES.matcher(text).replaceAll("");
    words = LINK.matcher(words).replaceAll("$1");
    words = MARKUP.matcher(words).replaceAll("");
    words = EMPHASIS.matcher(words).replaceAll("$2");
    String before;
    do {
      before = words;
      words = RESERVED.matcher(words).replaceAll(" ");
      words = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    } while (!words.equals(before));
    if (words.isEmpty()) {
      return otherwise;
    }
    return words.length() <= LONGEST ? words : shortened(words);
  }

  private static String shortened(String words) {
    int end = words.lastIndexOf(". ", LONGEST);
    return end > 0 ? words.substring(0, end + 1) : words.substring(0, LONGEST).strip() + " …";
  }

  /** Returns {@code Archive room.} for {@code archive_room}. */
  static String sentence(String name) {
    String words = Identifier.prose(name);
    return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private PlainText() {}
}
