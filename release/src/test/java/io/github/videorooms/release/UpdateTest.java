package io.github.videorooms.release;

import static io.github.videorooms.release.Published.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * From a vendor's document with new operations, resources, fields and parameters to a client that
 * has them, in a copy of the sources: one command, and nobody edits a file.
 */
@Tag("update")
class UpdateTest {
  private static final int ADDITIVE = 10;

  private final Path sources = Path.of("target/update/sources").toAbsolutePath();
  private final Path log = Path.of("target/update/build.log").toAbsolutePath();

  @Test
  void regenerate_realisticUpdate_producesAClientThatVerifies()
      throws IOException, InterruptedException {
    SourceCopy.make(ROOT, sources);
    Path update = sources.resolveSibling("vendor.yaml");
    Files.writeString(update, DocumentYaml.write(updated()));

    assertThat(run("java", "openapi/Regenerate.java", update.toString()))
        .as("see " + log)
        .isEqualTo(ADDITIVE);
    Path program =
        sources.resolve(
            "examples/src/test/java/io/github/videorooms/examples/UpdatedVideoTest.java");
    Files.writeString(program, resource("UpdatedVideoTest.java.txt"));
    assertThat(run(MavenSettings.executable().toString(), "-B", "-ntp", "verify"))
        .as("see " + log)
        .isZero();
  }

  private static Map<String, Object> updated() throws IOException {
    Map<String, Object> vendor =
        new LinkedHashMap<>(DocumentYaml.read(ROOT.resolve("openapi/vendor.yaml")));
    lay(DocumentYaml.read(resource("vendor-update.yaml")), vendor);
    return vendor;
  }

  /** Lays one tree over another: objects are joined, and lists appended. */
  @SuppressWarnings("unchecked") // The trees of YAML.
  private static void lay(Map<String, Object> over, Map<String, Object> tree) {
    over.forEach(
        (key, value) -> {
          Object there = tree.get(key);
          if (value instanceof Map && there instanceof Map) {
            lay((Map<String, Object>) value, (Map<String, Object>) there);
          } else if (value instanceof List && there instanceof List) {
            ((List<Object>) there).addAll((List<Object>) value);
          } else {
            tree.put(key, value);
          }
        });
  }

  private int run(String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(MavenSettings.options());
    ProcessBuilder process =
        new ProcessBuilder(all)
            .directory(sources.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    process
        .environment()
        .merge(
            "PATH",
            MavenSettings.executable().getParent().toString(),
            (path, maven) -> maven + File.pathSeparator + path);
    return process.start().waitFor();
  }

  private static String resource(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources").resolve(name));
  }
}
