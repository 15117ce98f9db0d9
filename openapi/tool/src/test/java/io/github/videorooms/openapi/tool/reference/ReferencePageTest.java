package io.github.videorooms.openapi.tool.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePageTest {
  private static final String DOCUMENT = "info: {title: A & B, version: 1.2.3}\npaths: {}\n";

  @Test
  void of_document_hasItsTitleAndVersion() {
    assertThat(page(DOCUMENT, "")).contains("<title>A &amp; B 1.2.3</title>\n");
  }

  @Test
  void of_valuesOfEachKind_areWrittenAsJson() {
    assertThat(page("info: {title: 'a \"b\"\\c', version: 1.2.3}\nx: [1, 0.5, true, null]\n", ""))
        .contains("{\"info\":{\"title\":\"a \\\"b\\\"\\\\c\",\n\"version\":\"1.2.3\"},\n")
        .contains("\"x\":[1,0.5,true,null]}\n</script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"</script><script>alert(1)</script>", "<!-- <script>", "</SCRIPT >", "$0 \\1"})
  void of_markupInTheDocument_endsNoScript(String hostile) {
    String document = DocumentYaml.write(Map.of("info", Map.of("title", hostile), "z", hostile));

    assertThat(elements(page(document, ""))).isEqualTo(elements(page(DOCUMENT, "")));
  }

  @Test
  void of_markupInTheBundle_meansTheSameToTheScriptAndNothingToTheBrowser() {
    assertThat(page(DOCUMENT, "a='<script><\\/script></script>';b=/<!--$1/;c=d<e"))
        .contains("a='\\x3cscript><\\/script>\\x3c/script>';b=/\\x3c!--$1/;c=d<e\n</script>");
  }

  @Test
  void of_bundleWithASourceMap_asksForNone() {
    assertThat(page(DOCUMENT, "draw();\n//# sourceMappingURL=redoc.standalone.js.map\n"))
        .contains("draw();\n")
        .doesNotContain("sourceMappingURL");
  }

  @Test
  void of_license_isPartOfTheFile() {
    assertThat(page(DOCUMENT, "")).contains("<!--\nBe kind.\n-->");
  }

  private static String page(String document, String bundle) {
    return ReferencePage.of(DocumentYaml.read(document), new Redoc(bundle, "Be kind."));
  }

  private static long elements(String page) {
    return page.toLowerCase(Locale.ROOT).split("<(?=!--|/?script)", -1).length;
  }
}
