package io.github.videorooms.openapi.tool.regenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the code still has to be built from a document that was written already, and what the
 * files held at the last build that succeeded.
 *
 * <p>The mark is a line of {@code openapi/video.lock}, so that neither {@code mvn clean} nor a new
 * clone loses it. The files are saved before the mark is set, and the mark is set before any of
 * them changes: wherever a run ends, the next one finds either the mark and the files, or files
 * that nobody has touched.
 */
final class OutstandingBuild {
  /** What a regeneration changes, of which a page may show the difference. */
  private static final List<Path> FILES =
      Stream.of(
              "openapi/video.yaml",
              "openapi/vendor.yaml",
              "openapi/video.lock",
              "generated/api.txt",
              "facade/api.txt")
          .map(Path::of)
          .toList();

  private final Checkout checkout;
  private final Path saved;

  OutstandingBuild(Checkout checkout) {
    this.checkout = checkout;
    this.saved = checkout.output("regeneration").resolve("before");
  }

  /** Whether the last run wrote a document and did not get to the end of a successful build. */
  boolean isOutstanding() throws IOException {
    return Files.exists(checkout.lock())
        && Files.readString(checkout.lock()).lines().anyMatch(VideoLock.OUTSTANDING::equals);
  }

  /**
   * Saves the files and sets the mark; has to precede the first change. If a build is outstanding
   * already, what was saved then stays.
   */
  void begin() throws IOException {
    if (isOutstanding()) {
      return;
    }
    save();
    String lock = Files.exists(checkout.lock()) ? Files.readString(checkout.lock()) : "";
    String separator = lock.isEmpty() || lock.endsWith("\n") ? "" : "\n";
    Checkout.write(checkout.lock(), lock + separator + VideoLock.OUTSTANDING + "\n");
  }

  /** Removes the mark and what was saved: the code is that of the document. */
  void end() throws IOException {
    if (isOutstanding()) {
      String lock = Files.readString(checkout.lock());
      Checkout.write(
          checkout.lock(),
          lock.lines()
              .filter(line -> !line.equals(VideoLock.OUTSTANDING))
              .map(line -> line + "\n")
              .collect(Collectors.joining()));
    }
    delete(saved);
  }

  /**
   * Returns what a file held at the last successful build: what was saved of it, or if that was
   * deleted what is committed, or if nothing is outstanding what it holds now.
   *
   * @return with {@code \n} at the end of each line, or empty if there was no such file
   * @throws IllegalArgumentException if it is none of the files that are saved
   */
  Optional<String> before(Path relative) throws IOException, InterruptedException {
    if (!FILES.contains(relative)) {
      throw new IllegalArgumentException(relative + " is not saved");
    }
    if (!isOutstanding()) {
      return text(checkout.root().resolve(relative));
    }
    return Files.isDirectory(saved)
        ? text(saved.resolve(relative))
        : checkout.committed(relative).map(OutstandingBuild::normalized);
  }

  private static Optional<String> text(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(normalized(Files.readString(file))) : Optional.empty();
  }

  private static String normalized(String text) {
    return text.replace("\r\n", "\n");
  }

  /** The directory appears as a whole or not at all. */
  private void save() throws IOException {
    Path next = saved.resolveSibling("before.new");
    delete(next);
    Files.createDirectories(next);
    for (Path file : FILES) {
      Path source = checkout.root().resolve(file);
      if (Files.exists(source)) {
        Files.createDirectories(next.resolve(file).getParent());
        Files.copy(source, next.resolve(file));
      }
    }
    delete(saved);
    Files.move(next, saved, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(directory)) {
      for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
