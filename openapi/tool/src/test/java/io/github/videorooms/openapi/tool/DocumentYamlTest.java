package io.github.videorooms.openapi.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.error.YAMLException;

class DocumentYamlTest {
  @Test
  void read_mergedKeys_arePartOfTheMapping() {
    assertThat(DocumentYaml.read("a: &a {200: one, 201: two}\nb: {<<: *a, 200: three}").get("b"))
        .isEqualTo(Map.of("200", "three", "201", "two"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"200", "1.10", "16:9", "1e3", "True", "~", "null", "2026-03-02"})
  void read_keyOfAnyType_isTheTextAsWritten(String key) {
    assertThat(DocumentYaml.read("keys: {" + key + ": fine}"))
        .isEqualTo(Map.of("keys", Map.of(key, "fine")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-02T08:15:30Z", "2026-03-02", "on", "no", "yes", "Yes", "y", "1x1", "5up", "nil",
        "16:9", "4:3", "1:30:00", "1:30.5", "190:20:30.15", "1_080", "1_0.5", "0o17", "017", "00",
        "-017", "0x1F", "0b101", "1.2.3", "+1-555", "e3", "tRUE", "nULL", ".Nan"
      })
  void read_wordThatIsNotACoreScalar_isAString(String word) {
    assertThat(DocumentYaml.read("value: " + word)).isEqualTo(Map.of("value", word));
  }

  @Test
  void read_coreScalar_hasItsType() {
    assertThat(DocumentYaml.read("value: [true, True, TRUE, false, False, FALSE]").get("value"))
        .asInstanceOf(LIST)
        .containsExactly(true, true, true, false, false, false);
    assertThat(DocumentYaml.read("value: [null, Null, NULL, ~, '']").get("value"))
        .asInstanceOf(LIST)
        .containsExactly(null, null, null, null, "");
    assertThat(DocumentYaml.read("value: [0, -0, +20, 2147483648, 9223372036854775808, '20']"))
        .containsEntry(
            "value",
            List.of(0, 0, 20, 2_147_483_648L, new BigInteger("9223372036854775808"), "20"));
    assertThat(DocumentYaml.read("value: [1.5, -1., .5, 1e3, 1.0E+3, -.inf, 01.5]"))
        .containsEntry("value", List.of(1.5, -1.0, 0.5, 1e3, 1e3, Double.NEGATIVE_INFINITY, 1.5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a: 1\na: 2", "200: a\n'200': b", "? [a]\n: 1\n? [a]\n: 2"})
  void read_sameKeyTwice_isRejected(String text) {
    assertThatThrownBy(() -> DocumentYaml.read(text)).isInstanceOf(YAMLException.class);
  }

  @Test
  void read_keysThatAreEqualAsStrings_isRejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DocumentYaml.read("? [a]\n: a\n'[a]': b"))
        .withMessageContaining("[a]");
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
  @ValueSource(
      strings = {
        "on",
        "200",
        "null",
        "true",
        "TRUE",
        "~",
        "",
        "2026-03-02T08:15:30Z",
        "1_000",
        "0x1F",
        "0o17",
        "017",
        "16:9",
        "1e3",
        "1.",
        ".5",
        ".inf",
        ".NaN",
        "+1",
        "-0",
        "1:30.5"
      })
  void write_stringThatLooksLikeAnotherType_isReadBackAsAString(String text) {
    assertThat(DocumentYaml.read(DocumentYaml.write(Map.of("value", text))).get("value"))
        .isEqualTo(text);
  }
}
