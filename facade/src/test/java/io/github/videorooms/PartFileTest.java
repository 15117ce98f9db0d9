package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a download leaves on the disk, finds there and shares with others. */
class PartFileTest extends DownloadTest {
  @Test
  void saveTo_directory_isRejectedBeforeAnyRequest() throws IOException {
    Files.createDirectory(file);

    assertThatThrownBy(() -> download().saveTo(file))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining(file.toString());
    assertThat(storage.downloads()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"196, a", "197, a", "255, a", "85, ∞"})
  @DisabledOnOs(OS.WINDOWS)
  void saveTo_longName_isContinuedAndPutInPlace(int length, String letter) throws IOException {
    Path longName = folder.resolve(letter.repeat(length));
    storage.on(1, storage.cutAt(100_000));
    failure(() -> download().maxRetries(0).saveTo(longName));

    download().saveTo(longName);

    assertThat(longName).hasBinaryContent(storage.content);
    assertThat(storage.starts()).containsExactly(0L, 99_999L);
    assertThat(files()).containsExactly(longName.getFileName().toString());
  }

  /** Otherwise it would turn out when all of the file has arrived. */
  @ParameterizedTest
  @CsvSource({"256, a", "86, ∞", "1000, a"})
  @DisabledOnOs(OS.WINDOWS)
  void saveTo_nameThatIsTooLong_isRejectedBeforeAnyRequest(int length, String letter) {
    Path longName = folder.resolve(letter.repeat(length));

    assertThatThrownBy(() -> download().saveTo(longName))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("too long");
    assertThat(storage.downloads()).isEmpty();
    assertThat(files()).isEmpty();
  }

  @Test
  void saveTo_inAMissingDirectory_isAnIOException() {
    assertThatThrownBy(() -> download().saveTo(folder.resolve("none").resolve("a.mp4")))
        .isInstanceOf(NoSuchFileException.class);
    assertThat(storage.downloads()).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saveTo_symbolicLinks_areNotFollowed() throws IOException {
    Path precious = Files.write(folder.resolve("precious"), new byte[100]);
    Files.createSymbolicLink(file, precious);
    Path link = Files.createSymbolicLink(part("0123456789abcdef."), precious);

    download().saveTo(file);

    assertThat(precious).hasBinaryContent(new byte[100]);
    assertThat(file).isRegularFile().hasBinaryContent(storage.content);
    assertThat(Files.isSymbolicLink(file)).isFalse();
    assertThat(Files.isSymbolicLink(link)).isTrue();
  }

  @Test
  void saveTo_earlierDownloadWasInterrupted_isResumed() throws IOException {
    breakOffAt(100_000);
    assertThat(files())
        .singleElement()
        .asString()
        .matches("standup\\.mp4\\.[0-9a-f]{16}\\.[0-9a-f-]{36}\\.part");

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
    assertThat(storage.starts()).containsExactly(0L, 99_999L);
  }

  @Test
  void saveTo_completeButNotMoved_requestsTheLastByte() throws IOException {
    breakOffAt(SIZE - 1);
    Path part = folder.resolve(files().get(0));
    Files.write(part, storage.content);

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(storage.starts()).containsExactly(0L, SIZE - 1L);
  }

  @Test
  void saveTo_partIsLongerThanTheFile_startsOver() throws IOException {
    breakOffAt(SIZE - 1);
    Files.write(folder.resolve(files().get(0)), new byte[SIZE + 10]);

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
  }

  @Test
  void saveTo_versionHasChanged_startsOver() throws IOException {
    breakOffAt(100_000);
    storage.content = Arrays.copyOf(ScriptedStorage.random(SIZE + 1), SIZE);
    storage.validator = "ETag: \"v2\"";

    download().saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
  }

  @Test
  void saveTo_severalParts_resumesTheLongestAndDeletesTheRest() throws IOException {
    breakOffAt(100_000);
    Path longest = folder.resolve(files().get(0));
    String version =
        longest.getFileName().toString().replaceFirst("standup\\.mp4\\.(.{17}).*", "$1");
    for (int size = 10; size < 20; size++) { // a folder is in no particular order
      Files.write(part(version), Arrays.copyOf(storage.content, size));
    }
    Files.write(part(""), new byte[150_000]);

    download().saveTo(file);

    assertThat(storage.starts()).containsExactly(0L, 99_999L);
    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
  }

  @ParameterizedTest
  @CsvSource({
    "standup.mp4.part",
    "standup.mp4.UUID",
    "standup.mp4.UUID.PART",
    "standup.mp4.UUID.part.part",
    "standup_mp4.UUID.part",
    "other.mp4.UUID.part",
    "standup.mp4.0123456789ABCDEF.UUID.part",
    "standup.mp4.0123456789abcde.UUID.part",
    "standup.mp4.00000000-0000-0000-0000-000000000000.part"
  })
  void saveTo_filesOfOtherPrograms_areUntouched(String name) throws IOException {
    Path foreign = folder.resolve(name.replace("UUID", UUID.randomUUID().toString()));
    Files.writeString(foreign, "precious");

    download().saveTo(file);

    assertThat(foreign).hasContent("precious");
  }

  @Test
  void saveTo_partOfARunningDownload_isNotUsed() throws IOException {
    breakOffAt(100_000);
    Path part = folder.resolve(files().get(0));
    try (FileChannel other = FileChannel.open(part, StandardOpenOption.WRITE);
        FileLock lock = other.lock()) {
      download().saveTo(file);

      assertThat(lock.isValid()).isTrue();
    }
    assertThat(file).hasBinaryContent(storage.content);
    assertThat(part).hasSize(100_000);

    download().saveTo(file);
    assertThat(storage.starts()).as("the part is free by then").endsWith(99_999L);
    assertThat(part).doesNotExist();
  }

  @Test
  void saveTo_twoConcurrently_doNotInterfere() throws IOException {
    AtomicBoolean first = new AtomicBoolean(true);

    download()
        .progress(
            (received, size) -> {
              if (received > 50_000 && first.getAndSet(false)) {
                try {
                  download().saveTo(file);
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
                assertThat(file).hasBinaryContent(storage.content);
              }
            })
        .saveTo(file);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
    assertThat(storage.starts()).containsExactly(0L, 0L);
  }

  @Test
  void saveTo_manyInterruptedConcurrently_allEndWithTheFile() throws IOException {
    for (int each = 1; each <= 20; each++) {
      storage.on(each, storage.cutAt(each * 9_000));
    }
    List<CompletableFuture<Void>> downloads =
        IntStream.range(0, 6)
            .mapToObj(
                each ->
                    CompletableFuture.runAsync(
                        () -> {
                          try {
                            download().maxRetries(10).saveTo(file);
                          } catch (IOException e) {
                            throw new AssertionError(e);
                          }
                        }))
            .toList();

    downloads.forEach(CompletableFuture::join);

    assertThat(file).hasBinaryContent(storage.content);
    assertThat(files()).containsExactly("standup.mp4");
  }

  private void breakOffAt(int offset) {
    storage.on(1, storage.cutAt(offset));
    failure(() -> download().maxRetries(0).saveTo(file));
  }

  private Path part(String version) {
    return folder.resolve("standup.mp4." + version + UUID.randomUUID() + ".part");
  }
}
