package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An interrupt ends a synchronous call promptly, and no result that has been read is lost. */
class InterruptTest {
  private static final String ROOM = Examples.of("Room").toString();
  private static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
          + ROOM.getBytes(StandardCharsets.UTF_8).length
          + "\r\n\r\n";

  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void end() {
    over.countDown();
  }

  @Test
  void create_interruptedBeforeAResponse_failsAndSaysThatItMayHaveTakenEffect() throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  received.countDown();
                  over.await();
                });
        SignalWireRestClient client = server.client().maxRetries(2).build()) {
      Outcome outcome = interruptedAfter(received, () -> create(client));

      assertThat(outcome.error)
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("interrupted; the request may have taken effect");
      assertThat(((SignalWireRestTransportError) outcome.error).mayHaveTakenEffect()).isTrue();
      assertThat(outcome.error.isTimeout()).isFalse();
      assertThat(outcome.isInterrupted).isTrue();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void get_interruptedWhileReadingTheBody_failsWithTheStatus() throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, OK + ROOM.substring(0, 10));
                  received.countDown();
                  over.await();
                });
        SignalWireRestClient client = server.client().maxRetries(2).build()) {
      Outcome outcome = interruptedAfter(received, () -> client.video().rooms().get("r"));

      assertThat(outcome.error).hasMessageEndingWith("interrupted");
      assertThat(outcome.error.getStatusCode()).isIn(0, 200);
      assertThat(outcome.isInterrupted).isTrue();
    }
  }

  /** The kernel of a full listener drops what asks for a connection. */
  @Test
  void create_interruptedWhileConnecting_failsAndSaysThatNothingWasSent() throws Exception {
    List<Socket> fill = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int each = 0; each < 2; each++) {
        fill.add(new Socket(full.getInetAddress(), full.getLocalPort()));
      }
      CountDownLatch started = new CountDownLatch(0);
      try (SignalWireRestClient client =
          SignalWireRestClient.builder()
              .project(Wire.PROJECT)
              .token(Wire.TOKEN)
              .space("127.0.0.1:" + full.getLocalPort())
              .build()) {
        Outcome outcome = interruptedAfter(started, () -> create(client));

        assertThat(outcome.error).isInstanceOf(SignalWireRestTransportError.class);
        assertThat(((SignalWireRestTransportError) outcome.error).mayHaveTakenEffect()).isFalse();
        assertThat(outcome.isInterrupted).isTrue();
      }
    } finally {
      for (Socket socket : fill) {
        socket.close();
      }
    }
  }

  @Test
  void create_threadIsAlreadyInterrupted_sendsNothing() {
    try (ScriptedServer server = ScriptedServer.responding(OK + ROOM);
        SignalWireRestClient client = server.client().build()) {
      Thread.currentThread().interrupt();
      Outcome outcome = outcomeOf(() -> create(client));

      assertThat(outcome.error).hasMessageContaining("interrupted").isNotNull();
      assertThat(outcome.error.getAttempts()).isZero();
      assertThat(outcome.isInterrupted).isTrue();
      assertThat(server.requests()).isEmpty();
    }
  }

  /** The interrupt comes once the client has read the last byte, as an interceptor can arrange. */
  @Test
  void create_interruptedAfterTheLastByteWasRead_returnsTheResult() {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  okhttp3.Response response = chain.proceed(chain.request());
                  response.body().source().request(ROOM.length());
                  Thread.currentThread().interrupt();
                  return response;
                })
            .build();
    try (ScriptedServer server = ScriptedServer.responding(OK + ROOM);
        SignalWireRestClient client = server.client().httpClient(own).build()) {
      Outcome outcome = outcomeOf(() -> create(client));

      assertThat(outcome.error).isNull();
      assertThat(outcome.isInterrupted).isTrue();
    }
  }

  /** Longer than the watch waits between two looks. */
  @Test
  void create_interruptedAfterTheLastByteWasReadAndHeldUp_returnsTheResult() {
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  okhttp3.Response response = chain.proceed(chain.request());
                  response.body().source().request(ROOM.length());
                  Thread.currentThread().interrupt();
                  long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(250);
                  while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                  }
                  return response;
                })
            .build();
    try (ScriptedServer server = ScriptedServer.responding(OK + ROOM);
        SignalWireRestClient client = server.client().httpClient(own).build()) {
      Outcome outcome = outcomeOf(() -> create(client));

      assertThat(outcome.error).isNull();
      assertThat(outcome.isInterrupted).isTrue();
    }
  }

  /** Each room is either returned, or reported as possibly made; none is made twice. */
  @Test
  void create_interruptedAtRandomMoments_isAccountedForExactly() throws Exception {
    Random random = new Random(42);
    List<Outcome> outcomes = new ArrayList<>();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  Thread.sleep(number % 3);
                  ScriptedServer.send(socket, OK + ROOM);
                });
        SignalWireRestClient client = server.client().maxRetries(2).build()) {
      for (int each = 0; each < 50; each++) {
        CountDownLatch started = new CountDownLatch(1);
        int micros = random.nextInt(4_000);
        outcomes.add(
            interruptedAfter(
                started,
                micros,
                () -> {
                  started.countDown();
                  create(client);
                }));
      }

      long returned = outcomes.stream().filter(each -> each.error == null).count();
      long possible =
          outcomes.stream()
              .filter(each -> each.error != null)
              .filter(each -> ((SignalWireRestTransportError) each.error).mayHaveTakenEffect())
              .count();
      assertThat(outcomes).allMatch(each -> each.isInterrupted || each.error == null);
      assertThat((long) server.requests().size()).isBetween(returned, returned + possible);
    }
  }

  private static void create(SignalWireRestClient client) {
    client.video().rooms().create(room -> room.name("standup"));
  }

  private static Outcome interruptedAfter(CountDownLatch latch, Runnable call) throws Exception {
    return interruptedAfter(latch, 20_000, call);
  }

  /** Runs the call on a thread of its own, which has to end long before its timeouts. */
  private static Outcome interruptedAfter(CountDownLatch latch, int micros, Runnable call)
      throws Exception {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    Supplier<Outcome> work = () -> outcomeOf(call);
    Thread thread = new Thread(() -> outcome.complete(work.get()));
    thread.start();
    assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    TimeUnit.MICROSECONDS.sleep(micros);
    thread.interrupt();
    return outcome.get(Duration.ofSeconds(8).toMillis(), TimeUnit.MILLISECONDS);
  }

  private static Outcome outcomeOf(Runnable call) {
    try {
      call.run();
      return new Outcome(null, Thread.interrupted());
    } catch (SignalWireRestError e) {
      return new Outcome(e, Thread.interrupted());
    }
  }

  private record Outcome(SignalWireRestError error, boolean isInterrupted) {}
}
