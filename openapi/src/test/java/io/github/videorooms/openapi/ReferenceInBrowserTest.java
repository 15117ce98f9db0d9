package io.github.videorooms.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests the API reference in a browser. */
@Tag("thorough")
class ReferenceInBrowserTest {
  private static final URI PAGE = ReferencePageTest.PAGE.toUri();

  /** A script that returns the text of each section by id, after rendering. */
  private static final String DRAWN =
      """
      new Promise(resolve => {
        const look = () => {
          const parts = [...document.querySelectorAll('[data-section-id]')];
          if (parts.some(part => part.dataset.sectionId.startsWith('schema/'))) {
            resolve(Object.fromEntries(
                parts.map(part => [part.dataset.sectionId, part.innerText])));
          } else {
            setTimeout(look, 20);
          }
        };
        look();
      })
      """;

  private static Document document;
  private static Browser browser;
  private static Map<String, String> parts;

  @BeforeAll
  static void openPage() throws IOException {
    Optional<Path> executable = Browser.installed();
    assumeTrue(
        executable.isPresent(),
        "Chromium or Chrome was not found on the PATH: install it, or set its path with"
            + " -Dbrowser=");
    document = new Document(DocumentYaml.read(Path.of("video.yaml")));
    browser = Browser.start(executable.get());
    browser.open(PAGE);
    parts = new ObjectMapper().convertValue(browser.evaluate(DRAWN), new TypeReference<>() {});
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void operations_areAllRendered() {
    assertThat(partsOf("operation/"))
        .containsExactlyInAnyOrderElementsOf(
            document.operations().map(each -> each.get("operationId").text()).toList());
    assertThat(document.operations())
        .allSatisfy(
            operation ->
                assertThat(parts.get("operation/" + operation.get("operationId").text()))
                    .contains(
                        operation.get("summary").text(), operation.get("description").text()));
  }

  @Test
  void tags_areAllRenderedWithTheirDescriptions() {
    assertThat(document.root().get("tags").items())
        .allSatisfy(
            tag ->
                assertThat(parts.get("tag/" + tag.get("name").text().replace(' ', '-')))
                    .contains(tag.get("name").text(), tag.get("description").text()));
  }

  @Test
  void schemas_areAllRenderedWithTheirFieldsOrValues() {
    assertThat(partsOf("schema/"))
        .containsExactlyInAnyOrderElementsOf(document.namedSchemas().map(Node::key).toList());
    assertThat(document.namedSchemas())
        .allSatisfy(
            schema ->
                assertThat(parts.get("schema/" + schema.key()))
                    .contains(schema.key())
                    .contains(membersAndValues(schema)));
  }

  @Test
  void console_hasNoError() {
    assertThat(browser.errors()).isEmpty();
  }

  @Test
  void page_loadsOnlyItself() {
    assertThat(browser.requests())
        .contains(PAGE.toString())
        .allMatch(
            url ->
                url.equals(PAGE.toString()) || url.startsWith("data:") || url.startsWith("blob:"));
  }

  private static List<String> partsOf(String kind) {
    return parts.keySet().stream()
        .filter(name -> name.startsWith(kind))
        .map(name -> name.substring(kind.length()))
        .toList();
  }

  private static List<String> membersAndValues(Node schema) {
    return Stream.concat(
            schema.get("properties").members().map(Node::key),
            schema.get("enum").items().limit(1).map(Node::text))
        .toList();
  }
}
