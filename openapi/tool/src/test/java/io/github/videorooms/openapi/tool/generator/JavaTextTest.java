package io.github.videorooms.openapi.tool.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "a_b,`\"a_b\"`",
        "`a\"b`,`\"a\\\"b\"`",
        "a\\b,`\"a\\\\b\"`",
        "\\u0022,`\"\\\\u0022\"`",
        "`a\nb`,`\"a\\012b\"`",
        "\u00e9,`\"\\u00e9\"`"
      })
  void literal_text_isEscaped(String text, String literal) {
    assertThat(JavaText.literal(text)).isEqualTo(literal);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Plain: 'text'.,Plain: 'text'.",
        "a */ b,a *&#47; b",
        "\\u002a/,&#92;u002a/",
        "a <b> & c,a &lt;b&gt; &amp; c",
        "`a\n  @param b`,a @param b",
        "@param a,&#64;param a",
        "{@link a},{&#64;link a}"
      })
  void prose_text_isOneLineWithoutMarkup(String text, String prose) {
    assertThat(JavaText.prose(text)).isEqualTo(prose);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "GET /a/{id},{@code GET /a/{id}}",
        "a},<code>a}</code>",
        "{@a,<code>&#123;&#64;a</code>",
        "` `,{@code \" \"}"
      })
  void code_text_isBalancedOrEscaped(String text, String code) {
    assertThat(JavaText.code(text)).isEqualTo(code);
  }

  @Test
  void constant_value_isUpperCase() {
    assertThat(JavaNames.constant("in-progress")).isEqualTo("IN_PROGRESS");
    assertThat(JavaNames.constant("1x1")).isEqualTo("_1X1");
  }
}
