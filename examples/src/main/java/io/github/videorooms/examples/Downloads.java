package io.github.videorooms.examples;

import io.github.videorooms.RecordingDownload;
import io.github.videorooms.VideoRoomRecordings;
import io.github.videorooms.model.RoomRecording;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;

/** The downloads in the docs. */
final class Downloads {
  private Downloads() {}

  static Path toFolder(VideoRoomRecordings recordings, String id, Path folder) throws IOException {
    RecordingDownload download = recordings.download(recordings.get(id));
    Path file = folder.resolve(download.getSuggestedFileName());
    download.saveTo(file);
    return file;
  }

  static void watched(
      VideoRoomRecordings recordings,
      RoomRecording recording,
      RecordingDownload.Progress progressBar,
      OutputStream out)
      throws IOException {
    recordings
        .download(recording)
        .progress(progressBar) // (received, size) -> …
        .readTimeout(Duration.ofSeconds(10))
        .timeout(Duration.ofHours(1))
        .writeTo(out);
  }
}
