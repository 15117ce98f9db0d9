package io.github.videorooms.openapi.tool.regenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.incoming.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VideoLockTest {
  private static final Path REPOSITORY = Path.of("../..");

  @Test
  void lock_ofTheRepository_isUpToDate() throws IOException {
    VideoLock lock = VideoLock.of(REPOSITORY);
    if (Boolean.getBoolean("lock.update")) {
      lock.write();
    }

    assertThat(REPOSITORY.resolve("openapi/video.lock"))
        .as("update it with -Dlock.update=true")
        .content()
        .isEqualToNormalizingNewlines(lock.text());
  }

  @Test
  void lock_ofTheRepository_hasNoOutstandingBuild() throws IOException {
    assertThat(VideoLock.of(REPOSITORY).isOutstanding())
        .as(
            "the last regeneration wrote openapi/video.yaml, and its build failed or was"
                + " interrupted: run java openapi/Regenerate.java again with the same document")
        .isFalse();
  }

  @Test
  void text_origin_isReadBack(@TempDir Path repository) throws IOException {
    for (String file :
        List.of(
            "pom.xml",
            "openapi/vendor.yaml",
            "generated/generator.yaml",
            "generated/src/main/templates/pojo.mustache",
            "facade/generator.yaml",
            "facade/src/main/templates/resource.mustache")) {
      Files.createDirectories(repository.resolve(file).getParent());
      Files.copy(REPOSITORY.resolve(file), repository.resolve(file));
    }
    Checkout checkout = new Checkout(repository);
    Fingerprint one = Fingerprint.of(new byte[] {1});
    String origin = "the vendor's: docs@1 #2 " + "x".repeat(200);

    VideoLock.from(one, origin, checkout).write();

    assertThat(DocumentYaml.read(checkout.lock())).containsEntry("origin", origin);
    assertThat(checkout.lock()).content().isEqualTo(VideoLock.of(repository).text());
    assertThat(VideoLock.from(one, "", checkout).text()).contains("the vendor''s: docs@1");
    assertThat(VideoLock.from(Fingerprint.of(new byte[] {2}), "", checkout).text())
        .doesNotContain("docs@1");
  }
}
