package io.github.videorooms.generated.shapes;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.videorooms.generated.GeneratedClasses;
import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests that generated code compiles and works for every shape and name in a document. */
@Tag("thorough")
class ShapeTest {
  private static JsonObject outcomes;

  @BeforeAll
  static void build(@TempDir Path directory) throws Exception {
    Path log = Path.of("target/shapes.log");
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath(),
                ShapeRun.class.getName(),
                directory.toString())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(5, MINUTES)).as("the run terminates").isTrue();
    } finally {
      process.destroy();
    }
    assertThat(process.exitValue()).as("exit code of the run, see " + log).isZero();
    String json = Files.readString(directory.resolve("outcomes.json"));
    outcomes = JsonParser.parseString(json).getAsJsonObject();
  }

  static List<Row> rows() {
    return Rows.all();
  }

  @Test
  void generate_allRows_compiles() {
    assertThat(outcomes.get("compiler").getAsString()).isEmpty();
  }

  @Test
  void rows_haveUniqueNames() {
    assertThat(rows()).extracting(Row::name).doesNotHaveDuplicates().hasSizeGreaterThan(200);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void generate_row_works(Row row) {
    assertThat(outcomes.get(row.name()).getAsString()).isEmpty();
  }

  /** Returns the class path of the tests without the current generated classes. */
  private static String classPath() {
    String today = GeneratedClasses.DIRECTORY.toAbsolutePath().toString();
    return Stream.of(
            "target/test-classes",
            System.getProperty("java.class.path"),
            System.getProperty("jdk.module.path"))
        .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
        .filter(entry -> !entry.equals(today))
        .collect(joining(File.pathSeparator));
  }
}
