package io.github.videorooms.testkit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody who is in a session now. */
final class Seat {
  final String memberId;
  final String sessionId;
  final @Nullable Instant putOutAt;
  final boolean endsSession;

  Seat(String memberId, String sessionId, @Nullable Instant putOutAt, boolean endsSession) {
    this.memberId = memberId;
    this.sessionId = sessionId;
    this.putOutAt = putOutAt;
    this.endsSession = endsSession;
  }

  boolean isDue(Instant now) {
    return putOutAt != null && !putOutAt.isAfter(now);
  }
}
