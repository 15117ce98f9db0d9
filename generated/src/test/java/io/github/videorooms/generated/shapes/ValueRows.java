package io.github.videorooms.generated.shapes;

import static io.github.videorooms.generated.shapes.ValueRow.of;

import java.util.List;

/** Schemas of properties. */
final class ValueRows {
  private static final String ANY_LIST = "[\"a\", 1, null, {\"b\": [9007199254740993]}]";
  private static final String THING = "{$ref: '#/components/schemas/Thing'}";
  private static final String COLOUR = "{$ref: '#/components/schemas/Colour'}";
  private static final String FREE_FORM = "{type: object, additionalProperties: true}";
  private static final String FREE_FORM_JSON = "{\"a\": null, \"b\": [1, {\"c\": 2.50}]}";

  static List<Row> all() {
    return List.of(
        of("text", "type: string", "String", "\"a\""),
        text("uuid"),
        text("email"),
        text("uri"),
        text("binary"),
        text("byte"),
        text("ipv4"),
        text("time"),
        text("password"),
        text("of our own"),
        of("time", "{type: string, format: date-time}", "Instant", "\"2026-03-02T08:15:30.123Z\""),
        new ValueRow(
            "time with an offset",
            "{type: string, format: date-time}",
            "Instant",
            "\"2026-03-02T08:15:30+02:00\"",
            "\"2026-03-02T06:15:30Z\""),
        of("date", "{type: string, format: date}", "LocalDate", "\"2026-03-02\""),
        new ValueRow(
            "date that is a time",
            "{type: string, format: date}",
            "LocalDate",
            "\"2026-03-02T08:15:30Z\"",
            "\"2026-03-02\""),
        of("integer", "type: integer", "Long", "9007199254740993"),
        of("integer of 32 bits", "{type: integer, format: int32}", "Integer", "-7"),
        of("integer of 64 bits", "{type: integer, format: int64}", "Long", "9007199254740993"),
        of("integer of another format", "{type: integer, format: uint16}", "Long", "65535"),
        of(
            "integer of 32 bits that may be larger",
            "{type: integer, format: int32, maximum: 5000000000}",
            "Long",
            "5000000000"),
        new ValueRow("integer as a text", "type: integer", "Long", "\"20.0\"", "20"),
        of("number", "type: number", "BigDecimal", "0.10"),
        of("number, double", "{type: number, format: double}", "BigDecimal", "1E+400"),
        of("number, float", "{type: number, format: float}", "BigDecimal", "0.1"),
        of("truth", "type: boolean", "Boolean", "true"),
        of("text with limits", "{type: string, minLength: 1, maxLength: 9}", "String", "\"a\""),
        of("number with limits", "{type: number, minimum: 0.5, maximum: 1}", "BigDecimal", "0.75"),
        of("nullable text", "{type: string, nullable: true}", "String", "\"a\""),
        of("free form", FREE_FORM, "Map<String, Object>", FREE_FORM_JSON),
        of("any value, an object", "description: Anything.", "Object", FREE_FORM_JSON),
        of("any value, a list", "{}", "Object", ANY_LIST),
        of("any value, a text", "nullable: true", "Object", "\"a\""),
        of("any value, a large number", "x-own: true", "Object", "9007199254740993123"),
        of("any value, a truth", "{}", "Object", "false"),
        of("enum", COLOUR, "Colour", "\"red\""),
        of("enum with a new value", COLOUR, "Colour", "\"mauve\""),
        of("object", THING, "Thing", "{\"name\": \"a\", \"new\": 1}"),
        of("object wrapped in allOf", "allOf: [" + THING + "]", "Thing", "{\"name\": \"a\"}"),
        of("object without properties", reference("Empty"), "Empty", "{\"a\": 1}"),
        of("object without a word on properties", reference("Bare"), "Bare", "{\"a\": 1}"),
        of("object with 150 properties", reference("Wide"), "Wide", "{\"p_149\": \"a\"}"),
        of("alias of a text", reference("Alias"), "String", "\"a\""),
        of("alias of any value", reference("AnyAlias"), "Object", "[1]"),
        of("alias of a free form", reference("FreeAlias"), "Map<String, Object>", "{\"a\": 1}"),
        of("alias of a list", reference("ListAlias"), "List<Thing>", "[{\"name\": \"a\"}]"),
        of("object in itself", "{$ref: SELF}", "Self", "{\"optional\": {\"x\": 1}}"),
        of("objects in themselves", list("{$ref: SELF}"), "List<Self", "[{\"needed\": []}]"),
        of("two objects in each other", reference("Hen"), "Hen", "{\"egg\": {\"hen\": {}}}"),
        of("list of texts", list("type: string"), "List<String>", "[\"a\", \"a\"]"),
        of("list of secrets", list("{type: string, format: password}"), "List<String>", "[\"a\"]"),
        of("list of integers", list("type: integer"), "List<Long>", "[1, 9007199254740993]"),
        of("list of int32", list("{type: integer, format: int32}"), "List<Integer>", "[1]"),
        of("list of numbers", list("type: number"), "List<BigDecimal>", "[0.10, 1]"),
        of("list of truths", list("type: boolean"), "List<Boolean>", "[true, false]"),
        of(
            "list of times",
            list("{type: string, format: date-time}"),
            "List<Instant>",
            "[\"2026-03-02T08:15:30Z\"]"),
        of(
            "list of dates",
            list("{type: string, format: date}"),
            "List<LocalDate>",
            "[\"2026-03-02\"]"),
        of("list of enums", list(COLOUR), "List<Colour>", "[\"red\", \"mauve\"]"),
        of("list of objects", list(THING), "List<Thing>", "[{\"name\": \"a\"}, {}]"),
        of("list of free forms", list(FREE_FORM), "List<Map<String, Object>>", "[{\"a\": null}]"),
        of("list of any values", list("{}"), "List<Object>", ANY_LIST),
        of("list without an items schema", "type: array", "List<Object>", ANY_LIST),
        of("list of lists", list(list("type: number")), "List<List<BigDecimal>>", "[[1], []]"),
        of("list of lists of objects", list(list(THING)), "List<List<Thing>>", "[[{}]]"),
        of("list of lists of any", list(list("{}")), "List<List<Object>>", "[[null, 1], []]"),
        of(
            "list of lists of free forms",
            list(list(FREE_FORM)),
            "List<List<Map<String, Object>>>",
            "[[{\"a\": [null]}]]"),
        of(
            "list of lists of lists",
            list(list(list("type: string"))),
            "List<List<List<String>>>",
            "[[[\"a\"], []], []]"),
        of(
            "set of texts",
            "{type: array, uniqueItems: true, items: {type: string}}",
            "List<String>",
            "[\"b\", \"a\"]"),
        of(
            "set of objects",
            "{type: array, uniqueItems: true, items: " + THING + "}",
            "List<Thing>",
            "[{}]"));
  }

  private static Row text(String format) {
    return of("text, " + format, "{type: string, format: '" + format + "'}", "String", "\"a b\"");
  }

  private static String list(String items) {
    return "{type: array, items: " + (items.startsWith("{") ? items : "{" + items + "}") + "}";
  }

  private static String reference(String schema) {
    return "$ref: '#/components/schemas/" + schema + "'";
  }

  private ValueRows() {}
}
