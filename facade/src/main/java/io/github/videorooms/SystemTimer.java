package io.github.videorooms;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The system's clock, and a thread of the client's own that exists while something is scheduled.
 * The JDK's delay thread would keep the class loader of the application that started it.
 */
final class SystemTimer implements CallTimer {
  private final ScheduledThreadPoolExecutor scheduler;

  SystemTimer() {
    // Tasks that come after close() are dropped: there is no call left that they could end.
    scheduler =
        new ScheduledThreadPoolExecutor(
            1,
            task -> DaemonThreads.of("videorooms-timer", task),
            new ThreadPoolExecutor.DiscardPolicy());
    scheduler.setRemoveOnCancelPolicy(true);
    scheduler.setKeepAliveTime(10, TimeUnit.SECONDS);
    scheduler.allowCoreThreadTimeOut(true);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public CompletableFuture<@Nullable Void> after(Duration delay) {
    CompletableFuture<@Nullable Void> elapsed = new CompletableFuture<>();
    schedule(delay.toNanos(), () -> elapsed.complete(null));
    return elapsed;
  }

  /** Runs a short task later. */
  Future<?> schedule(long nanos, Runnable task) {
    return scheduler.schedule(task, nanos, TimeUnit.NANOSECONDS);
  }

  void close() {
    scheduler.shutdownNow();
  }
}
