package io.github.videorooms.testkit;

import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How long a {@link FakeSpace} takes for a response, set with {@link FakeSpace#setLatency}. In
 * whole milliseconds, and never longer than 24 days. Immutable.
 *
 * <pre>{@code
 * space.setLatency(Latency.logNormal(Duration.ofMillis(20), Duration.ofMillis(200)).seed(1));
 * }</pre>
 */
public final class Latency {
  static final Latency NONE = fixed(Duration.ZERO);

  /** How many standard deviations the 99th percentile of a normal distribution is from its mean. */
  private static final double DEVIATIONS_TO_P99 = 2.3263478740408408;

  private final String text;
  private final ToDoubleFunction<Random> millis;
  private final @Nullable Long seed;

  private Latency(String text, ToDoubleFunction<Random> millis, @Nullable Long seed) {
    this.text = text;
    this.millis = millis;
    this.seed = seed;
  }

  /**
   * The same latency for each response.
   *
   * @param latency from 0, which is none, to 24 days
   * @return the latency
   */
  public static Latency fixed(Duration latency) {
    long millis = Delays.check(latency, "latency").toMillis();
    return new Latency("fixed " + latency, random -> millis, null);
  }

  /**
   * A latency between two bounds, each value as likely as any other.
   *
   * @param lowest from 0
   * @param highest not below the lowest, up to 24 days
   * @return the latency
   */
  public static Latency uniform(Duration lowest, Duration highest) {
    long from = Delays.check(lowest, "lowest").toMillis();
    long values = Delays.check(highest, "highest").toMillis() - from + 1;
    requireOrder(lowest, "lowest", highest, "highest");
    return new Latency(
        "uniform from " + lowest + " to " + highest,
        random -> from + Math.floor(random.nextDouble() * values),
        null);
  }

  /**
   * A log-normal latency, as that of most services: half of the responses are faster than the
   * median, and a few are very much slower.
   *
   * @param median longer than 0
   * @param p99 the 99th percentile, than which one response in a hundred is slower; not below the
   *     median, up to 24 days
   * @return the latency
   */
  public static Latency logNormal(Duration median, Duration p99) {
    double middle = Delays.check(median, "median").toNanos() / 1e6;
    double slow = Delays.check(p99, "p99").toNanos() / 1e6;
    if (median.isZero()) {
      throw new IllegalArgumentException("median must be longer than 0");
    }
    requireOrder(median, "median", p99, "p99");
    double deviation = StrictMath.log(slow / middle) / DEVIATIONS_TO_P99;
    return new Latency(
        "log-normal with median " + median + " and p99 " + p99,
        random -> middle * StrictMath.exp(deviation * random.nextGaussian()),
        null);
  }

  /**
   * Makes the latencies the same in each run of a test: the first response to a request has always
   * the first one, and so on. Without a seed, they differ.
   *
   * @param seed any number
   * @return a changed copy
   */
  public Latency seed(long seed) {
    return new Latency(text, millis, seed);
  }

  /** Returns what gives the latencies in milliseconds, one after the other; thread-safe. */
  LongSupplier start() {
    Random random = seed == null ? new Random() : new Random(seed);
    return () -> {
      synchronized (random) {
        return Math.min(Delays.LONGEST.toMillis(), Math.round(millis.applyAsDouble(random)));
      }
    };
  }

  /** Returns the distribution and the seed. */
  @Override
  public String toString() {
    return "Latency{" + text + (seed == null ? "" : ", seed " + seed) + "}";
  }

  private static void requireOrder(Duration low, String lowName, Duration high, String highName) {
    if (high.compareTo(low) < 0) {
      throw new IllegalArgumentException(
          highName + " must not be below " + lowName + ": " + high + " and " + low);
    }
  }
}
