package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a {@link ScriptedStorage} into a folder. */
@Timeout(60)
abstract class DownloadTest {
  static final int SIZE = 200_000;

  @TempDir Path folder;

  final ScriptedStorage storage = new ScriptedStorage(SIZE);
  SignalWireRestClient client;
  Path file;

  @BeforeEach
  void connect() {
    client = storage.server.client().build();
    file = folder.resolve("standup.mp4");
  }

  @AfterEach
  void close() {
    client.close();
    storage.close();
  }

  RecordingDownload download() {
    return download(client);
  }

  RecordingDownload download(SignalWireRestClient client) {
    VideoRoomRecordings recordings = client.video().roomRecordings();
    return recordings.download(recordings.get(ScriptedStorage.ID));
  }

  List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(each -> each.getFileName().toString()).collect(Collectors.toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  interface Action {
    void run() throws IOException;
  }

  static SignalWireRestError failure(Action action) {
    SignalWireRestError error = catchThrowableOfType(SignalWireRestError.class, action::run);
    assertThat(error).as("the download failed").isNotNull();
    return error;
  }
}
