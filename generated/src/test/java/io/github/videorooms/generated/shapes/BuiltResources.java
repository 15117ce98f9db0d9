package io.github.videorooms.generated.shapes;

import io.github.videorooms.generated.Generation;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Generates the resource classes of a document and compiles them with the hand-written rest of the
 * facade. They are tested here, with the unusual documents of this module.
 */
final class BuiltResources {
  private static final Path FACADE = Path.of("../facade/src/main/java/io/github/videorooms");

  /** Sources in which Maven replaces properties. */
  private static final Path FILTERED =
      Path.of("../facade/src/main/java-templates/io/github/videorooms");

  /** Generates and compiles; returns the compiler's errors, or {@code ""}. */
  static String build(Path document, Path directory, Path classes) throws IOException {
    Generation.ofResources(document, directory);
    List<Path> generated = sources(directory.resolve("src/main/java/io/github/videorooms"));
    List<Path> all = new ArrayList<>(generated);
    all.addAll(sources(FACADE));
    all.addAll(sources(FILTERED));
    String messages = compile(all, classes, "-Xdoclint:none");
    return messages.isEmpty() ? compile(generated, classes, "-Xdoclint:all,-missing") : messages;
  }

  /** Returns the sources of the facade, except those that extend a specific resource class. */
  private static List<Path> sources(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.getFileName().toString().startsWith("Abstract"))
          .toList();
    }
  }

  private static String compile(List<Path> files, Path classes, String doclint) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-nowarn",
                "-Xmaxerrs",
                "1000",
                doclint,
                "-d",
                classes.toString(),
                "-cp",
                classes
                    + System.getProperty("path.separator")
                    + System.getProperty("java.class.path")));
    files.forEach(file -> arguments.add(file.toString()));
    StringWriter messages = new StringWriter();
    PrintWriter out = new PrintWriter(messages);
    int exit =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(out, out, arguments.toArray(String[]::new));
    return exit == 0 ? "" : messages.toString();
  }

  private BuiltResources() {}
}
