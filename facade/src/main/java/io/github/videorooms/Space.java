package io.github.videorooms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Resolves what users specify as their space to the base URL of all requests. */
final class Space {
  private static final String SUFFIX = ".signalwire.com";
  private static final String API_PATH = "/api/video";
  private static final String FIX =
      "; give the space's name or host, such as \"acme\" or \"acme.signalwire.com\"";
  private static final Pattern NAME = Pattern.compile("\\p{Alnum}(?:[\\p{Alnum}-]*\\p{Alnum})?");
  private static final Pattern HOST = Pattern.compile("[\\p{Alnum}._:-]+");
  private static final List<Map.Entry<Pattern, String>> FORBIDDEN =
      List.of(
          Map.entry(Pattern.compile("^$"), "is empty"),
          Map.entry(Pattern.compile("[\\p{Cc}\\s]"), "contains a control character or white space"),
          Map.entry(
              Pattern.compile("@"), "contains user information: set project and token separately"),
          Map.entry(Pattern.compile("[?#]"), "contains a query or a fragment"),
          Map.entry(
              Pattern.compile("[\\\\%]"), "contains a character that is not allowed in a host"));
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[?::1]?");

  private Space() {}

  /**
   * Resolves a space's name, host or URL.
   *
   * @return the base address; its path ends with a slash
   * @throws IllegalArgumentException if the text is not a valid space, or the token must not be
   *     sent there
   */
  static HttpUrl resolve(String space) {
    String text = space.strip();
    for (Map.Entry<Pattern, String> part : FORBIDDEN) {
      if (part.getKey().matcher(text).find()) {
        throw refused(text, part.getValue());
      }
    }
    HttpUrl url = HttpUrl.parse(withScheme(text));
    if (url == null || !HOST.matcher(url.host()).matches()) {
      throw refused(text, "is not a valid host: check its characters and its port");
    }
    boolean loopback = isLoopback(url);
    if (!url.isHttps() && !loopback) {
      throw refused(text, "would send the token unencrypted: use https:// except for this machine");
    }
    String prefix = url.encodedPath().replaceFirst("/*(?:" + API_PATH + ")?/*$", "");
    if (!prefix.isEmpty() && !loopback) {
      throw refused(text, "has a path other than " + API_PATH);
    }
    return url.newBuilder().encodedPath(prefix + "/").build();
  }

  /**
   * Returns whether a URL has the scheme, host and port of a space; credentials are sent nowhere
   * else.
   */
  static boolean includes(HttpUrl base, HttpUrl other) {
    return other.scheme().equals(base.scheme())
        && other.host().equals(base.host())
        && other.port() == base.port()
        && other.username().isEmpty()
        && other.password().isEmpty();
  }

  /** Returns whether a URL is on this machine. */
  static boolean isLoopback(HttpUrl address) {
    return LOOPBACK.matcher(address.host()).matches();
  }

  private static String withScheme(String text) {
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      String name = text.substring(0, scheme).toLowerCase(Locale.ROOT);
      if (!name.equals("https") && !name.equals("http")) {
        throw refused(text, "has a scheme other than https");
      }
      if (text.startsWith("/", scheme + "://".length())) {
        throw refused(text, "has no host");
      }
      return text;
    }
    if (text.equals("::1")) {
      return "http://[::1]";
    }
    String authority = text.split("/", 2)[0];
    if (LOOPBACK.matcher(authority.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT)).matches()) {
      return "http://" + text;
    }
    if (authority.indexOf('.') >= 0 || authority.indexOf(':') >= 0) {
      return "https://" + text;
    }
    if (!NAME.matcher(authority).matches()) {
      throw refused(text, "is not a valid name: use letters, digits and hyphens");
    }
    return "https://" + authority + SUFFIX + text.substring(authority.length());
  }

  private static IllegalArgumentException refused(String text, String reason) {
    return new IllegalArgumentException("space " + shown(text) + " " + reason + FIX);
  }

  /** Quotes the text for a message, without the password that it may contain. */
  private static String shown(String text) {
    String safe = text.substring(text.lastIndexOf('@') + 1);
    String whole = safe.length() < text.length() ? "***@" + safe : safe;
    String beginning = whole.length() > 100 ? whole.substring(0, 100) + "…" : whole;
    return '"' + CONTROL.matcher(beginning).replaceAll(Space::escape) + '"';
  }

  private static String escape(MatchResult control) {
    return String.format(Locale.ROOT, "\\\\u%04x", (int) control.group().charAt(0));
  }
}
