package io.github.videorooms.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.release.ReleaseGate;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Checks the committed version numbers against the last release. */
class ReleaseGateTest {
  private static final Path REPOSITORY = Path.of("..");

  @Test
  void committedState_sinceThePreviousRelease_hasTheRequiredVersions() throws IOException {
    if (Boolean.getBoolean("release.record")) {
      ReleaseGate.record(REPOSITORY);
    }

    assertThat(ReleaseGate.check(REPOSITORY)).isEmpty();
  }
}
