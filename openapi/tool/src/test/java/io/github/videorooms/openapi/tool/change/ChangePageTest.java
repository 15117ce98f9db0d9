package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePageTest {
  private static final Pattern JAVA = Pattern.compile("(?ms)^```java$.*?^```$");
  private static final String TABLE =
      "| `get_thing` | `GET /things/{id}` | `things().get` | none |\n";
  private static final String API =
      """
      public final class io.github.videorooms.Video
        public io.github.videorooms.VideoThings things()

      public final class io.github.videorooms.VideoThings
        public io.github.videorooms.model.Thing get(String)
      """;
  private static final String DELETION =
      """
          delete:
            operationId: delete_thing
            tags: [Things]
            summary: Delete a thing
            parameters:
              - {name: id, in: path, required: true, description: 'Id of the thing.', schema: {type: string}}
            responses:
              '204': {description: Done.}
      components:
      """;

  @Test
  void toMarkdown_sameDocument_saysSo() {
    assertThat(page(DocumentDiffTest.DOCUMENT).toMarkdown())
        .startsWith("# Change of the Video API: wire unchanged, Java unchanged\n");
  }

  @Test
  void toMarkdown_sameInputTwice_isTheSame() {
    String after = DocumentDiffTest.DOCUMENT.replace("id: {type: string}", "id: {type: integer}");

    assertThat(page(after).toMarkdown()).isEqualTo(page(after).toMarkdown());
    assertThat(page(after).toHtml()).isEqualTo(page(after).toHtml());
  }

  @Test
  void toMarkdown_changes_standUnderWhatBecameOfThemAndAddUp() {
    List<VendorChange> changes = new ArrayList<>();
    for (VendorChange.Disposition each : VendorChange.Disposition.values()) {
      changes.add(change("Thing." + each.name().toLowerCase(Locale.ROOT), each));
    }
    String page =
        ChangePage.of(
                DocumentYaml.read(DocumentDiffTest.DOCUMENT),
                DocumentYaml.read(DocumentDiffTest.DOCUMENT))
            .changes(changes)
            .build()
            .toMarkdown();

    assertThat(page)
        .contains(
            "4 changes by the vendor: 1 taken over, 1 simplified, 1 met by a deviation of ours,"
                + " 1 not taken over. 4 break the wire.")
        .containsSubsequence(
            "## Taken over",
            "- `Thing.applied` type `string` → `integer` **breaking** why. In get\\_thing.",
            "## Simplified",
            "- `Thing.simplified`",
            "## Different here on purpose",
            "- `Thing.deviation`",
            "## Not taken over",
            "- `Thing.not_applied`");
  }

  private static VendorChange change(String place, VendorChange.Disposition disposition) {
    return new VendorChange(
        Kind.TYPE,
        place,
        "type",
        "string",
        "integer",
        List.of("get_thing"),
        Severity.BREAKING,
        disposition,
        "why");
  }

  @Test
  void toMarkdown_newOperation_givesTheMethodsToAdd() {
    String after = DocumentDiffTest.DOCUMENT.replace("components:\n", DELETION);

    assertThat(page(after).toMarkdown())
        .contains("`delete_thing` has no method: add to `VideoThings.java`")
        .contains("   * @param id id of the thing\n")
        .contains(
            "  public void deleteThing(String id) {\n    calls.executeVoid(api.deleteThing(id(id)));\n")
        .contains("  public CompletableFuture<@Nullable Void> deleteThingAsync(String id) {\n")
        .contains("    return calls.executeVoidAsync(api.deleteThing(id(id)));\n")
        .contains("| `delete_thing` | `DELETE /things/{id}` | `things().deleteThing` | none |")
        .contains(" * New: `delete_thing`: new operation `DELETE /api/video/things/{id}`.");
  }

  @Test
  void toMarkdown_newResource_givesTheClassAndItsAccessor() {
    String after =
        DocumentDiffTest.DOCUMENT.replace(
            "components:\n", DELETION.replace("[Things]", "[Other Things]"));

    assertThat(page(after).toMarkdown())
        .contains("public final class VideoOtherThings extends Resource<OtherThingsApi> {\n")
        .contains("import io.github.videorooms.api.OtherThingsApi;\n")
        .contains(
            "  public VideoOtherThings otherThings() {\n    return new VideoOtherThings(calls);\n");
  }

  @Test
  void toMarkdown_failure_isToldBeforeTheChangesAndNoListingIsVouchedFor() {
    String after = DocumentDiffTest.DOCUMENT.replace("id: {type: string}", "id: {type: integer}");
    ChangePage failed =
        ChangePage.of(DocumentYaml.read(DocumentDiffTest.DOCUMENT), DocumentYaml.read(after))
            .api(ApiChanges.between("facade", API, API))
            .failure("Thing.java:[3,4] cannot find symbol")
            .build();

    assertThat(failed.toMarkdown())
        .containsSubsequence(
            "# Change of the Video API: wire breaking, Java not known: the build failed\n",
            "| Java: artifacts | not known: the build failed |",
            "## The build failed\n\n```text\nThing.java:[3,4] cannot find symbol\n```\n",
            "## Java API of facade\n\nNot known: the build failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "```\n# Approved",
        "` | <b>",
        "[click](javascript:alert(1))",
        "\" onmouseover=\"alert(1)",
        "*/ class Evil {} /*"
      })
  void page_hostileDocument_getsNoMarkupIn(String hostile) {
    String quoted =
        '"' + hostile.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    String after =
        DocumentDiffTest.DOCUMENT
            .replace(
                "colour: {$ref",
                quoted + ": {type: string, format: " + quoted + "}\n        colour: {$ref")
            .replace("enum: [red]", "enum: [red, " + quoted + "]")
            .replace(
                "components:\n",
                DELETION
                    .replace("delete_thing", quoted)
                    .replace("[Things]", "[" + quoted + "]")
                    .replace("Delete a thing", quoted)
                    .replace("'Id of the thing.'", quoted));

    assertThat(page(after).toHtml()).doesNotContain("<script", "<img", "<b>", " onmouseover=\"");
    assertThat(outsideOfCode(page(after).toMarkdown()))
        .doesNotContain("<script", "<img", "<b>", "](javascript")
        .noneMatch(line -> line.equals("# Approved"));
    assertThat(javaOf(page(after).toMarkdown())).doesNotContain("*/ class");
  }

  @Test
  void toHtml_loadsNothing() {
    assertThat(page(DocumentDiffTest.DOCUMENT).toHtml())
        .contains("default-src 'none'")
        .doesNotContain("<script", "<link", "src=", "href=", "url(", "@import");
  }

  private static String javaOf(String markdown) {
    return JAVA.matcher(markdown).results().map(MatchResult::group).collect(joining());
  }

  private static List<String> outsideOfCode(String markdown) {
    String fenced = markdown.replaceAll("(?ms)^(`{3,}).*?^\\1$", "");
    return fenced.replaceAll("(`+)(?!`).*?[^`]\\1(?!`)", "").lines().toList();
  }

  private static ChangePage page(String after) {
    return ChangePage.of(DocumentYaml.read(DocumentDiffTest.DOCUMENT), DocumentYaml.read(after))
        .artifactVersion(Version.of("1.0.0"))
        .api(ApiChanges.between("facade", API, API))
        .operationsTable(TABLE)
        .build();
  }
}
