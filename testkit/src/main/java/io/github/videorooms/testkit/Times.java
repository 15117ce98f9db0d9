package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts times between the forms in which they are sent and stored; stored times are in UTC. */
final class Times {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  private Times() {}

  /**
   * Reads an RFC 3339 time or a date alone.
   *
   * @throws InvalidValue if it is neither
   */
  static JsonElement read(JsonElement value) {
    if (!Json.isString(value)) {
      throw notATime();
    }
    String text = value.getAsString();
    try {
      Instant time =
          text.length() == "2026-03-02".length()
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text).toInstant();
      if (time.isBefore(SpaceClock.EARLIEST) || time.isAfter(SpaceClock.LATEST)) {
        throw notATime();
      }
      return new JsonPrimitive(time.toString());
    } catch (DateTimeException e) {
      throw notATime();
    }
  }

  /** Whether a value is a date without a time. */
  static boolean isDate(JsonElement value) {
    try {
      return Json.isString(value) && LocalDate.parse(value.getAsString()) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /**
   * Reads a time as the filters of conferences accept it, which may also be seconds since 1970.
   *
   * @throws InvalidValue if it is not a time
   */
  static JsonElement readFilter(JsonElement value) {
    return SECONDS.matcher(value.getAsString()).matches()
        ? new JsonPrimitive(Instant.ofEpochSecond(value.getAsLong()).toString())
        : read(value);
  }

  /**
   * Checks that join_from is not after join_until.
   *
   * @param fields with {@code join_from} and {@code join_until} as {@link #read} returns them
   * @throws ApiRejection if it is
   */
  static void checkOrder(JsonObject fields) {
    Instant from = at(fields, "join_from");
    Instant until = at(fields, "join_until");
    if (from != null && until != null && until.isBefore(from)) {
      throw ApiRejection.of(
          "invalid_join_until_date", "join_until", "must not be before join_from");
    }
  }

  /** Returns the time in a field, or null if it has none. */
  static @Nullable Instant at(JsonObject fields, String name) {
    JsonElement value = Json.find(fields, name);
    return value == null ? null : Instant.parse(value.getAsString());
  }

  /** Returns how many whole seconds have passed, capped at the maximum of an API field. */
  static int secondsBetween(Instant start, Instant end) {
    return seconds(between(start, end));
  }

  /** Returns whole seconds, capped at the maximum of an API field. */
  static int seconds(Duration time) {
    return (int) Math.min(Integer.MAX_VALUE, time.toSeconds());
  }

  /** Returns how much time has passed; zero if the clock was set back. */
  static Duration between(Instant start, Instant end) {
    return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
  }

  private static InvalidValue notATime() {
    return new InvalidValue("not_a_datetime", "must be a time such as 2026-03-02T08:15:30Z");
  }
}
