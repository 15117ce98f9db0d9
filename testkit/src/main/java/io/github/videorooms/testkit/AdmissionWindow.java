package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When participants can join, as limited by a room or a token, and when they are removed. */
final class AdmissionWindow {
  private final JsonObject times;

  AdmissionWindow(JsonObject times) {
    this.times = times;
  }

  /**
   * Checks that participants can join.
   *
   * @throws IllegalStateException if they cannot; the message says why
   */
  void check(Instant now) {
    Instant from = Times.at(times, "join_from");
    Instant until = Times.at(times, "join_until");
    Instant removal = Times.at(times, "remove_at");
    if (from != null && now.isBefore(from)) {
      throw new IllegalStateException("nobody can join before join_from, " + from);
    }
    if (until != null && now.isAfter(until)) {
      throw new IllegalStateException("nobody can join after join_until, " + until);
    }
    if (removal != null && !now.isBefore(removal)) {
      throw new IllegalStateException("everybody is removed at remove_at, " + removal);
    }
  }

  /** Returns when somebody who joins now is removed, or null if never. */
  @Nullable Instant removalTime(Instant now) {
    JsonElement seconds = Json.find(times, "remove_after_seconds_elapsed");
    Instant elapsed = seconds == null ? null : now.plusSeconds(seconds.getAsLong());
    return earlier(Times.at(times, "remove_at"), elapsed);
  }

  static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
