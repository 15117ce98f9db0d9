package io.github.videorooms.openapi.tool.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A checkout to run {@code .github/regenerate.sh} in. Bash and Git are real, the remote is a bare
 * repository, and {@code gh}, {@code java} and {@code curl} are fakes on the {@code PATH}.
 */
final class ScriptSandbox {
  private static final Path SCRIPT = Path.of("../../.github/regenerate.sh");
  private static final List<String> STAND_INS = List.of("gh", "java", "curl");

  private final Path directory;
  private final Path checkout;

  ScriptSandbox(Path directory) throws Exception {
    this.directory = directory;
    this.checkout = directory.resolve("checkout");
    for (String name : STAND_INS) {
      installStandIn(name);
    }
    write("progress", "[ 1/11] read and check\n");
    write("page", "# The vendor's change\n");
    git(directory, "init", "--quiet", "--bare", "--initial-branch=main", "remote");
    git(directory, "clone", "--quiet", directory.resolve("remote").toUri().toString(), "checkout");
    commitFirstFiles();
  }

  private void installStandIn(String name) throws IOException {
    Path file = directory.resolve("bin").resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream content = ScriptSandbox.class.getResourceAsStream(name)) {
      Files.copy(content, file);
    }
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private void commitFirstFiles() throws Exception {
    Path script = checkout.resolve(".github/regenerate.sh");
    Files.createDirectories(script.getParent());
    Files.copy(SCRIPT, script);
    Files.createDirectories(checkout.resolve("openapi"));
    Files.writeString(
        checkout.resolve("openapi/video.yaml"), "openapi: 3.0.3\ninfo:\n  version: 1.1.0\n");
    Files.writeString(checkout.resolve(".gitignore"), "target/\n");
    Files.writeString(checkout.resolve("removed.txt"), "goes\n");
    commit("First");
    git("push", "--quiet", "origin", "HEAD:main");
  }

  /** Runs the script as on a runner with a fresh checkout of main. */
  ScriptResult run(String argument) throws Exception {
    git("switch", "--quiet", "main");
    return execute(checkout, List.of("bash", ".github/regenerate.sh", argument));
  }

  /** Runs the script on a local document; the command ends with the given exit code. */
  ScriptResult runOnFile(int exitCode) throws Exception {
    write("code", String.valueOf(exitCode));
    return run(write("vendor.yaml", "openapi: 3.1.0\n").toString());
  }

  /** Runs the script on a URL from which the fake curl downloads a document. */
  ScriptResult runOnUrl(String url) throws Exception {
    write("code", "0");
    write("downloaded", "openapi: 3.1.0\n");
    return run(url);
  }

  /** Writes a file for a fake to read. */
  Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }

  /** Returns what a fake wrote, or {@code ""}. */
  String read(String name) throws IOException {
    Path file = directory.resolve(name);
    return Files.exists(file) ? Files.readString(file) : "";
  }

  Path checkout() {
    return checkout;
  }

  /** Returns the open pull requests or issues, each a directory with one file per field. */
  List<Path> open(String kind) throws IOException {
    Path all = directory.resolve(kind);
    if (!Files.exists(all)) {
      return List.of();
    }
    try (Stream<Path> each = Files.list(all)) {
      return each.toList();
    }
  }

  /** Returns the branches of the remote with the subjects of their last commits. */
  List<String> branches() throws Exception {
    return git(
            directory.resolve("remote"),
            "for-each-ref",
            "--format=%(refname:short): %(subject)",
            "refs/heads")
        .lines()
        .toList();
  }

  /** Commits all changes as another author than the script. */
  void commit(String subject) throws Exception {
    git("add", "--all");
    git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "-qm", subject);
  }

  String git(String... arguments) throws Exception {
    return git(checkout, arguments);
  }

  private String git(Path where, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ScriptResult result = execute(where, command);
    if (result.exitCode() != 0) {
      throw new IOException(command + ": " + result.output());
    }
    return result.output();
  }

  private ScriptResult execute(Path where, List<String> command) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GIT") || name.startsWith("GH_"));
    environment.merge("PATH", directory.resolve("bin") + ":", (path, first) -> first + path);
    environment.putAll(
        Map.of(
            "SANDBOX", directory.toString(),
            "HOME", directory.toString(),
            "GIT_CONFIG_NOSYSTEM", "1",
            "GH_TOKEN", "token-of-the-job",
            "GITHUB_REF_NAME", "main",
            "GITHUB_RUN_ID", "7",
            "GITHUB_SERVER_URL", "https://github.com",
            "GITHUB_REPOSITORY", "acme/client"));
    Process process = builder.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new ScriptResult(process.waitFor(), output);
  }
}
