package io.github.videorooms.generated.shapes;

import static io.github.videorooms.generated.shapes.NameRow.named;
import static io.github.videorooms.generated.shapes.NameRow.plain;

import java.util.List;
import java.util.stream.Stream;

/** Names of properties and of parameters of a query. */
final class NameRows {
  /** Names that Java or the generated code uses: for variables, methods and packages. */
  private static final List<String> PLAIN =
      List.of(
          "a",
          "adapter",
          "build",
          "builder",
          "clear",
          "clone",
          "com",
          "copy",
          "field",
          "finalize",
          "from",
          "id",
          "in",
          "io",
          "java",
          "json",
          "known",
          "list",
          "map",
          "module",
          "name",
          "notify",
          "object",
          "objects",
          "of",
          "org",
          "other",
          "out",
          "parameters",
          "permits",
          "put",
          "query",
          "record",
          "repeated",
          "sealed",
          "source",
          "string",
          "text",
          "that",
          "type",
          "value",
          "var",
          "when",
          "x1",
          "yield");

  static List<Row> all() {
    return Stream.concat(PLAIN.stream().map(name -> plain(name, name)), others()).toList();
  }

  private static Stream<Row> others() {
    return Stream.of(
        plain("page_size", "pageSize"),
        plain("a_b", "aB"),
        plain("x_2_y", "x2Y"),
        plain("to_builder", "toBuilder"),
        plain("put_extra", "putExtra"),
        plain("to_json", "toJson"),
        plain("from_json", "fromJson"),
        plain("clear_name", "clearName"),
        plain("hash_code", "hashCode"),
        plain("to_string", "toString"),
        plain("get_class", "getClass"),
        plain("notify_all", "notifyAll"),
        plain("model_json", "modelJson"),
        named("class", "className"),
        named("default", "byDefault"),
        named("extras", "extrasValue"),
        named("wait", "waitValue"),
        named("_", "underscore"),
        named("$ref", "reference"),
        named("$", "dollar"),
        named("", "empty"),
        named(" ", "blank"),
        named("1st", "first"),
        named("with blank", "withBlank"),
        named("a.b-c/d:e[f]", "punctuated"),
        named("Name", "capital"),
        named("quo\"ted", "quoted"),
        named("back\\slash", "backslash"),
        named("ends in\\", "trailing"),
        named("\\u0022", "unicodeEscape"),
        named("\\\\u0022", "escapedEscape"),
        named("\\u000a;", "escapedBreak"),
        named("line\nbreak\r\t", "lineBreak"),
        named("\u0000\u007f\u0085\u2028", "controls"),
        named("\u0001" + "7", "controlBeforeDigit"),
        named("\ud83d\ude00", "emoji"),
        named("\u00e9\u4e2d", "accented"),
        named("*/", "commentEnd"),
        named("/*", "commentStart"),
        named("*\\u002f", "hiddenCommentEnd"),
        named("@param", "tag"),
        named("{@link", "inlineTag"),
        named("}{", "braces"),
        named("{{name}}{{{name}}}", "mustache"),
        named("<b>&amp;&", "markup"),
        named("%s", "format"),
        named("x".repeat(1_000), "long1000"));
  }

  private NameRows() {}
}
