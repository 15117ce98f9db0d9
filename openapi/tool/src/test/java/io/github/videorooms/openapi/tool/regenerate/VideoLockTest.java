package io.github.videorooms.openapi.tool.regenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class VideoLockTest {
  private static final Path REPOSITORY = Path.of("../..");

  @Test
  void lock_ofTheRepository_isTrue() throws IOException {
    VideoLock lock = VideoLock.of(REPOSITORY);
    if (Boolean.getBoolean("lock.update")) {
      lock.write();
    }

    assertThat(REPOSITORY.resolve("openapi/video.lock"))
        .as("renew it with -Dlock.update=true")
        .content()
        .isEqualToNormalizingNewlines(lock.text());
  }
}
