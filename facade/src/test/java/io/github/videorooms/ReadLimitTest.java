package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadLimitTest {
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  /** Where nothing bounds it, OkHttp keeps the line until the time is up. */
  @ParameterizedTest
  @EnumSource
  void get_endlessChunkHeader_failsLongBeforeTheDeadline(CallStyle style) {
    AtomicLong sent = new AtomicLong();
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(socket, CHUNKED + "1;");
                  while (true) {
                    sent.addAndGet(8_192);
                    ScriptedServer.send(socket, "a".repeat(8_192));
                  }
                });
        SignalWireRestClient client = server.client().callTimeout(Duration.ofHours(1)).build()) {
      VideoRooms rooms = client.video().rooms();

      SignalWireRestTransportError error =
          catchThrowableOfType(
              SignalWireRestTransportError.class,
              () -> style.call(() -> rooms.get("a"), () -> rooms.getAsync("a")));

      assertThat(error).hasMessageEndingWith("the response has a part that does not end");
      assertThat(sent).hasValueGreaterThanOrEqualTo(1 << 20);
    }
  }

  /** More in all than a single part may have. */
  @ParameterizedTest
  @EnumSource
  void get_manyChunks_areReadCompletely(CallStyle style) {
    String chunks =
        String.join("", Collections.nCopies(2_000, "400;a=b\r\n" + " ".repeat(1_024) + "\r\n"));
    String room = "{\"name\":\"standup\"}";
    try (ScriptedServer server =
            ScriptedServer.responding(CHUNKED + chunks + "12\r\n" + room + "\r\n0\r\n\r\n");
        SignalWireRestClient client = server.client().build()) {
      VideoRooms rooms = client.video().rooms();

      assertThat(style.call(() -> rooms.get("a"), () -> rooms.getAsync("a")).getName())
          .isEqualTo("standup");
    }
  }

  /** A bound of errors that is set higher than that of a part holds. */
  @Test
  void get_longErrorInManyChunks_isReadUpToItsOwnLimit() {
    String body = "a".repeat(3 << 20);
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 500 X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        SignalWireRestClient client =
            server.client().options(options -> options.maxErrorBytes(2 << 20)).build()) {
      SignalWireRestError error =
          catchThrowableOfType(SignalWireRestError.class, () -> client.video().rooms().get("a"));

      assertThat(error.getBody()).hasSize(2 << 20);
    }
  }

  /** Heads alone, on one thread. */
  @Test
  void delete_manyLongHeaders_areAllRead() {
    String head = "HTTP/1.1 204 X\r\nA: " + "a".repeat(100_000) + "\r\n\r\n";
    try (ScriptedServer server = ScriptedServer.responding(head);
        SignalWireRestClient client = server.client().build()) {
      for (int call = 0; call < 15; call++) {
        client.video().rooms().delete("a");
      }

      assertThat(server.requests()).hasSize(15);
    }
  }
}
