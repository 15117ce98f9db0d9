package io.github.videorooms.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** A program that makes {@value #CALLS} calls at once, each on a thread of its own. */
final class ManyThreads {
  static final int CALLS = 10_000;

  private static final String PINNED = "jdk.VirtualThreadPinned";

  private final Contender contender;
  private final ExecutorService threads;

  private ManyThreads(Contender contender, ExecutorService threads) {
    this.contender = contender;
    this.threads = threads;
  }

  /**
   * Prints the microseconds and the processor time per call, and how often a virtual thread was
   * pinned to its carrier while waiting.
   *
   * @param arguments the contender, the server's port, the kind of threads, where to write a
   *     recording
   */
  public static void main(String[] arguments) throws InterruptedException, IOException {
    ExecutorService threads =
        arguments[2].equals("virtual") ? virtualThreads() : Executors.newCachedThreadPool();
    try (Contender contender = Contender.open(arguments[0], Integer.parseInt(arguments[1]));
        Recording recording = new Recording()) {
      ManyThreads program = new ManyThreads(contender, threads);
      program.callAtOnce(); // Loads and compiles.
      recording.enable(PINNED).withoutThreshold().withStackTrace();
      recording.start();
      long cpu = cpuNanos();
      long start = System.nanoTime();
      program.callAtOnce();
      double micros = (System.nanoTime() - start) / 1e3 / CALLS;
      double cpuMicros = (cpuNanos() - cpu) / 1e3 / CALLS;
      recording.stop();
      Path file = Path.of(arguments[3]);
      recording.dump(file);
      long pinned =
          RecordingFile.readAllEvents(file).stream()
              .filter(event -> event.getEventType().getName().equals(PINNED))
              .count();
      System.out.println(micros + " " + cpuMicros + " " + pinned);
    } finally {
      threads.shutdown();
    }
  }

  private void callAtOnce() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(CALLS);
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    for (int call = 0; call < CALLS; call++) {
      threads.execute(
          () -> {
            try {
              go.await();
              contender.getRoom(CannedServer.SLOW_ROOM);
            } catch (InterruptedException | RuntimeException e) {
              failure.set(e);
            } finally {
              done.countDown();
            }
          });
    }
    go.countDown();
    done.await();
    if (failure.get() != null) {
      throw new IllegalStateException("a call failed", failure.get());
    }
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Returns whether there are virtual threads, which are found by reflection. */
  static boolean areAvailable() {
    return Runtime.version().feature() >= 21;
  }

  private static ExecutorService virtualThreads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
