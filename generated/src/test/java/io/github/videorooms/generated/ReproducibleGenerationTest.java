package io.github.videorooms.generated;

import static java.time.ZoneOffset.UTC;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("thorough")
class ReproducibleGenerationTest {
  private static final Path BUILT = Path.of("target/generated-sources/openapi");
  private static final String VERSION = "version: " + VideoDocument.version();
  private static final String ASCII = "A room that is stored in the project.";
  private static final String ACCENTED = "Une pi\u00e8ce \u2013 \u90e8\u5c4b.";

  /** Generates with another locale, time zone, encoding and document version. */
  @Test
  void generate_inAnotherEnvironment_producesTheSameFiles(@TempDir Path directory)
      throws Exception {
    String document = Files.readString(VideoDocument.FILE);
    assertThat(document).contains(VERSION, ASCII);
    Path elsewhere = directory.resolve("video.yaml");
    Files.writeString(
        elsewhere, document.replace(VERSION, "version: 98.76.54").replace(ASCII, ACCENTED));

    generate(elsewhere, directory);

    assertThat(builtFiles())
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(Files.readString(directory.resolve(BUILT.relativize(file))))
                    .as(file.toString())
                    .isEqualTo(Files.readString(file).replace(ASCII, ACCENTED)));
  }

  @Test
  void builtFiles_containNoDate() throws IOException {
    assertThat(builtFiles())
        .allSatisfy(
            file ->
                assertThat(file)
                    .content()
                    .doesNotContain(LocalDate.now(UTC).toString(), "@Generated"));
  }

  private static void generate(Path document, Path output) throws Exception {
    Path log = Path.of("target/generation.log");
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Chatham",
                "-Dfile.encoding=ISO-8859-1",
                "-cp",
                classPath(),
                Generation.class.getName(),
                document.toString(),
                output.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(2, MINUTES)).as("the generator terminates").isTrue();
    assertThat(process.exitValue()).as("exit code of the generator, see " + log).isZero();
  }

  /** Returns the class path of a separate process, as this test runs on the module path. */
  private static String classPath() {
    return String.join(
        File.pathSeparator,
        "target/test-classes",
        System.getProperty("java.class.path"),
        System.getProperty("jdk.module.path"));
  }

  private static List<Path> builtFiles() throws IOException {
    try (Stream<Path> files = Files.walk(BUILT.resolve("src"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
