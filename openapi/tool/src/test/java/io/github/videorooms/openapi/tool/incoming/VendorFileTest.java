package io.github.videorooms.openapi.tool.incoming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorFileTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openapi: 3.0.3\npaths: {/rooms: {}}",
        "openapi: 3.1.0\npaths: {/rooms: {}}",
        "openapi: 3.1\npaths: {/rooms: {}}",
        "{\"openapi\":\"3.1.0\",\"paths\":{\"\\/rooms\":{}}}",
        "{\n\t\"openapi\": \"3.0.1\",\n\t\"paths\": {\"/rooms\": {}}\n}",
        "\uFEFFopenapi: 3.0.3\npaths: {/rooms: {}}"
      })
  void read_openApi3_givesItsTree(String text) throws IOException {
    assertThat(Tree.object(read(text).tree().get("paths"))).containsOnlyKeys("/rooms");
  }

  @Test
  void read_json_givesItsTexts() throws IOException {
    assertThat(
            read("{\"openapi\":\"3.1.0\",\"paths\":{\"a\":\"\\ud83d\\ude00 \\/ \\\\/ \\u00e9 \\\"\"}}")
                .tree()
                .get("paths"))
        .isEqualTo(Map.of("a", "\ud83d\ude00 / \\/ \u00e9 \""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swagger: '2.0'                        | is Swagger 2.0",
        "hello: world                          | is not OpenAPI 3",
        "openapi: 4.0.0                        | is not OpenAPI 3: its member openapi is 4.0.0",
        "openapi: 3.1.0                        | has no operations",
        "'just a text'                         | not a YAML mapping",
        "{\"openapi\": \"3.1.0\", \"paths\": { | is neither YAML nor JSON that can be read",
        "'paths: [a, b'                        | is neither YAML nor JSON that can be read",
        "'{openapi: 3.0.3, openapi: 3.1.0}'    | found duplicate key openapi"
      })
  void read_otherThanOpenApi3_saysWhatItIs(String text, String problem) {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> read(text))
        .withMessageContaining("vendor.yaml")
        .withMessageContaining(problem);
  }

  @Test
  void read_aliasesOfAliases_isRefused() {
    StringBuilder bomb = new StringBuilder("openapi: 3.1.0\npaths: {/rooms: {}}\nx0: &x0 [a, a]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append(String.format("x%d: &x%d [*x%d, *x%d, *x%d]\n", i, i, i - 1, i - 1, i - 1));
    }

    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> read(bomb.toString()))
        .withMessageContaining("alias");
  }

  @Test
  void read_deepNesting_isRefused() {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> read("openapi: 3.1.0\npaths: " + "[".repeat(100_000)))
        .withMessageContaining("Nesting Depth");
  }

  @Test
  void read_otherEncoding_isRefused() throws IOException {
    Path file = Files.write(directory.resolve("latin"), "openapi: \u00e9".getBytes(ISO_8859_1));

    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> VendorFile.read(file))
        .withMessageContaining("is not UTF-8");
  }

  @Test
  void read_noFile_isRefused() {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> VendorFile.read(directory))
        .withMessageContaining("is no file");
  }

  @Test
  void fingerprint_isTheSha256OfTheBytes() throws IOException {
    assertThat(Fingerprint.of("abc".getBytes(UTF_8)))
        .hasToString("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  private VendorFile read(String text) throws IOException {
    return VendorFile.read(Files.writeString(directory.resolve("vendor.yaml"), text));
  }
}
