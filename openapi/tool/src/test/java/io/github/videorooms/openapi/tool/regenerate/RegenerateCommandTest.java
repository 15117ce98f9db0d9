package io.github.videorooms.openapi.tool.regenerate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests the command as users call it, with a shell script in place of Maven. */
@DisabledOnOs(OS.WINDOWS)
class RegenerateCommandTest {
  private static final Path REPOSITORY = Path.of("../..");
  private static final int SIGTERM = 143;

  @TempDir private Path directory;
  private Path checkout;
  private Path here;

  @BeforeEach
  void copyCheckout() throws IOException {
    checkout = directory.resolve("checkout");
    here = Files.createDirectories(checkout.resolve("docs"));
    for (String file :
        List.of(
            "pom.xml",
            "openapi/Regenerate.java",
            "openapi/video.yaml",
            "openapi/video.lock",
            "openapi/vendor.yaml",
            "openapi/deviations.yaml",
            "openapi/tool/pom.xml",
            "generated/generator.yaml",
            "generated/api.txt",
            "generated/src/main/templates/pojo.mustache",
            "facade/generator.yaml",
            "facade/src/main/templates/resource.mustache",
            "facade/api.txt")) {
      Files.createDirectories(checkout.resolve(file).getParent());
      Files.copy(REPOSITORY.resolve(file), checkout.resolve(file));
    }
    Files.createDirectories(checkout.resolve("openapi/tool/src/main"));
    Map<String, Object> vendor = DocumentYaml.read(REPOSITORY.resolve("openapi/vendor.yaml"));
    Node.of(vendor).get("paths").object().remove("/api/video/logs");
    Files.writeString(here.resolve("vendor.yaml"), DocumentYaml.write(vendor));
  }

  @Test
  void command_terminatedDuringTheBuild_leavesNoProcessAndTheBuildOutstanding() throws Exception {
    maven("sleep 60 & echo $! > child; echo $$ > self; wait");
    Process command = start("vendor.yaml");
    long maven = pid(command, "self");
    long child = pid(command, "child");

    command.destroy();

    assertThat(command.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(command.exitValue()).isEqualTo(SIGTERM);
    assertThat(List.of(maven, child)).noneMatch(RegenerateCommandTest::isAlive);
    assertThat(read("openapi/video.lock")).contains(VideoLock.OUTSTANDING);
    assertThat(filesNamedNew()).isEmpty();
    assertThat(directory.resolve("out")).isEmptyFile();
  }

  @Test
  void command_buildFails_endsWith40() throws Exception {
    maven("printf '%s\\n' \"$@\" > words; exit 7");
    Files.createFile(here.resolve("settings.xml"));

    assertThat(start("-s", "settings.xml", "vendor.yaml", "--source", "docs@1 a.yaml").waitFor())
        .isEqualTo(Outcome.BUILD_FAILED.exitCode());
    assertThat(directory.resolve("out")).content().contains("Maven ended with exit code 7.");
    assertThat(read("words")).contains("-s\n" + here.resolve("settings.xml").toRealPath() + "\n");
    assertThat(read("openapi/video.lock")).contains("origin: 'docs@1 a.yaml'");
  }

  @Test
  void command_noTerminal_buildsTheToolWithoutColors() throws Exception {
    maven("printf '%s\\n' \"$@\" > words; exit 7");
    Path source = checkout.resolve("openapi/tool/src/main/Newer.java");
    Files.createFile(source);
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(start("vendor.yaml").waitFor()).isEqualTo(2);
    assertThat(Files.readString(here.resolve("words"))).contains("-Dstyle.color=never\n");
  }

  @Test
  void command_localSource_doesNotStart() throws Exception {
    maven("exit 0");

    assertThat(start("vendor.yaml", "--source", "vendor.yaml").waitFor()).isEqualTo(2);
    assertThat(directory.resolve("err")).content().contains("this is a local path");
  }

  /** Starts the command in a directory of the checkout, which relative paths refer to. */
  private Process start(String... words) throws IOException {
    Path tool = checkout.resolve("openapi/tool/target");
    Files.createDirectories(tool);
    Files.writeString(tool.resolve("regenerate.classpath"), classPath());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(checkout.resolve("openapi/Regenerate.java").toString());
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(here.toFile())
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(directory.resolve("err").toFile());
    builder.environment().put("MAVEN_HOME", directory.resolve("maven").toString());
    return builder.start();
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void maven(String script) throws IOException {
    Path maven = directory.resolve("maven/bin/mvn");
    Files.createDirectories(maven.getParent());
    Files.writeString(maven, "#!/bin/sh\n" + script + "\n");
    assertThat(maven.toFile().setExecutable(true)).isTrue();
  }

  private long pid(Process command, String name) throws Exception {
    Path file = checkout.resolve(name);
    while (command.isAlive() && !(Files.exists(file) && Files.size(file) > 1)) {
      Thread.sleep(50);
    }
    return Long.parseLong(Files.readString(file).strip());
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private String read(String file) throws IOException {
    return Files.readString(checkout.resolve(file));
  }

  private List<String> filesNamedNew() throws IOException {
    try (Stream<Path> files = Files.walk(checkout)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".new"))
          .collect(Collectors.toList());
    }
  }
}
