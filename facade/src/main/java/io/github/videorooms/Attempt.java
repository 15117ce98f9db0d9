package io.github.videorooms;

import io.github.videorooms.api.Operation;
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
import java.util.Objects;
import java.util.TreeMap;
import okhttp3.Headers;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;

/**
 * One request on its way, as a tag of it: how it is to be made, and the head of its response once
 * there is one.
 */
final class Attempt {
  private static final List<String> REQUEST_ID_HEADERS =
      List.of("x-request-id", "x-signalwire-request-id", "request-id", "x-amzn-requestid");

  /** What the client, or one derived from it, was told. */
  volatile CallOptions options;

  /** The request before it got the credentials; for all above, this is what is answered. */
  volatile Request unsigned;

  /** Whether sending may have begun. */
  volatile boolean connected;

  /** The status, or 0 while there is no response. */
  volatile int statusCode;

  final Secrets secrets;

  /** The status of the redirect that is the operation's success, or 0 if that is a 2xx. */
  final int redirect;

  private volatile Headers headers = Headers.of();

  Attempt(Request request, CallOptions options, Secrets secrets) {
    this.unsigned = request;
    this.options = options;
    this.secrets = secrets;
    this.redirect = redirectOf(request);
  }

  private static int redirectOf(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    @Nullable Operation operation =
        invocation == null ? null : invocation.method().getAnnotation(Operation.class);
    return operation == null ? 0 : operation.redirect();
  }

  /** Returns the attempt that a request of a client's is tagged with. */
  static Attempt of(Request request) {
    return Objects.requireNonNull(request.tag(Attempt.class), "not a request of this client");
  }

  /**
   * Keeps the head of the response, which Retrofit does not hand on when its body cannot be read.
   * The address that an operation redirects to lets whoever has it in, so it is a secret.
   */
  void answered(int status, Headers head) {
    if (redirect != 0) {
      secrets.add(head.values("Location"));
    }
    headers = head;
    statusCode = status;
  }

  /**
   * Returns the headers of the response, without secrets: name, in any letter case, to values;
   * unmodifiable.
   */
  Map<String, List<String>> headers() {
    Map<String, List<String>> map = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String name : headers.names()) {
      List<String> values = new ArrayList<>(headers.values(name));
      values.replaceAll(secrets::scrub);
      map.put(secrets.scrub(name), Collections.unmodifiableList(values));
    }
    return Collections.unmodifiableMap(map);
  }

  /** Returns the id under which the service knows the request, or null. */
  @Nullable String requestId() {
    return REQUEST_ID_HEADERS.stream()
        .map(headers::get)
        .filter(Objects::nonNull)
        .findFirst()
        .map(secrets::scrub)
        .orElse(null);
  }

  /** Returns how long the server asks to wait, or null if it does not. */
  @Nullable Duration retryAfter() {
    String header = headers.get("Retry-After");
    return header == null ? null : parseRetryAfter(header, clockOf(headers.get("Date")));
  }

  /** The server's clock, which a date of the server's is read by; ours if it does not tell. */
  private static Clock clockOf(@Nullable String date) {
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

  /**
   * Returns the time to wait, not negative, or null if the header asks for none or cannot be read.
   */
  static @Nullable Duration parseRetryAfter(String header, Clock clock) {
    if (header.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(header));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date.toInstant());
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
