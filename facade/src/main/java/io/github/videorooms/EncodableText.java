package io.github.videorooms;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okhttp3.Request;
import retrofit2.Invocation;

/**
 * Texts of a request that UTF-8 can encode. It cannot encode half a surrogate pair, as in a text
 * that was cut within an emoji, and would send a question mark.
 */
final class EncodableText {
  /** Half a surrogate pair: a regular expression takes a whole one as one character. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private EncodableText() {}

  /**
   * Returns the text.
   *
   * @throws IllegalArgumentException if it has half a surrogate pair
   */
  static String require(String text) {
    if (!isEncodable(text)) {
      throw new IllegalArgumentException(
          "a text of the request contains half a surrogate pair, which UTF-8 cannot encode; cut"
              + " texts between characters");
    }
    return text;
  }

  /** Returns JSON in which half a surrogate pair is an escape, so that nothing is lost. */
  static String escape(String json) {
    return isEncodable(json)
        ? json
        : HALF.matcher(json)
            .replaceAll(half -> String.format("\\\\u%04x", (int) half.group().charAt(0)));
  }

  /**
   * Checks the names of a request's query parameters, which Retrofit does not convert.
   *
   * @throws IllegalArgumentException if one has half a surrogate pair
   */
  static void requireQueryNames(Request request) {
    Invocation made = request.tag(Invocation.class);
    for (Object argument : made == null ? List.of() : made.arguments()) {
      if (argument instanceof Map) {
        ((Map<?, ?>) argument).keySet().forEach(name -> require(String.valueOf(name)));
      }
    }
  }

  private static boolean isEncodable(String text) {
    int point;
    for (int at = 0; at < text.length(); at += Character.charCount(point)) {
      point = text.codePointAt(at);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        return false;
      }
    }
    return true;
  }
}
