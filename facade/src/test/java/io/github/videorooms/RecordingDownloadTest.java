package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.ScriptedStorage.Reply;
import io.github.videorooms.model.RoomRecording;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingDownloadTest extends DownloadTest {
  private static final Duration SILENCE = Duration.ofMillis(300);

  @Test
  void saveTo_file_hasTheContentAndLeavesNoOtherFile() throws IOException {
    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
    assertThat(storage.downloads()).hasSize(1);
    assertThat(storage.lookups()).isEqualTo(1);
  }

  @Test
  void writeTo_stream_hasTheContentAndIsLeftOpen() throws IOException {
    AtomicBoolean closed = new AtomicBoolean();
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed.set(true);
          }
        };

    download().writeTo(out);

    assertThat(out.toByteArray()).isEqualTo(storage.content);
    assertThat(closed).isFalse();
  }

  @Test
  void saveTo_emptyFile_isCreated() throws IOException {
    storage.content = new byte[0];
    storage.size = 0L;

    download().saveTo(file);

    assertThat(file).isEmptyFile();
  }

  @Test
  void saveTo_existingFile_isReplaced() throws IOException {
    Files.writeString(file, "the one before");

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
  }

  // Faults that end, and what the next request asks for.

  static Stream<Arguments> faults() {
    Map<String, Function<ScriptedStorage, Reply>> faults = new TreeMap<>();
    Map<String, Long> continues = new TreeMap<>();
    for (int offset : new int[] {0, 1, 8_191, 8_192, 65_536, 131_071, SIZE - 1}) {
      faults.put("cut at " + offset, storage -> storage.cutAt(offset));
      continues.put("cut at " + offset, (long) offset);
    }
    faults.put("closed before a response", storage -> (socket, from) -> socket.close());
    faults.put(
        "reset before a response", storage -> (socket, from) -> ScriptedServer.reset(socket));
    faults.put(
        "stalls before a response", storage -> (socket, from) -> ScriptedStorage.pause(2_000));
    faults.put(
        "stalls in the file",
        storage ->
            (socket, from) -> {
              storage.sendWhole(socket, 70_000);
              ScriptedStorage.pause(2_000);
            });
    continues.put("stalls in the file", 70_000L);
    faults.put(
        "not HTTP",
        storage ->
            (socket, from) -> {
              ScriptedServer.send(socket, "nonsense\r\n\r\n");
              socket.close();
            });
    for (int status : new int[] {408, 500, 502, 503, 520}) {
      faults.put("status " + status, storage -> ScriptedStorage.status(status));
    }
    faults.put("throttled", storage -> ScriptedStorage.status(429, "Retry-After: 0"));
    faults.put("busy", storage -> ScriptedStorage.status(503, "Retry-After: 0"));
    return faults.entrySet().stream()
        .map(
            each ->
                Arguments.of(
                    each.getKey(), each.getValue(), continues.getOrDefault(each.getKey(), 0L)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void saveTo_oneFault_resumesWhereItStopped(
      String name, Function<ScriptedStorage, Reply> fault, long start) throws IOException {
    storage.on(1, fault.apply(storage));

    download().readTimeout(SILENCE).saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
    assertThat(storage.starts()).containsExactly(0L, start);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void writeTo_oneFault_resumesWhereItStopped(
      String name, Function<ScriptedStorage, Reply> fault, long start) throws IOException {
    storage.on(1, fault.apply(storage));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    download().readTimeout(SILENCE).writeTo(out);

    assertThat(out.toByteArray()).isEqualTo(storage.content);
    assertThat(storage.starts()).containsExactly(0L, start);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void saveTo_permanentFault_failsWithoutTheFile(
      String name, Function<ScriptedStorage, Reply> fault, long start) throws IOException {
    storage.always(fault.apply(storage));

    SignalWireRestError error =
        failure(() -> download().readTimeout(SILENCE).maxRetries(1).saveTo(file));

    assertThat(error.getAttempts()).isEqualTo(2);
    assertThat(error.getSuppressed()).hasSize(1);
    assertThat(file).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ETag: \"v1\"", "Last-Modified: Wed, 08 Apr 2026 15:48:30 GMT"})
  void saveTo_connectionBreaks_requestsTheSameVersion(String validator) throws IOException {
    storage.validator = validator;
    storage.on(1, storage.cutAt(100_000));

    download().saveTo(file);

    assertThat(storage.downloads().get(1))
        .contains("\r\nIf-Range: " + validator.replaceFirst(".*?: ", "") + "\r\n");
    assertThat(file).hasBinaryContent(storage.content);
  }

  /** More than there would be retries, if they were not in a row. */
  @Test
  void saveTo_interruptedAfterEachMebibyte_completes() throws IOException {
    storage.content = ScriptedStorage.random(4 << 20);
    storage.size = 4L << 20;
    for (int each = 1; each <= 3; each++) {
      storage.on(each, storage.cutAt(each << 20));
    }

    download().maxRetries(1).saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.downloads()).hasSize(4);
  }

  @Test
  void saveTo_failsAfterProgress_reportsOnlyTheFailuresSinceThen() {
    storage.content = ScriptedStorage.random(4 << 20);
    storage.size = 4L << 20;
    storage.always(ScriptedStorage.status(503, "Retry-After: 0"));
    storage.on(1, storage.cutAt(10));
    storage.on(2, storage.cutAt(2 << 20));

    SignalWireRestError error = failure(() -> download().maxRetries(1).saveTo(file));

    assertThat(error.getStatusCode()).isEqualTo(503);
    assertThat(error.getAttempts()).isEqualTo(3);
    assertThat(error.getSuppressed()).hasSize(1);
  }

  @Test
  void saveTo_firstRequest_requestsNoRange() throws IOException {
    download().saveTo(file);

    assertThat(storage.downloads().get(0)).doesNotContain("Range");
  }

  @Test
  void saveTo_startsOver_requestsNoRangeAndNoVersion() throws IOException {
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, ScriptedStorage.status(416));

    download().saveTo(file);

    assertThat(storage.downloads()).hasSize(3);
    assertThat(storage.downloads().get(2)).doesNotContain("Range");
  }

  @Test
  void saveTo_416WithoutARange_failsWithThatStatusAtOnce() {
    storage.always(ScriptedStorage.status(416));

    assertThat(failure(() -> download().saveTo(file)).getStatusCode()).isEqualTo(416);
    assertThat(storage.downloads()).hasSize(1);
  }

  /** It would be appended to what is there. */
  @Test
  void saveTo_partialResponseWhenStartingOver_isNotAppended() throws IOException {
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, ScriptedStorage.status(416));
    storage.on(3, (socket, from) -> storage.sendRest(socket, 0, SIZE));

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.starts()).containsExactly(0L, 100_000L, 0L, 0L);
  }

  @Test
  void saveTo_partialResponseWithoutARange_isRejected() {
    storage.always((socket, from) -> storage.sendRest(socket, 0, SIZE));

    assertThat(failure(() -> download().maxRetries(0).saveTo(file)))
        .hasMessageContaining("the server sent another part of the file");
    assertThat(files()).isEmpty();
  }

  /** The server leaves the size of the file open, as RFC 9110 allows. */
  @Test
  void writeTo_rangeOfUnknownSize_isAcceptedIfTheRecordingHasTheSize() throws IOException {
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, this::sendRestOfUnknownSize);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    download().writeTo(out);

    assertThat(out.toByteArray()).isEqualTo(storage.content);
    assertThat(storage.starts()).containsExactly(0L, 100_000L);
  }

  @Test
  void writeTo_rangeOfUnknownSize_isRejectedIfTheRecordingHasNoSize() {
    storage.size = null;
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, this::sendRestOfUnknownSize);

    assertThat(failure(() -> download().writeTo(new ByteArrayOutputStream())))
        .hasMessageContaining("the server sent another part of the file");
  }

  private void sendRestOfUnknownSize(Socket socket, long from) throws IOException {
    storage.head(
        socket,
        "206 Partial Content",
        "Content-Range: bytes " + from + "-" + (SIZE - 1) + "/*",
        "Content-Length: " + (SIZE - from));
    ScriptedStorage.send(socket, Arrays.copyOfRange(storage.content, (int) from, SIZE));
  }

  @Test
  void writeTo_storageStartsOver_failsWithTheReason() {
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, (socket, from) -> storage.sendWhole(socket, SIZE));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(failure(() -> download().writeTo(out)))
        .hasMessageContaining("the server sends the file from the beginning again");
    assertThat(out.size()).isEqualTo(100_000);
  }

  @Test
  void saveTo_contentOfAnEmptyRecording_isRejected() {
    storage.size = 0L;
    storage.on(1, storage.chunked(new byte[] {1}));

    assertThat(failure(() -> download().saveTo(file)))
        .hasMessageContaining("more than the promised 0 bytes");
  }

  @Test
  void saveTo_failsAndCannotBeResumed_leavesNoPart() {
    storage.validator = null;
    storage.always(storage.cutAt(100_000));

    failure(() -> download().maxRetries(0).saveTo(file));

    assertThat(files()).isEmpty();
  }

  @Test
  void saveTo_progressInterrupts_endsAndPreservesTheInterrupt() {
    SignalWireRestError error =
        failure(
            () ->
                download()
                    .progress((received, size) -> Thread.currentThread().interrupt())
                    .saveTo(file));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(error)
        .isInstanceOf(SignalWireRestTransportError.class)
        .hasMessageContaining("interrupted");
    assertThat(storage.downloads()).hasSize(1);
  }

  @Test
  void saveTo_bodyOfARejectionBreaksOff_isTheStatus() {
    storage.always(
        (socket, from) -> {
          storage.head(socket, "403 X", "Content-Length: 100");
          ScriptedServer.send(socket, "<Error>");
          socket.close();
        });

    SignalWireRestError error = failure(() -> download().saveTo(file));

    assertThat(error.getStatusCode()).isEqualTo(403);
    assertThat(error.getBody()).isNull();
  }

  /** What is known of the size is zero, which is a size. */
  @Test
  void saveTo_recordingIsEmptyAndTheFileIsNot_isRejected() {
    storage.size = 0L;
    storage.always(
        (socket, from) -> {
          storage.head(socket, "200 OK", "Connection: close");
          ScriptedServer.send(socket, "x");
          socket.close();
        });

    assertThat(failure(() -> download().saveTo(file)))
        .isInstanceOf(SignalWireRestDecodingError.class)
        .hasMessageContaining("more than the promised 0 bytes");
  }

  @Test
  void saveTo_storageRejects_errorHasTheBody() {
    String body = "<Error>AccessDenied</Error>";
    storage.always(
        (socket, from) ->
            ScriptedServer.send(
                socket, "HTTP/1.1 451 X\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));

    assertThat(failure(() -> download().saveTo(file)).getBody()).isEqualTo(body);
  }

  @Test
  void saveTo_interruptedBeforeAMebibyte_countsConsecutiveFailures() {
    for (int each = 1; each <= 9; each++) {
      storage.on(each, storage.cutAt(each * 10));
    }

    assertThat(failure(() -> download().maxRetries(2).saveTo(file)).getAttempts()).isEqualTo(3);
  }

  /** What arrives once more is no progress. */
  @Test
  void saveTo_interruptedAtTheSameMebibyte_countsConsecutiveFailures() {
    storage.content = ScriptedStorage.random(4 << 20);
    storage.size = 4L << 20;
    storage.validator = null;
    storage.always(storage.cutAt(2 << 20));

    assertThat(failure(() -> download().maxRetries(2).saveTo(file)).getAttempts()).isEqualTo(3);
  }

  @Test
  void saveTo_recordingHasALargerSize_fails() {
    storage.content = ScriptedStorage.random(2 << 20);
    storage.size = (2L << 20) + 1;
    storage.always(
        (socket, from) -> {
          if (from > 0) {
            ScriptedServer.send(socket, "HTTP/1.1 416 X\r\nContent-Length: 0\r\n\r\n");
            return;
          }
          storage.head(socket, "200 OK", "Connection: close");
          socket.getOutputStream().write(storage.content);
          socket.close();
        });

    assertThat(failure(() -> download().maxRetries(2).saveTo(file)))
        .hasMessageContaining("ended after 2097152 of 2097153 bytes");
  }

  @Test
  void saveTo_interruptedAfterTheLastByte_isComplete() throws IOException {
    storage.on(
        1,
        (socket, from) -> {
          storage.head(socket, "200 OK", "Transfer-Encoding: chunked");
          ScriptedServer.send(socket, Integer.toHexString(SIZE) + "\r\n");
          socket.getOutputStream().write(storage.content);
          ScriptedServer.send(socket, "\r\n");
          socket.close();
        });

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.downloads()).hasSize(1);
  }

  // Downloads that cannot be resumed.

  static Stream<Arguments> noContinuations() {
    Map<String, Function<ScriptedStorage, Reply>> replies = new TreeMap<>();
    replies.put("416", storage -> ScriptedStorage.status(416, "Content-Range: bytes */200000"));
    replies.put(
        "another range", storage -> (socket, from) -> storage.sendRest(socket, from - 1, SIZE));
    replies.put(
        "no Content-Range",
        storage ->
            (socket, from) -> storage.head(socket, "206 Partial Content", "Content-Length: 0"));
    replies.put(
        "unreadable Content-Range",
        storage ->
            (socket, from) ->
                storage.head(socket, "206 X", "Content-Range: bytes x-y/z", "Content-Length: 0"));
    replies.put(
        "another version",
        storage ->
            (socket, from) -> {
              storage.validator = "ETag: \"v2\"";
              storage.sendRest(socket, from, SIZE);
            });
    replies.put(
        "no version",
        storage ->
            (socket, from) -> {
              storage.validator = null;
              storage.sendRest(socket, from, SIZE);
            });
    return replies.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noContinuations")
  void saveTo_cannotBeResumed_startsOver(String name, Function<ScriptedStorage, Reply> reply)
      throws IOException {
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, reply.apply(storage));

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
    assertThat(storage.starts()).containsExactly(0L, 100_000L, 0L);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("noContinuations")
  void writeTo_cannotBeResumed_fails(String name, Function<ScriptedStorage, Reply> reply) {
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, reply.apply(storage));
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    failure(() -> download().writeTo(out));

    assertThat(out.toByteArray()).isEqualTo(Arrays.copyOf(storage.content, 100_000));
  }

  @Test
  void saveTo_versionChangesMidway_downloadsTheNewOne() throws IOException {
    storage.on(1, storage.cutAt(100_000));
    List<Long> progress = new ArrayList<>();

    download()
        .progress(
            (received, size) -> {
              progress.add(received);
              if (received == 100_000) {
                storage.content = Arrays.copyOf(ScriptedStorage.random(SIZE + 1), SIZE);
                storage.validator = "ETag: \"v2\"";
              }
            })
        .saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.starts()).containsExactly(0L, 100_000L);
    assertThat(progress)
        .contains(100_000L)
        .endsWith((long) SIZE)
        .isNotEqualTo(progress.stream().sorted().toList());
  }

  /** A part that an earlier download has left is no reason to fail. */
  @Test
  void saveTo_leftoverOfAnotherVersionAndNoRetries_startsOver() throws IOException {
    storage.on(1, storage.cutAt(100_000));
    failure(() -> download().maxRetries(0).saveTo(file));
    storage.content = Arrays.copyOf(ScriptedStorage.random(SIZE + 1), SIZE);
    storage.validator = "ETag: \"v2\"";

    download().maxRetries(0).saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
  }

  @Test
  void saveTo_storageDoesNotSupportRanges_startsOver() throws IOException {
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, (socket, from) -> storage.sendWhole(socket, SIZE));

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ETag: W/\"weak\""})
  void saveTo_storageSendsNoVersion_startsOver(String validator) throws IOException {
    storage.validator = validator.isEmpty() ? null : validator;
    storage.on(1, storage.cutAt(100_000));

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.starts()).containsExactly(0L, 0L);
  }

  @Test
  void writeTo_storageSendsNoVersion_failsWithTheReason() {
    storage.validator = null;
    storage.on(1, storage.cutAt(100_000));

    assertThat(failure(() -> download().writeTo(new ByteArrayOutputStream())))
        .isInstanceOf(SignalWireRestTransportError.class);
    assertThat(storage.downloads()).hasSize(1);
  }

  // Sizes.

  @ParameterizedTest
  @ValueSource(ints = {0, SIZE - 1, SIZE + 1})
  void saveTo_sizeDiffersFromTheRecording_isRejected(int size) {
    storage.content = ScriptedStorage.random(size);

    SignalWireRestError error = failure(() -> download().saveTo(file));

    assertThat(error)
        .isInstanceOf(SignalWireRestDecodingError.class)
        .hasMessageContaining("the file has " + size + " bytes, where the recording has " + SIZE);
    assertThat(error.mayHaveTakenEffect()).isFalse();
    assertThat(files()).isEmpty();
    assertThat(storage.downloads()).hasSize(1);
  }

  @Test
  void saveTo_moreThanDeclared_isRejected() {
    storage.on(1, storage.chunked(ScriptedStorage.random(SIZE + 1)));

    assertThat(failure(() -> download().saveTo(file)))
        .isInstanceOf(SignalWireRestDecodingError.class)
        .hasMessageContaining("more than the promised 200000 bytes");
    assertThat(file).doesNotExist();
  }

  @Test
  void saveTo_lessThanDeclared_isResumed() throws IOException {
    storage.on(1, storage.chunked(Arrays.copyOf(storage.content, SIZE - 1)));

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.starts()).containsExactly(0L, SIZE - 1L);
  }

  @Test
  void saveTo_unknownSize_acceptsWhatIsSent() throws IOException {
    storage.size = null;
    storage.on(1, storage.chunked(storage.content));
    List<Long> sizes = new ArrayList<>();

    download().progress((received, size) -> sizes.add(size)).saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(sizes).containsOnly(-1L);
  }

  @Test
  void saveTo_progress_increasesUpToTheSize() throws IOException {
    List<Long> progress = new ArrayList<>();
    List<Long> sizes = new ArrayList<>();

    download()
        .progress(
            (received, size) -> {
              progress.add(received);
              sizes.add(size);
            })
        .saveTo(file);

    assertThat(progress).isSorted().endsWith((long) SIZE).hasSizeGreaterThan(2);
    assertThat(sizes).containsOnly((long) SIZE);
  }

  @Test
  void saveTo_progressThrows_endsAndIsResumedLater() throws IOException {
    IllegalCallerException thrown = new IllegalCallerException("enough");

    assertThatThrownBy(
            () ->
                download()
                    .progress(
                        (received, size) -> {
                          throw thrown;
                        })
                    .saveTo(file))
        .isSameAs(thrown);

    download().saveTo(file);
    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.starts().get(1)).isPositive();
  }

  // The URL.

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410})
  void saveTo_urlHasExpired_isRenewed(int status) throws IOException {
    storage.on(1, ScriptedStorage.status(status));

    download().maxRetries(0).saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.lookups()).isEqualTo(2);
  }

  @Test
  void saveTo_urlExpiresMidway_resumesWithANewOne() throws IOException {
    storage.on(1, storage.cutAt(100_000));
    storage.on(2, ScriptedStorage.status(403));
    RecordingDownload download = download();
    storage.uri = storage.uri.replace("a.mp4", "b.mp4");

    download.saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.downloads())
        .extracting(head -> head.replaceFirst("(?s)\\?.*", ""))
        .containsExactly("GET /files/a.mp4", "GET /files/a.mp4", "GET /files/b.mp4");
    assertThat(storage.starts()).containsExactly(0L, 100_000L, 100_000L);
  }

  @Test
  void saveTo_newUrlIsRejectedToo_failsWithThatStatus() {
    storage.always(ScriptedStorage.status(403));

    SignalWireRestError error = failure(() -> download().saveTo(file));

    assertThat(error.isForbidden()).isTrue();
    assertThat(error)
        .hasMessage(
            "GET /*** (the file of recording "
                + ScriptedStorage.ID
                + ") returned 403 (after 2 attempts)");
    assertThat(storage.downloads()).hasSize(2);
  }

  /** The path, which is hidden, does not. */
  @Test
  void saveTo_anyFailure_namesTheRecording() {
    Map<Reply, String> replies = new LinkedHashMap<>();
    replies.put(ScriptedStorage.status(403), " returned 403");
    replies.put(storage.cutAt(100_000), " returned 200: unexpected end of stream");
    replies.put((socket, from) -> socket.close(), " got no response: unexpected end of stream");
    replies.put(
        (socket, from) -> storage.head(socket, "200 OK", "Content-Length: 5"),
        " returned 200: the response cannot be read: the file has 5 bytes");
    replies.forEach(
        (reply, outcome) -> {
          storage.always(reply);

          assertThat(
                  failure(() -> download().maxRetries(0).writeTo(OutputStream.nullOutputStream())))
              .hasMessageStartingWith(
                  "GET /*** (the file of recording " + ScriptedStorage.ID + ")" + outcome);
        });
  }

  @Test
  void saveTo_recordingWasDeleted_isNotFound() throws IOException {
    RecordingDownload download = download();
    storage.isDeleted = true;
    storage.on(1, ScriptedStorage.status(404));

    SignalWireRestError error = failure(() -> download.saveTo(file));

    assertThat(error.isNotFound()).isTrue();
    assertThat(error.getPath()).isEqualTo("/api/video/room_recordings/" + ScriptedStorage.ID);
    assertThat(error.getSuppressed()[0])
        .hasMessageContaining("the file of recording")
        .hasMessageContaining("404");
    assertThat(files()).isEmpty();
  }

  @Test
  void saveTo_newRecordingHasNoId_failsWithTheOriginalStatus() throws IOException {
    RecordingDownload download = download();
    storage.id = null;
    storage.on(1, ScriptedStorage.status(403));

    SignalWireRestError error = failure(() -> download.saveTo(file));

    assertThat(error.isForbidden()).isTrue();
    assertThat(error.getSuppressed()).singleElement().isInstanceOf(IllegalStateException.class);
  }

  /** Each id, as in JSON, is one that {@code get} rejects without sending a request. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "..", " x", "x ", "a\\nb", "a\\u0000", "a\\ud800", "\\ufeffx"})
  void saveTo_idCannotBeRequestedAgain_failsWithTheOriginalStatus(String id) {
    storage.id = id;
    storage.always(ScriptedStorage.status(403));

    SignalWireRestError error = failure(() -> download().saveTo(file));

    assertThat(error.isForbidden()).isTrue();
    assertThat(error.getSuppressed()).singleElement().isInstanceOf(IllegalArgumentException.class);
    assertThat(storage.lookups()).isEqualTo(1);
  }

  @Test
  void saveTo_noUrl_saysSo() {
    storage.uri = null;

    SignalWireRestError error = failure(() -> download().saveTo(file));

    assertThat(error)
        .isInstanceOf(SignalWireRestDecodingError.class)
        .hasMessage(
            "recording " + ScriptedStorage.ID + " has no URL; it gets one when it is completed");
    assertThat(error.getUrl()).isEqualTo("http://" + storage.server.host() + "/***");
    assertThat(error.getStatusCode()).as("nothing was requested").isZero();
    assertThat(error.getAttempts()).isZero();
    assertThat(error.mayHaveTakenEffect()).isFalse();
  }

  @Test
  void saveTo_newRecordingHasNoUrl_saysSoAndWhyItWasRequested() throws IOException {
    RecordingDownload download = download();
    storage.uri = null;
    storage.on(1, ScriptedStorage.status(403));

    SignalWireRestError error = failure(() -> download.saveTo(file));

    assertThat(error).hasMessageStartingWith("recording ").hasMessageContaining("has no URL");
    assertThat(error.getAttempts()).isEqualTo(1);
    assertThat(error.getSuppressed()).singleElement().asString().contains("403");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://storage.example.com/secret",
        "http://127.0.0.1.example.com/secret",
        "file:///etc/secret",
        "https:///secret",
        "no URL, secret",
        "secret",
        "https://[secret"
      })
  void saveTo_unsafeUrl_isNeitherRequestedNorShown(String uri) {
    storage.uri = uri;

    SignalWireRestError error = failure(() -> download().saveTo(file));

    assertThat(error)
        .hasMessage("the URL of recording " + ScriptedStorage.ID + " is not an HTTPS URL");
    assertThat(shown(error)).doesNotContain("secret");
  }

  /** What a space says is not to make the client read what only this machine can. */
  @Test
  void saveTo_loopbackUrlFromARemoteSpace_isRejected() {
    try (SignalWireRestClient elsewhere =
        storage.server.client().space("acme").http(http -> http.dns(Dns.SYSTEM)).build()) {
      RoomRecording recording = recording();

      assertThat(failure(() -> elsewhere.video().roomRecordings().download(recording).saveTo(file)))
          .hasMessageEndingWith("is not an HTTPS URL");
    }
    assertThat(storage.downloads()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void saveTo_redirect_isNotFollowedAndNotShown(int status) {
    try (ScriptedServer elsewhere = ScriptedServer.responding("HTTP/1.1 200 X\r\n\r\n")) {
      String address = "http://" + elsewhere.host() + "/b?key=moved-secret";
      storage.always(ScriptedStorage.status(status, "Location: " + address));

      SignalWireRestError error = failure(() -> download().saveTo(file));

      assertThat(error.getStatusCode()).isEqualTo(status);
      assertThat(shown(error)).doesNotContain("moved-secret");
      assertThat(elsewhere.requests()).isEmpty();
    }
    assertThat(storage.downloads()).hasSize(1);
  }

  @Test
  void saveTo_anyFailure_showsOnlyTheHostOfTheUrl() {
    for (Reply reply :
        List.<Reply>of(
            ScriptedStorage.status(403, "X-Url: " + storage.uri),
            ScriptedStorage.status(500, "X-Query: " + query()),
            (socket, from) -> {
              ScriptedServer.send(socket, storage.uri + "\r\n\r\n");
              socket.close();
            },
            (socket, from) ->
                ScriptedServer.send(
                    socket, "HTTP/1.1 200 X\r\nContent-Encoding: " + query() + "\r\n\r\n"),
            (socket, from) -> {
              storage.head(socket, "400 X", "Content-Length: " + storage.uri.length());
              ScriptedServer.send(socket, storage.uri);
            },
            (socket, from) -> {
              String body =
                  "{\"message\":\"" + PlantedSecrets.SIGNATURE + " is not that of /files/a.mp4\"}";
              storage.head(
                  socket,
                  "403 X",
                  "X-Path: /files/a.mp4",
                  "X-AttemptCredential: " + PlantedSecrets.SIGNATURE,
                  "Content-Length: " + body.length());
              ScriptedServer.send(socket, body);
            })) {
      storage.on(storage.downloads().size() + 1, reply);
      storage.on(storage.downloads().size() + 2, reply);

      SignalWireRestError error = failure(() -> download().maxRetries(0).saveTo(file));

      assertThat(shown(error))
          .contains(storage.server.host().replaceFirst(":.*", ""))
          .doesNotContain("a.mp4", "expires");
    }
    assertThat(download().toString()).isEqualTo("RecordingDownload{" + ScriptedStorage.ID + "}");
  }

  /** As storages send it that keep what an upload in chunks was encoded with. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "identity",
        "Identity",
        "aws-chunked",
        "aws-chunked, identity",
        ",",
        "aws-chunked\r\nContent-Encoding: identity"
      })
  void saveTo_encodingWithoutEffect_isAccepted(String encoding) throws IOException {
    storage.on(
        1,
        (socket, from) -> {
          storage.head(
              socket, "200 OK", "Content-Encoding: " + encoding, "Content-Length: " + SIZE);
          ScriptedStorage.send(socket, storage.content);
        });

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
  }

  @Test
  void saveTo_encodingWithThousandsOfNames_isAccepted() throws IOException {
    storage.on(
        1,
        (socket, from) -> {
          storage.head(
              socket,
              "200 OK",
              "Content-Encoding: " + "identity,".repeat(20_000),
              "Content-Length: " + SIZE);
          ScriptedStorage.send(socket, storage.content);
        });

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "aws-chunked,gzip",
        "br",
        "identity2",
        "gzip\r\nContent-Encoding: identity",
        "identity\r\nContent-Encoding: gzip",
        "br\r\ncontent-encoding:"
      })
  void saveTo_encodedFile_isRejected(String encoding) {
    storage.always(
        (socket, from) ->
            storage.head(socket, "200 OK", "Content-Encoding: " + encoding, "Content-Length: 9"));

    assertThat(failure(() -> download().saveTo(file)))
        .isInstanceOf(SignalWireRestDecodingError.class)
        .hasMessageContaining("compressed");
    assertThat(storage.downloads())
        .singleElement()
        .asString()
        .contains("Accept-Encoding: identity");
  }

  // What is sent.

  @Test
  void saveTo_clientsOwnHttp_sendsNoCredentialsAndRunsNoInterceptor() throws IOException {
    AtomicInteger intercepted = new AtomicInteger();
    OkHttpClient own =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  intercepted.incrementAndGet();
                  return chain.proceed(
                      chain.request().newBuilder().header("X-Gateway", "key").build());
                })
            .addNetworkInterceptor(
                chain -> {
                  intercepted.incrementAndGet();
                  return chain.proceed(chain.request());
                })
            .build();
    try (SignalWireRestClient client =
        storage
            .server
            .client()
            .options(o -> o.header("X-Custom", "value"))
            .httpClient(own)
            .build()) {
      RecordingDownload download = download(client);
      int before = intercepted.get();

      download.saveTo(file);

      assertThat(intercepted).hasValue(before);
    }
    assertThat(storage.downloads())
        .singleElement()
        .asString()
        .doesNotContain("Authorization", "X-Gateway", "X-Custom", "Cookie", Wire.TOKEN);
  }

  /** A storage is no proxy: OkHttp would send it the proxy's password. */
  @Test
  void saveTo_storageRespondsWith407_failsWithThatStatus() {
    storage.always(ScriptedStorage.status(407, "Proxy-Authenticate: Basic realm=\"x\""));
    try (SignalWireRestClient client =
        storage
            .server
            .client()
            .http(http -> http.proxyAuthenticator(Wire.PROXY_PASSWORD))
            .build()) {
      SignalWireRestError error = failure(() -> download(client).saveTo(file));

      assertThat(error.getStatusCode()).isEqualTo(407);
    }
    assertThat(storage.downloads())
        .singleElement()
        .asString()
        .doesNotContain("Proxy-Authorization");
  }

  @Test
  void saveTo_storageOnAnotherHost_isResolvedByTheClientsDns() {
    List<String> names = new ArrayList<>();
    try (SignalWireRestClient client =
        storage
            .server
            .client()
            .http(
                http ->
                    http.dns(
                        name -> {
                          names.add(name);
                          return Dns.SYSTEM.lookup("unknown.invalid");
                        }))
            .build()) {
      storage.uri = "https://storage.invalid/a";

      assertThat(failure(() -> download(client).maxRetries(0).saveTo(file)))
          .hasMessageContaining("unknown host storage.invalid");
    }
    assertThat(names).containsExactly("storage.invalid");
  }

  // What ends a download.

  @Test
  void saveTo_silence_isATimeout() {
    storage.always((socket, from) -> ScriptedStorage.pause(2_000));

    SignalWireRestError error =
        failure(() -> download().readTimeout(SILENCE).maxRetries(0).saveTo(file));

    assertThat(error.isTimeout()).isTrue();
  }

  @Test
  void saveTo_contentTrickles_endsAtTheTimeout() {
    storage.always(
        (socket, from) -> {
          storage.head(socket, "200 OK", "Content-Length: " + SIZE);
          for (byte each : storage.content) {
            socket.getOutputStream().write(each);
            ScriptedStorage.pause(20);
          }
        });
    long start = System.nanoTime();

    SignalWireRestError error =
        failure(() -> download().timeout(Duration.ofMillis(500)).saveTo(file));

    assertThat(error.isTimeout()).isTrue();
    assertThat(storage.downloads()).hasSize(1);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"before a response", "in the file", "in a delay"})
  void saveTo_interrupted_endsAndPreservesTheInterrupt(String moment) throws Exception {
    storage.always(
        (socket, from) -> {
          if (moment.equals("in the file")) {
            storage.sendWhole(socket, 1_000);
          }
          if (moment.equals("in a delay")) {
            ScriptedStorage.status(503, "Retry-After: 15").respond(socket, from);
          } else {
            ScriptedStorage.pause(15_000);
          }
        });
    RecordingDownload download = download();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                download.saveTo(file);
              } catch (Throwable e) {
                thrown.complete(e);
              }
              flag.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    while (storage.downloads().isEmpty()) {
      Thread.onSpinWait();
    }
    Thread.sleep(200);

    thread.interrupt();

    thread.join(5_000);
    assertThat(thrown.join()).isInstanceOf(SignalWireRestError.class);
    assertThat(flag.join()).isTrue();
    assertThat(storage.downloads()).hasSize(1);
  }

  @Test
  void saveTo_interruptedBefore_requestsNothing() {
    RecordingDownload download = download();
    Thread.currentThread().interrupt();
    try {
      assertThat(failure(() -> download.saveTo(file)))
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasMessageContaining("interrupted");
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(storage.downloads()).isEmpty();
  }

  @Test
  void close_ofTheClient_endsTheDownload() {
    storage.always((socket, from) -> ScriptedStorage.pause(10_000));
    RecordingDownload download = download();
    CompletableFuture.runAsync(
        () -> {
          while (storage.downloads().isEmpty()) {
            Thread.onSpinWait();
          }
          client.close();
        });

    assertThat(failure(() -> download.saveTo(file)))
        .isInstanceOf(SignalWireRestTransportError.class);
    assertThat(storage.downloads()).hasSize(1);
    assertThatIllegalStateException().isThrownBy(() -> download.saveTo(file));
  }

  @Test
  void close_ofTheClientDuringADelay_endsTheDownload() {
    storage.on(1, ScriptedStorage.status(503, "Retry-After: 15"));
    RecordingDownload download = download();
    CompletableFuture.runAsync(
            () -> {
              while (storage.downloads().isEmpty()) {
                Thread.onSpinWait();
              }
            })
        .thenRunAsync(client::close, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS));

    assertThat(failure(() -> download.saveTo(file)).getStatusCode()).isEqualTo(503);
    assertThat(storage.downloads()).hasSize(1);
  }

  // The disk.

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void writeTo_diskIsFull_isAnIOException() {
    assertThatThrownBy(
            () -> {
              try (OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
                download().writeTo(full);
              }
            })
        .isExactlyInstanceOf(IOException.class)
        .hasMessageContaining("No space left");
    assertThat(storage.downloads()).hasSize(1);
  }

  // Names and arguments.

  @ParameterizedTest
  @CsvSource({
    "id-1, video/mp4, id-1.mp4",
    "id-1, , id-1.mp4",
    "id-1, VIDEO/WebM; codecs=vp9, id-1.webm",
    "id-1, video/quicktime, id-1.mov",
    "id-1, video/x-matroska, id-1.mkv",
    "id-1, audio/mpeg, id-1.mp3",
    "id-1, audio/mp4, id-1.m4a",
    "id-1, application/octet-stream, id-1.bin",
    "id-1, video/../../etc, id-1.bin",
    "../../etc/passwd, video/mp4, ______etc_passwd.mp4",
    "a:b*c, video/mp4, a_b_c.mp4",
    "id-1., video/mp4, id-1_.mp4",
    "'id-1 ', video/mp4, id-1_.mp4",
    "con, video/mp4, con_.mp4",
    "NUL, video/mp4, NUL_.mp4",
    "Aux, , Aux_.mp4",
    "prn, audio/mpeg, prn_.mp3",
    "com1, video/mp4, com1_.mp4",
    "LPT0, video/mp4, LPT0_.mp4",
    "con.x, video/mp4, con_x.mp4",
    "console, video/mp4, console.mp4",
    "com10, video/mp4, com10.mp4",
    "x-con, video/mp4, x-con.mp4",
    "con_, video/mp4, con_.mp4"
  })
  void getSuggestedFileName_typeAndId_isAPlainName(String id, @Nullable String type, String name) {
    RoomRecording recording =
        RoomRecording.fromJson(
            "{\"id\":\"" + id + "\",\"format\":" + (type == null ? null : '"' + type + '"') + "}");

    assertThat(client.video().roomRecordings().download(recording).getSuggestedFileName())
        .isEqualTo(name);
  }

  @Test
  void settings_outOfRange_areRejected() {
    RecordingDownload download = download();

    assertThatThrownBy(() -> download.maxRetries(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> download.maxRetries(11)).hasMessageContaining("11");
    assertThatThrownBy(() -> download.timeout(Duration.ZERO)).hasMessageContaining("PT0S");
    assertThatThrownBy(() -> download.readTimeout(Duration.ofDays(25)))
        .hasMessageContaining("24 days");
    assertThatThrownBy(() -> download.progress(null)).hasMessage("progress");
    assertThatThrownBy(() -> download.saveTo(null)).hasMessage("file");
    assertThatThrownBy(() -> download.writeTo(null)).hasMessage("out");
    assertThatThrownBy(() -> client.video().roomRecordings().download(null))
        .hasMessage("recording");
  }

  private RoomRecording recording() {
    return client.video().roomRecordings().get(ScriptedStorage.ID);
  }

  private String query() {
    return storage.uri.replaceFirst(".*\\?", "");
  }

  /** What a log has of an error. */
  private static String shown(SignalWireRestError error) {
    StringWriter shown = new StringWriter();
    error.printStackTrace(new PrintWriter(shown));
    return shown + error.getUrl() + error.getPath() + error.getHeaders() + error.getErrors();
  }

  @Test
  void close_ofTheClientDuringTheFile_endsTheDownload() {
    storage.always(
        (socket, from) -> {
          storage.sendWhole(socket, 1_000);
          while (true) {
            ScriptedStorage.send(socket, new byte[1]);
            ScriptedStorage.pause(20);
          }
        });
    RecordingDownload download = download();
    download.progress((received, size) -> client.close());

    assertThat(failure(() -> download.saveTo(file)))
        .isInstanceOf(SignalWireRestTransportError.class);
    assertThat(storage.downloads()).hasSize(1);
  }

  /** RFC 9110 allows bytes in a tag that OkHttp does not send. */
  @Test
  void saveTo_etagThatCannotBeSent_resumesWithoutIt() throws IOException {
    storage.validator = "ETag: \"\u00e91\"";
    storage.on(1, storage.cutAt(70_000));

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.downloads().get(1)).doesNotContain("If-Range");
  }

  static Stream<Dns> brokenResolvers() {
    return Stream.of(
        host -> {
          throw new IllegalStateException("broken resolver");
        },
        host -> {
          throw Undeclared.undeclared(new Exception("broken resolver"));
        });
  }

  @ParameterizedTest
  @MethodSource("brokenResolvers")
  void saveTo_resolverThrows_isATransportError(Dns resolver) {
    try (SignalWireRestClient own = clientWith(resolver)) {
      RecordingDownload download = download(own).maxRetries(0);

      assertThat(failure(() -> download.saveTo(file)))
          .isInstanceOf(SignalWireRestTransportError.class)
          .hasStackTraceContaining("broken resolver");
    }
  }

  @Test
  void saveTo_resolverHangs_endsAfterTheSilenceTimeout() {
    CountDownLatch ended = new CountDownLatch(1);
    Dns hanging =
        host -> {
          try {
            ended.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          throw new UnknownHostException(host);
        };
    try (SignalWireRestClient own = clientWith(hanging)) {
      RecordingDownload download = download(own).readTimeout(SILENCE).maxRetries(0);

      assertThat(failure(() -> download.saveTo(file)).isTimeout()).isTrue();
    } finally {
      ended.countDown();
    }
  }

  /** Returns a client of the space that resolves other names by a resolver. */
  private SignalWireRestClient clientWith(Dns resolver) {
    storage.uri = "https://storage.example/a.mp4?signature=" + PlantedSecrets.SIGNATURE;
    return storage
        .server
        .client()
        .http(
            http ->
                http.dns(
                    host ->
                        host.equals("storage.example")
                            ? resolver.lookup(host)
                            : Dns.SYSTEM.lookup(host)))
        .build();
  }

  /** Only the beginning of a head arrives when the recording is requested again. */
  @Test
  void saveTo_renewalHangs_endsAtTheTimeout() {
    storage.always(ScriptedStorage.status(403));
    RecordingDownload download = download().timeout(Duration.ofMillis(600));
    storage.isSilent = true;
    long start = System.nanoTime();

    assertThat(failure(() -> download.saveTo(file)).isTimeout()).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
  }

  /** What a signed URL has beside its signature is in ordinary texts too. */
  @Test
  void saveTo_ordinaryWordsInTheUrl_areNotHidden() {
    storage.uri =
        "https://host.storage.invalid/a.mp4?X-Amz-SignedHeaders=host&X-Amz-Expires=3600"
            + "&X-Amz-AttemptCredential="
            + PlantedSecrets.SIGNATURE;

    SignalWireRestError error = failure(() -> download().maxRetries(0).saveTo(file));

    assertThat(error).hasMessageContaining("unknown host").hasCauseInstanceOf(IOException.class);
    assertThat(error.getUrl()).isEqualTo("https://host.storage.invalid/***");
    assertThat(shown(error)).doesNotContain(PlantedSecrets.SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://my_bucket.storage.invalid/a.mp4?x=1",
        "HTTPS://storage.invalid/a.mp4?x={a|b}&y=a b",
        "https://storage.invalid",
      })
  void saveTo_anyHttpsUrl_isRequested(String uri) {
    storage.uri = uri;

    assertThat(failure(() -> download().maxRetries(0).saveTo(file)))
        .isInstanceOf(SignalWireRestTransportError.class);
  }
}
