package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuntimeClassPathTest {
  private static final Path TABLE = Path.of("../docs/versions.md");

  @Test
  void thirdPartyEntries_countAndSize_staySmall() throws IOException {
    long bytes = 0;
    for (Path entry : RuntimeClassPath.entries()) {
      bytes += isOurs(entry) ? 0 : Files.size(entry);
    }

    assertThat(RuntimeClassPath.entries()).hasSizeLessThanOrEqualTo(10);
    assertThat(bytes).isLessThanOrEqualTo(3_600_000);
  }

  @Test
  void thirdPartyEntries_all_areThoseInTheDocs() throws IOException {
    String table =
        RuntimeClassPath.entries().stream()
            .filter(entry -> !isOurs(entry))
            .sorted()
            .map(RuntimeClassPathTest::row)
            .sorted()
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("docs.update")) {
      String page = Files.readString(TABLE);
      Files.writeString(TABLE, page.replaceAll("(?m)(^\\| `[^`]+\\.jar` .*\\R)+", table + "\n"));
    }

    assertThat(Files.readString(TABLE)).as("renew it with -Ddocs.update=true").contains(table);
  }

  private static boolean isOurs(Path entry) {
    return Files.isDirectory(entry) || entry.getFileName().toString().startsWith("signalwire-");
  }

  private static String row(Path jar) {
    try {
      return String.format(
          Locale.ROOT, "| `%s` | %,d kB |", jar.getFileName(), (Files.size(jar) + 500) / 1_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
