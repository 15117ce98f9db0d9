package io.github.videorooms.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows of comma-separated values that are safe to open in a spreadsheet: text that would be run as
 * a formula, such as the name of a room that begins with {@code =} or {@code -}, has an apostrophe
 * before it.
 */
final class Csv {
  private static final String END_OF_LINE = "\r\n";

  /** The beginning of a formula, also in full-width characters, after any white space. */
  private static final Pattern FORMULA =
      Pattern.compile("(?U)[\\s\\p{Cntrl}]*[=+\\-@＝＋－＠]|[\\t\\r]");

  private Csv() {}

  /** Appends a row; numbers are written unchanged, and null as an empty cell. */
  static void append(Appendable out, @Nullable Object... cells) throws IOException {
    out.append(
        Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",", "", END_OF_LINE)));
  }

  /** Quotes as in RFC 4180, where the RFC requires it or some spreadsheet would split the cell. */
  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value instanceof Number ? plain(value) : inert(value);
    boolean isPlain = text.chars().noneMatch(c -> "\",;\t\r\n".indexOf(c) >= 0);
    return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String plain(Object number) {
    return number instanceof BigDecimal ? ((BigDecimal) number).toPlainString() : number.toString();
  }

  private static String inert(Object value) {
    String text = value.toString();
    return FORMULA.matcher(text).lookingAt() ? "'" + text : text;
  }
}
