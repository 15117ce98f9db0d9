package io.github.videorooms;

import io.github.videorooms.StorageExchange.BrokenOffException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Moves the file of a recording to a target: one request after another, each of which goes on where
 * the one before broke off.
 */
final class RecordingTransfer implements CallWatch.Watched {
  private static final int BUFFER = 1 << 16;

  /** An unknown size, as OkHttp reports it. */
  private static final long UNKNOWN = -1;

  /** What has to arrive before failures are no longer in a row. */
  private static final long PROGRESS = 1L << 20;

  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** How storages say that a signed URL has expired. */
  private static final Set<Integer> EXPIRED = Set.of(400, 401, 403, 404, 410);

  /** S3 stores {@code aws-chunked}, or an empty text, of uploads in chunks; neither is encoded. */
  private static final Pattern PLAIN_ENCODING =
      Pattern.compile("(?i)[\\s,]*+(?:(?:identity|aws-chunked)[\\s,]*+)*+");

  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  private final Calls calls;
  private final RecordingDownload settings;
  private final Function<Calls, RecordingFile> renewal;
  private final DownloadTarget target;
  private final OkHttpClient http;
  private final long start;
  private final Thread caller = Thread.currentThread();
  private final List<SignalWireRestError> earlier = new ArrayList<>();
  private final byte[] buffer = new byte[BUFFER];

  private RecordingFile file;
  private volatile @Nullable StorageExchange exchange;

  /** Identifies the version of the file that was requested last; null if the server does not. */
  private @Nullable String validator;

  private boolean startsOver;
  private boolean renewed;
  private int attempts;
  private int failuresInRow;

  /** The furthest position so far; what arrives once more is no progress. */
  private long lastProgress;

  RecordingTransfer(
      Calls calls,
      RecordingDownload settings,
      RecordingFile file,
      Function<Calls, RecordingFile> renewal,
      DownloadTarget target) {
    this.calls = calls;
    this.settings = settings;
    this.file = file;
    this.renewal = renewal;
    this.target = target;
    this.http = calls.transport.storageClient(settings.readTimeout);
    this.start = calls.timer.nanoTime();
    this.lastProgress = target.position;
  }

  /** Returns when the target has all of the file. */
  void run() throws IOException {
    if (calls.transport.isClosed()) {
      throw new IllegalStateException("the client is closed");
    }
    calls.transport.watch.add(this);
    try {
      Failure failure = attempt();
      while (failure != null) {
        recover(failure);
        earlier.add(failure.error);
        failure = attempt();
      }
    } finally {
      calls.transport.watch.remove(this);
    }
  }

  @Override
  public void endIfOver() {
    if (caller.isInterrupted() || left() <= 0) {
      end();
    }
  }

  @Override
  public void end() {
    StorageExchange current = exchange;
    if (current != null) {
      current.cancel();
    }
  }

  /** Makes one request; returns null once the target has all of the file. */
  private @Nullable Failure attempt() throws IOException {
    attempts++;
    StorageExchange current = new StorageExchange(calls, file, url(), attempts);
    exchange = current;
    if (caller.isInterrupted()) {
      return brokenOff(current, new InterruptedIOException());
    }
    if (calls.transport.isClosed()) {
      return brokenOff(current, new IOException("Canceled"));
    }
    long from = startsOver || !target.isResumable() ? 0 : target.position;
    Long left = settings.timeout == null ? null : left();
    try (Response response = current.send(http, from, validator, left)) {
      Failure refusal = refusal(current, response, from);
      return refusal == null ? receive(current, response) : refusal;
    } catch (BrokenOffException e) {
      return brokenOff(current, e.reason);
    } catch (ClosedByInterruptException e) {
      return brokenOff(current, e);
    }
  }

  /** Returns where the file is; an error does not say what is wrong with a URL, to not show it. */
  private HttpUrl url() {
    HttpUrl url = file.safeUrl(calls.transport.base);
    if (url == null) {
      StorageExchange none = new StorageExchange(calls, file, calls.transport.base, attempts);
      throw withEarlier(
          none.unusable(
              file.uri == null
                  ? "recording " + file.id + " has no URL; it gets one when it is completed"
                  : "the URL of recording " + file.id + " is not an HTTPS URL"));
    }
    return url;
  }

  /** Returns why a response is neither the file nor the rest of it; null if it is one of them. */
  private @Nullable Failure refusal(StorageExchange current, Response response, long from) {
    int status = response.code();
    boolean isRange = status == PARTIAL_CONTENT;
    if (status == RANGE_NOT_SATISFIABLE && from > 0) {
      return mustStartOver(current.refused(response));
    }
    if (status != 200 && !isRange) {
      return refused(current, response);
    }
    String encodings = String.join(",", response.headers("Content-Encoding"));
    if (!PLAIN_ENCODING.matcher(encodings).matches()) {
      return Failure.last(
          current.wrong("the file is compressed, although the request excluded that"));
    }
    long size = sizeOf(response);
    boolean tellsEnd = size != UNKNOWN || file.size != null;
    if (isRange && !(isRest(response, from) && tellsEnd)) {
      return mustStartOver(
          current.wrong("the server sent another part of the file than the one requested"));
    }
    if (size != UNKNOWN && file.size != null && size != file.size) {
      return Failure.last(
          current.wrong("the file has " + size + " bytes, where the recording has " + file.size));
    }
    if (!isRange && !target.canStartOver()) {
      return Failure.last(
          current.wrong(
              "the server sends the file from the beginning again, and a stream cannot take back what"
                  + " was written; saveTo(Path) can start over"));
    }
    return null;
  }

  private Failure refused(StorageExchange current, Response response) {
    SignalWireRestError error = current.refused(response);
    AttemptFailure kind = AttemptFailure.ofStatus(response.code(), error.getRetryAfter());
    if (EXPIRED.contains(response.code())) {
      return new Failure(error, Remedy.RENEW, kind);
    }
    boolean mayHelp = calls.policy.isRetryable("GET", kind);
    return new Failure(error, mayHelp ? Remedy.RETRY : Remedy.NONE, kind);
  }

  private static Failure mustStartOver(SignalWireRestError error) {
    return new Failure(error, Remedy.START_OVER, AttemptFailure.ofStatus(0, null));
  }

  private Failure brokenOff(StorageExchange current, IOException reason) {
    IOException cause =
        caller.isInterrupted()
            ? new InterruptedIOException("interrupted")
            : left() <= 0
                ? new SocketTimeoutException("the file did not arrive within " + settings.timeout)
                : reason;
    AttemptFailure kind = AttemptFailure.ofException(reason, true);
    boolean mayHelp = calls.policy.isRetryable("GET", kind);
    return new Failure(current.brokenOff(cause), mayHelp ? Remedy.RETRY : Remedy.NONE, kind);
  }

  private boolean isRest(Response response, long from) {
    Matcher range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
    return from > 0
        && range.matches()
        && Long.parseLong(range.group(1)) == from
        && target.isOf(validatorOf(response));
  }

  /** Returns the size of the whole file, if the response tells it. */
  private static long sizeOf(Response response) {
    if (response.code() != PARTIAL_CONTENT) {
      return response.body().contentLength();
    }
    Matcher range = CONTENT_RANGE.matcher(response.header("Content-Range", ""));
    return range.matches() && !range.group(2).equals("*")
        ? Long.parseLong(range.group(2))
        : UNKNOWN;
  }

  /**
   * Returns what identifies the version of a file: a strong {@code ETag} or, to the second, when it
   * was modified.
   */
  private static @Nullable String validatorOf(Response response) {
    String tag = response.header("ETag");
    return tag != null && tag.startsWith("\"") ? tag : response.header("Last-Modified");
  }

  private @Nullable Failure receive(StorageExchange current, Response response)
      throws IOException, BrokenOffException {
    validator = validatorOf(response);
    startsOver = false;
    if (response.code() != PARTIAL_CONTENT) {
      target.start(validator);
    }
    long reported = sizeOf(response);
    long size = reported == UNKNOWN && file.size != null ? file.size : reported;
    InputStream in = response.body().byteStream();
    for (int read; (read = read(in, size)) != -1; ) {
      if (size != UNKNOWN && target.position + read > size) {
        return Failure.last(
            current.wrong("the file has more than the promised " + size + " bytes"));
      }
      target.write(buffer, read);
      if (target.position - lastProgress >= PROGRESS) {
        failuresInRow = 0;
        earlier.clear();
        renewed = false;
        lastProgress = target.position;
      }
      settings.progress.onProgress(target.position, size);
    }
    if (target.position < size) {
      throw new BrokenOffException(
          new EOFException("the file ended after " + target.position + " of " + size + " bytes"));
    }
    return null;
  }

  /** Returns how many bytes were read, or -1 at the end. */
  private int read(InputStream in, long size) throws BrokenOffException {
    ReadLimitSocketFactory.allowMore();
    try {
      return in.read(buffer);
    } catch (IOException e) {
      if (target.position == size) {
        return -1; // What is missing is not of the file.
      }
      throw new BrokenOffException(e);
    }
  }

  /** Prepares another attempt; throws the error if there is not to be one. */
  private void recover(Failure failure) {
    // The next request has no range that could be refused, so that this is no loop.
    boolean isFree = failure.remedy == Remedy.START_OVER && !startsOver;
    startsOver |= failure.remedy == Remedy.START_OVER;
    boolean canGoOn = target.canStartOver() || (target.isResumable() && !startsOver);
    if (failure.remedy == Remedy.NONE
        || !canGoOn
        || caller.isInterrupted()
        || calls.transport.isClosed()) {
      throw withEarlier(failure.error);
    }
    if (failure.remedy == Remedy.RENEW) {
      renew(failure.error);
    } else if (!isFree) {
      pause(failure);
    }
  }

  private void renew(SignalWireRestError error) {
    if (renewed) {
      throw withEarlier(error);
    }
    renewed = true;
    CallOptions bounded = calls.options.copy();
    long nanos = Math.max(1_000_000, Math.min(left(), bounded.callTimeout.toNanos()));
    bounded.callTimeout(Duration.ofNanos(nanos));
    try {
      file = renewal.apply(calls.with(bounded));
    } catch (SignalWireRestError e) {
      e.addSuppressed(error);
      throw withEarlier(e);
    } catch (IllegalStateException | IllegalArgumentException e) {
      // The client is closed, or the recording has no id, or one that cannot be requested.
      error.addSuppressed(e);
      throw withEarlier(error);
    }
  }

  private void pause(Failure failure) {
    failuresInRow++;
    Duration delay = calls.policy.delayBefore(failuresInRow, failure.kind);
    if (failuresInRow > settings.maxRetries || delay == null || delay.toNanos() >= left()) {
      throw withEarlier(failure.error);
    }
    try {
      calls.transport.untilClosed(calls.timer.after(delay)).get();
    } catch (InterruptedException e) {
      caller.interrupt();
      throw withEarlier(failure.error);
    } catch (ExecutionException e) {
      throw new AssertionError("a delay does not fail", e);
    }
    if (calls.transport.isClosed()) {
      throw withEarlier(failure.error);
    }
  }

  private SignalWireRestError withEarlier(SignalWireRestError error) {
    earlier.forEach(error::addSuppressed);
    return error;
  }

  /** Returns how many nanoseconds are left of the timeout. */
  private long left() {
    Duration timeout = settings.timeout;
    return timeout == null ? Long.MAX_VALUE : timeout.toNanos() - (calls.timer.nanoTime() - start);
  }

  /** What may help after a failure. */
  private enum Remedy {
    /** To go on where it was. */
    RETRY,
    /** To begin with the first byte. */
    START_OVER,
    /** To get another URL. */
    RENEW,
    NONE
  }

  private static final class Failure {
    final SignalWireRestError error;
    final Remedy remedy;
    final AttemptFailure kind;

    Failure(SignalWireRestError error, Remedy remedy, AttemptFailure kind) {
      this.error = error;
      this.remedy = remedy;
      this.kind = kind;
    }

    static Failure last(SignalWireRestError error) {
      return new Failure(error, Remedy.NONE, AttemptFailure.FINAL);
    }
  }
}
