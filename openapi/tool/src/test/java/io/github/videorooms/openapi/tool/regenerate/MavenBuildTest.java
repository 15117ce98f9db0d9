package io.github.videorooms.openapi.tool.regenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tests the build with a shell script in place of Maven. */
@DisabledOnOs(OS.WINDOWS)
class MavenBuildTest {
  private static final String RENEW = "sleep 0.01; touch generated/api.txt facade/api.txt\n";

  @TempDir private Path root;
  private final List<String> steps = new ArrayList<>();

  @BeforeEach
  void writeListings() throws IOException {
    for (String module : List.of("generated", "facade")) {
      Files.createDirectories(root.resolve(module));
      Files.writeString(root.resolve(module).resolve("api.txt"), "");
    }
  }

  @Test
  void run_exitCodeZero_succeeds() throws Exception {
    BuildResult result = run(RENEW + "echo done");

    assertThat(result.failure()).isEmpty();
    assertThat(result.succeeded()).isTrue();
    assertThat(log()).containsExactly("done");
  }

  @Test
  void run_errors_areTheFailure() throws Exception {
    BuildResult result =
        run(
            """
            echo '[INFO] Compiling'
            echo '[ERROR] A.java:[1,2] cannot find symbol'
            echo '[ERROR] '
            echo '[ERROR] A.java:[1,2] cannot find symbol -> [Help 1]'
            echo '[ERROR] To see the full stack trace of the errors, re-run Maven with -e'
            echo '[ERROR] Re-run Maven using the -X switch'
            exit 1
            """);

    assertFailed(result, "Maven ended with exit code 1.\nA.java:[1,2] cannot find symbol");
  }

  @Test
  void run_coloredLog_hasTheSameErrorsAndSteps() throws Exception {
    BuildResult result =
        run(
            """
            printf '[\\033[1;34mINFO\\033[m] \\033[1m--- \\033[0;32mcompiler:3.14.0:compile\\033[m \
            \\033[1m(default-compile)\\033[m @ \\033[36msignalwire-videorooms\\033[0;1m ---\\033[m\\n'
            printf '[\\033[1;31mERROR\\033[m] \\033[1;31mA.java\\033[m: cannot find symbol\\n'
            exit 1
            """);

    assertFailed(result, "Maven ended with exit code 1.\nA.java: cannot find symbol");
    assertThat(steps).containsExactly("start Maven, test the document", "compile the facade");
    assertThat(log()).last().isEqualTo("[ERROR] A.java: cannot find symbol");
  }

  @Test
  void run_failureWithoutMavenErrors_isTheEndOfTheLog() throws Exception {
    BuildResult result =
        run("for i in $(seq 100); do echo line $i; done; echo No JAVA_HOME >&2; exit 1");

    assertFailed(
        result,
        "Maven ended with exit code 1.\n"
            + IntStream.rangeClosed(62, 100)
                .mapToObj(line -> "line " + line + "\n")
                .collect(Collectors.joining())
            + "No JAVA_HOME");
  }

  @Test
  void run_killed_namesTheSignal() throws Exception {
    assertFailed(
        run("echo '[INFO] Compiling'; kill -9 $$"),
        "Maven ended with exit code 137 (signal 9).\n[INFO] Compiling");
  }

  @Test
  void run_silentFailure_isReported() throws Exception {
    assertFailed(run("exit 3"), "Maven ended with exit code 3.\nMaven printed nothing.");
  }

  @Test
  void run_noExecutable_fails() throws Exception {
    BuildResult result =
        new MavenBuild("/nowhere/mvn", List.of(), new Checkout(root)).run(steps::add);

    assertThat(result.succeeded()).isFalse();
    assertThat(result.failure()).startsWith("Maven could not be started: ");
  }

  @Test
  void run_listingsNotUpdated_fails() throws Exception {
    BuildResult result = run("sleep 0.01; touch generated/api.txt; exit 0");

    assertThat(result.succeeded()).isFalse();
    assertThat(result.failure()).contains("did not update facade/api.txt.");
  }

  @Test
  void run_invalidBytesInTheOutput_areRead() throws Exception {
    assertFailed(
        run("printf '[ERROR] \\377\\376 failed\\n'; exit 1"),
        "Maven ended with exit code 1.\n\uFFFD\uFFFD failed");
  }

  @Test
  void run_options_precedeTheRequiredOnes() throws Exception {
    run("printf '%s\\n' \"$@\"", "-o", "-s", "my settings.xml", "-Dapi.update=false");

    assertThat(log())
        .containsSubsequence(
            "-Dstyle.color=never",
            "-o",
            "-s",
            "my settings.xml",
            "-Dapi.update=false",
            "-Dapi.update=true",
            "--fail-fast",
            "test");
  }

  @Test
  void run_colorRequested_isLeftToMaven() throws Exception {
    run("printf '%s\\n' \"$@\"", "-D", "style.color=always");

    assertThat(log()).contains("style.color=always").doesNotContain("-Dstyle.color=never");
  }

  private BuildResult run(String script, String... options) throws Exception {
    Path maven = Files.writeString(root.resolve("mvn"), "#!/bin/sh\n" + script);
    assertThat(maven.toFile().setExecutable(true)).isTrue();
    return new MavenBuild(maven.toString(), List.of(options), new Checkout(root)).run(steps::add);
  }

  private static void assertFailed(BuildResult result, String failure) {
    assertThat(result.succeeded()).isFalse();
    assertThat(result.failure()).isEqualTo(failure);
  }

  private List<String> log() throws IOException {
    return Files.readAllLines(root.resolve("openapi/target/regenerate.log"));
  }
}
