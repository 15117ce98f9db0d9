package io.github.videorooms.testkit;

import java.util.stream.Stream;

/**
 * Estimates the memory that a request or response takes, including its headers: thousands of short
 * headers or parameters take much more memory than what is sent.
 */
final class MessageSize {
  private static final int OBJECTS = 640;

  /**
   * The memory that a name or a value takes in addition to its characters: the string object and
   * the map entry.
   */
  private static final int PER_TEXT = 96;

  private MessageSize() {}

  /**
   * Estimates a size, erring on the high side.
   *
   * @param url the URL, whose parameters are also stored separately; empty for a response
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
