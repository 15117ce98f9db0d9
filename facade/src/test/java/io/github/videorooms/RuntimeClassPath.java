package io.github.videorooms;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an application that adds the facade gets on its class path. */
final class RuntimeClassPath {
  private RuntimeClassPath() {}

  /** Returns the jars of others, and folders or jars of our own. */
  static List<Path> entries() {
    return Stream.concat(Stream.of("target/classes"), dependencies())
        .map(Path::of)
        .collect(Collectors.toList());
  }

  private static Stream<String> dependencies() {
    try {
      return Stream.of(
          Files.readString(Path.of("target/runtime-class-path.txt"))
              .strip()
              .split(File.pathSeparator));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
