package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
  private final Document document =
      new Document(
          DocumentYaml.read(
              """
              info:
                x-decoy: {$anchor: color, $id: https://example.com/color}
              paths:
                /rooms:
                  get:
                    responses:
                      '200':
                        content:
                          application/json:
                            example: {$anchor: color}
              components:
                schemas:
                  Color: {$anchor: color, $id: https://example.com/color, type: string}
              """));
  private final References references = new References(document);

  @ParameterizedTest
  @ValueSource(strings = {"#/components/schemas/Color", "#color", "https://example.com/color"})
  void target_schemaOfTheDocument_isFoundByPointerAnchorAndId(String reference) {
    assertThat(references.target(reference, document.root()))
        .isEqualTo(document.namedSchema("Color"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"#", "#colour", "#/components/schemas/Colour", "#/a%", "#/%zz/b", "#/100%25%"})
  void target_missing_isRejected(String reference) {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> references.target(reference, document.root()))
        .withMessageContaining("refers to " + reference + ", which does not exist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"colors.yaml", "colors.yaml#/Color", "https://example.com/colour"})
  void target_otherDocument_isRejectedWithTheFix(String reference) {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> references.target(reference, document.root()))
        .withMessageContaining("refers to another document: " + reference)
        .withMessageContaining("Bundle");
  }
}
