package io.github.videorooms.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.reference.MakeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the API reference that the build created. */
@Tag("thorough")
class ReferencePageTest {
  static final Path PAGE = Path.of("target/reference.html");
  private static final Path DOCUMENT = Path.of("video.yaml");
  private static final Pattern EMBEDDED =
      Pattern.compile("(?s)<script id=\"openapi\" type=\"application/json\">(.*?)</script>");
  private static final Pattern SCRIPT_OR_COMMENT =
      Pattern.compile("(?s)<!--.*?-->|(?<=<script>).*?(?=</script>)");
  private static final Pattern LOADED =
      Pattern.compile("(?i)\\b(?:src|href|srcset|data|action)\\s*=\\s*\"([^\"]*)\"|url\\(|@import");

  private static String page;

  @BeforeAll
  static void readPage() throws IOException {
    page = Files.readString(PAGE);
  }

  @Test
  void embeddedDocument_isTheDocument() throws IOException {
    String embedded =
        EMBEDDED.matcher(page).results().map(found -> found.group(1)).findFirst().get();
    ObjectMapper json = new ObjectMapper();

    assertThat(json.readTree(embedded))
        .isEqualTo(json.readTree(json.writeValueAsString(DocumentYaml.read(DOCUMENT))));
  }

  @Test
  void markup_loadsNothing() {
    String markup = SCRIPT_OR_COMMENT.matcher(EMBEDDED.matcher(page).replaceAll("")).replaceAll("");

    assertThat(LOADED.matcher(markup).results().map(MatchResult::group))
        .containsExactly("href=\"data:,\"");
  }

  @Test
  void policy_allowsOnlyTheContentOfTheFile() {
    assertThat(page)
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
                + " script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:;"
                + " font-src data:; worker-src blob:\">");
  }

  @Test
  void licenseOfRedoc_isPartOfTheFile() {
    assertThat(page).contains("Copyright (c) 2015-present, Rebilly, Inc.", "Permission is hereby");
  }

  @Test
  void page_createdAgain_isTheSame(@TempDir Path directory) throws IOException {
    Path again = directory.resolve("again.html");
    MakeReference.main(new String[] {DOCUMENT.toString(), again.toString()});

    assertThat(again).hasSameBinaryContentAs(PAGE);
  }
}
