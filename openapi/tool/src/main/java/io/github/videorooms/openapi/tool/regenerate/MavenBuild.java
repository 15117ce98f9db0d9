package io.github.videorooms.openapi.tool.regenerate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Builds the modules that depend on the document with Maven: generated, facade and test kit. */
final class MavenBuild implements Build {
  private static final String MODULES =
      "openapi/tool,openapi,generated,facade/watch,facade,testkit";
  private static final String COLOUR = "-Dstyle.color";

  /** Exit codes above 128 are 128 plus the number of the signal that ended the process. */
  private static final int SIGNALLED = 128;

  private static final int LAST_SIGNAL = 64;

  /** The steps by the Maven goal that they begin with. */
  private static final Map<String, String> STEPS = new LinkedHashMap<>();

  static {
    STEPS.put("generate @ signalwire-videorooms-generated", "generate the code");
    STEPS.put("compile @ signalwire-videorooms-generated", "compile it");
    STEPS.put("test @ signalwire-videorooms-generated", "test it, update its API listing");
    STEPS.put("compile @ signalwire-videorooms", "compile the facade");
    STEPS.put("test @ signalwire-videorooms", "test it, update its API listing");
    STEPS.put("test @ signalwire-videorooms-testkit", "test the test kit, update its guide");
  }

  private final List<String> command = new ArrayList<>();
  private final Checkout checkout;
  private final Path log;

  MavenBuild(String executable, List<String> options, Checkout checkout) {
    command.addAll(List.of(executable, "-B", "-ntp", "-P", "regenerate", "-pl", MODULES));
    if (options.stream().noneMatch(option -> option.contains("style.color"))) {
      command.add(COLOUR + "=never");
    }
    command.addAll(options);
    command.addAll(List.of("-Dapi.update=true", "-Ddocs.update=true"));
    command.addAll(List.of("--fail-fast", "-Dmaven.test.failure.ignore=false", "test"));
    this.checkout = checkout;
    this.log = checkout.output("regenerate.log");
  }

  @Override
  public int steps() {
    return 1 + STEPS.size();
  }

  @Override
  public BuildResult run(Consumer<String> begin) throws IOException, InterruptedException {
    begin.accept("start Maven, test the document");
    Files.createDirectories(log.getParent());
    Map<Path, FileTime> listings = listings();
    Process process;
    try {
      process = start();
    } catch (IOException e) {
      return BuildResult.failed("Maven could not be started: " + e.getMessage());
    }
    MavenLog lines = new MavenLog();
    int exitCode;
    try (ProcessTree ignored = new ProcessTree(process)) {
      follow(process, lines, begin);
      exitCode = process.waitFor();
    }
    return exitCode == 0
        ? withListings(listings)
        : BuildResult.failed("Maven " + ending(exitCode) + ".\n" + lines.failure());
  }

  private Process start() throws IOException {
    Process process =
        new ProcessBuilder(command)
            .directory(checkout.root().toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    return process;
  }

  private void follow(Process process, MavenLog lines, Consumer<String> begin) throws IOException {
    try (Writer copy = Files.newBufferedWriter(log);
        BufferedReader output =
            new BufferedReader(
                new InputStreamReader(process.getInputStream(), Charset.defaultCharset()))) {
      for (String raw = output.readLine(); raw != null; raw = output.readLine()) {
        String line = MavenLog.withoutColour(raw);
        copy.append(line).append('\n');
        lines.add(line);
        MavenLog.goalIn(line)
            .flatMap(goal -> Optional.ofNullable(STEPS.get(goal)))
            .ifPresent(begin);
      }
    }
  }

  private static String ending(int exitCode) {
    int signal = exitCode - SIGNALLED;
    return "ended with exit code "
        + exitCode
        + (signal > 0 && signal <= LAST_SIGNAL ? " (signal " + signal + ")" : "");
  }

  /** Fails if the listings were not updated, as when tests are skipped: the page relies on them. */
  private BuildResult withListings(Map<Path, FileTime> before) throws IOException {
    List<String> same = new ArrayList<>();
    for (Map.Entry<Path, FileTime> now : listings().entrySet()) {
      if (now.getValue().equals(before.get(now.getKey()))) {
        same.add(checkout.root().relativize(now.getKey()).toString());
      }
    }
    return same.isEmpty()
        ? BuildResult.success()
        : BuildResult.failed(
            "Maven succeeded, but did not update "
                + String.join(" and ", same)
                + ". Options that skip tests or modules cannot be used here.");
  }

  private Map<Path, FileTime> listings() throws IOException {
    Map<Path, FileTime> times = new LinkedHashMap<>();
    for (String module : List.of("generated", "facade")) {
      Path listing = checkout.root().resolve(module).resolve("api.txt");
      times.put(
          listing,
          Files.exists(listing) ? Files.getLastModifiedTime(listing) : FileTime.fromMillis(0));
    }
    return times;
  }
}
