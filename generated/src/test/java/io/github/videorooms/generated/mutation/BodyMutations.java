package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Kind.CONTENT_TYPE;
import static io.github.videorooms.generated.mutation.Kind.DOCUMENTATION;
import static io.github.videorooms.generated.mutation.Kind.HEADER;
import static io.github.videorooms.generated.mutation.Kind.REQUEST_BODY;
import static io.github.videorooms.generated.mutation.Kind.RESPONSE;
import static io.github.videorooms.generated.mutation.Kind.TYPE;
import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.generated.mutation.Mutations.redirect;
import static io.github.videorooms.generated.mutation.Mutations.reference;
import static io.github.videorooms.generated.mutation.Mutations.yaml;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mutations of request and response bodies. */
final class BodyMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            REQUEST_BODY,
            "new and optional",
            ADDITIVE,
            BREAKING,
            tree -> {
              Map<String, Object> body = new LinkedHashMap<>(tree.body("create_room_stream"));
              body.put("required", false);
              tree.operation("reset_conference_token").put("requestBody", body);
            }),
        of(
            REQUEST_BODY,
            "new and required",
            BREAKING,
            BREAKING,
            tree ->
                tree.operation("reset_conference_token")
                    .put("requestBody", tree.body("create_room_stream"))),
        of(
            REQUEST_BODY,
            "removed",
            BREAKING,
            BREAKING,
            tree -> tree.operation("create_room_token").remove("requestBody")),
        of(
            REQUEST_BODY,
            "optional",
            ADDITIVE,
            NONE,
            tree -> tree.body("update_room").put("required", false)),
        of(
            TYPE,
            "of a body, of the same form",
            NONE,
            BREAKING,
            tree ->
                tree.json(tree.body("update_stream"))
                    .put("schema", reference("CreateStreamRequest"))),
        of(
            CONTENT_TYPE,
            "of a body, a form",
            BREAKING,
            NONE,
            tree ->
                Tree.rename(
                    content(tree.body("create_room_token")),
                    "application/json",
                    "application/x-www-form-urlencoded")),
        of(
            CONTENT_TYPE,
            "of a body, bytes",
            BREAKING,
            BREAKING,
            tree ->
                Tree.rename(
                    content(tree.body("create_room_token")),
                    "application/json",
                    "application/octet-stream")),
        of(
            CONTENT_TYPE,
            "of a body, another JSON",
            BREAKING,
            NONE,
            tree ->
                Tree.rename(
                    content(tree.body("update_room")),
                    "application/json",
                    "application/merge-patch+json")),
        of(
            CONTENT_TYPE,
            "of a response",
            BREAKING,
            NONE,
            tree ->
                Tree.rename(
                    content(tree.response("get_log", "200")),
                    "application/json",
                    "application/problem+json")),
        of(
            RESPONSE,
            "other success status",
            BREAKING,
            NONE,
            tree ->
                Tree.rename(
                    Tree.objectIn(tree.operation("create_room"), "responses"), "200", "201")),
        of(
            RESPONSE,
            "a redirect instead of a body",
            BREAKING,
            BREAKING,
            tree -> {
              tree.operation("get_log").put("x-redirect", 302);
              Map<String, Object> responses = Tree.objectIn(tree.operation("get_log"), "responses");
              Tree.rename(responses, "200", "302");
              responses.put("302", redirect());
            }),
        of(
            RESPONSE,
            "body removed",
            BREAKING,
            BREAKING,
            tree -> {
              Map<String, Object> responses =
                  Tree.objectIn(tree.operation("update_stream"), "responses");
              Tree.rename(responses, "200", "204");
              responses.put("204", yaml("description: Done."));
            }),
        of(
            RESPONSE,
            "body added",
            ADDITIVE,
            BREAKING,
            tree ->
                tree.response("delete_room", "204")
                    .put("content", tree.response("get_room", "200").get("content"))),
        of(
            RESPONSE,
            "error added",
            ADDITIVE,
            NONE,
            tree ->
                Tree.objectIn(tree.operation("list_room_streams"), "responses")
                    .put("404", yaml("$ref: \"#/components/responses/NotFound\""))),
        of(
            RESPONSE,
            "error removed",
            ADDITIVE,
            NONE,
            tree -> Tree.objectIn(tree.operation("list_rooms"), "responses").remove("400")),
        of(
            RESPONSE,
            "second success",
            ADDITIVE,
            NONE,
            tree ->
                Tree.objectIn(tree.operation("create_room"), "responses")
                    .put("202", tree.response("create_room", "200"))),
        of(
            TYPE,
            "of an error",
            BREAKING,
            NONE,
            tree ->
                tree.json(tree.object("components", "responses", "Unauthorized"))
                    .put("schema", reference("ValidationErrorBody"))),
        of(
            TYPE,
            "of a response",
            BREAKING,
            BREAKING,
            tree -> tree.json(tree.response("get_stream", "200")).put("schema", reference("Room"))),
        of(
            HEADER,
            "removed",
            BREAKING,
            NONE,
            tree -> tree.object("components", "responses", "TooManyRequests").remove("headers")),
        of(
            HEADER,
            "new",
            ADDITIVE,
            NONE,
            tree ->
                tree.object("components", "responses", "TooManyRequests", "headers")
                    .put("X-Limit", yaml("schema: {type: string}"))),
        of(
            TYPE,
            "of a header",
            BREAKING,
            NONE,
            tree ->
                tree.object("components", "headers", "RetryAfter")
                    .put("schema", yaml("type: integer"))),
        of(
            DOCUMENTATION,
            "description of a response",
            NONE,
            NONE,
            tree ->
                tree.object("components", "responses", "NotFound")
                    .put("description", "Not there.")),
        of(
            DOCUMENTATION,
            "example of a body",
            NONE,
            NONE,
            tree -> tree.json(tree.body("create_room")).remove("examples")));
  }

  private static Map<String, Object> content(Map<String, Object> holder) {
    return Tree.objectIn(holder, "content");
  }

  private BodyMutations() {}
}
