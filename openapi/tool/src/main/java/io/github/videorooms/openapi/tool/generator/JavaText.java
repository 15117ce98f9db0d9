package io.github.videorooms.openapi.tool.generator;

import java.util.Locale;
import java.util.regex.Pattern;

/** Escapes arbitrary text for Java literals and Javadoc. */
final class JavaText {
  /**
   * Line breaks and control characters, including bidirectional ones, which Error Prone rejects.
   */
  private static final Pattern LINE_BREAKS =
      Pattern.compile("\\s*[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+\\s*");

  private static final Pattern BLOCK_TAG = Pattern.compile("^@|(?<=\\{)@");
  private static final Pattern PLAIN_CODE = Pattern.compile("[\\w \".:;,/\\[\\]{}$+-]+");

  /** Returns a string literal, with its quotes. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars().forEach(each -> append((char) each, literal));
    return literal.append('"').toString();
  }

  /**
   * Appends one character. Control characters need octal escapes, since Unicode escapes are
   * translated before the literal is parsed.
   */
  private static void append(char each, StringBuilder literal) {
    if (each == '"' || each == '\\') {
      literal.append('\\').append(each);
    } else if (each < ' ' || each == 0x7f) {
      literal.append(String.format(Locale.ROOT, "\\%03o", (int) each));
    } else if (each > 0x7f) {
      literal.append(String.format(Locale.ROOT, "\\u%04x", (int) each));
    } else {
      literal.append(each);
    }
  }

  /**
   * Returns text for a Javadoc comment, on one line: markup, tags and the end of a comment are
   * escaped.
   */
  static String prose(String text) {
    String line = LINE_BREAKS.matcher(text.strip()).replaceAll(" ").strip();
    return BLOCK_TAG.matcher(escaped(line)).replaceAll("&#64;");
  }

  /** Returns text to follow a block tag: {@code the room} for {@code The room.} */
  static String phrase(String text) {
    String prose = prose(text);
    boolean isWord =
        prose.length() > 1
            && Character.isUpperCase(prose.charAt(0))
            && !Character.isUpperCase(prose.charAt(1));
    String phrase = isWord ? JavaNames.uncapitalized(prose) : prose;
    return isOneSentence(phrase) ? phrase.replaceFirst("\\.$", "") : phrase;
  }

  static boolean isOneSentence(String text) {
    return !text.contains(". ");
  }

  /** Returns a name or value as code in a Javadoc comment. */
  static String code(String text) {
    if (text.isBlank()) {
      return text.isEmpty() ? "{@code \"\"}" : "{@code \" \"}";
    }
    if (PLAIN_CODE.matcher(text).matches() && isBalanced(text)) {
      return "{@code " + text + "}";
    }
    String line = escaped(LINE_BREAKS.matcher(text).replaceAll(" "));
    return "<code>" + line.replace("@", "&#64;").replace("{", "&#123;") + "</code>";
  }

  private static boolean isBalanced(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      depth += each == '{' ? 1 : each == '}' ? -1 : 0;
      if (depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\\", "&#92;")
        .replace("*/", "*&#47;");
  }

  private JavaText() {}
}
