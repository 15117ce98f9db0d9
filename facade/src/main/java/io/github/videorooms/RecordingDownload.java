package io.github.videorooms;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Downloads the file of a recording, in constant memory.
 *
 * <pre>{@code
 * VideoRoomRecordings recordings = client.video().roomRecordings();
 * RecordingDownload download = recordings.download(recordings.get(id));
 * download.saveTo(folder.resolve(download.getSuggestedFileName()));
 * }</pre>
 *
 * <p>A download that breaks off goes on where it was: after a failure of the connection, a silent
 * or failing server, or the expiry of the recording's URL, which is then requested anew. It starts
 * over if the server cannot continue, or has another file now. The size is checked against the
 * response and the recording.
 *
 * <p>Downloads use the proxy, DNS, TLS settings and connections of the client. They send no
 * credentials, follow no redirect, and do not run the interceptors, event listeners and {@link
 * CallListener}s of the client. The URL grants access to whoever has it; no message, cause or
 * {@code toString} shows its path, its query or a signature.
 *
 * <p>Not thread-safe; the methods that set something return this object.
 */
public final class RecordingDownload {
  private final Calls calls;
  private final RecordingFile file;
  private final Function<Calls, RecordingFile> renewal;

  Progress progress = (received, size) -> {};
  Duration readTimeout = Duration.ofSeconds(30);
  @Nullable Duration timeout;
  int maxRetries = 5;

  /**
   * Prepares a download. The generated resource class passes what it knows of the recording, so
   * that this class does not depend on what the API document has.
   *
   * @param renewal requests the recording again, with the calls that it is given
   */
  <T> RecordingDownload(
      Calls calls, T recording, Function<T, RecordingFile> file, Function<Calls, T> renewal) {
    this.calls = calls;
    this.file = file.apply(recording);
    this.renewal = bounded -> file.apply(renewal.apply(bounded));
  }

  /** Reports the progress of a download. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Called when a part of the file has arrived, each time a few KiB, on the thread of the
     * download; keep it fast. What it throws ends the download.
     *
     * @param received how many bytes there are by now; fewer than before if the download started
     *     over
     * @param size how many there will be, or -1 if that is not known
     */
    void onProgress(long received, long size);
  }

  /**
   * Sets what is called when a part of the file has arrived.
   *
   * @param progress replaces the one set before
   * @return this download
   */
  public RecordingDownload progress(Progress progress) {
    this.progress = requireNonNull(progress, "progress");
    return this;
  }

  /**
   * Sets how long the server may send nothing, before and during the file. The default is 30 s.
   *
   * @param timeout from 1 ms to 24 days
   * @return this download
   * @throws IllegalArgumentException if the timeout is out of range
   */
  public RecordingDownload readTimeout(Duration timeout) {
    this.readTimeout = CallOptions.checked(timeout);
    return this;
  }

  /**
   * Sets how long the download may take in total, retries included. There is no such bound by
   * default.
   *
   * @param timeout from 1 ms to 24 days
   * @return this download
   * @throws IllegalArgumentException if the timeout is out of range
   */
  public RecordingDownload timeout(Duration timeout) {
    this.timeout = CallOptions.checked(timeout);
    return this;
  }

  /**
   * Sets how many failures in a row are retried; the count starts over once a MiB has arrived that
   * is further on in the file than anything before. The default is 5.
   *
   * @param retries from 0 to 10
   * @return this download
   * @throws IllegalArgumentException if the number is out of range
   */
  public RecordingDownload maxRetries(int retries) {
    this.maxRetries = CallOptions.checkedRetries(retries);
    return this;
  }

  /**
   * Returns a file name: the recording's id, and the extension that goes with its MIME type.
   *
   * @return such as {@code 7d21e0b9-84c3-4f5a-9e16-c0a3b7d5f248.mp4}; letters, digits, {@code _},
   *     {@code -} and a dot
   */
  public String getSuggestedFileName() {
    return file.suggestedName();
  }

  /**
   * Downloads to a file, which is there only when it has the size that the recording or the
   * response tells or, if neither tells it, when the response has ended; a file that was there
   * before is replaced then, and a symbolic link is not followed.
   *
   * <p>Until then, the bytes are in a file beside it, whose name is that of the file, or a hash if
   * that is too long, followed by what identifies its content and {@code .part}. If the download
   * fails, or the program ends, that file remains if it can be continued; the next download to the
   * same file continues it, and leaves no such file once it is complete. Downloads to the same file
   * at the same time, in other processes too, do not disturb each other.
   *
   * @param file in a folder that exists
   * @throws IOException if the file cannot be written, such as on a full disk
   * @throws SignalWireRestError if the recording cannot be requested or downloaded: a status of the
   *     API or of the server that has the file; a {@link SignalWireRestTransportError} if the
   *     connection fails, a timeout is exceeded or the thread is interrupted; a {@link
   *     SignalWireRestDecodingError} if there is no file, or not the one that was promised
   */
  public void saveTo(Path file) throws IOException {
    try (PartFile part = PartFile.of(requireNonNull(file, "file"))) {
      transfer(part);
      part.complete();
    } catch (ClosedByInterruptException e) {
      throw new StorageExchange(calls, this.file, calls.transport.base, 0)
          .brokenOff(new InterruptedIOException("interrupted"));
    }
  }

  /**
   * Downloads to a stream, which is neither flushed nor closed. {@link
   * java.nio.channels.Channels#newOutputStream} makes one of a channel.
   *
   * <p>What was written cannot be taken back, so a download that would have to start over fails.
   *
   * @param out gets the file
   * @throws IOException if the stream throws it
   * @throws SignalWireRestError as {@link #saveTo} throws it
   */
  public void writeTo(OutputStream out) throws IOException {
    transfer(new OutputStreamTarget(requireNonNull(out, "out")));
  }

  private void transfer(DownloadTarget target) throws IOException {
    new RecordingTransfer(calls, this, file, renewal, target).run();
  }

  /** Returns the id of the recording, and no URL. */
  @Override
  public String toString() {
    return "RecordingDownload{" + file.id + "}";
  }
}
