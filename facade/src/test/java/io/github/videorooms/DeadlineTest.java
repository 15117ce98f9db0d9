package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a call makes of its time; the server moves the clock. */
@Timeout(60)
class DeadlineTest {
  private static final String ID = "3f1c6a52-8a0e-4b1d-9c62-5d2f0a7e4b11";
  private static final String FAILED = "HTTP/1.1 500 X\r\nContent-Length: 0\r\n\r\n";

  private final FakeTimer timing = new FakeTimer();

  @ParameterizedTest
  @EnumSource
  void get_attemptsUsedUpTheTime_isNotRetried(CallStyle style) {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  timing.pass(Duration.ofSeconds(25));
                  ScriptedServer.send(socket, FAILED);
                });
        SignalWireRestClient client =
            client(server).callTimeout(Duration.ofSeconds(60)).maxRetries(10).build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> get(client, style));

      assertThat(error.getStatusCode()).isEqualTo(500);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"SYNC, 9, 2", "ASYNC, 9, 2", "SYNC, 10, 1", "ASYNC, 10, 1"})
  void get_waitLeavesNoTime_isNotRetried(CallStyle style, int seconds, int requests) {
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 429 X\r\nRetry-After: " + seconds + "\r\nContent-Length: 0\r\n\r\n");
        SignalWireRestClient client =
            client(server).callTimeout(Duration.ofSeconds(10)).maxRetries(1).build()) {
      assertThat(
              catchThrowableOfType(SignalWireRestError.class, () -> get(client, style))
                  .isRateLimited())
          .isTrue();
      assertThat(server.requests()).hasSize(requests);
    }
  }

  /** OkHttp's own timeouts end with Okio's watchdog, one thread for the whole JVM. */
  @Test
  void get_deadlineHasPassedUnnoticedByOkHttp_endsAllTheSame() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  timing.pass(Duration.ofHours(2));
                  over.await();
                });
        SignalWireRestClient client =
            client(server)
                .callTimeout(Duration.ofHours(1))
                .attemptTimeout(Duration.ofHours(1))
                .build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> get(client, CallStyle.SYNC));

      assertThat(error.isTimeout()).isTrue();
      assertThat(error).hasMessageContaining("no result within PT1H");
      over.countDown();
    }
  }

  /** The second attempt could take half a minute, but for the first one. */
  @ParameterizedTest
  @EnumSource
  void get_littleTimeLeft_limitsTheNextAttempt(CallStyle style) throws Exception {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  if (number == 1) {
                    timing.pass(Duration.ofMillis(59_500));
                    ScriptedServer.send(socket, FAILED);
                  }
                });
        SignalWireRestClient client =
            client(server)
                .callTimeout(Duration.ofSeconds(60))
                .attemptTimeout(Duration.ofSeconds(30))
                .maxRetries(1)
                .build()) {
      CompletableFuture<SignalWireRestError> outcome =
          CompletableFuture.supplyAsync(
              () -> catchThrowableOfType(SignalWireRestError.class, () -> get(client, style)));

      SignalWireRestError error = outcome.get(20, TimeUnit.SECONDS);
      assertThat(error.isTimeout()).isTrue();
      assertThat(error.getAttempts()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void listener_retriedCall_receivesTheDurationOfEachAttempt(CallStyle style) {
    List<Duration> durations = new CopyOnWriteArrayList<>();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  timing.pass(Duration.ofSeconds(number));
                  ScriptedServer.send(socket, FAILED);
                });
        SignalWireRestClient client =
            client(server)
                .maxRetries(2)
                .listener(attempt -> durations.add(attempt.getDuration()))
                .build()) {
      assertThatThrownBy(() -> get(client, style)).isInstanceOf(SignalWireRestError.class);

      assertThat(durations)
          .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    }
  }

  private SignalWireRestClient.Builder client(ScriptedServer server) {
    return server.client().timer(timing, () -> 0.5);
  }

  private static void get(SignalWireRestClient client, CallStyle style) {
    VideoRooms rooms = client.video().rooms();
    style.call(() -> rooms.get(ID), () -> rooms.getAsync(ID));
  }
}
