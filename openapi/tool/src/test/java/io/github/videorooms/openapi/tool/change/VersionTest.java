package io.github.videorooms.openapi.tool.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @ParameterizedTest
  @CsvSource({"NONE,1.2.4", "ADDITIVE,1.3.0", "BREAKING,2.0.0"})
  void next_ofASeverity_raisesItsNumber(Severity severity, String expected) {
    assertThat(Version.of("1.2.3").next(severity)).hasToString(expected);
  }

  @Test
  void compareTo_tenth_isAboveNinth() {
    assertThat(Version.of("1.10.0")).isGreaterThan(Version.of("1.9.9"));
  }

  @Test
  void release_ofASnapshot_isWithoutSuffix() {
    Version preview = Version.of("1.3.0-SNAPSHOT");

    assertThat(preview.isPreview()).isTrue();
    assertThat(preview.release()).isEqualTo(Version.of("1.3.0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1.2", "01.2.3", "1.2.3.4", "v1.2.3", "1.2.99999999999"})
  void of_otherForm_isRejected(String text) {
    assertThatThrownBy(() -> Version.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
