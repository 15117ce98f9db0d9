package io.github.videorooms.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.testkit.FakeSpace;
import io.github.videorooms.testkit.FakeSpaceExtension;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(FakeSpaceExtension.class)
class FirstProgramTest {
  @Test
  void main_settingsInTheEnvironment_createsAndDeletesARoom(FakeSpace space) throws Exception {
    try (OwnProcess program = OwnProcess.of(FirstProgram.class, space, Map.of())) {
      assertThat(program.output().strip()).isEqualTo("standup has room for 10");
      assertThat(program.errors()).isEmpty();
      assertThat(program.exitStatus()).isZero();
    }
    assertThat(space.getRooms()).isEmpty();
  }
}
