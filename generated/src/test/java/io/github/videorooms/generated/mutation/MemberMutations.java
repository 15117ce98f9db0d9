package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.generated.mutation.Mutations.reference;
import static io.github.videorooms.generated.mutation.Mutations.yaml;
import static io.github.videorooms.openapi.tool.change.Kind.DOCUMENTATION;
import static io.github.videorooms.openapi.tool.change.Kind.NULLABLE;
import static io.github.videorooms.openapi.tool.change.Kind.PROPERTY;
import static io.github.videorooms.openapi.tool.change.Kind.REQUIRED;
import static io.github.videorooms.openapi.tool.change.Kind.SCHEMA;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.List;
import java.util.Map;

/** Edits of schemas and their members. */
final class MemberMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            SCHEMA,
            "new",
            NONE,
            ADDITIVE,
            "Whiteboard: new schema",
            tree ->
                tree.object("components", "schemas")
                    .put("Whiteboard", yaml("{type: object, properties: {id: {type: string}}}"))),
        of(
            SCHEMA,
            "new enumeration",
            NONE,
            ADDITIVE,
            "Mood: new schema",
            tree ->
                tree.object("components", "schemas")
                    .put(
                        "Mood",
                        yaml("{type: string, enum: [calm, busy], x-enum-varnames: [CALM, BUSY]}"))),
        of(
            SCHEMA,
            "renamed",
            NONE,
            BREAKING,
            "RoomToken: schema renamed RoomToken → RoomPass",
            tree -> rename(tree, "RoomToken", "RoomPass")),
        of(
            SCHEMA,
            "enumeration renamed",
            NONE,
            BREAKING,
            "Quality: schema renamed Quality → PictureQuality",
            tree -> rename(tree, "Quality", "PictureQuality")),
        of(
            SCHEMA,
            "renamed that lists use",
            NONE,
            BREAKING,
            "ChargeDetail: schema renamed ChargeDetail → Charge",
            tree -> rename(tree, "ChargeDetail", "Charge")),
        of(
            SCHEMA,
            "removed in favour of its like",
            NONE,
            BREAKING,
            "UpdateStreamRequest: schema removed",
            tree -> {
              tree.replaceValue(
                  "#/components/schemas/UpdateStreamRequest",
                  "#/components/schemas/CreateStreamRequest");
              tree.object("components", "schemas").remove("UpdateStreamRequest");
            }),
        of(
            PROPERTY,
            "new in an answer",
            ADDITIVE,
            ADDITIVE,
            "Room.colour: new field string",
            tree -> tree.properties("Room").put("colour", yaml("type: string"))),
        of(
            PROPERTY,
            "new and required in an answer",
            ADDITIVE,
            ADDITIVE,
            "Room.colour: new required field string",
            tree -> {
              tree.properties("Room").put("colour", yaml("type: string"));
              tree.required("Room").add("colour");
            }),
        of(
            PROPERTY,
            "new in a request",
            ADDITIVE,
            ADDITIVE,
            "CreateRoomRequest.colour: new field string",
            tree -> tree.properties("CreateRoomRequest").put("colour", yaml("type: string"))),
        of(
            PROPERTY,
            "new and required in a request",
            BREAKING,
            BREAKING,
            "CreateStreamRequest.label: new required field string",
            tree -> {
              tree.properties("CreateStreamRequest").put("label", yaml("type: string"));
              tree.required("CreateStreamRequest").add("label");
            }),
        of(
            PROPERTY,
            "new in a list",
            ADDITIVE,
            ADDITIVE,
            "RoomList.total: new field integer",
            tree -> tree.properties("RoomList").put("total", yaml("type: integer"))),
        of(
            PROPERTY,
            "new in an error",
            ADDITIVE,
            ADDITIVE,
            "ValidationErrorItem.hint: new field string",
            tree -> tree.properties("ValidationErrorItem").put("hint", yaml("type: string"))),
        of(
            PROPERTY,
            "new of a class of ours",
            ADDITIVE,
            ADDITIVE,
            "VideoStream.quality: new field Quality",
            tree -> tree.properties("VideoStream").put("quality", reference("Quality"))),
        of(
            PROPERTY,
            "new list",
            ADDITIVE,
            ADDITIVE,
            "VideoStream.labels: new field array of string",
            tree ->
                tree.properties("VideoStream")
                    .put("labels", yaml("{type: array, items: {type: string}}"))),
        of(
            PROPERTY,
            "removed from an answer",
            BREAKING,
            BREAKING,
            "Room.fps: field removed integer (int32)",
            tree -> tree.properties("Room").remove("fps")),
        of(
            PROPERTY,
            "removed from a request",
            BREAKING,
            BREAKING,
            "CreateRoomTokenRequest.user_name: field removed string",
            tree -> tree.properties("CreateRoomTokenRequest").remove("user_name")),
        of(
            PROPERTY,
            "removed from an error",
            BREAKING,
            BREAKING,
            "ValidationErrorItem.url: field removed string",
            tree -> tree.properties("ValidationErrorItem").remove("url")),
        of(
            PROPERTY,
            "renamed, the older name is still read",
            BREAKING,
            BREAKING,
            "VideoStream: field renamed stream_type → kind",
            tree -> {
              Tree.rename(tree.properties("VideoStream"), "stream_type", "kind");
              tree.property("VideoStream", "kind").put("x-aliases", List.of("stream_type"));
            }),
        of(
            PROPERTY,
            "renamed",
            BREAKING,
            BREAKING,
            "VideoStream.stream_type: field removed string",
            tree -> Tree.rename(tree.properties("VideoStream"), "stream_type", "kind")),
        of(
            REQUIRED,
            "text of an answer, optional",
            BREAKING,
            BREAKING,
            "Room.name: is optional now",
            tree -> tree.required("Room").remove("name")),
        of(
            REQUIRED,
            "flag of an answer, optional",
            BREAKING,
            BREAKING,
            "Room.record_on_start: is optional now",
            tree -> tree.required("Room").remove("record_on_start")),
        of(
            REQUIRED,
            "list of an answer, optional",
            BREAKING,
            BREAKING,
            "RoomList.data: is optional now",
            tree -> tree.required("RoomList").remove("data")),
        of(
            REQUIRED,
            "number of an answer",
            ADDITIVE,
            BREAKING,
            "VideoStream.width: is required now",
            tree -> tree.required("VideoStream").add("width")),
        of(
            REQUIRED,
            "text of an answer",
            ADDITIVE,
            BREAKING,
            "VideoStream.stream_type: is required now",
            tree -> tree.required("VideoStream").add("stream_type")),
        of(
            REQUIRED,
            "text of a request",
            BREAKING,
            BREAKING,
            "CreateRoomRequest.display_name: is required now",
            tree -> tree.required("CreateRoomRequest").add("display_name")),
        of(
            REQUIRED,
            "number of a request",
            BREAKING,
            BREAKING,
            "CreateRoomRequest.max_members: is required now",
            tree -> tree.required("CreateRoomRequest").add("max_members")),
        of(
            REQUIRED,
            "text of a request, optional",
            ADDITIVE,
            BREAKING,
            "CreateStreamRequest.url: is optional now",
            tree -> tree.required("CreateStreamRequest").remove("url")),
        of(
            REQUIRED,
            "text of an error, optional",
            BREAKING,
            BREAKING,
            "ErrorBody.error: is optional now",
            tree -> tree.required("ErrorBody").remove("error")),
        of(
            NULLABLE,
            "field of an answer, not any more",
            ADDITIVE,
            NONE,
            "Room.description: is never null any more",
            tree -> tree.property("Room", "description").remove("nullable")),
        of(
            NULLABLE,
            "field of an answer",
            BREAKING,
            NONE,
            "Room.updated_at: may be null now",
            tree -> tree.property("Room", "updated_at").put("nullable", true)),
        of(
            NULLABLE,
            "field of a request, not any more",
            BREAKING,
            NONE,
            "CreateRoomRequest.meta: is never null any more",
            tree -> tree.property("CreateRoomRequest", "meta").remove("nullable")),
        of(
            NULLABLE,
            "field of a request",
            ADDITIVE,
            NONE,
            "CreateRoomTokenRequest.user_name: may be null now",
            tree -> tree.property("CreateRoomTokenRequest", "user_name").put("nullable", true)),
        of(
            NULLABLE,
            "object, not any more",
            ADDITIVE,
            NONE,
            "ActiveSession: is never null any more",
            tree -> tree.schema("ActiveSession").remove("nullable")),
        of(
            NULLABLE,
            "enumeration both ways, not any more",
            BREAKING,
            NONE,
            "Layout: is never null any more",
            tree -> tree.schema("Layout").remove("nullable")),
        of(
            NULLABLE,
            "null no longer a value",
            BREAKING,
            NONE,
            "Layout: no longer lists null",
            tree -> Tree.listIn(tree.schema("Layout"), "enum").remove(null)),
        of(
            DOCUMENTATION,
            "description of a field",
            NONE,
            NONE,
            "Room.name: description",
            tree -> tree.property("Room", "name").put("description", "Its name.")),
        of(
            DOCUMENTATION,
            "example of a schema",
            NONE,
            NONE,
            "Room: example",
            tree -> tree.schema("Room").put("example", Map.of())));
  }

  private static void rename(Tree tree, String from, String to) {
    Tree.rename(tree.object("components", "schemas"), from, to);
    tree.replaceValue("#/components/schemas/" + from, "#/components/schemas/" + to);
  }

  private MemberMutations() {}
}
