package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the program of docs/getting-started.md as a reader does, and holds its outputs to it. */
@ExtendWith(FakeSpaceExtension.class)
class StandupProgramTest {
  @Test
  void main_twice_createsTheRoomAndThenSaysThatTheNameIsTaken(FakeSpace space) throws Exception {
    try (OwnProcess first = OwnProcess.of(Standup.class, space, Map.of())) {
      assertThat(first.output().strip()).isEqualTo("standup has room for 10");
    }
    try (OwnProcess second = OwnProcess.of(Standup.class, space, Map.of())) {
      assertThat(page()).contains(message(second)).contains("standup has room for 10");
    }
  }

  @Test
  @Contract.Credentials("wrong")
  void main_wrongToken_saysWhatThePageSays(FakeSpace space) throws Exception {
    Map<String, String> wrong = Map.of("SIGNALWIRE_API_TOKEN", "PT-of-another-project");
    try (OwnProcess program = OwnProcess.of(Standup.class, space, wrong)) {
      assertThat(page()).contains(message(program));
    }
  }

  @Test
  void main_noSettings_saysWhatThePageSays(FakeSpace space) throws Exception {
    Map<String, String> none = Map.of("SIGNALWIRE_PROJECT_ID", "");
    try (OwnProcess program = OwnProcess.of(Standup.class, space, none)) {
      assertThat(page()).contains(message(program));
    }
  }

  /** What follows the name of the exception. */
  private static String message(OwnProcess program) throws IOException {
    String first = program.errors().lines().findFirst().orElse("no error");
    return first.replaceFirst("Exception in thread \"main\" [\\w.]+: ", "");
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("..", "docs", "getting-started.md"));
  }
}
