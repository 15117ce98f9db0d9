package io.github.videorooms.openapi.tool.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Rules for every file in {@code .github/workflows}. */
class WorkflowFilesTest {
  private static final Path WORKFLOWS = Path.of("../../.github/workflows");

  static List<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(WORKFLOWS)) {
      return files.filter(file -> file.toString().matches(".*\\.ya?ml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void uses_everyAction_isPinnedToACommitAndNamesItsVersion(Path workflow) throws IOException {
    List<String> pinned =
        Files.readAllLines(workflow).stream()
            .filter(line -> line.matches("[ -]*uses: [\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"))
            .toList();

    assertThat(pinned).hasSameSizeAs(values(workflow, "uses")).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void permissions_ofEveryWorkflow_areReadOnly(Path workflow) throws IOException {
    Map<String, Object> root = load(workflow);

    assertThat(root).containsKey("permissions");
    assertThat(String.valueOf(root.get("permissions"))).doesNotContain("write");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void run_everyScript_readsItsValuesFromTheEnvironment(Path workflow) throws IOException {
    assertThat(values(workflow, "run")).isNotEmpty().noneMatch(run -> run.contains("${{"));
  }

  private static Map<String, Object> load(Path workflow) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(workflow));
  }

  /** Returns all values of a key, at any depth. */
  private static List<String> values(Path workflow, String key) throws IOException {
    List<String> values = new ArrayList<>();
    collect(load(workflow), key, values);
    return values;
  }

  private static void collect(Object node, String key, List<String> values) {
    if (node instanceof List<?> list) {
      list.forEach(each -> collect(each, key, values));
    } else if (node instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            if (key.equals(name) && value instanceof String text) {
              values.add(text);
            }
            collect(value, key, values);
          });
    }
  }
}
