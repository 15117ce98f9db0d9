package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import io.github.videorooms.openapi.tool.merge.Deviations.Entry;
import io.github.videorooms.openapi.tool.merge.OwnDifferences.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Checks that every difference between our document and the vendor's is documented. */
class DeviationsTest {
  private static final Path REPOSITORY = Path.of("../..");

  private final Deviations deviations;
  private final List<Difference> differences;

  DeviationsTest() throws IOException {
    Map<String, Object> ours = DocumentYaml.read(REPOSITORY.resolve("openapi/video.yaml"));
    Api base =
        ApiReader.read(
            DocumentYaml.read(REPOSITORY.resolve("openapi/vendor.yaml")),
            Node.of(ours).get("paths").object().keySet());
    deviations = Deviations.read(REPOSITORY.resolve("openapi/deviations.yaml"));
    differences = OwnDifferences.between(base, ours);
  }

  @Test
  void differences_fromTheVendor_areExplained() {
    assertThat(differences).isNotEmpty();
    assertThat(differences)
        .allSatisfy(
            each -> assertThat(deviations.explain(each.place(), each.about())).isNotEmpty());
  }

  @Test
  void entries_explainSomething() {
    assertThat(explained())
        .allMatch(
            entry ->
                entry.held() != Deviations.Held.NO
                    || differences.stream().anyMatch(each -> covers(entry, each)));
  }

  @Test
  void entries_areInTheDocs() throws IOException {
    String page = Files.readString(REPOSITORY.resolve("docs/contributing/disagreements.md"));

    assertThat(explained())
        .allSatisfy(entry -> assertThat(page).contains("| " + entry.disagreement() + " |"));
  }

  /** Returns the entries that a person wrote. */
  private List<Entry> explained() {
    return deviations.entries().stream()
        .filter(entry -> !entry.disagreement().equals(Deviations.SIMPLIFIED))
        .toList();
  }

  private static boolean covers(Entry entry, Difference difference) {
    return entry.covers(difference.place(), difference.about());
  }
}
