package io.github.videorooms.examples;

import io.github.videorooms.RecordingDownload;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRoomRecordings;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.RoomRecordingStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Downloads all completed recordings that are not in a folder yet with their complete size; a later
 * run continues where an earlier one stopped. Several runs can share a folder.
 *
 * <p>It exits with 0 if all recordings are in the folder, and with 1 if one is missing or standard
 * output cannot be written.
 */
public final class RecordingArchive {
  private final VideoRoomRecordings recordings;
  private final Path folder;

  RecordingArchive(VideoRoomRecordings recordings, Path folder) {
    this.recordings = recordings;
    this.folder = folder;
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments.length == 0 ? "recordings" : arguments[0]);
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      int failed = new RecordingArchive(client.video().roomRecordings(), folder).update();
      boolean isUnwritten = System.out.checkError();
      if (isUnwritten) {
        System.err.println("Standard output cannot be written.");
      }
      System.exit(failed > 0 || isUnwritten ? 1 : 0);
    } catch (IOException | SignalWireRestError e) {
      System.err.println("Stopped: " + e);
      System.exit(1);
    }
  }

  /**
   * Downloads the recordings that are not in the folder yet.
   *
   * @return how many recordings could not be downloaded
   * @throws SignalWireRestError if the recordings cannot be listed
   * @throws IOException if the folder cannot be created
   */
  int update() throws IOException {
    Files.createDirectories(folder);
    int failed = 0;
    for (RoomRecording recording : recordings.list()) {
      if (RoomRecordingStatus.COMPLETED.equals(recording.getStatus()) && !download(recording)) {
        failed++;
      }
    }
    return failed;
  }

  /** Returns false if the download failed; the others are still downloaded. */
  private boolean download(RoomRecording recording) {
    try {
      RecordingDownload download = recordings.download(recording);
      Path file = folder.resolve(download.getSuggestedFileName());
      if (!isComplete(file, recording.getSizeInBytes())) {
        download.saveTo(file);
        System.out.println(file);
      }
      return true;
    } catch (IOException | SignalWireRestError | IllegalStateException e) {
      // An IllegalStateException means that the recording has no id.
      System.err.println(recording + ": " + e);
      return false;
    }
  }

  private static boolean isComplete(Path file, @Nullable Long size) throws IOException {
    return Files.isRegularFile(file) && (size == null || Files.size(file) == size);
  }
}
