package io.github.videorooms.benchmarks;

import java.util.function.Consumer;

/** A program that iterates over all rooms of lists of several lengths. */
final class Walk {
  private static final int WARM_UP_ROOMS = 50_000;
  private static final long LONG_ENOUGH_NANOS = 300_000_000;

  private Walk() {}

  /**
   * Prints a line for each length: the nanoseconds per room, and the bytes in use after one tenth
   * and nine tenths of the rooms.
   *
   * @param arguments the contender, the server's port, the rooms per page, the lengths
   */
  public static void main(String[] arguments) {
    int pageSize = Integer.parseInt(arguments[2]);
    try (Contender contender = Contender.open(arguments[0], Integer.parseInt(arguments[1]))) {
      Count.of(contender, pageSize, WARM_UP_ROOMS);
      for (int index = 3; index < arguments.length; index++) {
        int total = Integer.parseInt(arguments[index]);
        long start = System.nanoTime();
        long rooms = 0;
        Count last;
        do {
          last = Count.of(contender, pageSize, total);
          rooms += last.count;
        } while (System.nanoTime() - start < LONG_ENOUGH_NANOS);
        double nanos = (System.nanoTime() - start) / (double) rooms;
        System.out.println(nanos + " " + last.early + " " + last.late);
      }
    }
  }

  private static final class Count implements Consumer<Object> {
    private final int total;
    private int count;
    private long early;
    private long late;

    private Count(int total) {
      this.total = total;
    }

    static Count of(Contender contender, int pageSize, int total) {
      Count count = new Count(total);
      contender.walk(pageSize, total, count);
      if (count.count != total) {
        throw new IllegalStateException(count.count + " rooms instead of " + total);
      }
      return count;
    }

    @Override
    public void accept(Object room) {
      count++;
      if (total == Benchmarks.MILLION && count == total / 10) {
        early = usedBytes();
      } else if (total == Benchmarks.MILLION && count == total / 10 * 9) {
        late = usedBytes();
      }
    }

    private static long usedBytes() {
      System.gc();
      return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
  }
}
