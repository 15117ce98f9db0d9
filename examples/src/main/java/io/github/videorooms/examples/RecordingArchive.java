package io.github.videorooms.examples;

import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.VideoRoomRecordings;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.model.RoomRecordingStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Downloads all completed recordings into a folder; run again, it goes on where it was stopped.
 *
 * <p>The address of a recording is a secret that needs no credentials. So it is shown nowhere, and
 * downloads have an HTTP client of their own, which knows none.
 */
public final class RecordingArchive {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration TIME_TO_ANSWER = Duration.ofSeconds(30);
  private static final int BUFFER = 1 << 16;

  /** What became of a recording. */
  enum Outcome {
    DOWNLOADED,
    ALREADY_THERE,
    FAILED
  }

  /** Is told how it goes. */
  interface Progress {
    /**
     * A part of a recording has arrived.
     *
     * @param received how many bytes there are by now
     * @param size how many there will be, or null if nobody knows
     */
    void received(String id, long received, @Nullable Long size);

    /** A recording was left out; the others follow all the same. */
    void failed(String id, Exception reason);
  }

  private final VideoRoomRecordings recordings;
  private final HttpClient storage;
  private final Path folder;
  private final Progress progress;

  RecordingArchive(VideoRoomRecordings recordings, Path folder, Progress progress) {
    this.recordings = recordings;
    this.folder = folder;
    this.progress = progress;
    this.storage = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Path.of(arguments.length == 0 ? "recordings" : arguments[0]);
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      VideoRoomRecordings recordings = client.video().roomRecordings();
      System.out.println(new RecordingArchive(recordings, folder, new Console()).update());
    }
  }

  /**
   * Downloads what is not there yet.
   *
   * @return how many recordings there are of each outcome
   * @throws SignalWireRestError if the recordings cannot be listed
   * @throws IOException if the folder cannot be made
   */
  Map<Outcome, Integer> update() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    for (RoomRecording recording : recordings.list()) {
      if (RoomRecordingStatus.COMPLETED.equals(recording.getStatus())) {
        outcomes.merge(archive(recording), 1, Integer::sum);
      }
    }
    return outcomes;
  }

  private Outcome archive(RoomRecording recording) throws InterruptedException {
    try {
      Path file = fileOf(recording);
      if (isComplete(file, recording)) {
        return Outcome.ALREADY_THERE;
      }
      download(recording, file);
      return Outcome.DOWNLOADED;
    } catch (IOException | SignalWireRestError e) {
      progress.failed(recording.getId(), e);
      return Outcome.FAILED;
    }
  }

  private Path fileOf(RoomRecording recording) throws IOException {
    if (!PLAIN_NAME.matcher(recording.getId()).matches()) {
      throw new IOException("the id is no name for a file");
    }
    return folder.resolve(recording.getId() + ".mp4");
  }

  /** A file of unknown size is complete, since it was moved here when it was. */
  private static boolean isComplete(Path file, RoomRecording recording) throws IOException {
    Long size = recording.getSizeInBytes();
    return Files.exists(file) && (size == null || Files.size(file) == size);
  }

  private void download(RoomRecording recording, Path file)
      throws IOException, InterruptedException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (InputStream in = open(recording);
          OutputStream out = Files.newOutputStream(part)) {
        copy(in, out, recording);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void copy(InputStream in, OutputStream out, RoomRecording recording) throws IOException {
    Long size = recording.getSizeInBytes();
    byte[] buffer = new byte[BUFFER];
    long received = 0;
    for (int read; (read = in.read(buffer)) >= 0; ) {
      out.write(buffer, 0, read);
      received += read;
      if (size != null && received > size) {
        throw new IOException("the file has more than the " + size + " bytes it should have");
      }
      progress.received(recording.getId(), received, size);
    }
    if (size != null && received < size) {
      throw new IOException("the file ended after " + received + " of " + size + " bytes");
    }
  }

  /** Asks once for a fresh address: that of the list may have expired by now. */
  private InputStream open(RoomRecording recording) throws IOException, InterruptedException {
    HttpResponse<InputStream> response = get(recording);
    if (response.statusCode() / 100 == 4) {
      response.body().close();
      response = get(recordings.get(recording.getId()));
    }
    if (response.statusCode() != 200) {
      response.body().close();
      throw new IOException("the storage answered with status " + response.statusCode());
    }
    return response.body();
  }

  private HttpResponse<InputStream> get(RoomRecording recording)
      throws IOException, InterruptedException {
    return storage.send(
        HttpRequest.newBuilder(address(recording.getUri())).timeout(TIME_TO_ANSWER).build(),
        BodyHandlers.ofInputStream());
  }

  /** Does not say what is wrong with an address, which would show it. */
  private static URI address(@Nullable String uri) throws IOException {
    if (uri == null) {
      throw new IOException("the recording has no address");
    }
    try {
      URI address = new URI(uri);
      if (isHttps(address) || isOnThisMachine(address)) {
        return address;
      }
      throw new IOException("the address of the recording is none for HTTPS");
    } catch (URISyntaxException e) {
      throw new IOException("the address of the recording cannot be read");
    }
  }

  private static boolean isHttps(URI address) {
    return "https".equalsIgnoreCase(address.getScheme()) && address.getHost() != null;
  }

  private static boolean isOnThisMachine(URI address) {
    return "http".equalsIgnoreCase(address.getScheme())
        && address.getHost() != null
        && LOOPBACK.contains(address.getHost());
  }

  /** Shows in one line how far a recording has come. */
  private static final class Console implements Progress {
    private String shown = "";

    @Override
    public void received(String id, long received, @Nullable Long size) {
      String line =
          id + "  " + (size == null ? (received >> 20) + " MiB" : received * 100 / size + " %");
      if (!line.equals(shown)) {
        System.out.print("\r" + line + (size != null && received == size ? "\n" : ""));
        shown = line;
      }
    }

    @Override
    public void failed(String id, Exception reason) {
      System.out.println("\r" + id + "  " + reason.getMessage());
    }
  }
}
