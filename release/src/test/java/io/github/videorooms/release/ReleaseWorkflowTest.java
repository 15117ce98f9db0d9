package io.github.videorooms.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The workflow that publishes a release treats all that is published alike. */
class ReleaseWorkflowTest {
  private static final Path WORKFLOW = Published.ROOT.resolve(".github/workflows/release.yml");

  @Test
  void attestation_subjects_areTheJarsOfAllPublishedModules() throws IOException {
    List<String> lines = Files.readAllLines(WORKFLOW).stream().map(String::strip).toList();

    assertThat(lines.subList(lines.indexOf("subject-path: |") + 1, lines.size()))
        .containsExactlyInAnyOrderElementsOf(
            Published.JARS.stream()
                .map(jar -> jar.folder() + "/target/" + jar.artifactId() + "-*.jar")
                .toList());
  }
}
