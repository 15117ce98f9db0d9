package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.model.Room;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Synchronous calls on virtual threads, of which there may be many more than processors. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {
  private static final int CALLS = 1_000;
  private static final String ROOM =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
          + Examples.of("Room").toString().length()
          + "\r\n\r\n"
          + Examples.of("Room");

  private final ExecutorService threads = virtualThreads();

  @AfterEach
  void shutDown() {
    threads.shutdownNow();
  }

  /**
   * The server responds to nobody before all have asked. A call that pinned its carrier while it
   * waits would keep the others from asking: there are at most 256 carriers.
   */
  @Test
  void get_aThousandAtOnce_doNotPinTheirCarriers() throws Exception {
    CountDownLatch all = new CountDownLatch(CALLS);
    ScriptedServer.Script script =
        (number, socket) -> {
          all.countDown();
          all.await();
          ScriptedServer.send(socket, ROOM);
        };
    try (ScriptedServer server = new ScriptedServer(script, new LongQueue());
        SignalWireRestClient client = server.client().build()) {
      List<Future<Room>> calls = new ArrayList<>();
      for (int call = 0; call < CALLS; call++) {
        calls.add(threads.submit(() -> client.video().rooms().get("standup")));
      }

      for (Future<Room> call : calls) {
        assertThat(call.get(30, TimeUnit.SECONDS).getName()).isNotEmpty();
      }
    }
  }

  @Test
  void get_interrupted_failsAtOnceWithTheFlagSet() throws Exception {
    CountDownLatch received = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    CompletableFuture<SignalWireRestError> error = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    ScriptedServer.Script script =
        (number, socket) -> {
          received.countDown();
          over.await();
        };
    try (ScriptedServer server = new ScriptedServer(script);
        SignalWireRestClient client = server.client().maxRetries(2).build()) {
      Future<?> call =
          threads.submit(
              () -> {
                try {
                  client.video().rooms().get("standup");
                } catch (SignalWireRestError e) {
                  error.complete(e);
                }
                flag.complete(Thread.currentThread().isInterrupted());
              });
      assertThat(received.await(10, TimeUnit.SECONDS)).isTrue();
      call.cancel(true);

      assertThat(error.get(8, TimeUnit.SECONDS))
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("interrupted");
      assertThat(flag.get(8, TimeUnit.SECONDS)).isTrue();
      assertThat(server.requests()).hasSize(1);
    } finally {
      over.countDown();
    }
  }

  /** Found by reflection, since tests are compiled for 17. */
  private static ExecutorService virtualThreads() {
    try {
      return (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /** Makes sockets that have room for all connections at once. */
  private static final class LongQueue extends ServerSocketFactory {
    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
      return createServerSocket(port, CALLS);
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
      return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address)
        throws IOException {
      return new ServerSocket(port, CALLS, address);
    }
  }
}
