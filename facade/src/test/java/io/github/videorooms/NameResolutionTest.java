package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A resolver that hangs, as those of systems do: deaf to deadlines, to close and to interrupts. */
@Timeout(60)
class NameResolutionTest {
  private final CountDownLatch over = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicInteger lookups = new AtomicInteger();

  @AfterEach
  void end() {
    over.countDown();
  }

  @ParameterizedTest
  @EnumSource
  void get_nameIsNotResolved_endsAtTheDeadline(CallStyle style) throws Exception {
    try (SignalWireRestClient client = client(Duration.ofMillis(300))) {
      SignalWireRestTransportError error = errorOf(style, client);

      assertThat(error.isTimeout()).isTrue();
      assertThat(error.mayHaveTakenEffect()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void close_nameIsNotResolved_endsTheCall(CallStyle style) throws Exception {
    SignalWireRestClient client = client(Duration.ofHours(1));
    CompletableFuture<SignalWireRestTransportError> error =
        CompletableFuture.supplyAsync(() -> errorOf(style, client));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    client.close();

    assertThat(error.get(10, TimeUnit.SECONDS)).hasMessageNotContaining("unknown host");
  }

  @Test
  void get_interruptedWhileResolving_ends() throws Exception {
    try (SignalWireRestClient client = client(Duration.ofHours(1))) {
      CompletableFuture<SignalWireRestTransportError> error = new CompletableFuture<>();
      Thread thread = new Thread(() -> error.complete(errorOf(CallStyle.SYNC, client)));
      thread.start();
      assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

      thread.interrupt();

      assertThat(error.get(10, TimeUnit.SECONDS))
          .hasMessageContaining("interrupted")
          .hasMessageNotContaining("unknown host");
    }
  }

  /** However many calls wait, one thread does. */
  @Test
  void get_manyCallsWaitForAName_resolveItOnce() {
    try (SignalWireRestClient client = client(Duration.ofMillis(500))) {
      List<CompletableFuture<?>> calls =
          List.of(
              client.video().rooms().getAsync("a"),
              client.video().rooms().getAsync("b"),
              client.video().rooms().getAsync("c"));

      assertThat(calls).allSatisfy(call -> assertThat(catchThrowable(call::join)).isNotNull());
      assertThat(lookups).hasValue(1);
    }
  }

  @Test
  void get_resolverThrows_failsWithThatException() {
    Dns broken =
        host -> {
          throw new UnknownHostException(host);
        };
    try (SignalWireRestClient client =
        builder(broken).maxRetries(0).callTimeout(Duration.ofSeconds(10)).build()) {
      assertThat(catchThrowable(() -> client.video().rooms().get("a")))
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("unknown host localhost");
    }
  }

  private static SignalWireRestTransportError errorOf(
      CallStyle style, SignalWireRestClient client) {
    VideoRooms rooms = client.video().rooms();
    return (SignalWireRestTransportError)
        catchThrowable(() -> style.call(() -> rooms.get("a"), () -> rooms.getAsync("a")));
  }

  private SignalWireRestClient client(Duration timeout) {
    return builder(this::hang).callTimeout(timeout).build();
  }

  private static SignalWireRestClient.Builder builder(Dns dns) {
    return SignalWireRestClient.builder()
        .project(Wire.PROJECT)
        .token(Wire.TOKEN)
        .space("localhost:9")
        .httpClient(new OkHttpClient.Builder().dns(dns).build());
  }

  private List<InetAddress> hang(String host) throws UnknownHostException {
    lookups.incrementAndGet();
    asked.countDown();
    boolean isOver = false;
    while (!isOver) {
      try {
        isOver = over.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        // A resolver goes on.
      }
    }
    throw new UnknownHostException(host);
  }
}
