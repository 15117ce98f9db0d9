package io.github.videorooms.testkit;

import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How long a {@link FakeSpace} takes to respond, set with {@link FakeSpace#setLatency}; in whole
 * milliseconds, at most 24 days. Immutable.
 *
 * <pre>{@code
 * space.setLatency(Latency.logNormal(Duration.ofMillis(20), Duration.ofMillis(200)).seed(1));
 * }</pre>
 */
public final class Latency {
  static final Latency NONE = fixed(Duration.ZERO);

  /**
   * The distance of the 99th percentile of a normal distribution from its mean, in standard
   * deviations.
   */
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
   * Returns the same latency for each response.
   *
   * @param latency from 0, which means no delay, to 24 days
   * @return the latency
   */
  public static Latency fixed(Duration latency) {
    long millis = Delays.check(latency, "latency").toMillis();
    return new Latency("fixed " + latency, random -> millis, null);
  }

  /**
   * Returns a uniformly distributed latency between two bounds.
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
   * Returns a log-normal latency, which is typical of services: half of the responses are faster
   * than the median, and a few are much slower.
   *
   * @param median longer than 0
   * @param p99 the 99th percentile, which one response in a hundred exceeds; not below the median,
   *     up to 24 days
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
   * Makes the latencies the same in each run of a test: the first response always has the first
   * latency, and so on. Without a seed, they differ.
   *
   * @param seed any number
   * @return a changed copy
   */
  public Latency seed(long seed) {
    return new Latency(text, millis, seed);
  }

  /** Returns a supplier of successive latencies in milliseconds; thread-safe. */
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
