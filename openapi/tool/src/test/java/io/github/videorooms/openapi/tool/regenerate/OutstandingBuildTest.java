package io.github.videorooms.openapi.tool.regenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutstandingBuildTest {
  private static final Path DOCUMENT = Path.of("openapi/video.yaml");
  private static final Path LOCK = Path.of("openapi/video.lock");
  private static final Path SLICE = Path.of("openapi/vendor.yaml");
  private static final Path LISTING = Path.of("generated/api.txt");

  @TempDir private Path root;

  @BeforeEach
  void writeFiles() throws IOException {
    write(DOCUMENT, "before");
    write(LOCK, "source: none\n");
    write(LISTING, "listing\r\nof two lines\r\n");
  }

  @Test
  void begin_thenChanges_preservesTheContentBefore() throws Exception {
    build().begin();
    write(DOCUMENT, "after");
    write(SLICE, "new");
    write(LISTING, "after");

    assertThat(build().isOutstanding()).isTrue();
    assertThat(build().before(DOCUMENT)).contains("before");
    assertThat(build().before(LISTING)).contains("listing\nof two lines\n");
    assertThat(build().before(LOCK)).contains("source: none\n");
    assertThat(build().before(SLICE)).isEmpty();
  }

  @Test
  void before_nothingOutstanding_returnsTheCurrentContent() throws Exception {
    assertThat(build().before(DOCUMENT)).contains("before");
    assertThat(build().before(SLICE)).isEmpty();
  }

  @Test
  void before_otherFile_isRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> build().before(Path.of("pom.xml")));
  }

  @Test
  void begin_twice_preservesTheFirstBackup() throws Exception {
    build().begin();
    write(DOCUMENT, "after");
    build().begin();
    write(DOCUMENT, "even later");

    assertThat(build().before(DOCUMENT)).contains("before");
    assertThat(read(LOCK)).containsOnlyOnce(VideoLock.OUTSTANDING);
  }

  @Test
  void end_thenBegin_usesANewBackup() throws Exception {
    build().begin();
    write(DOCUMENT, "after");
    build().end();

    assertThat(build().isOutstanding()).isFalse();
    assertThat(read(LOCK)).isEqualTo("source: none\n");
    assertThat(build().before(DOCUMENT)).contains("after");
    build().begin();
    assertThat(build().before(DOCUMENT)).contains("after");
  }

  @Test
  void begin_interruptedBeforeTheRecord_isNotOutstanding() throws Exception {
    build().begin();
    write(LOCK, "source: none\n");
    write(DOCUMENT, "edited since");

    assertThat(build().isOutstanding()).isFalse();
    build().begin();
    assertThat(build().before(DOCUMENT)).contains("edited since");
  }

  @Test
  void begin_interruptedDuringTheBackup_redoesIt() throws Exception {
    write(Path.of("openapi/target/regeneration/before.new/openapi/vendor.yaml"), "half");
    build().begin();

    assertThat(build().before(SLICE)).isEmpty();
    assertThat(build().before(DOCUMENT)).contains("before");
  }

  @Test
  void end_interruptedBeforeDeletingTheBackup_isNotOutstanding() throws Exception {
    build().begin();
    write(DOCUMENT, "after");
    write(LOCK, "source: none\n");

    assertThat(build().before(DOCUMENT)).contains("after");
  }

  @Test
  void begin_noLock_createsOne() throws Exception {
    Files.delete(root.resolve(LOCK));
    build().begin();

    assertThat(build().isOutstanding()).isTrue();
    assertThat(build().before(LOCK)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"source: none", "source: none\r\n"})
  void begin_lockWithOtherLineEnd_addsASeparateLine(String lock) throws Exception {
    write(LOCK, lock);
    build().begin();

    assertThat(read(LOCK).lines()).containsExactly("source: none", VideoLock.OUTSTANDING);
    build().end();
    assertThat(read(LOCK).lines()).containsExactly("source: none");
  }

  @Test
  void before_backupDeleted_returnsTheCommittedContent() throws Exception {
    git("init", "-q");
    git("add", "openapi/video.yaml");
    git("-c", "user.name=n", "-c", "user.email=e@localhost", "commit", "-q", "-m", "first");
    build().begin();
    write(DOCUMENT, "after");
    Files.move(root.resolve("openapi/target"), root.resolve("cleaned"));

    assertThat(build().before(DOCUMENT)).contains("before");
    assertThat(build().before(SLICE)).isEmpty();
  }

  private OutstandingBuild build() {
    return new OutstandingBuild(new Checkout(root));
  }

  private void git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    assertThat(new ProcessBuilder(command).directory(root.toFile()).start().waitFor()).isZero();
  }

  private void write(Path file, String text) throws IOException {
    Files.createDirectories(root.resolve(file).getParent());
    Files.writeString(root.resolve(file), text);
  }

  private String read(Path file) throws IOException {
    return Files.readString(root.resolve(file));
  }
}
