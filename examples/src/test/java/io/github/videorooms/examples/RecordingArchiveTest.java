package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(FakeSpaceExtension.class)
class RecordingArchiveTest {
  @TempDir Path top;

  @Test
  void update_completedRecordings_areDownloaded(FakeSpace space) throws Exception {
    FakeRecording first = recording(space, Duration.ofHours(2));
    FakeRecording second = recording(space, Duration.ofMinutes(1));
    join(space).startRecording();

    assertThat(update(space)).isZero();

    assertThat(files()).containsExactlyInAnyOrder(first.getId() + ".mp4", second.getId() + ".mp4");
    assertThat(file(first)).hasBinaryContent(first.getContent());
    assertThat(file(second)).hasBinaryContent(second.getContent());
  }

  @Test
  void update_again_downloadsOnlyWhatIsMissing(FakeSpace space) throws Exception {
    FakeRecording complete = recording(space, Duration.ofMinutes(1));
    FakeRecording missing = recording(space, Duration.ofMinutes(1));
    update(space);
    Files.delete(file(missing));
    int before = downloads(space).size();

    assertThat(update(space)).isZero();

    assertThat(downloads(space)).hasSize(before + 1);
    assertThat(file(missing)).hasBinaryContent(missing.getContent());
    assertThat(file(complete)).hasBinaryContent(complete.getContent());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void update_fileOfAnotherSize_isReplaced(int difference, FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofMinutes(1));
    Files.createDirectories(file(recording).getParent());
    Files.write(file(recording), new byte[recording.getContent().length + difference]);

    assertThat(update(space)).isZero();

    assertThat(file(recording)).hasBinaryContent(recording.getContent());
  }

  /** Of a recording whose size the API does not tell, any file is taken for complete. */
  @Test
  void update_sizeIsUnknown_leavesTheFile() throws Exception {
    try (FakeSpace offContract = FakeSpace.start()) {
      offContract.failNext(
          Failure.status(200)
              .body("{\"links\": {}, \"data\": [{\"id\": \"r1\", \"status\": \"completed\"}]}"));
      Path file = top.resolve("archive").resolve("r1.mp4");
      Files.createDirectories(file.getParent());
      Files.writeString(file, "any");

      assertThat(update(offContract)).isZero();

      assertThat(file).hasContent("any");
      assertThat(downloads(offContract)).isEmpty();
    }
  }

  @Test
  void main_folderOfTheNameOfAFile_exitsWithOneAndSaysWhy(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofMinutes(1));
    FakeRecording other = recording(space, Duration.ofMinutes(1));
    Files.createDirectories(file(recording));

    try (OwnProcess program = program(space)) {
      assertThat(program.errors())
          .contains(recording.getId(), file(recording).toString(), "is not a regular file");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
    assertThat(file(recording)).isEmptyDirectory();
    assertThat(file(other)).hasBinaryContent(other.getContent());
  }

  @Test
  void update_completedRecordingWithoutId_goesOnWithTheNext() throws Exception {
    try (FakeSpace offContract = FakeSpace.start()) {
      FakeRecording recording = recording(offContract, Duration.ofMinutes(1));
      RoomRecording listed =
          offContract.getClient().video().roomRecordings().get(recording.getId());
      offContract.failNext(
          Failure.status(200)
              .body(
                  "{\"links\": {}, \"data\": [{\"status\": \"completed\"}, "
                      + listed.toJson()
                      + "]}"));

      assertThat(update(offContract)).isEqualTo(1);

      assertThat(file(recording)).hasBinaryContent(recording.getContent());
    }
  }

  @Test
  void update_twoConcurrentRuns_doNotInterfere(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofHours(2));
    space.failNext(Failure.delay(Duration.ofMillis(200)).onDownload());

    List<CompletableFuture<Integer>> runs =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> uncheckedUpdate(space)))
            .limit(4)
            .toList();

    assertThat(runs).allSatisfy(run -> assertThat(run.join()).isZero());
    assertThat(file(recording)).hasBinaryContent(recording.getContent());
    assertThat(files()).containsExactly(recording.getId() + ".mp4");
  }

  @Test
  void update_urlsHaveExpired_requestsNewOnes(FakeSpace space) throws Exception {
    FakeRecording first = recording(space, Duration.ofMinutes(1));
    FakeRecording second = recording(space, Duration.ofMinutes(1));
    space.failNext(Failure.status(403).onDownload().times(1));

    assertThat(update(space)).isZero();

    assertThat(file(first)).hasBinaryContent(first.getContent());
    assertThat(file(second)).hasBinaryContent(second.getContent());
    assertThat(downloads(space)).hasSize(3);
  }

  @Test
  void update_storageFails_continuesWithTheNext(FakeSpace space) throws Exception {
    recording(space, Duration.ofMinutes(1));
    recording(space, Duration.ofMinutes(1));
    space.failNext(Failure.status(501).onDownload());

    assertThat(update(space)).isEqualTo(1);
    assertThat(files()).hasSize(1);
    assertThat(update(space)).isZero();
    assertThat(files()).hasSize(2);
  }

  @Test
  void update_connectionBreaks_retries(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofMinutes(1));
    space.failNext(Failure.connectionReset().onDownload().times(3));

    assertThat(update(space)).isZero();

    assertThat(file(recording)).hasBinaryContent(recording.getContent());
  }

  @Test
  void update_listFails_throws(FakeSpace space) {
    space.failNext(Failure.status(500).times(3));

    assertThatThrownBy(() -> update(space)).isInstanceOf(SignalWireRestError.class);
  }

  @Test
  void main_folder_downloadsAndPrintsTheFiles(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofMinutes(1));

    try (OwnProcess program = program(space)) {
      assertThat(program.output().strip()).isEqualTo(file(recording).toString());
      assertThat(program.errors()).isEmpty();
      assertThat(program.exitStatus()).isZero();
    }
    assertThat(file(recording)).hasBinaryContent(recording.getContent());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void main_fullDisk_exitsWithOneAndSaysSo(FakeSpace space) throws Exception {
    recording(space, Duration.ofMinutes(1));

    try (OwnProcess program =
        OwnProcess.into(
            Path.of("/dev/full"),
            RecordingArchive.class,
            space,
            Map.of(),
            top.resolve("archive").toString())) {
      assertThat(program.errors().strip()).isEqualTo("Standard output cannot be written.");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_downloadFails_exitsWithOneAndSaysWhy(FakeSpace space) throws Exception {
    FakeRecording recording = recording(space, Duration.ofMinutes(1));
    space.failNext(Failure.status(501).onDownload());

    try (OwnProcess program = program(space)) {
      assertThat(program.output()).isEmpty();
      assertThat(program.errors())
          .contains(recording.getId(), "returned 501")
          .doesNotContain("signature");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_listFails_exitsWithOneAndSaysWhy(FakeSpace space) throws Exception {
    space.failNext(Failure.status(401).onOperation("list_room_recordings"));

    try (OwnProcess program = program(space)) {
      assertThat(program.output()).isEmpty();
      assertThat(program.errors()).startsWith("Stopped: ").contains("401");
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  @Test
  void main_folderIsAFile_exitsWithOneAndSaysWhy(FakeSpace space) throws Exception {
    Path file = Files.createFile(top.resolve("archive"));

    try (OwnProcess program = program(space)) {
      assertThat(program.errors()).startsWith("Stopped: ").contains(file.toString());
      assertThat(program.exitStatus()).isEqualTo(1);
    }
  }

  private OwnProcess program(FakeSpace space) throws IOException {
    return OwnProcess.of(
        RecordingArchive.class, space, Map.of(), top.resolve("archive").toString());
  }

  private int update(FakeSpace space) throws IOException {
    return new RecordingArchive(space.getClient().video().roomRecordings(), top.resolve("archive"))
        .update();
  }

  private int uncheckedUpdate(FakeSpace space) {
    try {
      return update(space);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
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
}
