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
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Downloads all completed recordings into a folder; run again, it goes on where it was stopped.
 *
 * <p>It exits with 0 if all of them are there, and with 1 if one is missing; the reason is printed
 * on standard error. Several runs can share a folder.
 *
 * <p>The address of a recording is a secret that needs no credentials. So it is shown nowhere, and
 * downloads have an HTTP client of their own, which knows none.
 */
public final class RecordingArchive {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]+");
  private static final String UNFINISHED = ".part";

  /** The names that {@link #download} gives: other programs leave files with this ending too. */
  private static final Pattern UNFINISHED_NAME =
      Pattern.compile(
          PLAIN_NAME
              + "\\.[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\\.part");

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Duration ABANDONED = Duration.ofDays(1);
  private static final int BUFFER = 1 << 16;

  /** What became of a recording. */
  enum Outcome {
    DOWNLOADED,
    ALREADY_THERE,
    FAILED
  }

  /** Reports the progress. */
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
  private final OkHttpClient storage;
  private final Path folder;
  private final Progress progress;

  RecordingArchive(VideoRoomRecordings recordings, Path folder, Progress progress) {
    this(recordings, folder, progress, Duration.ofSeconds(30));
  }

  /** Takes for how long a storage may be silent, before and during a download. */
  RecordingArchive(
      VideoRoomRecordings recordings, Path folder, Progress progress, Duration silence) {
    this.recordings = recordings;
    this.folder = folder;
    this.progress = progress;
    this.storage =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofSeconds(10))
            .readTimeout(silence)
            .followRedirects(false)
            .build();
  }

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments.length == 0 ? "recordings" : arguments[0]);
    int status = run(folder);
    if (System.out.checkError()) {
      System.err.println("Standard output cannot be written.");
      status = 1;
    }
    System.exit(status);
  }

  private static int run(Path folder) {
    try (SignalWireRestClient client = SignalWireRestClient.fromEnv()) {
      VideoRoomRecordings recordings = client.video().roomRecordings();
      Map<Outcome, Integer> outcomes =
          new RecordingArchive(recordings, folder, new Console()).update();
      System.out.println(outcomes);
      return outcomes.containsKey(Outcome.FAILED) ? 1 : 0;
    } catch (IOException | SignalWireRestError e) {
      System.err.println("Stopped: " + reasonOf(e));
    } catch (InterruptedException e) {
      System.err.println("Interrupted.");
    }
    return 1;
  }

  /**
   * Downloads what is not there yet.
   *
   * @return how many recordings there are of each outcome
   * @throws SignalWireRestError if the recordings cannot be listed
   * @throws IOException if the folder cannot be made or read
   */
  Map<Outcome, Integer> update() throws IOException, InterruptedException {
    Files.createDirectories(folder);
    deleteAbandoned();
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
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
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

  /**
   * Whether a file was moved here when it was complete. A link is not followed, since nobody knows
   * who made it.
   */
  private static boolean isComplete(Path file, RoomRecording recording) throws IOException {
    Long size = recording.getSizeInBytes();
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && (size == null || Files.size(file) == size);
  }

  /**
   * Downloads under a name of this run's own, so that two runs never write to one file, and moves
   * the file once all of it is on the disk.
   */
  private void download(RoomRecording recording, Path file) throws IOException {
    Path part = folder.resolve(recording.getId() + "." + UUID.randomUUID() + UNFINISHED);
    try {
      try (FileChannel out =
          FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        try (InputStream in = open(recording)) {
          copy(in, Channels.newOutputStream(out), recording);
        }
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** Deletes what runs that were killed have left, and nothing that may be somebody else's. */
  private void deleteAbandoned() throws IOException {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder, RecordingArchive::hasUnfinishedName)) {
      for (Path part : parts) {
        deleteIfAbandoned(part);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
  }

  private static boolean hasUnfinishedName(Path file) {
    return UNFINISHED_NAME.matcher(file.getFileName().toString()).matches();
  }

  private static void deleteIfAbandoned(Path part) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(part, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Instant lastWritten = attributes.lastModifiedTime().toInstant();
      if (attributes.isRegularFile() && lastWritten.isBefore(Instant.now().minus(ABANDONED))) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // Another run has just finished or deleted it, or it is another user's: both are no reason
      // to download nothing.
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
  private InputStream open(RoomRecording recording) throws IOException {
    Response response = get(recording);
    if (response.code() / 100 == 4) {
      response.close();
      response = get(recordings.get(recording.getId()));
    }
    if (response.code() != 200) {
      response.close();
      throw new IOException("the storage responded with status " + response.code());
    }
    return response.body().byteStream();
  }

  private Response get(RoomRecording recording) throws IOException {
    return storage
        .newCall(new Request.Builder().url(address(recording.getUri())).build())
        .execute();
  }

  /** Does not say what is wrong with an address, which would show it. */
  private static HttpUrl address(@Nullable String uri) throws IOException {
    if (uri == null) {
      throw new IOException("the recording has no address");
    }
    try {
      URI address = new URI(uri);
      HttpUrl url = HttpUrl.get(address);
      if (url != null && (isHttps(address) || isOnThisMachine(address))) {
        return url;
      }
      throw new IOException("the URL of the recording is not an HTTPS URL");
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

  /** Adds what a file system's exception mostly says with its class alone. */
  private static String reasonOf(Exception failure) {
    if (failure instanceof FileSystemException
        && ((FileSystemException) failure).getReason() == null) {
      return failure.getMessage() + ": " + reasonIn((FileSystemException) failure);
    }
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private static String reasonIn(FileSystemException failure) {
    if (failure instanceof FileAlreadyExistsException) {
      return "exists, but is not a folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    return failure instanceof NoSuchFileException
        ? "no such file"
        : failure.getClass().getSimpleName();
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
      System.err.println("\r" + id + "  " + reasonOf(reason));
    }
  }
}
