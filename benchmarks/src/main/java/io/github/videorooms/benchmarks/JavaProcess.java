package io.github.videorooms.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program in its own JVM, which ends when its standard input ends. */
final class JavaProcess implements AutoCloseable {
  private static final List<String> OF_THE_FACADE = List.of("signalwire-", "retrofit");
  private static final List<String> OF_THE_BENCHMARKS = List.of("jmh-", "jopt-", "commons-math");
  private static final String OWN = System.getProperty("benchmarks.jar", "target/classes");

  private final Process process;
  private final BufferedReader output;

  private JavaProcess(Process process) {
    this.process = process;
    this.output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Starts a program with only the dependencies of its contender on the class path. */
  static JavaProcess start(
      String contender, List<String> options, Class<?> program, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPathOf(contender), program.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    return new JavaProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private static String classPathOf(String contender) {
    Stream<String> others =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.endsWith(".jar"))
            .filter(entry -> isNeeded(Path.of(entry).getFileName().toString(), contender));
    return Stream.concat(Stream.of(OWN), others).collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isNeeded(String jar, String contender) {
    if (OF_THE_BENCHMARKS.stream().anyMatch(jar::startsWith)) {
      return false;
    }
    return switch (contender) {
      case Contender.FACADE -> true;
      case Contender.OKHTTP -> OF_THE_FACADE.stream().noneMatch(jar::startsWith);
      default -> jar.startsWith("gson");
    };
  }

  /** Returns the next line that the program prints. */
  String line() throws IOException {
    String line = output.readLine();
    if (line == null) {
      throw new IOException("the program ended early; see its output above");
    }
    return line;
  }

  /** Returns once the program has printed the line; the JVM may print something before it. */
  void await(String wanted) throws IOException {
    for (String line = ""; !line.equals(wanted); ) {
      line = line();
    }
  }

  /** Returns the memory of the process in kilobytes, or NaN if the system does not report it. */
  double residentKilobytes() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(Double.NaN);
  }

  @Override
  public void close() throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException("the program did not end");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException(e);
    }
  }
}
