package io.github.videorooms;

import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What is known of a failed call, detached from the live response. */
final class Failure implements Serializable {
  private static final long serialVersionUID = 1;
  private static final List<String> REQUEST_ID_HEADERS =
      List.of("x-request-id", "x-signalwire-request-id", "request-id", "x-amzn-requestid");

  final String method;
  final String path;
  final String url;
  final int statusCode;

  @SuppressWarnings("serial") // An unmodifiable TreeMap.
  final Map<String, List<String>> headers;

  final transient @Nullable String body;

  @SuppressWarnings("serial") // An immutable list.
  final List<ErrorItem> items;

  final @Nullable Duration retryAfter;
  final int attempts;
  private final @Nullable String reason;

  /**
   * Collects what is known.
   *
   * @param request the request, as it was made last
   * @param statusCode the status, or 0 if there was no response
   * @param reason why, without a secret
   */
  Failure(
      Request request,
      int statusCode,
      Headers headers,
      @Nullable String body,
      List<ErrorItem> items,
      @Nullable String reason,
      int attempts) {
    this.method = request.method();
    this.path = request.url().encodedPath();
    this.url = request.url().toString();
    this.statusCode = statusCode;
    this.headers = mapOf(headers);
    this.body = body;
    this.items = items;
    this.reason = reason;
    this.attempts = attempts;
    this.retryAfter = parseRetryAfter(headers.get("Retry-After"), Clock.systemUTC());
  }

  String message() {
    StringBuilder message = new StringBuilder(method).append(' ').append(path);
    if (statusCode == 0) {
      message.append(" got no answer");
    } else {
      message.append(" returned ").append(statusCode);
    }
    if (reason != null) {
      message.append(": ").append(reason);
    }
    if (retryAfter != null) {
      message.append(" (asks to wait ").append(retryAfter.toSeconds()).append(" s)");
    }
    String requestId = requestId();
    if (requestId != null) {
      message.append(" (request id ").append(requestId).append(')');
    }
    if (attempts > 1) {
      message.append(" (after ").append(attempts).append(" attempts)");
    }
    return message.toString().replaceAll("\\p{Cntrl}+", " ");
  }

  @Nullable String requestId() {
    return requestIdOf(headers);
  }

  /** Returns the id under which the service knows a request, or null. */
  static @Nullable String requestIdOf(Map<String, List<String>> headers) {
    for (String name : REQUEST_ID_HEADERS) {
      List<String> values = headers.get(name);
      if (values != null) {
        return values.get(0);
      }
    }
    return null;
  }

  /**
   * Returns the time to wait, not negative, or null if the header asks for none or cannot be read.
   */
  static @Nullable Duration parseRetryAfter(@Nullable String header, Clock clock) {
    if (header == null) {
      return null;
    }
    String text = header.strip();
    if (text.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date.toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }

  static Map<String, List<String>> mapOf(Headers headers) {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : headers.names()) {
      map.put(name, List.copyOf(headers.values(name)));
    }
    return Collections.unmodifiableMap(map);
  }
}
