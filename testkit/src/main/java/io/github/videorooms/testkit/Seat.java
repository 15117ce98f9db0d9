package io.github.videorooms.testkit;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who is in a session now. */
final class Seat {
  final String memberId;
  final String sessionId;
  final @Nullable Instant putOutAt;
  final boolean endsSession;

  /** The order in which people came. */
  final long number;

  Seat(
      long number,
      String memberId,
      String sessionId,
      @Nullable Instant putOutAt,
      boolean endsSession) {
    this.number = number;
    this.memberId = memberId;
    this.sessionId = sessionId;
    this.putOutAt = putOutAt;
    this.endsSession = endsSession;
  }

  /** When somebody is put out who is put out at all. */
  Instant requirePutOutAt() {
    return Objects.requireNonNull(putOutAt);
  }
}
