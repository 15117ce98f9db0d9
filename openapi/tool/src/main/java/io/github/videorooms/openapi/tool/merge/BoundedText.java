package io.github.videorooms.openapi.tool.merge;

import java.util.regex.Pattern;

/**
 * A text that can be read a limited number of times: a pattern such as {@code (a+)+$} can take
 * practically forever, and an incoming document may have any pattern.
 */
final class BoundedText implements CharSequence {
  private static final int MOST_READS = 1_000_000;

  private final String text;
  private int reads;

  private BoundedText(String text) {
    this.text = text;
  }

  /** Whether a pattern occurs in a text; false if that takes too long to find out. */
  static boolean matches(Pattern pattern, String text) {
    try {
      return pattern.matcher(new BoundedText(text)).find();
    } catch (TooManyReads | StackOverflowError e) {
      return false;
    }
  }

  @Override
  public char charAt(int index) {
    if (++reads > MOST_READS) {
      throw new TooManyReads();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  private static final class TooManyReads extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
