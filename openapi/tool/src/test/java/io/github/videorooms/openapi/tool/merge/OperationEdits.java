package io.github.videorooms.openapi.tool.merge;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.EditableDocument;
import io.github.videorooms.openapi.tool.incoming.OperationSlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** All edits of an operation except those of its schemas. */
final class OperationEdits {

  private final OperationSlot operation;
  private final List<Edit> edits = new ArrayList<>();

  private OperationEdits(OperationSlot operation) {
    this.operation = operation;
  }

  static List<Edit> in(Map<String, Object> document) {
    List<Edit> edits = new ArrayList<>();
    for (OperationSlot each : new EditableDocument(document, new Random(0)).operations()) {
      OperationEdits one = new OperationEdits(each);
      one.whole();
      one.parameters();
      one.body();
      one.responses();
      one.access();
      edits.addAll(one.edits);
    }
    return edits;
  }

  private static Map<String, Object> yaml(String text) {
    return DocumentYaml.read(text);
  }

  private String id() {
    return Node.of(operation.node().get("operationId")).text();
  }

  private Map<String, Object> node(Map<String, Object> copy) {
    return Node.of(copy).get("paths", operation.path(), operation.method()).object();
  }

  private void add(
      String kind,
      String at,
      Severity least,
      Severity most,
      int lines,
      Consumer<Map<String, Object>> change) {
    edits.add(
        new Edit(
            kind, id() + at, copy -> change.accept(node(copy)), Set.of(id()), least, most, lines));
  }

  private void whole() {
    edits.add(
        new Edit(
            "operation removed",
            id(),
            copy ->
                Node.of(copy).get("paths", operation.path()).object().remove(operation.method()),
            Set.of(id()),
            BREAKING,
            BREAKING,
            1));
    edits.add(
        new Edit(
            "operation added",
            id(),
            copy -> {
              Map<String, Object> added = Trees.copy(node(copy));
              added.put("operationId", "added_" + id());
              Map<String, Object> item = new LinkedHashMap<>();
              item.put(operation.method(), added);
              Node.of(copy)
                  .get("paths")
                  .object()
                  .put(operation.path().replace("/video/", "/video/added/"), item);
            },
            Set.of("added_" + id()),
            ADDITIVE,
            ADDITIVE,
            1));
    edits.add(
        new Edit(
            "method changed",
            id(),
            copy -> {
              Map<String, Object> item = Node.of(copy).get("paths", operation.path()).object();
              item.put("patch", item.remove(operation.method()));
            },
            Set.of(id()),
            BREAKING,
            BREAKING,
            2));
    add("operation deprecated", "", NONE, ADDITIVE, 1, node -> node.put("deprecated", true));
    add(
        "callback added",
        "",
        NONE,
        BREAKING,
        1,
        node ->
            node.put(
                "callbacks", yaml("{done: {'{$request.body#/url}': {post: {responses: {}}}}}")));
  }

  private void parameters() {
    for (String in : List.of("query", "header", "cookie")) {
      String optional = "{name: added, in: " + in + ", schema: {type: string}}";
      String required = "{name: added, in: " + in + ", required: true, schema: {type: integer}}";
      add(
          "optional " + in + " parameter added",
          "",
          NONE,
          ADDITIVE,
          1,
          node -> Node.of(node).get("parameters").list().add(yaml(optional)));
      add(
          "required " + in + " parameter added",
          "",
          BREAKING,
          BREAKING,
          1,
          node -> Node.of(node).get("parameters").list().add(yaml(required)));
    }
    for (int i = 0; i < operation.parameters().size(); i++) {
      int index = i;
      Map<String, Object> parameter = Node.of(operation.parameters().get(i)).object();
      if (!"query".equals(parameter.get("in"))) {
        continue;
      }
      String name = ", " + parameter.get("name");
      add(
          "parameter removed",
          name,
          BREAKING,
          BREAKING,
          1,
          node -> Node.of(node).get("parameters").list().remove(index));
      add(
          "parameter required",
          name,
          BREAKING,
          BREAKING,
          1,
          node -> parameter(node, index).put("required", true));
      add(
          "parameter deprecated",
          name,
          NONE,
          ADDITIVE,
          1,
          node -> parameter(node, index).put("deprecated", true));
      add(
          "parameter in a header",
          name,
          BREAKING,
          BREAKING,
          2,
          node -> parameter(node, index).put("in", "header"));
      add(
          "parameter of several values",
          name,
          BREAKING,
          BREAKING,
          0,
          node ->
              parameter(node, index).put("schema", yaml("{type: array, items: {type: string}}")));
    }
  }

  private static Map<String, Object> parameter(Map<String, Object> node, int index) {
    return Node.of(Node.of(node).get("parameters").list().get(index)).object();
  }

  private void body() {
    String json =
        "content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}";
    if (!operation.node().containsKey("requestBody")) {
      add(
          "required body added",
          "",
          BREAKING,
          BREAKING,
          1,
          node -> node.put("requestBody", yaml("{required: true, " + json + "}")));
      add(
          "optional body added",
          "",
          NONE,
          ADDITIVE,
          1,
          node -> node.put("requestBody", yaml("{" + json + "}")));
      return;
    }
    add("body removed", "", BREAKING, BREAKING, 1, node -> node.remove("requestBody"));
    add(
        "body optional",
        "",
        NONE,
        ADDITIVE,
        1,
        node -> Node.of(node).get("requestBody").object().put("required", false));
    add(
        "body also as a form",
        "",
        NONE,
        ADDITIVE,
        1,
        node ->
            Node.of(node)
                .get("requestBody", "content")
                .object()
                .put("application/x-www-form-urlencoded", yaml("{schema: {type: object}}")));
    add(
        "body as multipart only",
        "",
        BREAKING,
        BREAKING,
        1,
        node -> {
          Map<String, Object> content = Node.of(node).get("requestBody", "content").object();
          content.put("multipart/form-data", content.remove("application/json"));
        });
  }

  private void responses() {
    for (String status : operation.responses().keySet()) {
      boolean success = status.startsWith("2");
      Map<String, Object> response = Node.of(operation.responses().get(status)).object();
      add(
          success ? "success removed" : "error removed",
          " " + status,
          success ? BREAKING : NONE,
          success ? BREAKING : ADDITIVE,
          1,
          node -> Node.of(node).get("responses").object().remove(status));
      add(
          "header added",
          " " + status,
          NONE,
          ADDITIVE,
          0,
          node ->
              Node.of(node)
                  .get("responses", status)
                  .object()
                  .put("headers", yaml("{X-Left: {schema: {type: integer}}}")));
      if (!response.containsKey("content")) {
        add(
            "content added",
            " " + status,
            NONE,
            ADDITIVE,
            0,
            node ->
                Node.of(node)
                    .get("responses", status)
                    .object()
                    .put("content", yaml("{application/json: {schema: {type: object}}}")));
        continue;
      }
      add(
          "content removed",
          " " + status,
          success ? BREAKING : NONE,
          success ? BREAKING : ADDITIVE,
          0,
          node -> Node.of(node).get("responses", status).object().remove("content"));
      add(
          "content as text only",
          " " + status,
          success ? BREAKING : NONE,
          success ? BREAKING : ADDITIVE,
          0,
          node -> {
            Map<String, Object> content =
                Node.of(node).get("responses", status, "content").object();
            content.put("text/plain", content.remove("application/json"));
          });
      add(
          "content also as text",
          " " + status,
          NONE,
          ADDITIVE,
          0,
          node ->
              Node.of(node)
                  .get("responses", status, "content")
                  .object()
                  .put("text/csv", yaml("{schema: {type: string}}")));
      if (success) {
        add(
            "other success status",
            " " + status,
            NONE,
            BREAKING,
            1,
            node -> {
              Map<String, Object> responses = Node.of(node).get("responses").object();
              responses.put("203", responses.remove(status));
            });
      }
    }
    for (String status : List.of("202", "302", "409", "418", "503", "5XX", "default")) {
      add(
          "response added",
          " " + status,
          NONE,
          ADDITIVE,
          1,
          node ->
              Node.of(node).get("responses").object().put(status, yaml("{description: Added.}")));
    }
    add(
        "success as redirect",
        "",
        BREAKING,
        BREAKING,
        0,
        node -> {
          Map<String, Object> responses = Node.of(node).get("responses").object();
          responses.keySet().removeIf(each -> each.startsWith("2"));
          responses.put(
              "302", yaml("{description: '', headers: {Location: {schema: {type: string}}}}"));
        });
  }

  private void access() {
    add("no credentials", "", NONE, ADDITIVE, 1, node -> node.put("security", new ArrayList<>()));
    secured("other credentials", BREAKING, list(yaml("{other: []}")));
    secured(
        "other credentials as well", ADDITIVE, list(yaml("{scheme1: []}"), yaml("{other: []}")));
    add(
        "other server",
        "",
        ADDITIVE,
        BREAKING,
        1,
        node -> node.put("servers", list(yaml("{url: https://other.example.com}"))));
    add(
        "another server",
        "",
        NONE,
        BREAKING,
        1,
        node ->
            node.put(
                "servers",
                list(
                    yaml("{url: 'https://{space_name}.signalwire.com'}"),
                    yaml("{url: https://other.example.com}"))));
  }

  private void secured(String kind, Severity wire, List<Object> ways) {
    edits.add(
        new Edit(
            kind,
            id(),
            copy -> {
              Node.of(copy)
                  .get("components", "securitySchemes")
                  .object()
                  .put("other", yaml("{type: http, scheme: bearer}"));
              node(copy).put("security", ways);
            },
            Set.of(id()),
            wire == BREAKING ? BREAKING : NONE,
            wire,
            1));
  }

  private static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }
}
