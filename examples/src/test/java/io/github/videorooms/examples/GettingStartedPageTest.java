package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The two ways to declare the dependencies say the same. */
class GettingStartedPageTest {
  private static final Pattern OF_MAVEN =
      Pattern.compile(
          "<dependency>\\s*<groupId>(.*)</groupId>\\s*<artifactId>(.*)</artifactId>"
              + "\\s*<version>(.*)</version>");
  private static final Pattern OF_GRADLE =
      Pattern.compile("(?:i|testI)mplementation\\(\"(.*):(.*):(.*)\"\\)");

  @Test
  void dependencies_ofMavenAndGradle_areTheSame() throws IOException {
    List<String> ofGradle = page(OF_GRADLE).collect(Collectors.toList());

    assertThat(ofGradle)
        .hasSize(4)
        .containsExactlyElementsOf(page(OF_MAVEN).limit(4).collect(Collectors.toList()));
  }

  @Test
  void launcher_ofGradle_matchesTheJUnitVersion() throws IOException {
    String page = Files.readString(Path.of("../docs/getting-started.md"));
    String jupiter = found("junit-jupiter:5\\.([\\d.]+)", page);

    assertThat(found("junit-platform-launcher:1\\.([\\d.]+)", page)).isEqualTo(jupiter);
  }

  private static Stream<String> page(Pattern dependency) throws IOException {
    return dependency
        .matcher(Files.readString(Path.of("../docs/getting-started.md")))
        .results()
        .map(found -> found.group(1) + ":" + found.group(2) + ":" + found.group(3));
  }

  private static String found(String pattern, String page) {
    return Pattern.compile(pattern).matcher(page).results().findFirst().orElseThrow().group(1);
  }
}
