package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.RecordingDownload;
import io.github.videorooms.VideoRoomRecordings;
import io.github.videorooms.model.CreateRoomTokenRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class DownloadTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
  private static final OkHttpClient HTTP =
      new OkHttpClient.Builder().callTimeout(30, TimeUnit.SECONDS).build();

  @Test
  void download_withoutCredentials_returnsTheFile(FakeSpace space) throws IOException {
    FakeRecording recording = recording(space);
    Request request = new Request.Builder().url(recording.getState().getUri()).build();

    try (Response response = HTTP.newCall(request).execute()) {
      assertThat(response.code()).isEqualTo(200);
      assertThat(response.header("Content-Type")).isEqualTo("video/mp4");
      assertThat(response.body().contentLength())
          .isEqualTo(recording.getState().getSizeInBytes())
          .isGreaterThan(6_000);
      assertThat(response.body().bytes()).isEqualTo(recording.getContent());
    }
  }

  @Test
  @OffContract
  void download_withCredentials_isRejected(FakeSpace space) {
    Raw.Reply reply = Raw.to(space).get(recording(space).getState().getUri());

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.body()).contains("credentials");
  }

  @Test
  void download_expired_isRejected(FakeSpace space) {
    String uri = recording(space).getState().getUri();

    space.advance(Duration.ofSeconds(899));
    assertThat(status(space, uri)).isEqualTo(200);
    space.advance(Duration.ofSeconds(1));
    assertThat(status(space, uri)).isEqualTo(403);
  }

  @Test
  void download_changedUrl_isRejected(FakeSpace space) {
    FakeRecording recording = recording(space);
    String uri = recording.getState().getUri();

    assertThat(status(space, uri.replace("expires=", "expires=1"))).isEqualTo(403);
    assertThat(status(space, uri.replace(".mp4", ".mov"))).isEqualTo(403);
    assertThat(status(space, uri.replace("%3D", ""))).isEqualTo(403);
    assertThat(status(space, uri.substring(0, uri.indexOf('?')))).isEqualTo(403);
    assertThat(status(space, uri.replace(recording.getId(), recording(space).getId())))
        .isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
  void download_otherMethod_isNotAllowed(String method, FakeSpace space) {
    FakeRecording recording = recording(space);
    Raw storage = Raw.to(space).authorization("");

    Raw.Reply reply = storage.send(method, recording.getState().getUri(), "");

    assertThat(reply.status()).isEqualTo(405);
    assertThat(reply.response().headers().firstValue("Allow")).contains("GET, HEAD");
    assertThat(status(space, recording.getState().getUri())).isEqualTo(200);
  }

  @Test
  void download_head_hasTheSizeAndNoBody(FakeSpace space) {
    FakeRecording recording = recording(space);
    Raw storage = Raw.to(space).authorization("");

    Raw.Reply reply = storage.send("HEAD", recording.getState().getUri(), "");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.response().headers().firstValueAsLong("Content-Length"))
        .hasValue(recording.getContent().length);
    assertThat(reply.body()).isEmpty();
  }

  @Test
  void download_deletedRecording_isNotFound(FakeSpace space) {
    FakeRecording recording = recording(space);
    String uri = recording.getState().getUri();

    Raw.to(space).delete("/room_recordings/" + recording.getId());

    assertThat(status(space, uri)).isEqualTo(404);
  }

  @Test
  void download_failure_canBeSimulated(FakeSpace space) {
    String uri = recording(space).getState().getUri();
    space.failNext(Failure.status(503).onDownload());

    assertThat(status(space, uri)).isEqualTo(503);
    assertThat(status(space, uri)).isEqualTo(200);
    assertThat(space.getRequests())
        .extracting(RecordedRequest::getPath)
        .endsWith("/storage/recordings/" + space.getRecordings().get(0).getId() + ".mp4");
  }

  @Test
  void download_range_returnsTheRest(FakeSpace space) throws IOException {
    FakeRecording recording = recording(space);
    byte[] content = recording.getContent();
    String tag = range(space, "bytes=0-", null).header("ETag");

    Response rest = range(space, "bytes=1000-", tag);

    assertThat(rest.code()).isEqualTo(206);
    assertThat(rest.header("ETag")).isEqualTo(tag);
    assertThat(rest.header("Content-Range"))
        .isEqualTo("bytes 1000-" + (content.length - 1) + "/" + content.length);
    assertThat(rest.body().bytes()).isEqualTo(Arrays.copyOfRange(content, 1000, content.length));
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=1000-, \"another\", 200",
    "bytes=1000-2000, , 200",
    "lines=1-, , 200",
    "bytes=99999999-, , 416"
  })
  void download_rangeThatIsNotHonored_hasItsStatus(
      String range, @Nullable String condition, int status, FakeSpace space) throws IOException {
    recording(space);

    assertThat(range(space, range, condition).code()).isEqualTo(status);
  }

  @Test
  void download_interrupted_isResumed(FakeSpace space, @TempDir Path folder) throws IOException {
    FakeRecording recording = recording(space);
    VideoRoomRecordings recordings = space.getClient().video().roomRecordings();
    RecordingDownload download = recordings.download(recordings.get(recording.getId()));
    space.failNext(Failure.connectionReset().onDownload().times(2));
    Path file = folder.resolve(download.getSuggestedFileName());

    download.saveTo(file);

    assertThat(file).hasBinaryContent(recording.getContent());
  }

  @Test
  void download_urlExpiredMeanwhile_isRenewed(FakeSpace space, @TempDir Path folder)
      throws IOException {
    FakeRecording recording = recording(space);
    VideoRoomRecordings recordings = space.getClient().video().roomRecordings();
    RecordingDownload download = recordings.download(recordings.get(recording.getId()));
    space.advance(Duration.ofSeconds(901));
    Path file = folder.resolve("a.mp4");

    download.saveTo(file);

    assertThat(file).hasBinaryContent(recording.getContent());
    assertThat(space.getRequests())
        .extracting(RecordedRequest::getPath)
        .filteredOn(path -> path.startsWith("/storage/"))
        .hasSize(2);
  }

  @Test
  void contents_ofTwoRecordings_differ(FakeSpace space) {
    assertThat(recording(space).getContent()).isNotEqualTo(recording(space).getContent());
  }

  private static Response range(FakeSpace space, String range, @Nullable String condition)
      throws IOException {
    Request.Builder request =
        new Request.Builder()
            .url(space.getRecordings().get(0).getState().getUri())
            .header("Range", range);
    if (condition != null) {
      request.header("If-Range", condition);
    }
    return HTTP.newCall(request.build()).execute();
  }

  private static int status(FakeSpace space, String uri) {
    return Raw.to(space).authorization("").get(uri).status();
  }

  private static FakeRecording recording(FakeSpace space) {
    space.setTime(NINE);
    CreateRoomTokenRequest request = CreateRoomTokenRequest.builder().roomName("standup").build();
    FakeSession session =
        space.join(space.getClient().video().roomTokens().create(request).getToken()).getSession();
    FakeRecording recording = session.startRecording();
    space.advance(Duration.ofMinutes(1));
    recording.stop();
    return recording;
  }
}
