package io.github.videorooms;

/**
 * Notices a cursor that comes back, in constant memory: Brent's algorithm. One cursor is kept, and
 * replaced after 1, 2, 4, 8, … steps, so that a cycle of any length meets the one that is kept.
 */
final class Cycle {
  private final String kept;
  private final long steps;
  private final long limit;

  private Cycle(String kept, long steps, long limit) {
    this.kept = kept;
    this.steps = steps;
    this.limit = limit;
  }

  static Cycle startingAt(String cursor) {
    return new Cycle(cursor, 0, 1);
  }

  boolean closesAt(String cursor) {
    return cursor.equals(kept);
  }

  Cycle then(String cursor) {
    return steps + 1 == limit ? new Cycle(cursor, 0, limit * 2) : new Cycle(kept, steps + 1, limit);
  }
}
