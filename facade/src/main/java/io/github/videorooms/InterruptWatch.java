package io.github.videorooms;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Cancels the synchronous calls whose threads are interrupted, and all of them when the client is
 * closed: a platform thread that reads from a socket does not notice an interrupt. It also ends
 * those that exceed their deadline, should Okio's watchdog no longer do it: that is one thread for
 * the whole JVM, which dies of what an event listener throws.
 *
 * <p>Running each attempt on another thread would end it as well, at the cost of two thread
 * switches per call.
 */
final class InterruptWatch {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final SystemTimer timer;
  private final Set<Watched> calls = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /** A call on the thread of its caller. */
  interface Watched {
    /** Cancels the call if its thread is interrupted or its deadline has passed; every 100 ms. */
    void cancelIfOver();

    /** Ends the call, since the client is closed. */
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

  /** Ends the calls that there are; OkHttp does not know those that are reading a response. */
  void cancelAll() {
    calls.forEach(Watched::cancel);
  }

  private void schedule() {
    if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
      timer.schedule(PERIOD_NANOS, this::check);
    }
  }

  private void check() {
    try {
      calls.forEach(Watched::cancelIfOver);
    } finally {
      scheduled.set(false);
      if (!calls.isEmpty()) {
        schedule();
      }
    }
  }
}
