package io.github.videorooms.openapi.tool.incoming;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.videorooms.openapi.tool.Node;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"a\n  b\"}, \"paths\": {\"/rooms\": {}}}",
        "{openapi: 3.1.0, info: {title: 'a \" b'}, paths: {/rooms: {}}} # one \"quote\n",
        "{ # one \" quote\n openapi: 3.1.0, paths: {/rooms: {}}}",
        "{\n\t\"openapi\": \"3.0.1\",\n\t\"paths\": {\"/rooms\": {}}\n}",
        "\uFEFFopenapi: 3.0.3\npaths: {/rooms: {}}"
      })
  void read_openApi3_returnsItsTree(String text) throws IOException {
    assertThat(Node.of(read(text).tree().get("paths")).object()).containsOnlyKeys("/rooms");
  }

  /** What would be an escape in JSON is text between single quotes. */
  @ParameterizedTest
  @ValueSource(strings = {"^\"[^\\/]+\"$", "\"[\\u0041-\\u005A]\"", "a\t\"b\tc\""})
  void read_flowStyleWithSingleQuotes_preservesTheText(String pattern) throws IOException {
    String text = "{openapi: 3.1.0, paths: {/rooms: {x: '" + pattern + "'}}}";

    assertThat(Node.of(read(text).tree()).get("paths", "/rooms", "x").text()).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "swagger: '2.0'                       | vendor.yaml:1: is Swagger 2.0",
        "{'message': 'Not Found'}             | vendor.yaml: is not OpenAPI 3: it has no field"
            + " openapi, only message",
        "#⏎openapi: 4.0.0                     | vendor.yaml:2: is not OpenAPI 3: its field openapi"
            + " is 4.0.0",
        "openapi: 3.1.0                       | vendor.yaml: has no operations",
        "openapi: 3.1.0⏎paths: {}             | vendor.yaml:2: has no operations",
        "just a text                          | not a YAML mapping",
        "''                                   | vendor.yaml: is empty",
        "' ⏎'                                 | vendor.yaml: is empty",
        "<html>⏎<title>⏎Sign in</title></html> | is an HTML or XML page with the title \"Sign in\"",
        "<?xml version='1.0'?><a/>            | is an HTML or XML page, not an OpenAPI document",
        "a: 1⏎⇥b: 2                           | vendor.yaml:2:1: is not valid YAML: while scanning"
            + " for the next token, found character '\\t(TAB)'",
        "a: b: c                              | vendor.yaml:1:5: is not valid YAML: mapping values"
            + " are not allowed here",
        "openapi: 3.0.3⏎openapi: 3.1.0        | vendor.yaml:2:1: is not valid YAML: while"
            + " constructing a mapping, found duplicate key openapi",
        "{\"a\": 1,⏎ \"a\": 2}                | vendor.yaml:2:2: is not valid JSON: while"
            + " constructing a mapping, found duplicate key a",
        "{\"a\": 1 \"b\": 2}                  | vendor.yaml:1:12: is not valid JSON",
        "{\"a\": 1,⏎ \"b⏎\": 2}               | vendor.yaml:2: is not valid JSON: a string contains"
            + " a line break",
        "{\"openapi\": \"3.1.0\",⏎ \"paths\": { | vendor.yaml:2:12: is incomplete",
        "{\"openapi\": \"3.1.0\",⏎ \"pat       | vendor.yaml:2: ends inside a string",
        "paths: [a,⏎ b                        | vendor.yaml:2:3: is incomplete",
        "paths: 'a⏎ b                         | vendor.yaml:2:3: is incomplete",
        "a: 1⏎b: \u0007c                      | vendor.yaml:2: contains the character U+0007",
        "a: 1⏎---⏎b: 2                        | vendor.yaml:2:1: is not valid YAML: expected a"
            + " single document in the stream, but found another document",
        "200: a⏎'200': b⏎c: d                 | vendor.yaml:2:1: is not valid YAML: while"
            + " constructing a mapping, found duplicate key 200",
      })
  void read_otherThanOpenApi3_namesProblemAndLine(String text, String problem) {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> read(text.replace('⏎', '\n').replace('⇥', '\t')))
        .withMessageContaining("vendor.yaml")
        .withMessageContaining(problem);
  }

  @Test
  void read_aliasesOfAliases_isRejected() {
    StringBuilder bomb = new StringBuilder("openapi: 3.1.0\npaths: {/rooms: {}}\nx0: &x0 [a, a]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append(String.format("x%d: &x%d [*x%d, *x%d, *x%d]\n", i, i, i - 1, i - 1, i - 1));
    }

    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> read(bomb.toString()))
        .withMessageContaining("exceeds a limit of this tool: ")
        .withMessageContaining("alias")
        .withMessageNotContaining("YAML nor JSON");
  }

  @Test
  void read_deepNesting_isRejected() {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> read("openapi: 3.1.0\npaths: " + "[".repeat(100_000)))
        .withMessageContaining("exceeds a limit of this tool: Nesting Depth exceeded max 100")
        .withMessageContaining("raise the limit");
  }

  @Test
  void read_latin1_isRejectedWithItsLine() throws IOException {
    Path file =
        Files.write(directory.resolve("latin"), "a: b\nopenapi: \u00e9".getBytes(ISO_8859_1));

    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> VendorFile.read(file))
        .withMessageContaining("latin:2: is not UTF-8: invalid byte E9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void read_utf16_isRejectedByName(String encoding) throws IOException {
    Path file =
        Files.write(
            directory.resolve("wide"), "openapi: 3.1.0".getBytes(Charset.forName(encoding)));

    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> VendorFile.read(file))
        .withMessageContaining("is UTF-16, not UTF-8");
  }

  @Test
  void read_noFile_isRejected() {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> VendorFile.read(directory))
        .withMessageContaining("is a directory");
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> VendorFile.read(directory.resolve("none")))
        .withMessageContaining("does not exist");
  }

  @Test
  void read_otherLineEndings_returnsTheSameTree() throws IOException {
    String text = "openapi: 3.1.0\npaths:\n  /rooms:\n    x: |\n      a\n      b\n";

    assertThat(read(text.replace("\n", "\r\n")).tree()).isEqualTo(read(text).tree());
  }

  @Test
  void locating_failureAtANode_namesItsLine() throws IOException {
    VendorFile file = read("openapi: 3.1.0\npaths:\n  /rooms/{id}.mp4:\n    get: {}\n");

    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(
            () ->
                file.locating(
                    () -> {
                      throw new UnusableDocument("paths./rooms/{id}.mp4.get.responses", "no", "do");
                    }))
        .withMessage("vendor.yaml:4: paths./rooms/{id}.mp4.get.responses: no\n  do");
  }

  @Test
  void locating_failureElsewhere_isUnchanged() throws IOException {
    VendorFile file = read("openapi: 3.1.0\npaths: {/rooms: {}}");
    UnusableDocument failure = new UnusableDocument("2 of our places", "no", "do");

    assertThatThrownBy(
            () ->
                file.locating(
                    () -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(file.locating(() -> "fine")).isEqualTo("fine");
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
