package io.github.videorooms.openapi.tool.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePageTest {
  private static final String API =
      """
      public final class io.github.videorooms.VideoThings
        public io.github.videorooms.model.Thing get(String)
      """;

  @Test
  void toMarkdown_noChange_saysSo() {
    assertThat(page().toMarkdown())
        .startsWith("# Change of the Video API: wire unchanged, Java unchanged\n");
  }

  @Test
  void toMarkdown_sameInputTwice_isTheSame() {
    VendorChange change = change("Thing.id", Disposition.APPLIED);

    assertThat(page(change).toMarkdown()).isEqualTo(page(change).toMarkdown());
    assertThat(page(change).toHtml()).isEqualTo(page(change).toHtml());
  }

  @Test
  void toMarkdown_changes_areGroupedByOutcomeAndCounted() {
    List<VendorChange> changes = new ArrayList<>();
    for (Disposition each : Disposition.values()) {
      changes.add(change("Thing." + each.name().toLowerCase(Locale.ROOT), each));
    }
    String page = page(changes.toArray(VendorChange[]::new)).toMarkdown();

    assertThat(page)
        .contains(
            "4 changes by the vendor: 1 applied, 1 simplified, 1 covered by a deviation,"
                + " 1 not applied. 4 break the wire.")
        .containsSubsequence(
            "## Applied",
            "- `Thing.applied` type `string` → `integer` **breaking** — why. In get\\_thing.",
            "## Simplified",
            "- `Thing.simplified`",
            "## Intentionally different",
            "- `Thing.deviation`",
            "## Not applied",
            "- `Thing.not_applied`");
  }

  private static VendorChange change(String place, Disposition disposition) {
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
  void toMarkdown_changes_becomeLinesForTheChangeLog() {
    assertThat(
            page(
                    change("Thing.id", Disposition.APPLIED),
                    change("Thing.name", Disposition.DEVIATION))
                .toMarkdown())
        .contains("Document 1.1.0.\n\n * Break: `Thing.id`: type `string → integer`.\n```");
  }

  @Test
  void toMarkdown_harmlessRemoval_isAChangeInTheChangeLog() {
    VendorChange removal =
        new VendorChange(
            Kind.RESPONSE,
            "get_thing, response 400",
            "response removed",
            "400",
            "",
            List.of("get_thing"),
            Severity.ADDITIVE,
            Disposition.APPLIED,
            "");

    assertThat(page(removal).toMarkdown())
        .contains(" * Change: `get_thing, response 400`: response removed `400`.");
  }

  @Test
  void toMarkdown_listingThatBreaksCallers_setsTheJavaVerdictAndAddsALineForTheChangeLog() {
    String page =
        ChangePage.of(Version.of("1.0.0"), Version.of("1.0.1"))
            .api(ApiChanges.between("facade", API, API.replace("(String)", "(int)")))
            .build()
            .toMarkdown();

    assertThat(page)
        .startsWith("# Change of the Video API: wire unchanged, Java breaking\n")
        .contains(
            " * Break: `io.github.videorooms.VideoThings: public io.github.videorooms.model.Thing"
                + " get(String)`.");
  }

  @Test
  void toMarkdown_nothingReleased_saysThatNoVersionIsTheLeast() {
    String page =
        ChangePage.of(Version.of("1.0.0"), Version.of("1.1.0"))
            .changes(List.of(change("Thing.id", Disposition.APPLIED)))
            .build()
            .toMarkdown();

    assertThat(page)
        .contains(
            "| Axis | Verdict | Now | At least |",
            "| Wire: info.version | ",
            "| Java: artifacts | unchanged | no release | no minimum before the first release |");
  }

  @Test
  void toMarkdown_failure_precedesTheChangesAndListingsAreUnknown() {
    ChangePage failed =
        ChangePage.of(Version.of("1.0.0"), Version.of("2.0.0"))
            .changes(List.of(change("Thing.id", Disposition.APPLIED)))
            .api(ApiChanges.between("facade", API, API))
            .failure("Thing.java:[3,4] cannot find symbol")
            .build();

    assertThat(failed.toMarkdown())
        .containsSubsequence(
            "# Change of the Video API: wire breaking, Java not known: the build failed\n",
            "| Java: artifacts | not known: the build failed |",
            "## The build failed\n\n```text\nThing.java:[3,4] cannot find symbol\n```\n",
            "## Java API of facade\n\nUnknown: the build failed");
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
  void page_hostileText_isEscaped(String hostile) {
    VendorChange change =
        new VendorChange(
            Kind.TYPE,
            hostile,
            hostile,
            hostile,
            hostile,
            List.of(hostile),
            Severity.BREAKING,
            Disposition.APPLIED,
            hostile);

    assertThat(page(change).toHtml()).doesNotContain("<script", "<img", "<b>", " onmouseover=\"");
    assertThat(outsideOfCode(page(change).toMarkdown()))
        .doesNotContain("<script", "<img", "<b>", "](javascript")
        .noneMatch(line -> line.equals("# Approved"));
  }

  @Test
  void toHtml_loadsNothing() {
    assertThat(page().toHtml())
        .contains("default-src 'none'")
        .doesNotContain("<script", "<link", "src=", "href=", "url(", "@import");
  }

  private static List<String> outsideOfCode(String markdown) {
    String fenced = markdown.replaceAll("(?ms)^(`{3,}).*?^\\1$", "");
    return fenced.replaceAll("(`+)(?!`).*?[^`]\\1(?!`)", "").lines().toList();
  }

  private static ChangePage page(VendorChange... changes) {
    return ChangePage.of(Version.of("1.0.0"), Version.of("1.1.0"))
        .changes(List.of(changes))
        .artifactVersion(Version.of("1.0.0"))
        .api(ApiChanges.between("facade", API, API))
        .build();
  }
}
