package io.github.videorooms;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only by waiting, or as a test says, and at once. */
class FakeTimer implements CallTimer {
  /** Like the clock of a JVM, it does not begin at zero. */
  private final AtomicLong now = new AtomicLong(Duration.ofHours(1).toNanos());

  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  @Override
  public long nanoTime() {
    return now.get();
  }

  @Override
  public CompletableFuture<Void> after(Duration time) {
    waits.add(time);
    pass(time);
    return CompletableFuture.completedFuture(null);
  }

  /** Lets time pass. */
  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  /** Returns the waits so far. */
  List<Duration> waits() {
    return waits;
  }
}
