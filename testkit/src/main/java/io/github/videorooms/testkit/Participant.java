package io.github.videorooms.testkit;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A member who is in a session now. */
final class Participant {
  final String memberId;
  final String sessionId;
  final @Nullable Instant removalTime;
  final boolean endsSession;

  /** The order in which participants joined. */
  final long number;

  Participant(
      long number,
      String memberId,
      String sessionId,
      @Nullable Instant removalTime,
      boolean endsSession) {
    this.number = number;
    this.memberId = memberId;
    this.sessionId = sessionId;
    this.removalTime = removalTime;
    this.endsSession = endsSession;
  }

  /** Returns the removal time of a participant who has one. */
  Instant requireRemovalTime() {
    return Objects.requireNonNull(removalTime);
  }
}
