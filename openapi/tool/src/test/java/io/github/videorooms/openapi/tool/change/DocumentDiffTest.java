package io.github.videorooms.openapi.tool.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import org.junit.jupiter.api.Test;

/** What the edits of the real document, tested where the generator is, cannot show. */
class DocumentDiffTest {
  static final String DOCUMENT =
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

    assertThat(diff(DOCUMENT, other).verdict().isChanged()).isFalse();
  }

  @Test
  void between_schemaThatRefersToItself_renamed_isOneChange() {
    String renamed =
        DOCUMENT.replace("schemas/Thing", "schemas/Item").replace("    Thing:", "    Item:");

    assertThat(diff(DOCUMENT, renamed).changes())
        .extracting(Change::line)
        .containsExactly("Thing: schema renamed Thing → Item");
  }

  @Test
  void between_twoSchemasOfWhichOneHoldsTheOther_renamed_isTwoChanges() {
    String renamed =
        DOCUMENT
            .replace("schemas/Thing", "schemas/Item")
            .replace("    Thing:", "    Item:")
            .replace("schemas/Colour", "schemas/Shade")
            .replace("    Colour:", "    Shade:");

    assertThat(diff(DOCUMENT, renamed).changes())
        .extracting(Change::line)
        .containsExactlyInAnyOrder(
            "Thing: schema renamed Thing → Item", "Colour: schema renamed Colour → Shade");
  }

  @Test
  void between_bodyBecomesARedirect_breaksWireAndJava() {
    String redirect =
        DOCUMENT.replaceFirst(
            "(?s)'200':.*?components:",
            "'302':\n          description: Elsewhere.\n          headers:"
                + " {Location: {schema: {type: string}}}\ncomponents:");

    DocumentDiff diff = diff(DOCUMENT, redirect);

    assertThat(diff.changes())
        .extracting(Change::line)
        .contains(
            "get_thing: success status 200 → 302",
            "get_thing: no longer answers with Thing → nothing");
    assertThat(diff.verdict().wire()).isEqualTo(Severity.BREAKING);
    assertThat(diff.verdict().java()).isEqualTo(Severity.BREAKING);
  }

  @Test
  void methodsOf_redirect_returnTheAddress() {
    String document =
        DOCUMENT
            .replace("'200'", "'302'")
            .replace("description: The thing.", "headers: {Location: {schema: {type: string}}}");

    assertThat(FacadeLines.methodsOf(DocumentYaml.read(document), "get_thing"))
        .contains(
            "public String getThing(String id) {\n    return"
                + " calls.executeRedirect(api.getThing(id(id)));",
            "public CompletableFuture<String> getThingAsync(String id) {\n    return"
                + " calls.executeRedirectAsync(api.getThing(id(id)));");
  }

  @Test
  void between_changeOfAnUnusedSchema_leavesTheWireAlone() {
    String unused =
        DOCUMENT + "    Spare:\n      type: object\n      properties: {a: {type: string}}\n";

    Verdict verdict = diff(unused, unused.replace("{a: {", "{b: {")).verdict();

    assertThat(verdict.wire()).isEqualTo(Severity.NONE);
    assertThat(verdict.java()).isEqualTo(Severity.BREAKING);
  }

  @Test
  void between_proseAlone_asksForAPatch() {
    Verdict verdict = diff(DOCUMENT, DOCUMENT.replace("Get a thing", "Look at it")).verdict();

    assertThat(verdict).hasToString("documentation only");
    assertThat(verdict.documentVersionAfter(Version.of("1.1.0"))).hasToString("1.1.1");
  }

  @Test
  void verdict_wireBreak_raisesBothFirstNumbers() {
    String moved = DOCUMENT.replace("/things/", "/items/");
    Verdict verdict = diff(DOCUMENT, moved).verdict();

    assertThat(verdict.java()).isEqualTo(Severity.NONE);
    assertThat(verdict.documentVersionAfter(Version.of("1.1.0"))).hasToString("2.0.0");
    assertThat(verdict.artifactVersionAfter(Version.of("3.1.0"))).hasToString("4.0.0");
  }

  @Test
  void verdict_javaBreak_raisesTheArtifactsAlone() {
    String renamed = DOCUMENT.replace("x-enum-varnames: [RED]", "x-enum-varnames: [ROUGE]");
    Verdict verdict = diff(DOCUMENT, renamed).verdict();

    assertThat(verdict.documentVersionAfter(Version.of("1.1.0"))).hasToString("1.1.1");
    assertThat(verdict.artifactVersionAfter(Version.of("3.1.0"))).hasToString("4.0.0");
  }

  private static DocumentDiff diff(String before, String after) {
    return DocumentDiff.between(DocumentYaml.read(before), DocumentYaml.read(after));
  }
}
