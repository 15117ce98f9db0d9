package io.github.videorooms.openapi.tool.regenerate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Builds with Maven what depends on the document: the generated code and the facade. */
final class MavenBuild implements Build {
  private static final int LINES_OF_A_FAILURE = 40;

  private final String executable;
  private final List<String> options;
  private final Path directory;
  private final Path log;

  MavenBuild(String executable, List<String> options, Checkout checkout) {
    this.executable = executable;
    this.options = options;
    this.directory = checkout.root();
    this.log = checkout.output("regenerate.log");
  }

  @Override
  public String compile() throws IOException, InterruptedException {
    return run("test-compile");
  }

  @Override
  public String test() throws IOException, InterruptedException {
    // Generating once more would compile all of it once more.
    return run("test", "-Dcodegen.skip=true", "-Dapi.update=true", "-Ddocs.update=true");
  }

  private String run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(executable, "-B", "-ntp", "-P", "regenerate"));
    command.addAll(List.of("-pl", "openapi/tool,openapi,generated,facade"));
    command.addAll(options);
    command.addAll(List.of(arguments));
    Files.createDirectories(log.getParent());
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    return process.waitFor() == 0 ? "" : errors();
  }

  private String errors() throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("[ERROR]"))
        .map(line -> line.substring("[ERROR]".length()).strip())
        .filter(line -> !line.isEmpty())
        .distinct()
        .limit(LINES_OF_A_FAILURE)
        .collect(Collectors.joining("\n"));
  }
}
