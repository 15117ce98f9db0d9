package io.github.videorooms.testkit;

import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Creates and reads page tokens; rejects those that it did not create for the same list. */
final class Cursors {
  private static final Pattern TOKEN = Pattern.compile("P([AB])([0-9a-f]{10})[A-Za-z0-9_-]{12}");

  private final Signer signer;

  Cursors(Signer signer) {
    this.signer = signer;
  }

  /** Returns the token of the page after a position. */
  String after(String list, long position) {
    return token(list, "PA", position);
  }

  /** Returns the token of the page before a position. */
  String before(String list, long position) {
    return token(list, "PB", position);
  }

  /**
   * Reads a token.
   *
   * @throws ApiRejection if it is not one of this list
   */
  Cursor read(String list, String token) {
    Matcher parts = TOKEN.matcher(token);
    if (parts.matches()) {
      long position = Long.parseLong(parts.group(2), 16);
      if (token.equals(token(list, "P" + parts.group(1), position))) {
        return new Cursor(parts.group(1).equals("A"), position);
      }
    }
    throw ApiRejection.of("page_token_is_invalid", "page_token", "is not one of this list");
  }

  private String token(String list, String prefix, long position) {
    String start = String.format(Locale.ROOT, "%s%010x", prefix, position);
    String signature = Base64.getUrlEncoder().encodeToString(signer.sign(list + " " + start));
    return start + signature.substring(0, 12);
  }
}
