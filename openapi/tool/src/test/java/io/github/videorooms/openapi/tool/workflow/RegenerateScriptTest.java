package io.github.videorooms.openapi.tool.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@code .github/regenerate.sh} for each exit code of the command. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script runs on Linux")
class RegenerateScriptTest {
  private static final int GITHUB_LIMIT = 65_536;
  private static final String HOSTILE =
      "`touch pwned` $(touch pwned) ; touch pwned; \"'\\ %s %n ${GH_TOKEN} {owner} @file\n";

  private static final List<String> HOSTILE_ADDRESSES =
      List.of(
          "",
          "-",
          "--output",
          "http://example.com/openapi.yaml",
          "file:///etc/hosts",
          "https://user:password@example.com/openapi.yaml",
          "https://example.com/$(touch pwned)",
          "https://example.com/`touch pwned`",
          "https://example.com/'\";touch pwned;",
          "https://example.com/a b",
          "https://example.com/a\n--output\npwned",
          "https://example.com/{a,b}",
          "HTTPS://example.com/openapi.yaml");

  @TempDir private Path directory;
  private ScriptSandbox sandbox;

  @BeforeEach
  void makeSandbox() throws Exception {
    sandbox = new ScriptSandbox(directory);
  }

  @Test
  void run_unchanged_doesNothing() throws Exception {
    assertThat(sandbox.runOnFile(0).exitCode()).isZero();

    assertNothingDone();
  }

  @ParameterizedTest
  @CsvSource({"10, additive", "20, breaking"})
  void run_change_opensAPullRequestWithThePage(int exitCode, String severity) throws Exception {
    assertThat(sandbox.runOnFile(exitCode).exitCode()).isZero();

    Path pull = only("pulls");
    String title = "Merge the vendor's OpenAPI document: " + severity + ", 1.2.0";
    assertThat(pull.resolve("title")).hasContent(title);
    assertThat(pull.resolve("head")).hasContent("vendor-document");
    assertThat(pull.resolve("base")).hasContent("main");
    assertThat(Files.readString(pull.resolve("body"))).isEqualTo(sandbox.read("page"));
    assertThat(sandbox.branches()).containsExactly("main: First", "vendor-document: " + title);
    assertThat(sandbox.open("issues")).isEmpty();
  }

  @Test
  void run_change_commitsAllChangedFiles() throws Exception {
    sandbox.runOnFile(10);

    assertThat(sandbox.git("diff", "--name-status", "origin/main", "origin/vendor-document"))
        .isEqualTo("A\tapi.txt\nM\topenapi/video.yaml\nD\tremoved.txt\n");
    assertThat(sandbox.git("log", "-1", "--format=%an, %cn", "origin/vendor-document").strip())
        .isEqualTo("github-actions[bot], github-actions[bot]");
  }

  @Test
  void run_changeTwice_updatesThePullRequest() throws Exception {
    sandbox.runOnFile(10);
    sandbox.write("page", "# Another change\n");

    assertThat(sandbox.runOnFile(20).exitCode()).isZero();

    assertThat(only("pulls").resolve("body")).hasContent("# Another change");
    assertThat(only("pulls").resolve("title")).content().contains("breaking");
    assertThat(sandbox.git("rev-list", "--count", "origin/main..origin/vendor-document").strip())
        .isEqualTo("1");
  }

  @Test
  void run_pullRequestWithOtherCommits_isNotUpdated() throws Exception {
    sandbox.runOnFile(10);
    sandbox.git("switch", "--quiet", "vendor-document");
    Files.writeString(sandbox.checkout().resolve("facade.txt"), "by hand\n");
    sandbox.commit("Add the lines of the facade");
    sandbox.git("push", "--quiet", "origin", "vendor-document");

    ScriptResult result = sandbox.runOnFile(20);

    assertThat(result.exitCode()).isZero();
    assertThat(result.output()).contains("::warning::Pull request ");
    assertThat(sandbox.branches()).contains("vendor-document: Add the lines of the facade");
    assertThat(only("pulls").resolve("title")).content().contains("additive");
  }

  @Test
  void run_branchIsLeftWithoutAPullRequest_isReplaced() throws Exception {
    sandbox.git("push", "--quiet", "origin", "main:vendor-document");

    assertThat(sandbox.runOnFile(10).exitCode()).isZero();

    assertThat(sandbox.branches()).noneMatch(branch -> branch.equals("vendor-document: First"));
    assertThat(sandbox.open("pulls")).hasSize(1);
  }

  @Test
  void run_unreadable_opensAnIssueWithTheMessage() throws Exception {
    sandbox.write("progress", "Step 1 failed.\nNothing was written.\n");

    assertThat(sandbox.runOnFile(30).exitCode()).isZero();

    Path issue = only("issues");
    assertThat(issue.resolve("title")).hasContent("The vendor's OpenAPI document cannot be read");
    assertThat(issue.resolve("labels[]")).hasContent("vendor-document");
    assertThat(issue.resolve("body"))
        .content()
        .endsWith("\n\n    Step 1 failed.\n    Nothing was written.\n");
    assertNothingPushed();
  }

  @Test
  void run_unreadableWithHostileMessage_quotesAllOfIt() throws Exception {
    sandbox.write("progress", HOSTILE + "```\r@someone\n::add-mask::a\n</pre>\u0000\u001b[2J\n");

    ScriptResult result = sandbox.runOnFile(30);

    String body = Files.readString(only("issues").resolve("body"));
    assertThat(body.substring(body.indexOf("\n\n") + 2).lines())
        .allMatch(l -> l.startsWith("    "));
    assertThat(body).contains(HOSTILE).doesNotContain("\r", "\u0000", "\u001b");
    assertThat(result.output())
        .containsPattern("(?s)::stop-commands::(resume-\\w+)\n.*::add-mask::a\n.*\n::\\1::\n");
    assertNothingExecuted();
  }

  @Test
  void run_buildFails_opensAnIssueWithThePage() throws Exception {
    assertThat(sandbox.runOnFile(40).exitCode()).isZero();

    Path issue = only("issues");
    assertThat(issue.resolve("title")).hasContent("The vendor's OpenAPI document breaks the build");
    assertThat(Files.readString(issue.resolve("body"))).isEqualTo(sandbox.read("page"));
    assertNothingPushed();
  }

  @Test
  void run_failsTwice_updatesTheIssue() throws Exception {
    sandbox.runOnFile(30);
    sandbox.git("stash", "--quiet", "--include-untracked");

    assertThat(sandbox.runOnFile(40).exitCode()).isZero();

    assertThat(only("issues").resolve("title")).content().endsWith("breaks the build");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 137})
  void run_anotherExitCode_failsWithIt(int exitCode) throws Exception {
    ScriptResult result = sandbox.runOnFile(exitCode);

    assertThat(result.exitCode()).isEqualTo(exitCode);
    assertThat(result.output()).contains("Printed by Maven.", "exit code " + exitCode);
    assertNothingDone();
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 40})
  void run_hostilePage_isNotInterpretedByTheShell(int exitCode) throws Exception {
    sandbox.write("page", HOSTILE);

    assertThat(sandbox.runOnFile(exitCode).exitCode()).isZero();

    Path published = only(exitCode == 10 ? "pulls" : "issues");
    assertThat(Files.readString(published.resolve("body"))).isEqualTo(HOSTILE);
    assertNothingExecuted();
  }

  @ParameterizedTest
  @ValueSource(strings = {HOSTILE, "größer als 日本語 🎥\n"})
  void run_longPage_isCutAndNamesTheArtifact(String line) throws Exception {
    sandbox.write("page", line.repeat(100_000 / line.length()));

    assertThat(sandbox.runOnFile(10).exitCode()).isZero();

    List<String> lines = Files.readAllLines(only("pulls").resolve("body"));
    assertThat(String.join("\n", lines).length()).isBetween(30_000, GITHUB_LIMIT);
    assertThat(lines.get(0))
        .contains("`vendor-document`", "https://github.com/acme/client/actions/runs/7");
    assertThat(lines.subList(2, lines.size())).containsOnly(line.strip());
  }

  @Test
  void run_always_hidesTheTokenFromTheCommand() throws Exception {
    sandbox.runOnFile(0);

    assertThat(sandbox.read("java.token")).isEqualTo("absent\n");
  }

  @Test
  void run_uncommittedChanges_isRejected() throws Exception {
    Files.writeString(sandbox.checkout().resolve("draft.txt"), "mine\n");

    assertThat(sandbox.runOnFile(10).exitCode()).isEqualTo(2);
    assertNothingDone();
  }

  @Test
  void run_fileOnGitHub_isDownloadedByCommitAndNamedByIt() throws Exception {
    String commit = "0123456789abcdef0123456789abcdef01234567";
    sandbox.write("commit", commit + "\n");

    sandbox.runOnUrl("https://raw.githubusercontent.com/signalwire/docs/main/apis/openapi.yaml");

    assertThat(sandbox.read("gh.calls"))
        .isEqualTo("api repos/signalwire/docs/commits/main --jq .sha\n");
    assertThat(sandbox.read("curl.arguments"))
        .contains("/signalwire/docs/" + commit + "/apis/openapi.yaml\n");
    assertThat(sandbox.read("java.arguments"))
        .endsWith("\n--source\nsignalwire/docs@" + commit + " apis/openapi.yaml\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://raw.githubusercontent.com/signalwire/docs/main/openapi.yaml",
        "https://raw.githubusercontent.com/signalwire/docs/refs/heads/main/openapi.yaml",
        "https://example.com:8443/openapi.json?version=3"
      })
  void run_unknownCommit_namesTheDocumentByItsUrl(String url) throws Exception {
    assertThat(sandbox.runOnUrl(url).exitCode()).isZero();

    assertThat(sandbox.read("curl.arguments")).endsWith("\n--url\n" + url + "\n");
    assertThat(sandbox.read("java.arguments")).endsWith("\n--source\n" + url + "\n");
  }

  @Test
  void run_download_isBoundedAndStaysOnHttps() throws Exception {
    sandbox.runOnUrl("https://example.com/openapi.yaml");

    assertThat(sandbox.read("curl.arguments"))
        .contains("--proto\n=https\n", "--proto-redir\n=https\n", "--max-redirs\n3\n")
        .contains("--max-filesize\n33554432\n", "--max-time\n", "--retry\n", "--fail\n");
  }

  @Test
  void run_downloadFails_doesNotStartTheCommand() throws Exception {
    ScriptResult result = sandbox.run("https://example.com/openapi.yaml");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("Could not download", "exit code 22");
    assertThat(sandbox.read("java.arguments")).isEmpty();
  }

  @Test
  void run_hostileUrl_isRejected() throws Exception {
    for (String url : HOSTILE_ADDRESSES) {
      assertThat(sandbox.runOnUrl(url).exitCode()).as(url).isEqualTo(1);
    }

    assertThat(sandbox.read("curl.arguments")).isEmpty();
    assertThat(sandbox.read("java.arguments")).isEmpty();
    assertNothingDone();
    assertNothingExecuted();
  }

  private Path only(String kind) throws IOException {
    List<Path> open = sandbox.open(kind);
    assertThat(open).hasSize(1);
    return open.get(0);
  }

  private void assertNothingDone() throws Exception {
    assertThat(sandbox.read("gh.calls")).isEmpty();
    assertNothingPushed();
  }

  private void assertNothingPushed() throws Exception {
    assertThat(sandbox.branches()).containsExactly("main: First");
  }

  private void assertNothingExecuted() {
    assertThat(sandbox.checkout().resolve("pwned")).doesNotExist();
    assertThat(directory.resolve("pwned")).doesNotExist();
  }
}
