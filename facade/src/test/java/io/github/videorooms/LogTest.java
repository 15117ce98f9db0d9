package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code System.Logger} gets, which writes through {@code java.util.logging} by default. */
class LogTest {
  private static final Logger LOGGER = Logger.getLogger("io.github.videorooms");

  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler = handler(records::add);
  private Level before;

  @BeforeEach
  void listen() {
    before = LOGGER.getLevel();
    LOGGER.addHandler(handler);
    LOGGER.setLevel(Level.FINE);
  }

  @AfterEach
  void stopListening() {
    LOGGER.removeHandler(handler);
    LOGGER.setLevel(before);
  }

  @ParameterizedTest
  @EnumSource
  void get_threeAttempts_areLoggedOnceEachWithoutTheId(CallStyle style) {
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) ->
                    ScriptedServer.send(
                        socket,
                        number < 3
                            ? "HTTP/1.1 503 X\r\nX-Request-Id: r-"
                                + number
                                + "\r\nContent-Length: 0\r\n\r\n"
                            : "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"name\":\"ab\"}"));
        SignalWireRestClient client =
            server.client().maxRetries(2).timer(new FakeTimer(), () -> 0.5).build()) {
      VideoRooms rooms = client.video().rooms();

      style.call(() -> rooms.get("my-id"), () -> rooms.getAsync("my-id"));
    }

    assertThat(records).extracting(LogRecord::getLevel).containsOnly(Level.FINE);
    assertThat(texts())
        .containsExactly(
            "GET /api/video/rooms/{id}: attempt 1, status 503, 0 ms, request id r-1",
            "GET /api/video/rooms/{id}: attempt 2, status 503, 0 ms, request id r-2",
            "GET /api/video/rooms/{id}: attempt 3, status 200, 0 ms, request id null");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rforged", "a\u001b[2Kforged", "a\u0007forged", "a\u0085forged"})
  void get_controlCharactersInTheRequestId_areLoggedAsSpaces(String id) {
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 200 OK\r\nX-Request-Id: "
                    + id
                    + "\r\nContent-Length: 13\r\n\r\n{\"name\":\"ab\"}");
        SignalWireRestClient client = server.client().build()) {
      client.video().rooms().get("my-id");
    }

    assertThat(texts()).singleElement(STRING).doesNotContainPattern("[\\p{Cntrl}\\x85]");
  }

  @ParameterizedTest
  @EnumSource
  void get_levelInProduction_logsNothing(CallStyle style) {
    LOGGER.setLevel(Level.INFO);
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"name\":\"ab\"}");
        SignalWireRestClient client = server.client().build()) {
      VideoRooms rooms = client.video().rooms();

      style.call(() -> rooms.get("my-id"), () -> rooms.getAsync("my-id"));
    }

    assertThat(records).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void listener_throws_logsAWarningWithTheException(CallStyle style) {
    LOGGER.setLevel(Level.INFO);
    RuntimeException broken = new IllegalStateException("broken listener");

    assertThat(requestsWith(broken, style)).isEqualTo(1);
    assertThat(records).extracting(LogRecord::getLevel).containsExactly(Level.WARNING);
    assertThat(records).extracting(LogRecord::getThrown).containsExactly(broken);
  }

  /** As one on a full disk does. */
  @ParameterizedTest
  @EnumSource
  void get_logBackendThrows_doesNotAffectTheCall(CallStyle style) {
    Handler broken =
        handler(
            record -> {
              throw new IllegalStateException("the disk is full");
            });
    LOGGER.addHandler(broken);
    try {
      assertThat(requestsWith(new IllegalStateException("broken listener"), style)).isEqualTo(1);
    } finally {
      LOGGER.removeHandler(broken);
    }
  }

  /** Makes a call whose listener throws, and returns how many requests it made. */
  private static int requestsWith(RuntimeException broken, CallStyle style) {
    try (ScriptedServer server =
            ScriptedServer.responding(
                "HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\n{\"name\":\"ab\"}");
        SignalWireRestClient client =
            server
                .client()
                .listener(
                    attempt -> {
                      throw broken;
                    })
                .build()) {
      VideoRooms rooms = client.video().rooms();

      style.call(() -> rooms.get("my-id"), () -> rooms.getAsync("my-id"));

      return server.requests().size();
    }
  }

  private static Handler handler(Consumer<LogRecord> target) {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        target.accept(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  private List<String> texts() {
    SimpleFormatter formatter = new SimpleFormatter();
    return records.stream().map(formatter::formatMessage).collect(Collectors.toList());
  }
}
