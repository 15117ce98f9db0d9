package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class RuntimeClassPathTest {
  private static final Path TABLE = Path.of("../docs/class-path.md");

  @Test
  void entries_countAndSize_staySmall() throws IOException {
    List<Path> entries = RuntimeClassPath.entries();
    long bytes = 0;
    for (Path entry : entries) {
      bytes += sizeOf(entry);
    }

    assertThat(entries).hasSizeLessThanOrEqualTo(10);
    assertThat(bytes).isLessThanOrEqualTo(4_000_000);
  }

  @Test
  void entries_ofOthers_areThoseInTheDocs() throws IOException {
    String table =
        RuntimeClassPath.entries().stream()
            .filter(entry -> !isOurs(entry))
            .sorted()
            .map(RuntimeClassPathTest::row)
            .sorted()
            .collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("docs.update")) {
      String page = Files.readString(TABLE);
      Files.writeString(TABLE, page.replaceAll("(?m)(^\\| `(?!signalwire).*\\R)+", table + "\n"));
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

  /** Folders stand for our own jars, so what is in them counts as packed. */
  private static long sizeOf(Path entry) throws IOException {
    return Files.isDirectory(entry) ? packedSizeOf(entry) : Files.size(entry);
  }

  private static long packedSizeOf(Path folder) throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (Stream<Path> files = Files.walk(folder);
        ZipOutputStream zip = new ZipOutputStream(jar)) {
      for (Path file : files.filter(Files::isRegularFile).collect(Collectors.toList())) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, zip);
      }
    }
    return jar.size();
  }
}
