package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Kind.DOCUMENTATION;
import static io.github.videorooms.generated.mutation.Kind.NULLABLE;
import static io.github.videorooms.generated.mutation.Kind.PROPERTY;
import static io.github.videorooms.generated.mutation.Kind.REQUIRED;
import static io.github.videorooms.generated.mutation.Kind.SCHEMA;
import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.generated.mutation.Mutations.reference;
import static io.github.videorooms.generated.mutation.Mutations.yaml;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.List;
import java.util.Map;

/** Mutations of schemas and their fields. */
final class FieldMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            SCHEMA,
            "new",
            NONE,
            ADDITIVE,
            tree ->
                tree.object("components", "schemas")
                    .put("Whiteboard", yaml("{type: object, properties: {id: {type: string}}}"))),
        of(
            SCHEMA,
            "new enumeration",
            NONE,
            ADDITIVE,
            tree ->
                tree.object("components", "schemas")
                    .put(
                        "Mood",
                        yaml("{type: string, enum: [calm, busy], x-enum-varnames: [CALM, BUSY]}"))),
        of(SCHEMA, "renamed", NONE, BREAKING, tree -> rename(tree, "RoomToken", "RoomPass")),
        of(
            SCHEMA,
            "enumeration renamed",
            NONE,
            BREAKING,
            tree -> rename(tree, "Quality", "PictureQuality")),
        of(
            SCHEMA,
            "renamed that lists use",
            NONE,
            BREAKING,
            tree -> rename(tree, "ChargeDetail", "Charge")),
        of(
            SCHEMA,
            "removed in favour of an equal one",
            NONE,
            BREAKING,
            tree -> {
              tree.replaceValue(
                  "#/components/schemas/UpdateStreamRequest",
                  "#/components/schemas/CreateStreamRequest");
              tree.object("components", "schemas").remove("UpdateStreamRequest");
            }),
        of(
            PROPERTY,
            "new in a response",
            ADDITIVE,
            ADDITIVE,
            tree -> tree.properties("Room").put("colour", yaml("type: string"))),
        of(
            PROPERTY,
            "new and required in a response",
            ADDITIVE,
            ADDITIVE,
            tree -> {
              tree.properties("Room").put("colour", yaml("type: string"));
              tree.required("Room").add("colour");
            }),
        of(
            PROPERTY,
            "new in a request",
            ADDITIVE,
            ADDITIVE,
            tree -> tree.properties("CreateRoomRequest").put("colour", yaml("type: string"))),
        of(
            PROPERTY,
            "new and required in a request",
            BREAKING,
            ADDITIVE,
            tree -> {
              tree.properties("CreateStreamRequest").put("label", yaml("type: string"));
              tree.required("CreateStreamRequest").add("label");
            }),
        of(
            PROPERTY,
            "new in a list",
            ADDITIVE,
            ADDITIVE,
            tree -> tree.properties("RoomList").put("total", yaml("type: integer"))),
        of(
            PROPERTY,
            "new in an error",
            ADDITIVE,
            ADDITIVE,
            tree -> tree.properties("ValidationErrorItem").put("hint", yaml("type: string"))),
        of(
            PROPERTY,
            "new of a class of ours",
            ADDITIVE,
            ADDITIVE,
            tree -> tree.properties("VideoStream").put("quality", reference("Quality"))),
        of(
            PROPERTY,
            "new list",
            ADDITIVE,
            ADDITIVE,
            tree ->
                tree.properties("VideoStream")
                    .put("labels", yaml("{type: array, items: {type: string}}"))),
        of(
            PROPERTY,
            "removed from a response",
            BREAKING,
            BREAKING,
            tree -> tree.properties("Room").remove("fps")),
        of(
            PROPERTY,
            "removed from a request",
            BREAKING,
            BREAKING,
            tree -> tree.properties("CreateRoomTokenRequest").remove("user_name")),
        of(
            PROPERTY,
            "removed from an error",
            BREAKING,
            BREAKING,
            tree -> tree.properties("ValidationErrorItem").remove("url")),
        of(
            PROPERTY,
            "renamed, the older name is still read",
            BREAKING,
            BREAKING,
            tree -> {
              Tree.rename(tree.properties("VideoStream"), "stream_type", "kind");
              tree.property("VideoStream", "kind").put("x-aliases", List.of("stream_type"));
            }),
        of(
            PROPERTY,
            "renamed",
            BREAKING,
            BREAKING,
            tree -> Tree.rename(tree.properties("VideoStream"), "stream_type", "kind")),
        of(
            REQUIRED,
            "text of a response, optional",
            BREAKING,
            BREAKING,
            tree -> tree.required("Room").remove("name")),
        of(
            REQUIRED,
            "flag of a response, optional",
            BREAKING,
            BREAKING,
            tree -> tree.required("Room").remove("record_on_start")),
        of(
            REQUIRED,
            "list of a response, optional",
            BREAKING,
            BREAKING,
            tree -> tree.required("RoomList").remove("data")),
        of(
            REQUIRED,
            "number of a response",
            ADDITIVE,
            BREAKING,
            tree -> tree.required("VideoStream").add("width")),
        of(
            REQUIRED,
            "text of a response",
            ADDITIVE,
            BREAKING,
            tree -> tree.required("VideoStream").add("stream_type")),
        of(
            REQUIRED,
            "text of a request",
            BREAKING,
            BREAKING,
            tree -> tree.required("CreateRoomRequest").add("display_name")),
        of(
            REQUIRED,
            "number of a request",
            BREAKING,
            BREAKING,
            tree -> tree.required("CreateRoomRequest").add("max_members")),
        of(
            REQUIRED,
            "text of a request, optional",
            ADDITIVE,
            BREAKING,
            tree -> tree.required("CreateStreamRequest").remove("url")),
        of(
            REQUIRED,
            "text of an error, optional",
            BREAKING,
            BREAKING,
            tree -> tree.required("ErrorBody").remove("error")),
        of(
            NULLABLE,
            "field of a response, no longer",
            ADDITIVE,
            NONE,
            tree -> tree.property("Room", "description").remove("nullable")),
        of(
            NULLABLE,
            "field of a response",
            BREAKING,
            NONE,
            tree -> tree.property("Room", "updated_at").put("nullable", true)),
        of(
            NULLABLE,
            "field of a request, no longer",
            BREAKING,
            NONE,
            tree -> tree.property("CreateRoomRequest", "meta").remove("nullable")),
        of(
            NULLABLE,
            "field of a request",
            ADDITIVE,
            NONE,
            tree -> tree.property("CreateRoomTokenRequest", "user_name").put("nullable", true)),
        of(
            NULLABLE,
            "object, no longer",
            ADDITIVE,
            NONE,
            tree -> tree.schema("ActiveSession").remove("nullable")),
        of(
            NULLABLE,
            "field of an update, no longer",
            BREAKING,
            BREAKING,
            tree -> tree.property("UpdateRoomRequest", "description").remove("nullable")),
        of(
            NULLABLE,
            "field of an update",
            ADDITIVE,
            ADDITIVE,
            tree -> tree.property("UpdateStreamRequest", "url").put("nullable", true)),
        of(
            NULLABLE,
            "enumeration both ways, no longer",
            BREAKING,
            BREAKING,
            tree -> {
              tree.schema("Layout").remove("nullable");
              Tree.listIn(tree.schema("Layout"), "enum").remove(null);
            }),
        of(
            NULLABLE,
            "null no longer a value",
            NONE,
            NONE,
            tree -> Tree.listIn(tree.schema("Layout"), "enum").remove(null)),
        of(
            DOCUMENTATION,
            "description of a field",
            NONE,
            NONE,
            tree -> tree.property("Room", "name").put("description", "Its name.")),
        of(
            DOCUMENTATION,
            "example of a schema",
            NONE,
            NONE,
            tree -> tree.schema("Room").put("example", Map.of())));
  }

  private static void rename(Tree tree, String from, String to) {
    Tree.rename(tree.object("components", "schemas"), from, to);
    tree.replaceValue("#/components/schemas/" + from, "#/components/schemas/" + to);
  }

  private FieldMutations() {}
}
