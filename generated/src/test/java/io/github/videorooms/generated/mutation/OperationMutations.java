package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Kind.DOCUMENTATION;
import static io.github.videorooms.generated.mutation.Kind.OPERATION;
import static io.github.videorooms.generated.mutation.Kind.SECURITY;
import static io.github.videorooms.generated.mutation.Kind.SERVER;
import static io.github.videorooms.generated.mutation.Kind.TAG;
import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.generated.mutation.Mutations.redirect;
import static io.github.videorooms.generated.mutation.Mutations.yaml;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mutations of operations, tags, servers and credentials. */
final class OperationMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            OPERATION,
            "new",
            ADDITIVE,
            ADDITIVE,
            tree -> {
              Map<String, Object> operation = new LinkedHashMap<>(tree.operation("get_room"));
              operation.put("operationId", "archive_room");
              tree.object("paths").put("/api/video/rooms/{id}/archive", Map.of("post", operation));
            }),
        of(
            OPERATION,
            "new under a new tag",
            ADDITIVE,
            ADDITIVE,
            tree -> {
              Map<String, Object> operation = new LinkedHashMap<>(tree.operation("get_log"));
              operation.put("operationId", "get_quota");
              operation.put("tags", List.of("Quotas"));
              operation.remove("parameters");
              tree.object("paths").put("/api/video/quota", Map.of("get", operation));
            }),
        of(
            OPERATION,
            "new, succeeds with a redirect",
            ADDITIVE,
            ADDITIVE,
            tree -> {
              Map<String, Object> operation =
                  new LinkedHashMap<>(tree.operation("get_room_recording"));
              operation.put("operationId", "download_room_recording");
              operation.put("x-redirect", 302);
              Map<String, Object> responses =
                  new LinkedHashMap<>(Tree.objectIn(operation, "responses"));
              responses.remove("200");
              responses.put("302", redirect());
              operation.put("responses", responses);
              tree.object("paths")
                  .put("/api/video/room_recordings/{id}.mp4", Map.of("get", operation));
            }),
        of(
            OPERATION,
            "removed",
            BREAKING,
            BREAKING,
            tree -> tree.pathOf("delete_room").remove("delete")),
        of(
            OPERATION,
            "removed with its path and its interface",
            BREAKING,
            BREAKING,
            tree -> tree.object("paths").remove("/api/video/room_tokens")),
        of(
            OPERATION,
            "other operationId",
            NONE,
            BREAKING,
            tree -> tree.operation("get_stream").put("operationId", "fetch_stream")),
        of(
            OPERATION,
            "other operationId with a query",
            NONE,
            BREAKING,
            tree -> tree.operation("list_rooms").put("operationId", "list_all_rooms")),
        of(
            OPERATION,
            "other path",
            BREAKING,
            NONE,
            tree -> Tree.rename(tree.object("paths"), "/api/video/logs", "/api/video/usage")),
        of(
            OPERATION,
            "other method",
            BREAKING,
            NONE,
            tree -> Tree.rename(tree.pathOf("update_stream"), "put", "patch")),
        of(
            OPERATION,
            "deprecated",
            ADDITIVE,
            NONE,
            tree -> tree.operation("get_log").put("deprecated", true)),
        of(
            OPERATION,
            "something that our documents do not use",
            ADDITIVE,
            NONE,
            tree -> tree.operation("get_log").put("callbacks", yaml("done: {}"))),
        of(
            DOCUMENTATION,
            "other name in the path",
            NONE,
            NONE,
            tree -> {
              Tree.rename(
                  tree.object("paths"),
                  "/api/video/streams/{id}",
                  "/api/video/streams/{stream_id}");
              tree.parameter("StreamId").put("name", "stream_id");
            }),
        of(
            TAG,
            "of one operation",
            NONE,
            BREAKING,
            tree -> tree.operation("get_log").put("tags", List.of("Streams"))),
        of(TAG, "renamed", NONE, BREAKING, tree -> tree.replaceValue("Logs", "Usage")),
        of(
            TAG,
            "a second one",
            NONE,
            NONE,
            tree -> tree.operation("get_log").put("tags", List.of("Logs", "Streams"))),
        of(
            DOCUMENTATION,
            "description of a tag",
            NONE,
            NONE,
            tree ->
                tree.replaceValue(
                    "Logs of usage and charges, one for each session. Discarded logs are listed"
                        + " only on request.",
                    "What was charged.")),
        of(
            SERVER,
            "other",
            BREAKING,
            NONE,
            tree -> tree.root().put("servers", List.of(yaml("url: https://api.example.com")))),
        of(
            SERVER,
            "one more",
            ADDITIVE,
            NONE,
            tree -> tree.list("servers").add(yaml("url: https://api.example.com"))),
        of(
            SERVER,
            "of one operation",
            BREAKING,
            NONE,
            tree ->
                tree.operation("get_log")
                    .put("servers", List.of(yaml("url: https://logs.example.com")))),
        of(
            SECURITY,
            "other scheme",
            BREAKING,
            NONE,
            tree ->
                tree.object("components", "securitySchemes", "basicAuth").put("scheme", "bearer")),
        of(
            SECURITY,
            "one more scheme",
            ADDITIVE,
            NONE,
            tree -> {
              tree.object("components", "securitySchemes")
                  .put("bearerAuth", yaml("{type: http, scheme: bearer}"));
              tree.list("security").add(yaml("bearerAuth: []"));
            }),
        of(
            SECURITY,
            "none for one operation",
            ADDITIVE,
            NONE,
            tree -> tree.operation("list_logs").put("security", List.of())),
        of(
            SECURITY,
            "another for one operation",
            BREAKING,
            NONE,
            tree -> {
              tree.object("components", "securitySchemes")
                  .put("bearerAuth", yaml("{type: http, scheme: bearer}"));
              tree.operation("list_logs").put("security", List.of(yaml("bearerAuth: []")));
            }),
        of(
            DOCUMENTATION,
            "summary of an operation",
            NONE,
            NONE,
            tree -> tree.operation("get_log").put("summary", "Look at a log")),
        of(
            DOCUMENTATION,
            "method of the vendor",
            NONE,
            NONE,
            tree -> tree.operation("get_log").put("x-reference", "client.video.logs.get")),
        of(DOCUMENTATION, "title", NONE, NONE, tree -> tree.object("info").put("title", "Video")));
  }

  private OperationMutations() {}
}
