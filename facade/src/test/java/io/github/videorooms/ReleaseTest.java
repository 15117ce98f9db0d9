package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
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
  void call_hasEnded_isReleased(CallStyle style, int status) throws InterruptedException {
    List<WeakReference<okhttp3.Call>> calls = new CopyOnWriteArrayList<>();
    EventListener.Factory remembering =
        call -> {
          calls.add(new WeakReference<>(call));
          return EventListener.NONE;
        };
    try (ScriptedServer server = ScriptedServer.responding(String.format(ROOM, status));
        SignalWireRestClient client =
            server
                .client()
                .callTimeout(Duration.ofHours(1))
                .http(http -> http.eventListenerFactory(remembering))
                .build()) {
      VideoRooms rooms = client.video().rooms();
      for (int call = 0; call < 3; call++) {
        try {
          style.call(() -> rooms.get("x"), () -> rooms.getAsync("x"));
        } catch (SignalWireRestError e) {
          assertThat(e.getStatusCode()).isEqualTo(status);
        }
      }

      assertThat(calls).hasSize(3);
      assertReleased(calls);
    }
  }

  @Test
  void download_hasEnded_isReleased() throws Exception {
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
    recordings.download(recordings.get(ScriptedStorage.ID)).progress(progress).to(out);
    return new WeakReference<>(progress);
  }

  private static void assertReleased(List<? extends WeakReference<?>> references)
      throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (references.stream().anyMatch(each -> each.get() != null)) {
      assertThat(System.nanoTime()).as("still referenced").isLessThan(end);
      System.gc();
      Thread.sleep(10);
    }
  }
}
