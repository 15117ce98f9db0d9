package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import org.junit.jupiter.api.Test;

public class DocumentDiffTest {
  public static final String DOCUMENT =
      """
      openapi: 3.0.3
      info: {title: Sample, version: 1.0.0}
      paths:
        /api/video/things/{id}:
          get:
            operationId: get_thing
            tags: [Things]
            summary: Get a thing
            parameters:
              - {name: id, in: path, required: true, schema: {type: string}}
            responses:
              '200':
                description: The thing.
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Thing'}
      components:
        schemas:
          Thing:
            type: object
            properties:
              id: {type: string}
              parent: {$ref: '#/components/schemas/Thing'}
              colour: {$ref: '#/components/schemas/Colour'}
          Colour:
            type: string
            enum: [red]
            x-enum-varnames: [RED]
      """;

  @Test
  void between_onlyAnotherOrderAndVersion_isUnchanged() {
    String other =
        DOCUMENT
            .replace("{title: Sample, version: 1.0.0}", "{version: 2.0.0, title: Sample}")
            .replace("      summary: Get a thing\n", "")
            .replace(
                "operationId: get_thing", "summary: Get a thing\n      operationId: get_thing");

    assertThat(diff(DOCUMENT, other).isChanged()).isFalse();
  }

  @Test
  void between_renamedSchemas_isUnchangedOnTheWire() {
    String renamed =
        DOCUMENT
            .replace("schemas/Thing", "schemas/Item")
            .replace("    Thing:", "    Item:")
            .replace("schemas/Colour", "schemas/Shade")
            .replace("    Colour:", "    Shade:");

    assertThat(diff(DOCUMENT, renamed).changes()).isEmpty();
    assertThat(diff(DOCUMENT, renamed).isChanged()).isTrue();
  }

  @Test
  void between_bodyBecomesARedirect_breaksTheWire() {
    String redirect =
        DOCUMENT.replaceFirst(
            "(?s)'200':.*?components:",
            "'302':\n          description: Elsewhere.\n          headers:"
                + " {Location: {schema: {type: string}}}\ncomponents:");

    DocumentDiff diff = diff(DOCUMENT, redirect);

    assertThat(diff.changes())
        .extracting(VendorChange::line)
        .containsExactly("get_thing, response: success status 200 → 302");
    assertThat(diff.wire()).isEqualTo(Severity.BREAKING);
  }

  @Test
  void between_changeOfAnUnusedSchema_doesNotAffectTheWire() {
    String unused =
        DOCUMENT + "    Spare:\n      type: object\n      properties: {a: {type: string}}\n";

    DocumentDiff diff = diff(unused, unused.replace("{a: {", "{b: {"));

    assertThat(diff.wire()).isEqualTo(Severity.NONE);
    assertThat(diff.isChanged()).isTrue();
  }

  @Test
  void between_onlyDescriptions_isChangedButNotOnTheWire() {
    DocumentDiff diff = diff(DOCUMENT, DOCUMENT.replace("Get a thing", "Look at it"));

    assertThat(diff.isChanged()).isTrue();
    assertThat(diff.changes()).isEmpty();
  }

  @Test
  void between_movedOperation_isRemovedAndNew() {
    DocumentDiff diff = diff(DOCUMENT, DOCUMENT.replace("/things/", "/items/"));

    assertThat(diff.changes())
        .extracting(VendorChange::line)
        .containsExactly(
            "get_thing: operation removed GET /api/video/things/{id}",
            "get_thing: new operation GET /api/video/items/{id}");
    assertThat(diff.wire()).isEqualTo(Severity.BREAKING);
  }

  private static DocumentDiff diff(String before, String after) {
    return DocumentDiff.between(DocumentYaml.read(before), DocumentYaml.read(after));
  }
}
