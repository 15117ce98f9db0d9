package io.github.videorooms.examples;

import static io.github.videorooms.examples.RecordingArchive.Outcome.ALREADY_THERE;
import static io.github.videorooms.examples.RecordingArchive.Outcome.DOWNLOADED;
import static io.github.videorooms.examples.RecordingArchive.Outcome.FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.SignalWireRestError;
import io.github.videorooms.model.CreateRoomTokenRequest;
import io.github.videorooms.model.RoomRecording;
import io.github.videorooms.testkit.Failure;
import io.github.videorooms.testkit.FakeRecording;
import io.github.videorooms.testkit.FakeSession;
import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import io.github.videorooms.testkit.RecordedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class RecordingArchiveTest {
  @TempDir Path top;
  private final Watching progress = new Watching();

  @Test
  void update_completedRecordings_areInTheFolder(FakeSpace space) throws Exception {
    FakeRecording first = recording(space, Duration.ofHours(2));
    FakeRecording second = recording(space, Duration.ofMinutes(1));
    FakeSession live = join(space);
    live.startRecording();

    assertThat(update(space)).isEqualTo(Map.of(DOWNLOADED, 2));

    assertThat(files()).containsExactlyInAnyOrder(first.getId() + ".mp4", second.getId() + ".mp4");
    assertThat(file(first)).hasBinaryContent(first.getContent());
    assertThat(file(second)).hasBinaryContent(second.getContent());
  }

  @Test
  void update_progress_growsToTheSize(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofHours(2));

    update(space);

    assertThat(progress.received)
        .hasSizeGreaterThan(2)
        .isSorted()
        .endsWith(recording.getState().getSizeInBytes());
    assertThat(progress.failures).isEmpty();
  }

  @Test
  void update_again_downloadsOnlyWhatIsIncomplete(FakeSpace space) throws Exception {
    FakeRecording complete = recording(space, Duration.ofMinutes(1));
    FakeRecording cut = recording(space, Duration.ofMinutes(1));
    update(space);
    Files.write(file(cut), new byte[] {1, 2, 3});
    age(Files.write(part(cut.getId()), new byte[10_000]));
    int before = downloads(space).size();

    assertThat(update(space)).isEqualTo(Map.of(DOWNLOADED, 1, ALREADY_THERE, 1));

    assertThat(downloads(space)).hasSize(before + 1);
    assertThat(file(cut)).hasBinaryContent(cut.getContent());
    assertThat(files()).containsExactlyInAnyOrder(complete.getId() + ".mp4", cut.getId() + ".mp4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "debian-12.iso.part",
        ".part",
        "ID.part",
        "ID.mp4.part",
        "UUID.part",
        "ID.UUID",
        "ID.UUID.part.part",
        "ID.UUID.PART",
        "ID.UUID.mp4.part",
        "ID.UUID .part",
        "ID.UUID.UUID.part",
        "ID ID.UUID.part",
        "ID.00000000-0000-0000-0000-000000000000.part",
        "ID.not-a-uuid.part",
      })
  void update_oldFilesOfOtherPrograms_stay(String name, FakeSpace space) throws Exception {
    Files.createDirectories(top.resolve("archive"));
    String id = UUID.randomUUID().toString();
    String uuid = UUID.randomUUID().toString();
    Path foreign = top.resolve("archive").resolve(name.replace("UUID", uuid).replace("ID", id));
    age(Files.writeString(foreign, "precious"));

    update(space);

    assertThat(foreign).hasContent("precious");
  }

  @Test
  void update_ownNameButNotAnAbandonedFile_stays(FakeSpace space) throws Exception {
    Files.createDirectories(top.resolve("archive"));
    Path recent = Files.write(part("a"), new byte[1]);
    Path folder = age(Files.createDirectory(part("b")));

    update(space);

    assertThat(recent).exists();
    assertThat(folder).isDirectory();
  }

  /** So many that the runs are bound to meet at some of them. */
  @Test
  void update_partsVanishMeanwhile_goesOn(FakeSpace space) throws Exception {
    recording(space, Duration.ofMinutes(1));
    Files.createDirectories(top.resolve("archive"));
    for (int i = 0; i < 2_000; i++) {
      age(Files.createFile(part("a" + i)));
    }

    List<CompletableFuture<Map<RecordingArchive.Outcome, Integer>>> runs =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> uncheckedUpdate(space)))
            .limit(4)
            .toList();

    assertThat(runs).allSatisfy(run -> assertThat(run.join()).doesNotContainKey(FAILED));
    assertThat(files()).hasSize(1);
  }

  @Test
  void update_twoRunsAtOnce_doNotDisturbEachOther(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofHours(2));
    progress.onFirst = () -> assertThatCode(() -> update(space)).doesNotThrowAnyException();

    assertThat(update(space)).isEqualTo(Map.of(DOWNLOADED, 1));

    assertThat(downloads(space)).hasSize(2);
    assertThat(file(recording)).hasBinaryContent(recording.getContent());
    assertThat(files()).containsExactly(recording.getId() + ".mp4");
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own")
  void update_linksInTheFolder_areNotFollowed(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofMinutes(1));
    Path precious = Files.write(top.resolve("precious"), new byte[recording.getContent().length]);
    Files.createDirectories(top.resolve("archive"));
    Files.createSymbolicLink(file(recording), precious);
    for (String name : List.of(".part", ".mp4.part")) {
      Files.createSymbolicLink(top.resolve("archive").resolve(recording.getId() + name), precious);
    }

    assertThat(update(space)).isEqualTo(Map.of(DOWNLOADED, 1));

    assertThat(precious).hasBinaryContent(new byte[recording.getContent().length]);
    assertThat(file(recording)).isRegularFile().hasBinaryContent(recording.getContent());
    assertThat(Files.isSymbolicLink(file(recording))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 6016\r\n\r\n123"})
  @Timeout(30)
  void update_storageFallsSilent_isAFailureOfThatOne(String beginning, FakeSpace space)
      throws Exception {
    try (ServerSocket storage = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      CompletableFuture.runAsync(
          () -> {
            try {
              Socket connection = storage.accept();
              connection.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      stub(space, "http://127.0.0.1:" + storage.getLocalPort() + "/secret");

      assertThat(
              new RecordingArchive(
                      space.getClient().video().roomRecordings(),
                      top.resolve("archive"),
                      progress,
                      Duration.ofMillis(300))
                  .update())
          .isEqualTo(Map.of(FAILED, 1));
    }
    assertThat(progress.failures).singleElement().asString().doesNotContain("secret");
    assertThat(files()).isEmpty();
  }

  @Test
  void main_downloadFails_exitsWithOneAndSaysWhy(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofMinutes(1));
    space.failNext(Failure.status(500).onDownload());

    try (OwnProcess program =
        OwnProcess.of(RecordingArchive.class, space, Map.of(), top.resolve("archive").toString())) {
      assertThat(program.output().strip()).isEqualTo("{FAILED=1}");
      assertThat(program.errors()).contains(recording.getId(), "responded with status 500");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_listFails_exitsWithOneAndSaysWhy(FakeSpace space) throws Exception {
    space.failNext(Failure.status(401).onOperation("list_room_recordings"));

    try (OwnProcess program =
        OwnProcess.of(RecordingArchive.class, space, Map.of(), top.resolve("archive").toString())) {
      assertThat(program.output()).isEmpty();
      assertThat(program.errors()).startsWith("Stopped: ").contains("401");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_folderIsAFile_exitsWithOneAndSaysWhy(FakeSpace space) throws Exception {
    String file = Files.createFile(top.resolve("archive")).toString();

    try (OwnProcess program = OwnProcess.of(RecordingArchive.class, space, Map.of(), file)) {
      assertThat(program.errors().strip())
          .isEqualTo("Stopped: " + file + ": exists, but is not a folder");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void update_addressExpiredOnTheWay_asksForAFreshOne(FakeSpace space) throws Exception {
    FakeRecording first = recording(space, Duration.ofMinutes(1));
    FakeRecording second = recording(space, Duration.ofMinutes(1));
    progress.onFirst = () -> space.advance(Duration.ofSeconds(901));

    assertThat(update(space)).isEqualTo(Map.of(DOWNLOADED, 2));

    assertThat(file(first)).hasBinaryContent(first.getContent());
    assertThat(file(second)).hasBinaryContent(second.getContent());
    assertThat(downloads(space)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 302})
  void update_storageFails_goesOnWithTheNext(int status, FakeSpace space) throws Exception {
    FakeRecording first = recording(space, Duration.ofMinutes(1));
    FakeRecording second = recording(space, Duration.ofMinutes(1));
    space.failNext(
        Failure.status(status)
            .header("Location", space.getUrl() + "/storage/elsewhere")
            .onDownload());

    assertThat(update(space)).isEqualTo(Map.of(DOWNLOADED, 1, FAILED, 1));

    assertThat(progress.failures).containsExactly("the storage responded with status " + status);
    assertThat(files()).hasSize(1).isSubsetOf(first.getId() + ".mp4", second.getId() + ".mp4");
    assertThat(update(space)).isEqualTo(Map.of(DOWNLOADED, 1, ALREADY_THERE, 1));
  }

  @Test
  void update_connectionBreaks_leavesNothingOfTheFile(FakeSpace space) throws Exception {
    recording(space, Duration.ofMinutes(1));
    space.failNext(Failure.connectionReset().onDownload().times(5));

    assertThat(update(space)).isEqualTo(Map.of(FAILED, 1));

    assertThat(files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "This is rather more than the recording is said to have: 6,016."})
  void update_otherSizeThanSaid_isNotKept(String content, FakeSpace space) throws Exception {
    recording(space, Duration.ofSeconds(0));
    space.failNext(Failure.status(200).body(content).onDownload());

    assertThat(update(space)).isEqualTo(Map.of(FAILED, 1));

    assertThat(progress.failures).singleElement().asString().startsWith("the file ");
    assertThat(files()).isEmpty();
  }

  @Test
  void update_deletedOnTheWay_isAFailureOfThatOne(FakeSpace space) throws Exception {
    FakeRecording first = recording(space, Duration.ofMinutes(1));
    FakeRecording second = recording(space, Duration.ofMinutes(1));
    progress.onFirst =
        () -> space.getClient().video().roomRecordings().delete(other(first, second).getId());

    assertThat(update(space)).isEqualTo(Map.of(DOWNLOADED, 1, FAILED, 1));

    assertThat(progress.failures).singleElement().asString().contains("404");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://storage.example.com/secret",
        "file:///etc/secret",
        "https:///secret",
        "no address, secret",
        "secret"
      })
  void update_unsafeAddress_isNotAskedAndNotShown(String uri, FakeSpace space) throws Exception {
    stub(space, uri);

    assertThat(update(space)).isEqualTo(Map.of(FAILED, 1));

    assertThat(progress.failures).singleElement().asString().doesNotContain("secret");
  }

  @Test
  void update_noAddress_saysSo(FakeSpace space) throws Exception {
    stub(space, null);

    assertThat(update(space)).isEqualTo(Map.of(FAILED, 1));

    assertThat(progress.failures).containsExactly("the recording has no address");
  }

  @Test
  void update_listFails_throws(FakeSpace space) {
    space.failNext(Failure.status(500).times(3));

    assertThatThrownBy(() -> update(space)).isInstanceOf(SignalWireRestError.class);
  }

  @Test
  void main_folder_fillsItAndTellsTheOutcome(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofMinutes(1));

    try (OwnProcess program =
        OwnProcess.of(RecordingArchive.class, space, Map.of(), top.resolve("archive").toString())) {
      assertThat(program.output().strip())
          .contains(recording.getId() + "  100 %")
          .endsWith("{DOWNLOADED=1}")
          .doesNotContain("http");
      assertThat(program.errors()).isEmpty();
    }
    assertThat(file(recording)).hasBinaryContent(recording.getContent());
  }

  private Map<RecordingArchive.Outcome, Integer> update(FakeSpace space) throws Exception {
    return new RecordingArchive(
            space.getClient().video().roomRecordings(), top.resolve("archive"), progress)
        .update();
  }

  private Map<RecordingArchive.Outcome, Integer> uncheckedUpdate(FakeSpace space) {
    try {
      return update(space);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Where a run that was killed may have left a part. */
  private Path part(String id) {
    return top.resolve("archive").resolve(id + "." + UUID.randomUUID() + ".part");
  }

  private static Path age(Path file) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
  }

  private FakeRecording other(FakeRecording one, FakeRecording another) {
    return progress.ids.contains(one.getId()) ? another : one;
  }

  private Path file(FakeRecording recording) {
    return top.resolve("archive").resolve(recording.getId() + ".mp4");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(top.resolve("archive"))) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
    }
  }

  private static List<RecordedRequest> downloads(FakeSpace space) {
    return space.getRequests().stream()
        .filter(request -> request.getPath().startsWith("/storage/"))
        .collect(Collectors.toList());
  }

  private static void stub(FakeSpace space, @Nullable String uri) {
    recording(space, Duration.ofMinutes(1));
    RoomRecording recording = space.getRecordings().get(0).toBuilder().uri(uri).build();
    StubbedPage.stub(space, "/api/video/room_recordings", RoomRecording.class, List.of(recording));
  }

  private static FakeRecording recording(FakeSpace space, Duration length) {
    FakeSession session = join(space);
    FakeRecording recording = session.startRecording();
    space.advance(length);
    session.end();
    return recording;
  }

  private static FakeSession join(FakeSpace space) {
    space.setTime(Instant.parse("2026-03-02T09:00:00Z"));
    CreateRoomTokenRequest request = CreateRoomTokenRequest.builder().roomName("standup").build();
    return space
        .join(space.getClient().video().roomTokens().create(request).getToken())
        .getSession();
  }

  private static final class Watching implements RecordingArchive.Progress {
    final List<String> ids = new CopyOnWriteArrayList<>();
    final List<Long> received = new CopyOnWriteArrayList<>();
    final List<String> failures = new CopyOnWriteArrayList<>();
    @Nullable Runnable onFirst;

    @Override
    public void received(String id, long bytes, @Nullable Long size) {
      ids.add(id);
      received.add(bytes);
      Runnable once = onFirst;
      onFirst = null;
      if (once != null) {
        once.run();
      }
    }

    @Override
    public void failed(String id, Exception reason) {
      failures.add(reason.getMessage());
    }
  }
}
