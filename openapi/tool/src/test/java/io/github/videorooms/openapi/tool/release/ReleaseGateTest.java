package io.github.videorooms.openapi.tool.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.openapi.tool.merge.DocumentDiffTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the gate on a small repository, from before its first release to after its second. */
class ReleaseGateTest {
  private static final String API = "public final class p.Thing\n  public String getId()\n";
  private static final String DOCUMENT = DocumentDiffTest.DOCUMENT;

  @TempDir Path repository;

  @BeforeEach
  void commit() throws IOException {
    version("1.0.0-SNAPSHOT");
    document(DOCUMENT);
    for (String module : Released.MODULES) {
      api(module, API);
    }
  }

  @Test
  void check_beforeTheFirstRelease_passes() throws IOException {
    assertThat(ReleaseGate.check(repository)).isEmpty();
  }

  @Test
  void check_firstReleaseThatIsNotRecorded_fails() throws IOException {
    version("1.0.0");

    assertThat(ReleaseGate.check(repository)).singleElement().asString().contains("release.record");
  }

  @Test
  void record_firstRelease_passesTheGate() throws IOException {
    release("1.0.0");

    assertThat(ReleaseGate.check(repository)).isEmpty();
    assertThat(repository.resolve("openapi/released/1.0.0.yaml")).hasContent(DOCUMENT);
    assertThat(repository.resolve("openapi/released/java/1.0.0/facade.txt")).hasContent(API);
  }

  @Test
  void record_snapshot_isRejected() {
    assertThatThrownBy(() -> ReleaseGate.record(repository))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void record_existingReleaseWithOtherContent_isRejected() throws IOException {
    release("1.0.0");
    api("facade", API + "  public int size()\n");

    assertThatThrownBy(() -> ReleaseGate.record(repository))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void check_snapshotOfAReleasedVersion_fails() throws IOException {
    release("1.0.0");
    version("1.0.0-SNAPSHOT");

    assertThat(ReleaseGate.check(repository)).singleElement().asString().contains("1.0.1-SNAPSHOT");
  }

  @Test
  void check_documentChangedUnderItsReleasedVersion_fails() throws IOException {
    release("1.0.0");
    version("1.0.1-SNAPSHOT");
    document(DOCUMENT.replace("Get a thing", "Look at a thing"));

    assertThat(ReleaseGate.check(repository))
        .containsExactly(
            "The document differs from the released 1.0.0: raise info.version to at least 1.0.1.");
  }

  @Test
  void check_wireBreakWithASmallerNumber_namesTheBreakAndBothVersions() throws IOException {
    release("1.0.0");
    version("1.1.0-SNAPSHOT");
    document(documentOf("1.1.0").replace("/things/", "/items/"));

    assertThat(ReleaseGate.check(repository))
        .containsExactly(
            "Since 1.0.0 the changes are breaking, so info.version of the document has to be at"
                + " least 2.0.0; it is 1.1.0.",
            "  breaks: get_thing: operation removed GET /api/video/things/{id}",
            "Since 1.0.0 the changes are breaking, so the version of the artifacts has to be at"
                + " least 2.0.0; it is 1.1.0.");
  }

  @Test
  void check_wireBreakWithBothMajorVersions_passes() throws IOException {
    release("1.0.0");
    version("2.0.0-SNAPSHOT");
    document(documentOf("2.0.0").replace("/things/", "/items/"));

    assertThat(ReleaseGate.check(repository)).isEmpty();
  }

  @Test
  void check_javaBreakWithASmallerNumber_fails() throws IOException {
    release("1.0.0");
    version("1.1.0-SNAPSHOT");
    api("testkit", API.replace("String", "@Nullable String"));

    assertThat(ReleaseGate.check(repository))
        .hasSize(2)
        .contains("  breaks: testkit: p.Thing: public String getId()");
  }

  @Test
  void check_addedMethodWithOnlyAPatch_fails() throws IOException {
    release("1.0.0");
    version("1.0.1-SNAPSHOT");
    api("generated", API + "  public int size()\n");

    assertThat(ReleaseGate.check(repository)).singleElement().asString().contains("at least 1.1.0");
  }

  @Test
  void check_recordedRelease_isStillComparedWithThePreviousOne() throws IOException {
    release("1.0.0");
    api("facade", "public final class p.Other\n");
    release("1.0.1");

    assertThat(ReleaseGate.check(repository)).contains("  breaks: facade: p.Thing is removed");
  }

  @Test
  void check_maintenanceOfAnOlderLine_isComparedWithThatLine() throws IOException {
    release("1.0.0");
    api("facade", "public final class p.Other\n");
    release("2.0.0");
    api("facade", API);
    version("1.0.1-SNAPSHOT");

    assertThat(ReleaseGate.check(repository)).isEmpty();
  }

  @Test
  void check_breakThatIsAcceptedWithAReason_needsNoMajorVersion() throws IOException {
    release("1.0.0");
    version("1.1.0-SNAPSHOT");
    api("facade", "public final class p.Other\n");
    accept("facade", "p.Thing is removed", "Nobody could use it.");

    assertThat(ReleaseGate.check(repository)).isEmpty();
  }

  @Test
  void check_acceptedWithoutAReason_fails() throws IOException {
    release("1.0.0");
    version("1.1.0-SNAPSHOT");
    api("facade", "public final class p.Other\n");
    accept("facade", "p.Thing is removed", " ");

    assertThat(ReleaseGate.check(repository)).anyMatch(line -> line.contains("add a reason"));
  }

  @Test
  void check_acceptedBreakThatDoesNotExist_fails() throws IOException {
    accept("document", "Room.fps: field removed integer", "It was never sent.");

    assertThat(ReleaseGate.check(repository)).singleElement().asString().contains("Room.fps");
  }

  private void release(String version) throws IOException {
    version(version);
    ReleaseGate.record(repository);
  }

  private void version(String version) throws IOException {
    write("pom.xml", "<project><version>" + version + "</version></project>");
  }

  private static String documentOf(String version) {
    return DOCUMENT.replace("version: 1.0.0", "version: " + version);
  }

  private void document(String yaml) throws IOException {
    write("openapi/video.yaml", yaml);
  }

  private void api(String module, String listing) throws IOException {
    write(module + "/api.txt", listing);
  }

  private void accept(String section, String line, String reason) throws IOException {
    write(
        "openapi/accepted-breaks.yaml",
        section + ":\n  - break: '" + line + "'\n    reason: '" + reason + "'\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = repository.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
