package io.github.videorooms.benchmarks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Benchmarks of a single call. The port of the server is in the property {@value #PORT}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CallBenchmark {
  static final String PORT = "benchmarks.port";
  static final int IN_FLIGHT = 64;

  private static final String ROOM = "6b0d2f3e-1c47-4f0a-8a51-0e9c7d5b2a64";
  private static final String TARGET = "rtmps://ingest.example.com/live/made-up-key";

  /** One of the names in {@link Contender}. */
  @Param({Contender.FACADE, Contender.OKHTTP, Contender.JAVA_HTTP, Contender.SOCKET})
  public String name = "";

  @SuppressWarnings("NullAway.Init") // JMH calls open() first.
  private Contender contender;

  private final Semaphore places = new Semaphore(IN_FLIGHT);
  private volatile @Nullable Throwable failure;

  @Setup
  public void open() {
    contender = Contender.open(name, Integer.getInteger(PORT));
  }

  @TearDown
  public void close() throws InterruptedException {
    places.acquire(IN_FLIGHT);
    contender.close();
    if (failure != null) {
      throw new IllegalStateException("a call failed", failure);
    }
  }

  @Benchmark
  public Object createStream() {
    return contender.createStream(ROOM, TARGET);
  }

  @Benchmark
  public Object getRoom() {
    return contender.getRoom(ROOM);
  }

  @Benchmark
  public Object list50() {
    return contender.list(50);
  }

  @Benchmark
  public Object list1000() {
    return contender.list(1_000);
  }

  @Benchmark
  public Object error422() {
    return contender.refusedStream(CannedServer.REFUSING_ROOM, TARGET);
  }

  /**
   * Starts a call as soon as fewer than 64 are in progress: the time of a call is the time until
   * the next one starts.
   */
  @Benchmark
  public Object createStreamAsync() throws InterruptedException {
    places.acquire();
    return contender
        .createStreamAsync(ROOM, TARGET)
        .whenComplete(
            (stream, error) -> {
              if (error != null) {
                failure = error;
              }
              places.release();
            });
  }
}
