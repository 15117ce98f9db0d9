package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class FirstProgramTest {
  @Test
  void main_settingsInTheEnvironment_makesAndRemovesARoom(FakeSpace space) throws Exception {
    Process program = start(space);

    String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(program.waitFor()).as(output).isZero();
    assertThat(output.strip()).isEqualTo("standup has room for 10");
    assertThat(space.rooms()).isEmpty();
  }

  private static Process start(FakeSpace space) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                FirstProgram.class.getName())
            .redirectErrorStream(true);
    program
        .environment()
        .putAll(
            Map.of(
                "SIGNALWIRE_PROJECT_ID", space.project(),
                "SIGNALWIRE_API_TOKEN", space.token(),
                "SIGNALWIRE_SPACE", space.host()));
    return program.start();
  }
}
