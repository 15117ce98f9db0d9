package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonAsYamlTest {
  @ParameterizedTest
  @MethodSource("strings")
  void of_string_isReadLikeJson(String json, String value) {
    assertThat(read("{\"a\": \"" + json + "\"}")).isEqualTo(Map.of("a", value));
  }

  static List<Arguments> strings() {
    return List.of(
        Arguments.of("\\/ \\\\/ \\\\\\/ \\/\\/", "/ \\/ \\/ //"),
        Arguments.of("\\\" \\b\\f\\n\\r\\t", "\" \b\f\n\r\t"),
        Arguments.of("\\u00e9 \\u0022 \\u005C \\u002f", "\u00e9 \" \\ /"),
        Arguments.of("\\ud83d\\ude00\\uD83D\\uDE01", "\ud83d\ude00\ud83d\ude01"),
        Arguments.of("\\\\ud83d\\\\ude00", "\\ud83d\\ude00"),
        Arguments.of("\ud83d\ude00 \u00e9", "\ud83d\ude00 \u00e9"),
        Arguments.of("\\ud83d! \\ude00 \\ud83d\\u0041", "\ufffd! \ufffd \ufffdA"),
        Arguments.of("\\u0000\\u0085\\ufeff", "\u0000\u0085\ufeff"),
        Arguments.of(
            "a \u2028 b \u2029 c \u0085 d \u007f e", "a \u2028 b \u2029 c \u0085 d \u007f e"),
        Arguments.of("a\tb  \t c", "a\tb  \t c"),
        Arguments.of("{\\t: #, &x *y %z}", "{\t: #, &x *y %z}"),
        Arguments.of("\\\\".repeat(50_000), "\\".repeat(50_000)));
  }

  @Test
  void of_numbers_preserveTheirValue() {
    assertThat(read("{\"a\": [18446744073709551615, 9007199254740993, -0.5, 1e3, 1.5E-7, 2E+2]}"))
        .isEqualTo(
            Map.of(
                "a",
                List.of(
                    new BigInteger("18446744073709551615"),
                    9007199254740993L,
                    -0.5,
                    1000.0,
                    1.5e-7,
                    200.0)));
  }

  @Test
  void of_quotedWords_areStrings() {
    assertThat(read("{\"<<\": \"null\", \"true\": \"1\", \"1\": null}"))
        .containsOnlyKeys("<<", "true", "1")
        .containsEntry("<<", "null")
        .containsEntry("true", "1")
        .containsEntry("1", null);
  }

  @Test
  void of_tabsBetweenTokens_becomeSpaces() {
    assertThat(read("{\n\t\"a\"\t:\t[\t1\t,\n\t\t2\t]\n}")).isEqualTo(Map.of("a", List.of(1, 2)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}",
        "{\"a\"  :1}",
        "{\"a\"\n:\n1}",
        "{\"a\"\r\n\t: 1}",
        "{\n\"a\"\n\n:1\n}"
      })
  void of_colonAnywhereAfterItsKey_isRead(String json) {
    assertThat(read(json)).isEqualTo(Map.of("a", 1));
    assertThat(JsonAsYaml.of("vendor.json", json).lines()).hasSameSizeAs(json.lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a': 1}", "{\"a\": 'b \"c\"'}", "{\"a\": 1 # one\n}"})
  void of_yamlThatIsNotJson_isRejected(String yaml) {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> JsonAsYaml.of("vendor.json", yaml))
        .withMessageContaining("vendor.json:1: is not valid JSON: ")
        .withMessageContaining(" outside of a string");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\": \"b", "{\"a\": \"b\\", "{\"a\": \"\\u00", "{\"a\": \"b\n\"}"})
  void of_stringWithoutEnd_isRejected(String json) {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> JsonAsYaml.of("vendor.json", json))
        .withMessageContaining("vendor.json:1: ")
        .withMessageContaining("string");
  }

  private static Map<String, Object> read(String json) {
    return DocumentYaml.read(JsonAsYaml.of("vendor.json", json));
  }
}
