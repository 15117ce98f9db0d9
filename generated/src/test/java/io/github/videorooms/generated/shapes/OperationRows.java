package io.github.videorooms.generated.shapes;

import io.github.videorooms.generated.shapes.OperationRow.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;

/** Methods, paths, parameters and bodies of operations. */
final class OperationRows {
  private static final String THING = "{$ref: '#/components/schemas/Thing'}";
  private static final String COLOUR = "{$ref: '#/components/schemas/Colour'}";
  private static final Instant TIME = Instant.parse("2026-03-02T08:15:30Z");

  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    responses(rows);
    requests(rows);
    paths(rows);
    queries(rows);
    headers(rows);
    methods(rows);
    return rows;
  }

  private static void responses(List<Row> rows) {
    rows.add(json("an object", THING, "Thing"));
    rows.add(json("an enum", COLOUR, "Colour"));
    rows.add(json("a list of objects", list(THING), "List<Thing>"));
    rows.add(json("a list of texts", list("{type: string}"), "List<String>"));
    rows.add(json("a list of times", list("{type: string, format: date-time}"), "List<Instant>"));
    rows.add(json("a list of lists", list(list("{type: integer}")), "List<List<Long>>"));
    rows.add(json("a text", "{type: string}", "String"));
    rows.add(json("an integer", "{type: integer}", "Long"));
    rows.add(json("a truth", "{type: boolean}", "Boolean"));
    rows.add(
        json("free form", "{type: object, additionalProperties: true}", "Map<String, Object>"));
    rows.add(json("any value", "{description: Anything.}", "Object"));
    rows.add(response("JSON without a schema", "{application/json: {}}", "Object", ""));
    rows.add(response("no content", "{}", "Void", ""));
    rows.add(
        response("plain text", "{text/plain: {schema: {type: string}}}", "String", "text/plain"));
    rows.add(response("HTML", "{text/html: {}}", "String", "text/html"));
    rows.add(
        response(
            "bytes",
            "{application/octet-stream: {schema: {type: string, format: binary}}}",
            "ResponseBody",
            "application/octet-stream"));
    rows.add(
        response(
            "a picture", "{image/png: {schema: {type: string}}}", "ResponseBody", "image/png"));
    rows.add(response("a film", "{video/mp4: {}}", "ResponseBody", "video/mp4"));
    rows.add(
        response(
            "XML",
            "{application/xml: {schema: " + THING + "}}",
            "ResponseBody",
            "application/xml"));
    rows.add(response("a range of media types", "{image/*: {}}", "ResponseBody", ""));
    rows.add(
        response(
            "JSON with a charset",
            "{'application/json; charset=utf-8': {schema: " + THING + "}}",
            "Thing",
            ""));
    rows.add(
        response(
            "JSON with a suffix",
            "{application/problem+json: {schema: " + THING + "}}",
            "Thing",
            ""));
    rows.add(
        response(
            "JSON beside others",
            "{text/csv: {}, application/json: {schema: " + THING + "}}",
            "Thing",
            ""));
    rows.add(
        new OperationRow(
            "response: a redirect",
            "get /a",
            "{responses: {'302': {}}}",
            List.of(),
            "Void",
            "GET #/a"));
  }

  private static void requests(List<Row> rows) {
    rows.add(
        request("an object", "post", THING, new Json("{\"name\": \"a\"}"), "{\"name\":\"a\"}"));
    rows.add(request("an enum", "put", COLOUR, new Json("\"red\""), "\"red\""));
    rows.add(request("a list", "post", list("{type: integer}"), List.of(1L, 2L), "[1, 2]"));
    rows.add(request("a text", "post", "{type: string}", "a", "\"a\""));
    rows.add(request("an integer", "patch", "{type: integer}", 7L, "7"));
    rows.add(
        request("a time", "post", "{type: string, format: date-time}", TIME, "\"" + TIME + "\""));
    rows.add(request("any value", "post", "{}", true, "true"));
    rows.add(
        request(
            "free form",
            "post",
            "{type: object, additionalProperties: true}",
            new Json("{\"a\": null}"),
            "{\"a\":null}"));
    rows.add(
        new OperationRow(
            "request: of a delete",
            "delete /a",
            "{requestBody: {content: {application/json: {schema: " + THING + "}}}}",
            List.of(new Json("{}")),
            "Void",
            "DELETE #/a\napplication/json\n{}"));
    rows.add(
        new OperationRow(
            "request: of a get, which has none",
            "get /a",
            "{requestBody: {content: {application/json: {schema: " + THING + "}}}}",
            List.of(),
            "Void",
            "GET #/a"));
    rows.add(
        body(
            "a form",
            "application/x-www-form-urlencoded",
            THING,
            new Json("{\"name\": \"a\"}"),
            "{\"name\":\"a\"}"));
    rows.add(body("plain text", "text/plain", "{type: string}", "a", "\"a\""));
    rows.add(
        body(
            "bytes",
            "application/octet-stream",
            "{type: string, format: binary}",
            RequestBody.create(new byte[] {'a'}, MediaType.get("application/x-own")),
            "a"));
  }

  private static void paths(List<Row> rows) {
    rows.add(
        path("one parameter", "/a/{id}", List.of(path("id")), List.of("a b/c"), "/a/a%20b%2Fc"));
    rows.add(
        path(
            "several parameters",
            "/{room_id}/a/{id}",
            List.of(path("room_id"), path("id")),
            List.of("1", "2"),
            "/1/a/2"));
    rows.add(path("a suffix", "/a/{id}.mp4", List.of(path("id")), List.of("1"), "/a/1.mp4"));
    rows.add(
        path(
            "two in a segment",
            "/v{major}.{minor}",
            List.of(path("major"), path("minor")),
            List.of("1", "2"),
            "/v1.2"));
    rows.add(path("a colon", "/a/{id}:start", List.of(path("id")), List.of("1"), "/a/1:start"));
    rows.add(
        path(
            "an unusual name",
            "/a/{room.id}",
            List.of("{in: path, name: room.id, x-java-name: roomId, schema: {type: string}}"),
            List.of("1"),
            "/a/1"));
    rows.add(
        path(
            "a name that differs in Java",
            "/a/{class}",
            List.of("{in: path, name: class, x-java-name: clazz, schema: {type: string}}"),
            List.of("1"),
            "/a/1"));
    rows.add(
        path(
            "a time, a date and an integer",
            "/a/{t}/{d}/{i}",
            List.of(
                "{in: path, name: t, schema: {type: string, format: date-time}}",
                "{in: path, name: d, schema: {type: string, format: date}}",
                "{in: path, name: i, schema: {type: integer}}"),
            List.of(TIME, LocalDate.of(2026, 3, 2), 7L),
            "/a/2026-03-02T08:15:30Z/2026-03-02/7"));
    rows.add(
        path(
            "an enum",
            "/a/{c}",
            List.of("{in: path, name: c, schema: " + COLOUR + "}"),
            List.of(new Json("\"red\"")),
            "/a/red"));
    rows.add(
        new OperationRow(
            "path: parameters named as a query and a body",
            "post /{query}/{body}/{thing}",
            "{parameters: ["
                + String.join(", ", path("query"), path("body"), path("thing"))
                + ", {in: query, name: q, schema: {type: string}}],"
                + " requestBody: {content: {application/json: {schema: "
                + THING
                + "}}}}",
            List.of("1", "2", "3", new Json("{}"), Map.of("q", "4")),
            "Void",
            "POST #/1/2/3?q=4\napplication/json\n{}"));
  }

  private static void queries(List<Row> rows) {
    rows.add(query("a text", "{type: string}", "", "a&b=c", "a%26b%3Dc"));
    rows.add(
        query("a time", "{type: string, format: date-time}", "", TIME, "2026-03-02T08%3A15%3A30Z"));
    rows.add(query("a time as a text", "{type: string, format: date-time}", "", "now", "now"));
    rows.add(query("a text that can be a time", "{type: string}", ", x-time: true", "now", "now"));
    rows.add(
        query(
            "a time for a text",
            "{type: string}",
            ", x-time: true",
            TIME,
            "2026-03-02T08%3A15%3A30Z"));
    rows.add(query("an integer, falsely a time", "{type: integer}", ", x-time: true", 7L, "7"));
    rows.add(
        query(
            "a date", "{type: string, format: date}", "", LocalDate.of(2026, 3, 2), "2026-03-02"));
    rows.add(query("an integer", "{type: integer, format: int32}", "", 7, "7"));
    rows.add(query("a number", "{type: number}", "", new BigDecimal("1E+3"), "1000"));
    rows.add(query("a truth", "{type: boolean}", "", true, "true"));
    rows.add(query("an enum", COLOUR, "", new Json("\"red\""), "red"));
    rows.add(query("any value", "{}", "", 7L, "7"));
    rows.add(query("a list, repeated", list("{type: string}"), "", List.of("a", "b"), "a&p_q=b"));
    rows.add(
        query(
            "a list of integers, repeated",
            list("{type: integer}"),
            ", explode: true",
            List.of(1L, 2L),
            "1&p_q=2"));
    rows.add(
        query(
            "a list, joined",
            list("{type: string}"),
            ", explode: false",
            List.of("a", "b"),
            "a%2Cb"));
    rows.add(
        query(
            "a list, piped",
            list("{type: string}"),
            ", style: pipeDelimited",
            List.of("a", "b"),
            "a%7Cb"));
    rows.add(
        query(
            "a list of times",
            list("{type: string, format: date-time}"),
            "",
            List.of(TIME),
            "2026-03-02T08%3A15%3A30Z"));
    rows.add(
        new OperationRow(
            "query: a name in brackets, of a page",
            "get /a",
            "{x-paged: true, parameters: [{in: query, name: 'ids[]', x-java-name: ids, schema: "
                + list("{type: string}")
                + "}, {in: query, name: p, schema: {type: string}}]}",
            List.of(Map.of("ids", List.of("a", "b"))),
            "Void",
            "GET #/a?ids%5B%5D=a&ids%5B%5D=b"));
    rows.add(
        new OperationRow(
            "query: of a page without parameters",
            "get /a",
            "{x-paged: true}",
            List.of(Map.of()),
            "Void",
            "GET #/a"));
  }

  private static void headers(List<Row> rows) {
    rows.add(header("a text", "X-Own", "xOwn", "{type: string}", "a", "\nX-Own: a"));
    rows.add(
        header(
            "a time",
            "X-Time",
            "xTime",
            "{type: string, format: date-time}",
            TIME,
            "\nX-Time: " + TIME));
    rows.add(header("an integer", "x-count", "xCount", "{type: integer}", 7L, "\nx-count: 7"));
    rows.add(
        new OperationRow(
            "header: that OpenAPI ignores",
            "get /a",
            "{parameters: [{in: header, name: Accept, schema: {type: string}}]}",
            List.of(),
            "Void",
            "GET #/a"));
  }

  private static void methods(List<Row> rows) {
    for (String method : List.of("get", "put", "post", "delete", "patch", "options", "trace")) {
      rows.add(
          new OperationRow(
              "method: " + method,
              method + " /a",
              "{responses: {'200': {content: {application/json: {schema: " + THING + "}}}}}",
              List.of(),
              "Thing",
              method.toUpperCase(Locale.ROOT) + " #/a"));
    }
    rows.add(
        new OperationRow(
            "method: head, which has no body",
            "head /a",
            "{responses: {'200': {content: {application/json: {schema: " + THING + "}}}}}",
            List.of(),
            "Void",
            "HEAD #/a"));
  }

  private static Row json(String name, String schema, String type) {
    return response(name, "{application/json: {schema: " + schema + "}}", type, "");
  }

  private static Row response(String name, String content, String type, String accept) {
    return new OperationRow(
        "response: " + name,
        "get /a",
        "{responses: {'200': {content: " + content + "}}}",
        List.of(),
        type,
        "GET #/a" + (accept.isEmpty() ? "" : "\nAccept: " + accept));
  }

  private static Row request(String name, String method, String schema, Object value, String json) {
    return new OperationRow(
        "request: " + name,
        method + " /a",
        "{requestBody: {content: {application/json: {schema: " + schema + "}}}}",
        List.of(value),
        "Void",
        method.toUpperCase(Locale.ROOT) + " #/a\napplication/json\n" + json);
  }

  private static Row body(String name, String media, String schema, Object value, String text) {
    return new OperationRow(
        "request: " + name,
        "post /a",
        "{requestBody: {content: {" + media + ": {schema: " + schema + "}}}}",
        List.of(value),
        "Void",
        "POST #/a\n" + media + "\n" + text);
  }

  private static String path(String name) {
    return "{in: path, name: " + name + ", required: true, schema: {type: string}}";
  }

  private static Row path(
      String name, String path, List<String> parameters, List<Object> values, String sent) {
    return new OperationRow(
        "path: " + name,
        "get " + path,
        "{parameters: [" + String.join(", ", parameters) + "]}",
        values,
        "Void",
        "GET #" + sent);
  }

  private static Row query(String name, String schema, String style, Object value, String sent) {
    return new OperationRow(
        "query: " + name,
        "get /a",
        "{parameters: [{in: query, name: p_q, schema: " + schema + style + "}]}",
        List.of(Map.of("pQ", value)),
        "Void",
        "GET #/a?p_q=" + sent);
  }

  private static Row header(
      String name, String wire, String java, String schema, Object value, String sent) {
    return new OperationRow(
        "header: " + name,
        "get /a",
        "{parameters: [{in: header, name: %s, x-java-name: %s, schema: %s}]}"
            .formatted(wire, java, schema),
        List.of(value),
        "Void",
        "GET #/a" + sent);
  }

  private static String list(String items) {
    return "{type: array, items: " + items + "}";
  }

  private OperationRows() {}
}
