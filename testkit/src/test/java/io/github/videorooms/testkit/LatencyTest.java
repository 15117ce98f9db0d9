package io.github.videorooms.testkit;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class LatencyTest {
  private static final Duration LONGEST = Duration.ofMillis(Integer.MAX_VALUE);
  private static final int MANY = 100_000;

  @Test
  void fixed_latency_isAlwaysTheSame() {
    assertThat(samples(Latency.fixed(millis(30)), 3)).containsExactly(30, 30, 30);
    assertThat(samples(Latency.fixed(Duration.ZERO), 2)).containsExactly(0, 0);
    assertThat(samples(Latency.fixed(LONGEST), 1)).containsExactly(Integer.MAX_VALUE);
  }

  @Test
  void uniform_latency_hasEveryValueEquallyOftenAndNoOther() {
    long[] samples = samples(Latency.uniform(millis(10), millis(13)).seed(1), MANY);

    for (long value = 10; value <= 13; value++) {
      long each = value;
      assertThat(LongStream.of(samples).filter(sample -> sample == each).count())
          .isBetween(MANY / 4 - 1_000L, MANY / 4 + 1_000L);
    }
    assertThat(LongStream.of(samples)).allMatch(sample -> sample >= 10 && sample <= 13);
  }

  @ParameterizedTest
  @CsvSource({"20, 200", "100, 100", "80, 400", "5000, 6000", "1, 2147483647"})
  void logNormal_latency_hasItsMedianAndItsP99(long median, long p99) {
    long[] samples =
        LongStream.of(samples(Latency.logNormal(millis(median), millis(p99)).seed(1), MANY))
            .sorted()
            .toArray();

    assertThat((double) samples[MANY / 2]).isBetween(median * 0.9, median * 1.1);
    assertThat((double) samples[MANY / 100 * 99]).isBetween(p99 * 0.7, p99 * 1.3);
    assertThat(samples[0]).isNotNegative();
    assertThat(samples[MANY - 1]).isLessThanOrEqualTo(Integer.MAX_VALUE);
  }

  /** The same on every machine and Java, since a test may depend on them. */
  @Test
  void seed_distribution_producesTheseLatencies() {
    assertThat(samples(Latency.uniform(millis(10), millis(50)).seed(1), 8))
        .containsExactly(39, 26, 18, 23, 49, 10, 49, 48);
    assertThat(samples(Latency.logNormal(millis(20), millis(200)).seed(1), 8))
        .containsExactly(94, 11, 7, 11, 7, 4, 3, 21);
  }

  @Test
  void seed_startedAgain_startsOver() {
    Latency latency = Latency.logNormal(millis(200), millis(2_000));

    assertThat(samples(latency.seed(7), 50))
        .isEqualTo(samples(latency.seed(7), 50))
        .isNotEqualTo(samples(latency.seed(8), 50));
    assertThat(samples(latency, 50)).isNotEqualTo(samples(latency, 50));
  }

  @Test
  void seed_manyThreads_producesTheSameLatenciesInSomeOrder() {
    Latency latency = Latency.logNormal(millis(200), millis(2_000)).seed(3);
    LongSupplier shared = latency.start();

    long[] inParallel =
        IntStream.range(0, MANY).parallel().mapToLong(i -> shared.getAsLong()).sorted().toArray();

    assertThat(inParallel).isEqualTo(LongStream.of(samples(latency, MANY)).sorted().toArray());
  }

  @Test
  void arguments_outOfRange_areRejected() {
    Duration negative = Duration.ofNanos(-1);
    Duration tooLong = LONGEST.plusNanos(1);
    assertRejected(() -> Latency.fixed(negative), "latency must be from 0 to 24 days: PT-0.0");
    assertRejected(() -> Latency.fixed(tooLong), "latency must be from 0 to 24 days: PT596H");
    assertRejected(() -> Latency.uniform(negative, millis(1)), "lowest must be from 0 to");
    assertRejected(() -> Latency.uniform(millis(1), tooLong), "highest must be from 0 to");
    assertRejected(
        () -> Latency.uniform(millis(2), millis(1)),
        "highest must not be below lowest: PT0.001S and PT0.002S");
    assertRejected(() -> Latency.logNormal(negative, millis(1)), "median must be from 0 to");
    assertRejected(() -> Latency.logNormal(millis(1), tooLong), "p99 must be from 0 to");
    assertRejected(() -> Latency.logNormal(Duration.ZERO, millis(1)), "median must be longer");
    assertRejected(
        () -> Latency.logNormal(millis(2), millis(1)),
        "p99 must not be below median: PT0.001S and PT0.002S");
  }

  @Test
  void arguments_null_areNamed(FakeSpace space) {
    assertThatNullPointerException().isThrownBy(() -> Latency.fixed(null)).withMessage("latency");
    assertThatNullPointerException()
        .isThrownBy(() -> Latency.uniform(Duration.ZERO, null))
        .withMessage("highest");
    assertThatNullPointerException()
        .isThrownBy(() -> Latency.logNormal(null, Duration.ZERO))
        .withMessage("median");
    assertThatNullPointerException()
        .isThrownBy(() -> space.setLatency(null))
        .withMessage("latency");
  }

  @Test
  void toString_latency_namesDistributionAndSeed() {
    assertThat(Latency.fixed(millis(1))).hasToString("Latency{fixed PT0.001S}");
    assertThat(Latency.uniform(millis(1), millis(2)).seed(-5))
        .hasToString("Latency{uniform from PT0.001S to PT0.002S, seed -5}");
    assertThat(Latency.logNormal(millis(1), millis(2)))
        .hasToString("Latency{log-normal with median PT0.001S and p99 PT0.002S}");
  }

  @Test
  void setLatency_client_waitsButTheRequestIsExecutedAtOnce(FakeSpace space) {
    space.setLatency(Latency.fixed(Duration.ofSeconds(30)));

    try (SignalWireRestClient client =
        space.clientBuilder().attemptTimeout(Duration.ofSeconds(1)).build()) {
      SignalWireRestError error =
          catchThrowableOfType(
              SignalWireRestError.class, () -> client.video().rooms().create(r -> r.name("a")));

      assertThat(error.isTimeout()).isTrue();
      assertThat(space.getRooms()).hasSize(1);
    }
  }

  @Test
  @OffContract
  void setLatency_anyResponse_isDelayed(FakeSpace space) {
    ResponseDefinitionBuilder stub = jsonResponse("{\"error\":\"of a stub\"}", 404);
    space.wireMock().stubFor(get("/api/video/rooms/stubbed").willReturn(stub));
    space
        .wireMock()
        .stubFor(
            get("/api/video/rooms/slow")
                .willReturn(ResponseDefinitionBuilder.like(stub.build()).but().withFixedDelay(5)));
    Queue<Long> delays = delays(space);
    space.setLatency(Latency.fixed(millis(20)));

    Raw.to(space).get("/rooms");
    Raw.to(space).authorization("").get("/rooms");
    Raw.to(space).get("/rooms/nobody");
    Raw.to(space).get(space.getUrl() + "/storage/recordings/x.mp4");
    Raw.to(space).get("/rooms/stubbed");
    Raw.to(space).get("/rooms/slow");
    space.failNext(Failure.status(503).after(millis(7)));
    Raw.to(space).get("/rooms");
    space.failNext(Failure.delay(millis(4)));
    Raw.to(space).get("/rooms");

    assertThat(delays).containsExactly(20L, 20L, 20L, 20L, 20L, 25L, 27L, 24L);
  }

  @Test
  void wireMock_globalDelay_appliesToTheSpaceToo(FakeSpace space) {
    Queue<Long> delays = delays(space);
    space.wireMock().setGlobalFixedDelay(6);
    Raw.to(space).get("/rooms");
    space.setLatency(Latency.fixed(millis(3)));
    Raw.to(space).get("/rooms");

    assertThat(delays).containsExactly(6L, 9L);
  }

  @Test
  void setLatency_again_replacesItAndResetEndsIt(FakeSpace space) {
    Queue<Long> delays = delays(space);
    List<Runnable> changes =
        List.of(
            () -> {},
            () -> space.setLatency(Latency.fixed(millis(3))),
            () -> space.setLatency(Latency.uniform(millis(4), millis(4))),
            () -> space.setLatency(Latency.fixed(Duration.ZERO)),
            () -> space.setLatency(Latency.fixed(millis(5))),
            () -> space.wireMock().resetAll(),
            space::reset);

    for (Runnable change : changes) {
      change.run();
      space.getClient().video().rooms().list().firstPage();
    }

    assertThat(delays).containsExactly(0L, 3L, 4L, 0L, 5L, 5L, 0L);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MIN_VALUE})
  void setLatency_seed_isTheSameForEachRun(long seed, FakeSpace space) {
    Latency latency = Latency.uniform(millis(0), millis(5)).seed(seed);
    Queue<Long> delays = delays(space);

    for (int run = 0; run < 2; run++) {
      space.setLatency(latency);
      for (int i = 0; i < 10; i++) {
        space.getClient().video().rooms().list().firstPage();
      }
    }

    assertThat(delays.stream().limit(10).toList())
        .isEqualTo(delays.stream().skip(10).toList())
        .hasSize(10);
  }

  private static Queue<Long> delays(FakeSpace space) {
    Queue<Long> delays = new ConcurrentLinkedQueue<>();
    space
        .wireMock()
        .addMockServiceRequestListener(
            (request, response) -> delays.add(response.getInitialDelay()));
    return delays;
  }

  private static void assertRejected(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith(message);
  }

  private static long[] samples(Latency latency, int count) {
    LongSupplier samples = latency.start();
    return LongStream.generate(samples).limit(count).toArray();
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }
}
