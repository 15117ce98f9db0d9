package io.github.videorooms.openapi.tool.regenerate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds with Maven what depends on the document: the generated code and the facade. */
final class MavenBuild implements Build {
  private static final int LINES_OF_A_FAILURE = 40;
  private static final String MODULES = "openapi/tool,openapi,generated,facade/watch,facade";

  /** Such as {@code --- maven-surefire-plugin:3.5.4:test (default-test) @ module ---}. */
  private static final Pattern GOAL = Pattern.compile("--- \\S+:(\\w+) \\(.+\\) (@ \\S+) ---");

  /** By the goal of Maven that each begins with. */
  private static final Map<String, String> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("generate @ signalwire-videorooms-generated", "generate the code");
    STEPS.put("compile @ signalwire-videorooms-generated", "compile it");
    STEPS.put("test @ signalwire-videorooms-generated", "test it, renew its API listing");
    STEPS.put("compile @ signalwire-videorooms", "compile the facade");
    STEPS.put("test @ signalwire-videorooms", "test it, renew its API listing");
  }

  private final List<String> command = new ArrayList<>();
  private final Path directory;
  private final Path log;

  MavenBuild(String executable, List<String> options, Checkout checkout) {
    command.addAll(List.of(executable, "-B", "-ntp", "-P", "regenerate", "-pl", MODULES));
    command.addAll(List.of("-Dapi.update=true", "-Ddocs.update=true"));
    command.addAll(options);
    command.add("test");
    this.directory = checkout.root();
    this.log = checkout.output("regenerate.log");
  }

  @Override
  public int steps() {
    return 1 + STEPS.size();
  }

  @Override
  public String run(Consumer<String> begin) throws IOException, InterruptedException {
    begin.accept("start Maven, test the document");
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    Files.createDirectories(log.getParent());
    try (Writer copy = Files.newBufferedWriter(log);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        copy.append(line).append('\n');
        Matcher goal = GOAL.matcher(line);
        if (goal.find()) {
          Optional.ofNullable(STEPS.get(goal.group(1) + " " + goal.group(2))).ifPresent(begin);
        }
      }
    }
    return process.waitFor() == 0 ? "" : errors();
  }

  private String errors() throws IOException {
    return Files.readAllLines(log).stream()
        .filter(line -> line.startsWith("[ERROR]"))
        .map(line -> line.substring("[ERROR]".length()).replace("-> [Help 1]", "").strip())
        .takeWhile(line -> !line.startsWith("To see the full stack trace"))
        .filter(line -> !line.isEmpty())
        .distinct()
        .limit(LINES_OF_A_FAILURE)
        .collect(Collectors.joining("\n"));
  }
}
