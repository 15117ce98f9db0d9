package io.github.videorooms;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Ends the calls whose deadline has passed or whose threads are interrupted, and all of them when
 * the client is closed.
 *
 * <p>OkHttp's timeouts are exact, but begin only when a call has got a slot, and depend on one
 * thread for the whole JVM, which dies of what an event listener throws. A platform thread that
 * reads from a socket does not notice an interrupt; running each attempt on another thread would
 * end it as well, at the cost of two thread switches per call. A timer for each asynchronous call
 * would be exact too, but all threads would contend for its lock.
 */
final class CallWatch {
  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Runs a task after a period. */
  private final Consumer<Runnable> timer;

  private final Set<Watched> calls = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean scheduled = new AtomicBoolean();

  /** What can be ended by another thread, and without blocking it. */
  interface Watched {
    /** Ends the call if its thread is interrupted or its deadline has passed; every 100 ms. */
    void endIfOver();

    /** Ends the call, since the client is closed. */
    void end();
  }

  CallWatch(SystemTimer timer) {
    this(check -> timer.schedule(PERIOD_NANOS, check));
  }

  CallWatch(Consumer<Runnable> timer) {
    this.timer = timer;
  }

  void add(Watched call) {
    calls.add(call);
    try {
      schedule();
    } catch (Throwable e) { // There is no memory for the timer's thread.
      calls.remove(call);
      throw e;
    }
  }

  void remove(Watched call) {
    calls.remove(call);
  }

  /** Ends the calls that there are; OkHttp does not know those that are reading a response. */
  void endAll() {
    calls.forEach(Watched::end);
  }

  private void schedule() {
    if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
      try {
        timer.accept(this::check);
      } catch (Throwable e) {
        scheduled.set(false); // The next call tries again.
        throw e;
      }
    }
  }

  private void check() {
    try {
      calls.forEach(Watched::endIfOver);
    } finally {
      scheduled.set(false);
      if (!calls.isEmpty()) {
        schedule();
      }
    }
  }
}
