package io.github.videorooms.generated.mutation;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.generated.GeneratedClasses;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a program that generates and compiles code, in a separate process on the class path. */
final class Program {
  /** Runs a main class of the tests, and fails unless it succeeds. */
  static void run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    Path log = Path.of("target", main.getSimpleName() + ".log");
    Process process =
        new ProcessBuilder(command(main, arguments))
            .redirectOutput(Redirect.DISCARD)
            .redirectError(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(20, MINUTES)).as("the program terminates").isTrue();
    } finally {
      process.destroy();
    }
    assertThat(process.exitValue()).as("exit code of the program, see " + log).isZero();
  }

  private static List<String> command(Class<?> main, String... arguments) {
    Stream<String> java =
        Stream.of(
            System.getProperty("java.home") + "/bin/java",
            "-XX:TieredStopAtLevel=1",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
            "-cp",
            classPath(),
            main.getName());
    return Stream.concat(java, Stream.of(arguments)).toList();
  }

  /** Returns the class path of the tests without the current generated classes. */
  private static String classPath() {
    String today = GeneratedClasses.DIRECTORY.toAbsolutePath().toString();
    return Stream.of(
            "target/test-classes",
            System.getProperty("java.class.path"),
            System.getProperty("jdk.module.path"))
        .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
        .filter(entry -> !entry.equals(today))
        .collect(joining(File.pathSeparator));
  }

  private Program() {}
}
