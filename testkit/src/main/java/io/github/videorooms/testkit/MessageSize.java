package io.github.videorooms.testkit;

import java.util.stream.Stream;

/**
 * About how many bytes of memory a request or a response takes, with its head: thousands of short
 * headers or parameters take much more than what is sent.
 */
final class MessageSize {
  private static final int OBJECTS = 640;

  /** What a name or a value takes beside its characters: the text, and its place in a map. */
  private static final int PER_TEXT = 96;

  private MessageSize() {}

  /**
   * Estimates a size, rather too high than too low.
   *
   * @param url the address, of which the parameters are stored apart too; empty for a response
   * @param headers the names and values
   */
  static long of(String url, Stream<String> headers, int bodyLength) {
    long parameters = url.indexOf('?') < 0 ? 0 : 1 + url.chars().filter(c -> c == '&').count();
    return OBJECTS
        + 3L * url.length()
        + 2 * parameters * PER_TEXT
        + headers.mapToLong(text -> PER_TEXT + text.length()).sum()
        + bodyLength;
  }
}
