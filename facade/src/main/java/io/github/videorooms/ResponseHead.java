package io.github.videorooms;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Status and headers of a response, detached from it; what it returns holds no secrets. */
final class ResponseHead {
  private static final Duration MAX_RETRY_AFTER = Duration.ofMillis(Long.MAX_VALUE);

  private static final List<String> REQUEST_ID_HEADERS =
      List.of("x-request-id", "x-signalwire-request-id", "request-id", "x-amzn-requestid");

  /** The HTTP status, or 0 if there was no response. */
  final int statusCode;

  private final Headers headers;
  private final Secrets secrets;

  ResponseHead(int statusCode, Headers headers, Secrets secrets) {
    this.statusCode = statusCode;
    this.headers = headers;
    this.secrets = secrets;
  }

  /** Returns the headers: name, in any letter case, to values; unmodifiable. */
  Map<String, List<String>> headers() {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (int each = 0; each < headers.size(); each++) {
      String name = secrets.scrub(headers.name(each));
      map.merge(name, List.of(secrets.scrub(headers.value(each))), ResponseHead::concat);
    }
    return Collections.unmodifiableMap(map);
  }

  private static List<String> concat(List<String> first, List<String> second) {
    List<String> both = new ArrayList<>(first);
    both.addAll(second);
    return List.copyOf(both);
  }

  /** Returns the id under which the service logs the request, or null. */
  @Nullable String requestId() {
    for (String name : REQUEST_ID_HEADERS) {
      String id = headers.get(name);
      if (id != null) {
        return secrets.scrub(id);
      }
    }
    return null;
  }

  /** Returns how long the server asks to wait, or null if it does not. */
  @Nullable Duration retryAfter() {
    String header = headers.get("Retry-After");
    return header == null ? null : parseRetryAfter(header, serverClock());
  }

  /** A date of the server's is relative to the server's own clock, if the response has a Date. */
  private Clock serverClock() {
    String date = headers.get("Date");
    try {
      return date == null
          ? Clock.systemUTC()
          : Clock.fixed(
              ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant(),
              ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return Clock.systemUTC();
    }
  }

  /** Returns the delay, not negative, or null if the header is neither a number nor a date. */
  static @Nullable Duration parseRetryAfter(String header, Clock clock) {
    if (header.matches("[0-9]+")) {
      String seconds = header.replaceFirst("^0+(?=.)", "");
      boolean isHuge = seconds.length() > 18;
      return bounded(isHuge ? MAX_RETRY_AFTER : Duration.ofSeconds(Long.parseLong(seconds)));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date.toInstant());
      return bounded(wait);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Of a longer one, {@code toMillis()} would overflow. */
  private static Duration bounded(Duration wait) {
    Duration atMost = wait.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : wait;
    return atMost.isNegative() ? Duration.ZERO : atMost;
  }
}
