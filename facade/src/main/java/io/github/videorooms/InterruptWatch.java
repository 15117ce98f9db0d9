package io.github.videorooms;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cancels the synchronous calls whose threads are interrupted: a platform thread that reads from a
 * socket does not notice an interrupt.
 *
 * <p>Running each attempt on another thread would end it as well, at the cost of two thread
 * switches per call.
 */
final class InterruptWatch {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final SystemTimer timer;
  private final Set<Watched> calls = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /** A call that runs on a thread. */
  interface Watched {
    Thread thread();

    void cancel();
  }

  InterruptWatch(SystemTimer timer) {
    this.timer = timer;
  }

  void add(Watched call) {
    calls.add(call);
    schedule();
  }

  void remove(Watched call) {
    calls.remove(call);
  }

  private void schedule() {
    if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
      timer.schedule(PERIOD_NANOS, this::check);
    }
  }

  /** Cancels a call as long as it is there: it may just have begun another attempt. */
  private void check() {
    try {
      for (Watched call : calls) {
        if (call.thread().isInterrupted()) {
          call.cancel();
        }
      }
    } finally {
      scheduled.set(false);
      if (!calls.isEmpty()) {
        schedule();
      }
    }
  }
}
