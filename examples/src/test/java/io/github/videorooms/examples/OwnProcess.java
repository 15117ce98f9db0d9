package io.github.videorooms.examples;

import io.github.videorooms.testkit.FakeSpace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program in a process of its own, with the settings of a space in its environment unless a test
 * has others.
 */
final class OwnProcess implements AutoCloseable {
  private final Process process;

  private OwnProcess(Process process) {
    this.process = process;
  }

  static OwnProcess of(
      Class<?> program, FakeSpace space, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(ProcessBuilder.Redirect.PIPE, program, space, environment, arguments);
  }

  /** Sends standard output to a file. */
  static OwnProcess into(
      Path output,
      Class<?> program,
      FakeSpace space,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    return start(
        ProcessBuilder.Redirect.to(output.toFile()), program, space, environment, arguments);
  }

  private static OwnProcess start(
      ProcessBuilder.Redirect output,
      Class<?> program,
      FakeSpace space,
      Map<String, String> environment,
      String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1"); // It lives for seconds.
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output);
    builder
        .environment()
        .putAll(
            Map.of(
                "SIGNALWIRE_PROJECT_ID", space.getProject(),
                "SIGNALWIRE_API_TOKEN", space.getToken(),
                "SIGNALWIRE_SPACE", space.getHost()));
    builder.environment().putAll(environment);
    return new OwnProcess(builder.start());
  }

  /** Waits until it has written all. */
  String output() throws IOException {
    return read(process.getInputStream());
  }

  /** Waits until it has written all. */
  String errors() throws IOException {
    return read(process.getErrorStream());
  }

  String firstLine() throws IOException {
    return process.inputReader(StandardCharsets.UTF_8).readLine();
  }

  int exitStatus() throws InterruptedException {
    return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
  }

  /** Does what Ctrl-C does, but not on Windows; what it writes then can still be read. */
  void stop() {
    process.toHandle().destroy();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }
}
