package io.github.videorooms;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only by waiting, and at once. */
class FakeTiming implements Calls.Timing {
  private final AtomicLong now = new AtomicLong();
  private final List<Duration> waits = new CopyOnWriteArrayList<>();

  @Override
  public long nanoTime() {
    return now.get();
  }

  @Override
  public CompletableFuture<Void> pause(Duration time) {
    waits.add(time);
    now.addAndGet(time.toNanos());
    return CompletableFuture.completedFuture(null);
  }

  /** Returns the waits so far. */
  List<Duration> waits() {
    return waits;
  }
}
