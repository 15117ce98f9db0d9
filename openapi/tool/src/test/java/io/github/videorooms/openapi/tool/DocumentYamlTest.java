package io.github.videorooms.openapi.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.error.YAMLException;

class DocumentYamlTest {
  @Test
  void read_numericKey_isAString() {
    assertThat(DocumentYaml.read("responses: {200: fine}"))
        .isEqualTo(Map.of("responses", Map.of("200", "fine")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-02T08:15:30Z", "2026-03-02", "on", "no", "yes", "1x1", "5up"})
  void read_bareWordOfYaml_isAString(String word) {
    assertThat(DocumentYaml.read("value: " + word)).isEqualTo(Map.of("value", word));
  }

  @Test
  void read_jsonScalar_preservesItsType() {
    assertThat(DocumentYaml.read("value: [true, 20, 1.5, '20', null]").get("value"))
        .asInstanceOf(LIST)
        .containsExactly(true, 20, 1.5, "20", null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\na: 2", "? [a]\n: 1\n? [a]\n: 2"})
  void read_sameKeyTwice_isRejected(String text) {
    assertThatThrownBy(() -> DocumentYaml.read(text)).isInstanceOf(YAMLException.class);
  }

  @Test
  void read_keysThatAreEqualAsStrings_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentYaml.read("200: a\n'200': b"))
        .withMessageContaining("200");
  }

  @ParameterizedTest
  @ValueSource(strings = {"- a", "text", ""})
  void read_otherThanMapping_isRejected(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentYaml.read(text));
  }

  @Test
  void read_aliasesThatExpandToMillions_isRejected() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentYaml.read(bomb.toString()));
  }

  @Test
  void read_aliasOfItsOwnParent_isRejected() {
    assertThatThrownBy(() -> DocumentYaml.read("a: &a {b: *a}"))
        .isInstanceOfAny(YAMLException.class, IllegalArgumentException.class);
  }

  @Test
  void read_javaTag_isRejected() {
    assertThatThrownBy(() -> DocumentYaml.read("a: !!java.net.URL [https://example.com]"))
        .isInstanceOf(YAMLException.class);
  }

  @Test
  void write_tree_isInBlockStyleAndInOrder() {
    String canonical =
        """
        zeta: '200'
        alpha:
          - name: one
            tags:
              - x
          - {}
        since: '2026-03-02'
        """;
    assertThat(DocumentYaml.write(DocumentYaml.read(canonical))).isEqualTo(canonical);
  }

  @Test
  void write_sharedNode_isWrittenTwice() {
    List<String> shared = List.of("x");
    assertThat(DocumentYaml.write(Map.of("a", List.of(shared, shared)))).doesNotContain("&", "*");
  }

  @ParameterizedTest
  @CsvSource({"on", "200", "null", "true", "2026-03-02T08:15:30Z", "1_000", "0x1F"})
  void write_stringThatLooksLikeAnotherType_isReadBackAsAString(String text) {
    assertThat(DocumentYaml.read(DocumentYaml.write(Map.of("value", text))).get("value"))
        .isEqualTo(text);
  }
}
