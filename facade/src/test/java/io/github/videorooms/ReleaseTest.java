package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.EventListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client that lives as long as its application does not keep the calls that have ended. */
class ReleaseTest {
  private static final String ROOM =
      "HTTP/1.1 %d X\r\nContent-Length: 27\r\n\r\n{\"id\":\"x\",\"name\":\"standup\"}";

  @ParameterizedTest
  @CsvSource({"SYNC, 200", "ASYNC, 200", "SYNC, 404", "ASYNC, 404"})
  void call_afterItsEnd_isReleased(CallStyle style, int status) {
    try (ScriptedServer server = ScriptedServer.responding(String.format(ROOM, status));
        SignalWireRestClient client = server.client().callTimeout(Duration.ofHours(1)).build()) {
      assertReleased(
          Stream.generate(() -> optionsOfACall(client, style, status))
              .limit(3)
              .collect(Collectors.toList()));
    }
  }

  /** Not the call of OkHttp, one of which the watchdog of Okio may keep. */
  private static WeakReference<CallListener> optionsOfACall(
      SignalWireRestClient client, CallStyle style, int status) {
    List<CallAttempt> attempts = new CopyOnWriteArrayList<>();
    CallListener listener = attempts::add;
    VideoRooms rooms = client.withOptions(options -> options.listener(listener)).video().rooms();
    try {
      style.call(() -> rooms.get("x"), () -> rooms.getAsync("x"));
    } catch (SignalWireRestError e) {
      assertThat(e.getStatusCode()).isEqualTo(status);
    }
    assertThat(attempts).hasSize(1);
    return new WeakReference<>(listener);
  }

  /** It is larger than the client accepts, or no gzip; more of it could still come. */
  @ParameterizedTest
  @CsvSource({
    "SYNC, 'Content-Length: 60'",
    "ASYNC, 'Content-Length: 60'",
    "SYNC, 'Connection: close'",
    "ASYNC, 'Connection: close'",
    "SYNC, 'Content-Encoding: gzip'",
    "ASYNC, 'Content-Encoding: gzip'"
  })
  void call_responseCannotBeRead_releasesTheConnection(CallStyle style, String header)
      throws InterruptedException {
    CountDownLatch released = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    EventListener listener =
        new EventListener() {
          @Override
          public void connectionReleased(okhttp3.Call call, okhttp3.Connection connection) {
            released.countDown();
          }
        };
    String body = "x".repeat(60);
    try (ScriptedServer server =
            new ScriptedServer(
                (number, socket) -> {
                  ScriptedServer.send(
                      socket,
                      "HTTP/1.1 200 OK\r\n"
                          + header
                          + (header.contains("gzip") ? "\r\nContent-Length: 70" : "")
                          + "\r\n\r\n"
                          + body);
                  ForEachAsyncTest.await(ended);
                });
        SignalWireRestClient client =
            server.client().maxRetries(0).http(http -> http.eventListener(listener)).build()) {
      VideoRooms rooms =
          client.withOptions(options -> options.maxResponseBytes(50)).video().rooms();
      assertThatThrownBy(() -> style.call(() -> rooms.get("x"), () -> rooms.getAsync("x")))
          .isInstanceOf(SignalWireRestError.class);

      assertThat(released.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      ended.countDown();
    }
  }

  @Test
  void download_afterItsEnd_isReleased() throws Exception {
    try (ScriptedStorage storage = new ScriptedStorage(1_000);
        SignalWireRestClient client = storage.server.client().build()) {
      assertReleased(List.of(downloadOf(client)));
    }
  }

  private static WeakReference<RecordingDownload.Progress> downloadOf(SignalWireRestClient client)
      throws IOException {
    VideoRoomRecordings recordings = client.video().roomRecordings();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordingDownload.Progress progress = (received, size) -> out.size();
    recordings.download(recordings.get(ScriptedStorage.ID)).progress(progress).writeTo(out);
    return new WeakReference<>(progress);
  }

  static void assertReleased(List<? extends WeakReference<?>> references) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (references.stream().anyMatch(each -> each.get() != null)) {
      assertThat(System.nanoTime()).as("still referenced").isLessThan(end);
      System.gc();
      LockSupport.parkNanos(10_000_000);
    }
  }
}
