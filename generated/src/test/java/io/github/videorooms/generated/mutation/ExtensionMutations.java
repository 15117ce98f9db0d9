package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Kind.DOCUMENTATION;
import static io.github.videorooms.generated.mutation.Kind.EXTENSION;
import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.List;

/** Mutations of our own extensions. */
final class ExtensionMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            EXTENSION,
            "no update request",
            NONE,
            BREAKING,
            tree -> tree.schema("Room").remove("x-update-request")),
        of(
            EXTENSION,
            "update request",
            NONE,
            ADDITIVE,
            tree -> {
              tree.schema("VideoStream").put("x-update-request", "UpdateStreamRequest");
              tree.schema("UpdateStreamRequest").put("x-built-from", "VideoStream");
            }),
        of(
            EXTENSION,
            "half of a pair removed",
            NONE,
            BREAKING,
            tree -> tree.schema("UpdateRoomRequest").remove("x-built-from")),
        of(
            EXTENSION,
            "no presence flag",
            NONE,
            BREAKING,
            tree -> tree.property("VideoLog", "discarded_at").remove("x-presence")),
        of(
            EXTENSION,
            "other presence flag",
            NONE,
            BREAKING,
            tree -> tree.property("VideoLog", "discarded_at").put("x-presence", "gone")),
        of(
            EXTENSION,
            "presence flag",
            NONE,
            ADDITIVE,
            tree -> tree.property("VideoStream", "url").put("x-presence", "addressed")),
        of(
            EXTENSION,
            "older name",
            NONE,
            NONE,
            tree -> tree.property("VideoStream", "stream_type").put("x-aliases", List.of("kind"))),
        of(
            EXTENSION,
            "alias removed",
            NONE,
            NONE,
            tree -> tree.property("VideoLog", "started_at").remove("x-aliases")),
        of(
            EXTENSION,
            "no longer a request",
            NONE,
            NONE,
            tree -> tree.schema("UpdateRoomRequest").remove("x-request")),
        of(
            EXTENSION,
            "now a request",
            NONE,
            NONE,
            tree -> tree.schema("VideoStream").put("x-request", true)),
        of(
            EXTENSION,
            "paged, which gives a query",
            NONE,
            BREAKING,
            tree -> tree.operation("get_stream").put("x-paged", true)),
        of(
            EXTENSION,
            "not paged, which takes the query",
            NONE,
            BREAKING,
            tree -> tree.operation("list_room_streams").remove("x-paged")),
        of(
            EXTENSION,
            "not paged, with parameters left",
            NONE,
            NONE,
            tree -> tree.operation("list_rooms").remove("x-paged")),
        of(
            EXTENSION,
            "no longer a page",
            NONE,
            NONE,
            tree -> tree.schema("RoomList").remove("x-page-of")),
        of(
            DOCUMENTATION,
            "an extension of others",
            NONE,
            NONE,
            tree -> tree.schema("Room").put("x-internal-id", 7)));
  }

  private ExtensionMutations() {}
}
