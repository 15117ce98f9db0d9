package io.github.videorooms.generated.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text in all descriptions and as an enum value: it has to compile and pass doclint. */
record TextRow(String name, String text) implements Row {
  @Override
  public void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number) {
    Map<String, Object> parameter =
        Map.of("in", "query", "name", "q", "description", text, "schema", Map.of("type", "string"));
    paths.put(
        "/texts/" + number,
        Map.of(
            "get",
            Map.of(
                "operationId",
                "get_text_" + number,
                "tags",
                List.of("Texts"),
                "summary",
                text,
                "description",
                text,
                "parameters",
                List.of(parameter),
                "responses",
                Map.of("204", Map.of()))));
    schemas.put("Text" + number, object());
    schemas.put("TextValue" + number, values());
  }

  private Map<String, Object> object() {
    Map<String, Object> property = Map.of("type", "string", "description", text);
    return Map.of("type", "object", "description", text, "properties", Map.of("a", property));
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("type", "string");
    values.put("description", text);
    values.put("enum", List.of(text, text + "2"));
    values.put("x-enum-varnames", List.of("ONE", "TWO"));
    return values;
  }

  @Override
  public void check(Classes classes, int number) throws Exception {
    Class<?> type = classes.model("TextValue" + number);
    Object value = Classes.callStatic(type, "of", text);

    assertThat(Classes.call(value, "isKnown")).isEqualTo(true);
    assertThat(Classes.call(value, "getValue")).isEqualTo(text);
    assertThat(value).isSameAs(type.getField("ONE").get(null));
  }

  @Override
  public String toString() {
    return name;
  }

  static List<Row> all() {
    return List.of(
        new TextRow("text: the end of a comment", "a */ b /* c **/"),
        new TextRow("text: the end of a comment, escaped", "a \\u002a/ b \\u002A\\u002f"),
        new TextRow("text: tags", "@param a\n@return b\n  @see c"),
        new TextRow("text: inline tags", "{@link Nothing} {@code a {@b"),
        new TextRow("text: braces", "}} {{ {"),
        new TextRow("text: of a template", "{{name}} {{{name}}} {{#vars}}"),
        new TextRow("text: markup", "<p>a<b & c &nbsp; <script> </pre> <!-- -->"),
        new TextRow("text: quotes and backslashes", "\"a\" 'b' \\ \\\\ \\n `c`"),
        new TextRow("text: a broken escape", "\\u00 \\uXYZ \\u"),
        new TextRow("text: lines", "a\n\nb\r\nc\td\u0000"),
        new TextRow("text: long", "word ".repeat(2_000)),
        new TextRow("text: one long word", "w".repeat(10_000)),
        new TextRow("text: of other scripts", "\u00e9\u4e2d\ud83d\ude00\u202e\ufeff\u2028"),
        new TextRow("text: a single character", "/"));
  }
}
