package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.change.Change;
import io.github.videorooms.openapi.tool.change.DocumentDiff;
import io.github.videorooms.openapi.tool.change.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the credentials that a vendor's document asks for. */
class AccessTest {
  private static final Path OPENAPI = Path.of("..");
  private static final String SCHEMES =
      """
      Token: {type: http, scheme: bearer, description: Theirs.}
      Login: {type: http, scheme: Basic}
      """;

  private final Map<String, Object> vendor = Rendering.ofOurs();
  private final Map<String, Object> ours = DocumentYaml.read(OPENAPI.resolve("video.yaml"));

  AccessTest() throws IOException {
    Tree.object(vendor, "components", "securitySchemes").putAll(DocumentYaml.read(SCHEMES));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[Login: []]", "[Token: [], Login: []]", "[Nowhere: []]"})
  void basicUnderAnyName_isOurs(String security) throws IOException {
    ask(vendor, security);

    assertThat(next()).isEqualTo(ours);
  }

  @Test
  void operationThatGivesBasicUp_breaksTheWire() throws IOException {
    ask(listLogs(), "[Token: []]");

    Map<String, Object> next = next();

    assertThat(changes(next))
        .containsExactlyInAnyOrder(
            "list_logs: credentials [basicAuth: []] → [Token: []]", "security scheme Token: new");
    assertThat(DocumentDiff.between(ours, next).verdict().wire()).isEqualTo(Severity.BREAKING);
    assertThat(Tree.object(next, "components", "securitySchemes", "Token"))
        .isEqualTo(Map.of("type", "http", "scheme", "bearer"));
  }

  @Test
  void documentThatGivesBasicUp_breaksTheWireOfEachOperation() throws IOException {
    ask(vendor, "[Token: []]");

    assertThat(changes(next()))
        .hasSizeLessThan(40)
        .anyMatch(line -> line.contains("list_logs") && line.contains("→ [Token: []]"))
        .anyMatch(line -> line.contains("create_room") && line.contains("→ [Token: []]"));
  }

  @Test
  void schemeThatIsBasicNoMore_breaksTheWire() throws IOException {
    Tree.object(vendor, "components", "securitySchemes", "basicAuth").put("scheme", "bearer");

    Map<String, Object> next = next();

    assertThat(changes(next)).contains("security scheme basicAuth: changed");
    assertThat(DocumentDiff.between(ours, next).verdict().wire()).isEqualTo(Severity.BREAKING);
  }

  @Test
  void operationWithoutCredentials_isAddedTo() throws IOException {
    ask(listLogs(), "[]");

    assertThat(changes(next())).containsExactly("list_logs: credentials [basicAuth: []] → []");
  }

  @Test
  void operationThatTakesBasicAgain_isAsItWas() throws IOException {
    Map<String, Object> others = Tree.copy(ours);
    Tree.object(others, "paths", "/api/video/logs", "get").put("security", List.of());

    assertThat(next(others)).isEqualTo(ours);
  }

  private Map<String, Object> next() throws IOException {
    return next(ours);
  }

  private Map<String, Object> next(Map<String, Object> before) throws IOException {
    Candidate candidate = Candidate.slice(vendor, before);
    candidate.convertDown();
    candidate.name(Names.read(OPENAPI.resolve("names.yaml")));
    candidate.correct(Overlay.read(OPENAPI.resolve("corrections.overlay.yaml")));
    return candidate.layOver();
  }

  private List<String> changes(Map<String, Object> next) {
    return DocumentDiff.between(ours, next).changes().stream().map(Change::line).toList();
  }

  private Map<String, Object> listLogs() {
    return Tree.object(vendor, "paths", "/api/video/logs", "get");
  }

  private static void ask(Map<String, Object> node, String security) {
    node.put("security", DocumentYaml.read("asked: " + security).get("asked"));
  }
}
