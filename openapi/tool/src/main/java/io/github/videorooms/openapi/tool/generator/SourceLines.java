package io.github.videorooms.openapi.tool.generator;

import java.util.List;

/** Wraps long lines of generated Java code. */
final class SourceLines {
  private static final int WIDTH = 100;

  /** A space outside of inline tags. */
  private static final String OUTSIDE_OF_TAGS = " (?![^{}]*})";

  /**
   * Formats the list in the parentheses of a call or declaration: on the same line if it fits,
   * otherwise below it, on one line or on one line per item.
   *
   * @param used the number of other characters on the line
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

  /** Wraps the text of a Javadoc comment whose first line has a number of preceding characters. */
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
