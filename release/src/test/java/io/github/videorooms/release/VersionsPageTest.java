package io.github.videorooms.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of versions says what is built and tested. */
class VersionsPageTest {
  private static final Path PAGE = Published.ROOT.resolve("docs/versions.md");
  private static final Path PROMISES = Published.ROOT.resolve("docs/contributing/promises.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

  @ParameterizedTest
  @CsvSource({
    "Retrofit, retrofit.version",
    "OkHttp, okhttp.version",
    "Gson, gson.version",
    "'JUnit, for the test kit', junit.version",
    "'WireMock, for the test kit', wiremock.version",
  })
  void line_ofALibrary_hasTheVersionInUse(String library, String property) throws IOException {
    String version = Poms.read(Published.PARENT.pom()).getProperties().getProperty(property);
    String line = version.substring(0, version.lastIndexOf('.'));

    assertThat(row(library)).startsWith("| " + library + " | " + line);
  }

  @Test
  void line_ofJava_hasTheTargetVersion() throws IOException {
    String release =
        Poms.read(Published.PARENT.pom()).getProperties().getProperty("maven.compiler.release");

    assertThat(row("Java, to run")).contains("| " + release + " and later |");
  }

  @Test
  void test_namedByTheContributorsPage_exists() throws IOException {
    Set<String> named =
        TEST.matcher(Files.readString(PROMISES))
            .results()
            .map(found -> found.group(1) + ".java")
            .collect(Collectors.toSet());

    assertThat(named).isNotEmpty();
    try (Stream<Path> files = Files.walk(Published.ROOT)) {
      assertThat(files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .containsAll(named);
    }
  }

  private static String row(String subject) throws IOException {
    try (Stream<String> lines = Files.lines(PAGE)) {
      return lines.filter(line -> line.startsWith("| " + subject + " |")).findAny().orElse("");
    }
  }
}
