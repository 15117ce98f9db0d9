package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.openapi.tool.change.Kind.DOCUMENTATION;
import static io.github.videorooms.openapi.tool.change.Kind.EXTENSION;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.List;

/** Edits of our own extensions. */
final class ExtensionMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            EXTENSION,
            "no update request",
            NONE,
            BREAKING,
            "Room: x-update-request UpdateRoomRequest → none",
            tree -> tree.schema("Room").remove("x-update-request")),
        of(
            EXTENSION,
            "update request",
            NONE,
            ADDITIVE,
            "VideoStream: x-update-request none → UpdateStreamRequest",
            tree -> {
              tree.schema("VideoStream").put("x-update-request", "UpdateStreamRequest");
              tree.schema("UpdateStreamRequest").put("x-built-from", "VideoStream");
            }),
        of(
            EXTENSION,
            "half of a pair is gone",
            NONE,
            BREAKING,
            "UpdateRoomRequest: x-built-from Room → none",
            tree -> tree.schema("UpdateRoomRequest").remove("x-built-from")),
        of(
            EXTENSION,
            "no presence flag",
            NONE,
            BREAKING,
            "VideoLog.discarded_at: x-presence discarded → none",
            tree -> tree.property("VideoLog", "discarded_at").remove("x-presence")),
        of(
            EXTENSION,
            "other presence flag",
            NONE,
            BREAKING,
            "VideoLog.discarded_at: x-presence discarded → gone",
            tree -> tree.property("VideoLog", "discarded_at").put("x-presence", "gone")),
        of(
            EXTENSION,
            "presence flag",
            NONE,
            ADDITIVE,
            "VideoStream.url: x-presence none → addressed",
            tree -> tree.property("VideoStream", "url").put("x-presence", "addressed")),
        of(
            EXTENSION,
            "older name",
            NONE,
            ADDITIVE,
            "VideoStream.stream_type: x-aliases none → [kind]",
            tree -> tree.property("VideoStream", "stream_type").put("x-aliases", List.of("kind"))),
        of(
                EXTENSION,
                "no older name",
                NONE,
                BREAKING,
                "VideoLog.started_at: x-aliases [start_time] → none",
                tree -> tree.property("VideoLog", "started_at").remove("x-aliases"))
            .harsherBecause("what older answers say is no longer found"),
        of(
                EXTENSION,
                "a request no longer",
                NONE,
                BREAKING,
                "UpdateRoomRequest: x-request true → none",
                tree -> tree.schema("UpdateRoomRequest").remove("x-request"))
            .harsherBecause("a request that is read from JSON loses the nulls in it"),
        of(
                EXTENSION,
                "a request now",
                NONE,
                BREAKING,
                "VideoStream: x-request none → true",
                tree -> tree.schema("VideoStream").put("x-request", true))
            .harsherBecause("build() begins to check; the old caller sets all that is required"),
        of(
            EXTENSION,
            "paged, which gives a query",
            NONE,
            BREAKING,
            "get_stream: is paged now",
            tree -> tree.operation("get_stream").put("x-paged", true)),
        of(
            EXTENSION,
            "not paged, which takes the query",
            NONE,
            BREAKING,
            "list_room_streams: is no longer paged",
            tree -> tree.operation("list_room_streams").remove("x-paged")),
        of(
            EXTENSION,
            "not paged, with parameters left",
            NONE,
            NONE,
            "list_rooms: is no longer paged",
            tree -> tree.operation("list_rooms").remove("x-paged")),
        of(
            EXTENSION,
            "no page any more",
            NONE,
            BREAKING,
            "RoomList: x-page-of Room → none",
            tree -> tree.schema("RoomList").remove("x-page-of")),
        of(
            DOCUMENTATION,
            "an extension of others",
            NONE,
            NONE,
            "Room: x-internal-id",
            tree -> tree.schema("Room").put("x-internal-id", 7)));
  }

  private ExtensionMutations() {}
}
