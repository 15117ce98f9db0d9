package io.github.videorooms.testkit;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times of a room, or of a token: when people are let in, and when they are put out. */
final class Door {
  private final JsonObject times;

  Door(JsonObject times) {
    this.times = times;
  }

  /**
   * Checks that people are let in.
   *
   * @throws IllegalStateException if not; it says why
   */
  void check(Instant now) {
    Instant from = Times.at(times, "join_from");
    Instant until = Times.at(times, "join_until");
    Instant removal = Times.at(times, "remove_at");
    if (from != null && now.isBefore(from)) {
      throw new IllegalStateException("nobody is let in before join_from, " + from);
    }
    if (until != null && now.isAfter(until)) {
      throw new IllegalStateException("nobody is let in after join_until, " + until);
    }
    if (removal != null && !now.isBefore(removal)) {
      throw new IllegalStateException("everybody is put out at remove_at, " + removal);
    }
  }

  /** Returns when somebody who enters now is put out, or null if never. */
  @Nullable Instant putsOutAt(Instant now) {
    JsonElement seconds = times.get("remove_after_seconds_elapsed");
    Instant elapsed =
        seconds == null || seconds.isJsonNull() ? null : now.plusSeconds(seconds.getAsLong());
    return earlier(Times.at(times, "remove_at"), elapsed);
  }

  static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }
}
