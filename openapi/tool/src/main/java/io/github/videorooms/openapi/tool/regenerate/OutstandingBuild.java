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
 * Records that a new document was written but not yet built successfully, and the content of the
 * files before it.
 *
 * <p>The record is the line {@code build: outstanding} in {@code openapi/video.lock}, so it
 * survives {@code mvn clean} and is part of a clone. The files are backed up first, then the line
 * is written, then the files change: wherever a run is interrupted, the next one finds either the
 * line and the backup, or unchanged files.
 */
final class OutstandingBuild {
  /** The files that a regeneration changes and the page compares. */
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

  /** Returns whether the last run wrote a document without completing a successful build. */
  boolean isOutstanding() throws IOException {
    return Files.exists(checkout.lock())
        && Files.readString(checkout.lock()).lines().anyMatch(VideoLock.OUTSTANDING::equals);
  }

  /**
   * Backs up the files and records an outstanding build. Has to be called before the first change.
   * If a build is already outstanding, the existing backup is preserved.
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

  /** Removes the record and the backup after a successful build. */
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
   * Returns the content of a file at the last successful build: its backup, or the committed
   * content if the backup was deleted; if no build is outstanding, the current content.
   *
   * @return the text with {@code \n} as line separator, or empty if the file did not exist
   * @throws IllegalArgumentException if the file is not one of those that are backed up
   */
  Optional<String> before(Path relative) throws IOException, InterruptedException {
    if (!FILES.contains(relative)) {
      throw new IllegalArgumentException(relative + " is not backed up");
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

  /** Creates the backup directory atomically. */
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
