package io.github.videorooms.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.release.ReleaseGate;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is committed may follow what was released. */
class ReleaseGateTest {
  private static final Path REPOSITORY = Path.of("..");

  @Test
  void committedState_sinceTheReleaseBefore_hasTheVersionsItNeeds() throws IOException {
    if (Boolean.getBoolean("release.record")) {
      ReleaseGate.record(REPOSITORY);
    }

    assertThat(ReleaseGate.check(REPOSITORY)).isEmpty();
  }
}
