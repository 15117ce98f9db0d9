package io.github.videorooms.openapi.tool.regenerate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.VendorFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the command on a copy of this repository, without the Maven builds. */
class RegenerationTest {
  private static final Path REPOSITORY = Path.of("../..");
  private static final Consumer<Map<String, Object>> ADDITION =
      vendor ->
          Node.of(vendor)
              .get("components", "schemas", "RoomResponse", "properties")
              .object()
              .put("topic", Map.of("type", "string"));
  private static final String ORIGIN = "vendor/docs@1 openapi.yaml";
  private static final Consumer<Map<String, Object>> REMOVAL =
      vendor -> Node.of(vendor).get("paths").object().remove("/api/video/logs");

  @TempDir private Path directory;
  private Path copy;
  private Map<String, Object> vendor;
  private final ByteArrayOutputStream page = new ByteArrayOutputStream();
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
  private final FakeBuild build = new FakeBuild();

  @BeforeEach
  void copyRepository() throws IOException {
    copy = directory.resolve("checkout");
    vendor = DocumentYaml.read(REPOSITORY.resolve("openapi/vendor.yaml"));
    for (String file :
        List.of(
            "pom.xml",
            "openapi/video.yaml",
            "openapi/video.lock",
            "openapi/vendor.yaml",
            "openapi/deviations.yaml",
            "generated/generator.yaml",
            "generated/api.txt",
            "generated/src/main/templates/pojo.mustache",
            "facade/generator.yaml",
            "facade/src/main/templates/resource.mustache",
            "facade/api.txt",
            "docs/contributing/operations.md")) {
      Files.createDirectories(copy.resolve(file).getParent());
      Files.copy(REPOSITORY.resolve(file), copy.resolve(file));
    }
  }

  @Test
  void run_theBaseItself_isUnchangedWithAnEmptyPage() throws Exception {
    Map<String, String> before = files();

    assertThat(run(vendorFile())).isEqualTo(Outcome.UNCHANGED);
    assertThat(files()).isEqualTo(before);
    assertThat(build.runs).isZero();
    assertThat(page.toString(UTF_8)).contains("No change by the vendor").doesNotContain("##");
  }

  @Test
  void run_withoutABase_usesTheDocumentAsBase() throws Exception {
    String document = files().get("openapi/video.yaml");
    Files.delete(copy.resolve("openapi/vendor.yaml"));
    edit(ADDITION);

    assertThat(run(vendorFile())).isEqualTo(Outcome.UNCHANGED);
    assertThat(files().get("openapi/video.yaml")).isEqualTo(document);
    assertThat(files().get("openapi/vendor.yaml")).contains("topic:");
    assertThat(files().get("openapi/video.lock")).contains(ORIGIN);
  }

  @Test
  void run_onlyDeviationsAffected_isUnchangedAndListed() throws Exception {
    edit(
        vendor ->
            Node.of(vendor).get("paths").object().values().stream()
                .flatMap(item -> Node.of(item).object().values().stream())
                .flatMap(operation -> Node.of(operation).get("parameters").list().stream())
                .map(each -> Node.of(each).object())
                .filter(parameter -> "media_ttl".equals(parameter.get("name")))
                .forEach(
                    parameter -> {
                      Map<String, Object> schema = Node.of(parameter).get("schema").object();
                      schema.remove("minimum");
                      schema.put("exclusiveMinimum", 0);
                    }));
    String document = files().get("openapi/video.yaml");

    assertThat(run(vendorFile())).isEqualTo(Outcome.UNCHANGED);
    assertThat(build.runs).isZero();
    assertThat(files().get("openapi/video.yaml")).isEqualTo(document);
    assertThat(page.toString(UTF_8))
        .contains("Intentionally different: 1", "`exclusiveMinimum 0`", "D17")
        .contains(
            "get\\_room\\_recording",
            "list\\_room\\_recordings",
            "list\\_room\\_session\\_recordings");
    assertThat(run(vendorFile())).isEqualTo(Outcome.UNCHANGED);
    assertThat(page.toString(UTF_8)).doesNotContain("##");
  }

  @Test
  void run_twice_changesNothingTheSecondTime() throws Exception {
    edit(ADDITION);
    run(vendorFile());
    Map<String, String> after = files();

    assertThat(run(vendorFile())).isEqualTo(Outcome.UNCHANGED);
    assertThat(files()).isEqualTo(after);
  }

  @Test
  void run_change_writesTheDocumentItsVersionAndItsLock() throws Exception {
    String version = version();
    edit(ADDITION);
    Path file = vendorFile();

    run(file);

    assertThat(Files.readString(copy.resolve("openapi/video.yaml"))).contains("topic:");
    assertThat(version()).isNotEqualTo(version);
    assertThat(Files.readString(copy.resolve("openapi/video.lock")))
        .contains("source: " + VendorFile.read(file).fingerprint(), "origin: '" + ORIGIN + "'")
        .doesNotContain(VideoLock.OUTSTANDING);
    assertThat(build.runs).isOne();
  }

  @Test
  void run_twoUpdatesSinceARelease_raiseTheVersionOnce() throws Exception {
    String released = version();
    Path release = copy.resolve("openapi/released").resolve(released + ".yaml");
    Files.createDirectories(release.getParent());
    Files.copy(copy.resolve("openapi/video.yaml"), release);
    edit(REMOVAL);
    run(vendorFile());
    String raised = version();
    edit(ADDITION);

    assertThat(run(vendorFile())).isEqualTo(Outcome.ADDITIVE);
    assertThat(version()).isEqualTo(raised).isNotEqualTo(released);
    assertThat(page.toString(UTF_8)).contains("| " + raised + " | " + raised + " |");
  }

  @Test
  void run_removal_isBreaking() throws Exception {
    edit(REMOVAL);

    assertThat(run(vendorFile())).isEqualTo(Outcome.BREAKING);
  }

  @Test
  void run_change_printsThePageAndWritesIt() throws Exception {
    edit(REMOVAL);

    run(vendorFile());

    assertThat(copy.resolve("openapi/target/change.md")).hasContent(page.toString(UTF_8).strip());
    assertThat(copy.resolve("openapi/target/change.html")).content().contains("<!doctype html>");
  }

  @Test
  void run_pageCannotBePrinted_saysWhereItIs() throws Exception {
    edit(REMOVAL);
    OutputStream closed =
        new OutputStream() {
          @Override
          public void write(int letter) throws IOException {
            throw new IOException("closed");
          }
        };

    assertThat(run(vendorFile(), new PrintStream(closed, false, UTF_8)))
        .isEqualTo(Outcome.BREAKING);
    assertThat(progress.toString(UTF_8))
        .contains("The page could not be printed. Read it in ", "change.md");
    assertThat(copy.resolve("openapi/target/change.md")).content().contains("list");
  }

  @Test
  void run_change_writesFilesThatOthersCanReadAsBefore() throws Exception {
    assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    edit(ADDITION);
    Set<PosixFilePermission> usual =
        Files.getPosixFilePermissions(Files.createFile(directory.resolve("usual")));

    run(vendorFile());

    for (String file : List.of("video.yaml", "vendor.yaml", "video.lock", "target/change.md")) {
      assertThat(Files.getPosixFilePermissions(copy.resolve("openapi").resolve(file)))
          .as(file)
          .isEqualTo(usual);
    }
    try (Stream<Path> all = Files.walk(copy)) {
      assertThat(all).noneMatch(each -> each.toString().endsWith(".new"));
    }
  }

  @Test
  void run_buildFails_reportsStepAndReason() throws Exception {
    edit(REMOVAL);
    build.result = BuildResult.failed("VideoLogs.java: cannot find symbol");

    assertThat(run(vendorFile())).isEqualTo(Outcome.BUILD_FAILED);
    assertThat(progress.toString(UTF_8))
        .contains(
            "Step 8 of 8 (compile) failed.", build.result.failure(), "The document is written");
    assertThat(page.toString(UTF_8)).contains(build.result.failure());
  }

  @Test
  void run_afterAFailedBuild_buildsAgainAndReportsTheSameChanges() throws Exception {
    edit(REMOVAL);
    build.result = BuildResult.failed("no");
    build.work = () -> listing("public final class Half\n");
    run(vendorFile());
    assertThat(Files.readString(copy.resolve("openapi/video.lock")))
        .contains(VideoLock.OUTSTANDING);
    String failed = page.toString(UTF_8);
    build.result = BuildResult.success();
    build.work = () -> listing("public final class Whole\n");

    assertThat(run(vendorFile())).isEqualTo(Outcome.BREAKING);
    assertThat(build.runs).isEqualTo(2);
    assertThat(failed).contains("- `list_logs`");
    assertThat(page.toString(UTF_8))
        .contains("- `list_logs`", "+ public final class Whole")
        .doesNotContain("class Half");
    assertThat(run(vendorFile())).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void run_buildInterrupted_isBuiltTheNextTime() throws Exception {
    edit(ADDITION);
    build.work =
        () -> {
          throw new IOException("killed");
        };
    assertThatThrownBy(() -> run(vendorFile())).hasMessage("killed");
    build.work = () -> {};

    assertThat(run(vendorFile())).isEqualTo(Outcome.ADDITIVE);
    assertThat(page.toString(UTF_8)).contains("`Room.topic`");
  }

  @Test
  void run_anotherDocumentAfterAFailedBuild_startsFromTheBackup() throws Exception {
    Path document = copy.resolve("openapi/video.yaml");
    Path former = Files.copy(vendorFile(), directory.resolve("former.yaml"));
    String before = Files.readString(document);
    edit(ADDITION);
    build.result = BuildResult.failed("no");
    run(vendorFile());
    assertThat(document).content().contains("topic:");
    build.result = BuildResult.success();

    assertThat(run(former)).isEqualTo(Outcome.UNCHANGED);
    assertThat(document).hasContent(before);
    assertThat(Files.readString(copy.resolve("openapi/video.lock")))
        .doesNotContain(VideoLock.OUTSTANDING);
  }

  @Test
  void run_manualEditsAfterAFailedBuild_arePreserved() throws Exception {
    edit(ADDITION);
    build.result = BuildResult.failed("no");
    run(vendorFile());
    Path document = copy.resolve("openapi/video.yaml");
    Files.writeString(
        document, Files.readString(document).replace("title: ", "title: Edited. "), UTF_8);
    build.result = BuildResult.success();
    run(vendorFile());

    assertThat(document).content().contains("title: Edited. ", "topic:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "openapi: 3.1.0",
        "swagger: '2.0'",
        "{",
        "openapi: 3.1.0\npaths: {/api/fax/rooms: {get: {}}}",
        "openapi: 3.1.0\npaths: {/api/video/rooms: {get: {responses: {'200': {$ref: '#/a'}}}}}",
        "openapi: 3.1.0\npaths: {/api/video/rooms: {$ref: 'https://127.0.0.1:9/rooms.yaml'}}"
      })
  void run_unusable_writesNothingAndNamesStepNodeAndFix(String text) throws Exception {
    Map<String, String> before = files();

    assertThat(run(Files.writeString(directory.resolve("bad.yaml"), text)))
        .isEqualTo(Outcome.UNREADABLE);
    assertThat(files()).isEqualTo(before);
    assertThat(progress.toString(UTF_8))
        .containsPattern("Step \\d+ of \\d+ \\(.+\\) failed\\.\\R.+: .+\\R")
        .contains("Nothing was written.");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.35, 0.5, 0.75, 0.9})
  void run_truncated_writesNothing(double share) throws Exception {
    String text = Files.readString(vendorFile());
    Path cut =
        Files.writeString(
            directory.resolve("cut.yaml"), text.substring(0, (int) (text.length() * share)));
    Map<String, String> before = files();

    assertThat(run(cut)).isEqualTo(Outcome.UNREADABLE);
    assertThat(files()).isEqualTo(before);
  }

  private Outcome run(Path file) throws Exception {
    page.reset();
    return run(file, new PrintStream(page, true, UTF_8));
  }

  private Outcome run(Path file, PrintStream out) throws Exception {
    return new Regeneration(
            new Checkout(copy), build, ORIGIN, out, new PrintStream(progress, true, UTF_8))
        .run(file);
  }

  private void edit(Consumer<Map<String, Object>> change) {
    change.accept(vendor);
  }

  private Path vendorFile() throws IOException {
    return Files.writeString(directory.resolve("vendor.yaml"), DocumentYaml.write(vendor));
  }

  private void listing(String end) throws IOException {
    String listing = Files.readString(REPOSITORY.resolve("generated/api.txt"));
    Files.writeString(copy.resolve("generated/api.txt"), listing + "\n" + end);
  }

  private String version() throws IOException {
    Object info = DocumentYaml.read(copy.resolve("openapi/video.yaml")).get("info");
    return String.valueOf(((Map<?, ?>) info).get("version"));
  }

  /** Returns the files in the repository and their content, without {@code target}. */
  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(copy)) {
      for (Path file : all.filter(Files::isRegularFile).collect(Collectors.toList())) {
        String name = copy.relativize(file).toString().replace('\\', '/');
        if (!name.startsWith("openapi/target/")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  private static final class FakeBuild implements Build {
    private int runs;
    private BuildResult result = BuildResult.success();
    private Work work = () -> {};

    @Override
    public int steps() {
      return 2;
    }

    @Override
    public BuildResult run(Consumer<String> begin) throws IOException {
      runs++;
      begin.accept("generate");
      begin.accept("compile");
      work.run();
      return result;
    }
  }

  private interface Work {
    void run() throws IOException;
  }
}
