package io.github.videorooms;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program in a Java of its own, with what an application has on its class path. */
final class ChildProcess {
  private final Process process;

  private ChildProcess(Process process) {
    this.process = process;
  }

  /** Starts a program of the tests. */
  static ChildProcess start(
      List<String> options, Stream<Path> firstOnClassPath, Class<?> program, String... arguments)
      throws IOException {
    String classPath =
        Stream.of(
                firstOnClassPath,
                Stream.of(Path.of("target/test-classes")),
                RuntimeClassPath.entries().stream())
            .flatMap(paths -> paths)
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(List.of(arguments));
    return new ChildProcess(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Returns all that it prints. */
  String output() throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Returns its status once it has ended, which it has to do soon after its last word. */
  int status() throws InterruptedException {
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("it did not end");
    }
    return process.exitValue();
  }
}
