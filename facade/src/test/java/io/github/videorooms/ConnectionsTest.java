package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
  private static final int AT_A_TIME = 64;

  /** The server responds to none before all have arrived, so that each needs a connection. */
  @Test
  void getAsync_asManyAsRunConcurrently_reuseTheConnections() {
    CyclicBarrier all = new CyclicBarrier(AT_A_TIME);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  meet(all);
                  ScriptedServer.send(socket, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
                });
        SignalWireRestClient client = server.client().build()) {
      callAll(client);
      callAll(client);

      assertThat(server.connections()).isEqualTo(AT_A_TIME);
    }
  }

  private static void callAll(SignalWireRestClient client) {
    List<CompletableFuture<?>> calls =
        IntStream.range(0, AT_A_TIME)
            .mapToObj(number -> client.video().rooms().getAsync("a"))
            .collect(Collectors.toList());
    calls.forEach(CompletableFuture::join);
  }

  private static void meet(CyclicBarrier all) {
    try {
      all.await(1, TimeUnit.MINUTES);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
