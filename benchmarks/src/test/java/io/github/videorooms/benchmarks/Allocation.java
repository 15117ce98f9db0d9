package io.github.videorooms.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * How many bytes a thread allocates for a call: unlike time, the same on any machine. The compiler
 * that would leave objects out, now and then, is switched off for the tests of this module.
 */
public final class Allocation {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int BATCHES = 21;
  private static final int BATCH = 100;

  private Allocation() {}

  /** Returns the median of batches, the first of which are still cold. */
  public static long bytesOf(Runnable call) {
    long thread = Thread.currentThread().getId();
    long[] bytes = new long[BATCHES];
    for (int batch = 0; batch < BATCHES; batch++) {
      long before = THREADS.getThreadAllocatedBytes(thread);
      for (int number = 0; number < BATCH; number++) {
        call.run();
      }
      bytes[batch] = (THREADS.getThreadAllocatedBytes(thread) - before) / BATCH;
    }
    Arrays.sort(bytes);
    return bytes[BATCHES / 2];
  }
}
