package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.generated.mutation.Mutations.redirect;
import static io.github.videorooms.generated.mutation.Mutations.yaml;
import static io.github.videorooms.openapi.tool.change.Kind.DOCUMENTATION;
import static io.github.videorooms.openapi.tool.change.Kind.OPERATION;
import static io.github.videorooms.openapi.tool.change.Kind.SECURITY;
import static io.github.videorooms.openapi.tool.change.Kind.SERVER;
import static io.github.videorooms.openapi.tool.change.Kind.TAG;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Edits of operations, tags, servers and credentials. */
final class OperationMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            OPERATION,
            "new",
            ADDITIVE,
            ADDITIVE,
            "archive_room: new operation POST /api/video/rooms/{id}/archive",
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
            "get_quota: new operation GET /api/video/quota",
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
            "download_room_recording: new operation GET /api/video/room_recordings/{id}.mp4",
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
            "delete_room: operation removed DELETE /api/video/rooms/{id}",
            tree -> tree.pathOf("delete_room").remove("delete")),
        of(
            OPERATION,
            "removed with its path and its interface",
            BREAKING,
            BREAKING,
            "create_room_token: operation removed POST /api/video/room_tokens",
            tree -> tree.object("paths").remove("/api/video/room_tokens")),
        of(
            OPERATION,
            "other operationId",
            NONE,
            BREAKING,
            "get_stream: operationId get_stream → fetch_stream",
            tree -> tree.operation("get_stream").put("operationId", "fetch_stream")),
        of(
            OPERATION,
            "other operationId with a query",
            NONE,
            BREAKING,
            "list_rooms: operationId list_rooms → list_all_rooms",
            tree -> tree.operation("list_rooms").put("operationId", "list_all_rooms")),
        of(
            OPERATION,
            "other path",
            BREAKING,
            NONE,
            "list_logs: moved GET /api/video/logs → GET /api/video/usage",
            tree -> Tree.rename(tree.object("paths"), "/api/video/logs", "/api/video/usage")),
        of(
            OPERATION,
            "other method",
            BREAKING,
            NONE,
            "update_stream: moved PUT /api/video/streams/{id} → PATCH /api/video/streams/{id}",
            tree -> Tree.rename(tree.pathOf("update_stream"), "put", "patch")),
        of(
            OPERATION,
            "deprecated",
            ADDITIVE,
            NONE,
            "get_log: now deprecated",
            tree -> tree.operation("get_log").put("deprecated", true)),
        of(
                OPERATION,
                "something that our documents do not use",
                BREAKING,
                BREAKING,
                "get_log: callbacks none → {…}",
                tree -> tree.operation("get_log").put("callbacks", yaml("done: {}")))
            .harsherBecause("nobody has looked at what it means"),
        of(
            DOCUMENTATION,
            "other name in the path",
            NONE,
            NONE,
            "parameter StreamId, path id: name in the path",
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
            "get_log: interface LogsApi → StreamsApi",
            tree -> tree.operation("get_log").put("tags", List.of("Streams"))),
        of(
            TAG,
            "renamed",
            NONE,
            BREAKING,
            "list_logs, get_log: interface LogsApi → UsageApi",
            tree -> tree.replaceValue("Logs", "Usage")),
        of(
            TAG,
            "a second one",
            NONE,
            ADDITIVE,
            "get_log: interface LogsApi → LogsApi, StreamsApi",
            tree -> tree.operation("get_log").put("tags", List.of("Logs", "Streams"))),
        of(
            DOCUMENTATION,
            "description of a tag",
            NONE,
            NONE,
            "tags: list and descriptions",
            tree ->
                tree.replaceValue(
                    "What was used and charged, session by session.", "What was charged.")),
        of(
            SERVER,
            "other",
            BREAKING,
            NONE,
            "document: servers [url: https://{space_name}.signalwire.com, variables: space_name: default: acme] → [url: https://api.example.com]",
            tree -> tree.root().put("servers", List.of(yaml("url: https://api.example.com")))),
        of(
            SERVER,
            "one more",
            ADDITIVE,
            NONE,
            "document: servers [url: https://{space_name}.signalwire.com, variables: space_name: default: acme] → [url: https://{space_name}.signalwire.com, variables: space_name: default: acme, url: https://api.example.com]",
            tree -> tree.list("servers").add(yaml("url: https://api.example.com"))),
        of(
            SERVER,
            "of one operation",
            BREAKING,
            NONE,
            "get_log: servers [url: https://{space_name}.signalwire.com, variables: space_name: default: acme] → [url: https://logs.example.com]",
            tree ->
                tree.operation("get_log")
                    .put("servers", List.of(yaml("url: https://logs.example.com")))),
        of(
            SECURITY,
            "other scheme",
            BREAKING,
            NONE,
            "security scheme basicAuth: changed",
            tree ->
                tree.object("components", "securitySchemes", "basicAuth").put("scheme", "bearer")),
        of(
            SECURITY,
            "one more scheme",
            ADDITIVE,
            NONE,
            "document: credentials [basicAuth: []] → [basicAuth: [], bearerAuth: []]",
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
            "list_logs: credentials [basicAuth: []] → []",
            tree -> tree.operation("list_logs").put("security", List.of())),
        of(
            SECURITY,
            "another for one operation",
            BREAKING,
            NONE,
            "list_logs: credentials [basicAuth: []] → [bearerAuth: []]",
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
            "get_log: summary",
            tree -> tree.operation("get_log").put("summary", "Look at a log")),
        of(
            DOCUMENTATION,
            "method of the vendor",
            NONE,
            NONE,
            "get_log: x-reference",
            tree -> tree.operation("get_log").put("x-reference", "client.video.logs.get")),
        of(
            DOCUMENTATION,
            "title",
            NONE,
            NONE,
            "info: title",
            tree -> tree.object("info").put("title", "Video")));
  }

  private OperationMutations() {}
}
