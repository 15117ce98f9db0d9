package io.github.videorooms.openapi.tool.generator;

import java.util.List;

/** Breaks lines of Java that would be too long, as a person would. */
final class SourceLines {
  private static final int WIDTH = 100;

  /** A blank that is not within the braces of an inline tag. */
  private static final String OUTSIDE_OF_TAGS = " (?![^{}]*})";

  /**
   * What stands between the parentheses of a call or declaration: on its line if there is room, or
   * below it, on one line or on one for each.
   *
   * @param used the characters of the line before and after
   */
  static String list(List<String> items, int used, int indent) {
    String line = String.join(", ", items);
    if (!line.contains("\n") && used + line.length() <= WIDTH) {
      return line;
    }
    String below = "\n" + " ".repeat(indent);
    return indent + line.length() + 3 <= WIDTH
        ? below + line
        : below + String.join("," + below, items);
  }

  /** Prose in a Javadoc comment of a member, whose first line begins after so many characters. */
  static String javadoc(String prose, int used, String continuation) {
    StringBuilder text = new StringBuilder();
    int column = used;
    for (String word : prose.split(OUTSIDE_OF_TAGS, 0)) {
      if (text.length() > 0 && column + 1 + word.length() > WIDTH) {
        text.append("\n").append(continuation).append(word);
        column = continuation.length() + word.length();
      } else {
        text.append(text.length() == 0 ? "" : " ").append(word);
        column += word.length() + (text.length() == word.length() ? 0 : 1);
      }
    }
    return text.toString();
  }

  private SourceLines() {}
}
