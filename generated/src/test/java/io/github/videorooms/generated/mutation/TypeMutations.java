package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.generated.mutation.Mutations.reference;
import static io.github.videorooms.generated.mutation.Mutations.yaml;
import static io.github.videorooms.openapi.tool.change.Kind.ADDITIONAL_PROPERTIES;
import static io.github.videorooms.openapi.tool.change.Kind.COMPOSITION;
import static io.github.videorooms.openapi.tool.change.Kind.FORMAT;
import static io.github.videorooms.openapi.tool.change.Kind.TYPE;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.List;
import java.util.Map;

/** Edits of types, formats and how schemas are put together. */
final class TypeMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            TYPE,
            "integer to string",
            BREAKING,
            BREAKING,
            "Room.max_members: type integer (int32) → string",
            tree ->
                tree.properties("Room").put("max_members", yaml("{type: string, nullable: true}"))),
        of(
            TYPE,
            "integer to number",
            BREAKING,
            BREAKING,
            "VideoStream.width: type integer (int32) → number",
            tree -> {
              tree.property("VideoStream", "width").put("type", "number");
              tree.property("VideoStream", "width").remove("format");
            }),
        of(
            TYPE,
            "number to integer",
            ADDITIVE,
            BREAKING,
            "ChargeDetail.charge: type number (double) → integer",
            tree -> {
              tree.property("ChargeDetail", "charge").put("type", "integer");
              tree.property("ChargeDetail", "charge").remove("format");
            }),
        of(
            TYPE,
            "boolean to string in a request",
            BREAKING,
            BREAKING,
            "CreateRoomTokenRequest.auto_create_room: type boolean → string",
            tree ->
                tree.property("CreateRoomTokenRequest", "auto_create_room").put("type", "string")),
        of(
            TYPE,
            "string to enumeration",
            ADDITIVE,
            BREAKING,
            "VideoStream.stream_type: type string → Quality",
            tree -> tree.properties("VideoStream").put("stream_type", reference("Quality"))),
        of(
            TYPE,
            "enumeration to string",
            ADDITIVE,
            BREAKING,
            "Room.layout: type Layout → string",
            tree -> tree.properties("Room").put("layout", yaml("{type: string, nullable: true}"))),
        of(
            TYPE,
            "enumeration to another",
            BREAKING,
            BREAKING,
            "CreateRoomRequest.layout: type Layout → Quality",
            tree -> tree.properties("CreateRoomRequest").put("layout", reference("Quality"))),
        of(
            TYPE,
            "items of a list in a request",
            ADDITIVE,
            BREAKING,
            "CreateRoomTokenRequest.permissions[]: type RoomTokenPermission → string",
            tree ->
                tree.property("CreateRoomTokenRequest", "permissions")
                    .put("items", yaml("type: string"))),
        of(
            TYPE,
            "items of a list in an answer",
            BREAKING,
            BREAKING,
            "RoomList.data[]: type Room → Conference",
            tree -> tree.property("RoomList", "data").put("items", reference("Conference"))),
        of(
            TYPE,
            "object to free form",
            BREAKING,
            BREAKING,
            "Room.active_session: type ActiveSession → object",
            tree ->
                tree.properties("Room")
                    .put("active_session", yaml("{type: object, additionalProperties: true}"))),
        of(
            TYPE,
            "free form to text",
            BREAKING,
            BREAKING,
            "Room.meta: type object → string",
            tree -> tree.properties("Room").put("meta", yaml("{type: string, nullable: true}"))),
        of(
            TYPE,
            "list to one",
            BREAKING,
            BREAKING,
            "VideoLog.charge_details: type array of ChargeDetail → ChargeDetail",
            tree -> tree.properties("VideoLog").put("charge_details", reference("ChargeDetail"))),
        of(
            TYPE,
            "one to list",
            BREAKING,
            BREAKING,
            "VideoStream.stream_type: type string → array of string",
            tree ->
                tree.properties("VideoStream")
                    .put(
                        "stream_type",
                        yaml("{type: array, nullable: true, items: {type: string}}"))),
        of(
            TYPE,
            "of a schema, object to text",
            BREAKING,
            BREAKING,
            "ChargeDetail: type object → string",
            tree -> tree.object("components", "schemas").put("ChargeDetail", yaml("type: string"))),
        of(
            FORMAT,
            "time to text",
            BREAKING,
            BREAKING,
            "Room.created_at: format date-time → none",
            tree -> tree.property("Room", "created_at").remove("format")),
        of(
            FORMAT,
            "text to time",
            ADDITIVE,
            BREAKING,
            "VideoStream.stream_type: format none → date-time",
            tree -> tree.property("VideoStream", "stream_type").put("format", "date-time")),
        of(
            FORMAT,
            "text to address",
            ADDITIVE,
            NONE,
            "ActiveSession.preview_url: format none → uri",
            tree -> tree.property("ActiveSession", "preview_url").put("format", "uri")),
        of(
            FORMAT,
            "text to mail address",
            ADDITIVE,
            NONE,
            "ActiveSession.preview_url: format none → email",
            tree -> tree.property("ActiveSession", "preview_url").put("format", "email")),
        of(
            FORMAT,
            "time to date",
            BREAKING,
            BREAKING,
            "CreateRoomRequest.join_from: format date-time → date",
            tree -> tree.property("CreateRoomRequest", "join_from").put("format", "date")),
        of(
            FORMAT,
            "id to text",
            BREAKING,
            NONE,
            "Room.id: format uuid → none",
            tree -> tree.property("Room", "id").remove("format")),
        of(
            FORMAT,
            "text to id",
            ADDITIVE,
            NONE,
            "ActiveSession.id: format none → uuid",
            tree -> tree.property("ActiveSession", "id").put("format", "uuid")),
        of(
            FORMAT,
            "wider integer in an answer",
            BREAKING,
            BREAKING,
            "Room.max_members: format int32 → int64",
            tree -> tree.property("Room", "max_members").put("format", "int64")),
        of(
            FORMAT,
            "wider integer in a request",
            ADDITIVE,
            BREAKING,
            "CreateRoomTokenRequest.remove_after_seconds_elapsed: format int32 → int64",
            tree ->
                tree.property("CreateRoomTokenRequest", "remove_after_seconds_elapsed")
                    .put("format", "int64")),
        of(
            FORMAT,
            "narrower integer in an answer",
            ADDITIVE,
            BREAKING,
            "RoomRecording.size_in_bytes: format int64 → int32",
            tree -> tree.property("RoomRecording", "size_in_bytes").put("format", "int32")),
        of(
            FORMAT,
            "of a number",
            BREAKING,
            NONE,
            "ChargeDetail.charge: format double → none",
            tree -> tree.property("ChargeDetail", "charge").remove("format")),
        of(
            FORMAT,
            "of a number, single precision",
            BREAKING,
            NONE,
            "ChargeDetail.charge: format double → float",
            tree -> tree.property("ChargeDetail", "charge").put("format", "float")),
        of(
            FORMAT,
            "a secret now",
            NONE,
            ADDITIVE,
            "ActiveSession.preview_url: is a secret now",
            tree -> tree.property("ActiveSession", "preview_url").put("format", "password")),
        of(
                FORMAT,
                "no secret any more",
                NONE,
                BREAKING,
                "RoomToken.token: is no longer a secret",
                tree -> tree.property("RoomToken", "token").remove("format"))
            .harsherBecause("toString() was promised to hide it"),
        of(
            COMPOSITION,
            "a reference in an allOf of its own",
            NONE,
            NONE,
            "",
            tree ->
                tree.properties("Room")
                    .put("layout", Map.of("allOf", List.of(reference("Layout"))))),
        of(
                COMPOSITION,
                "allOf",
                BREAKING,
                BREAKING,
                "ChargeDetail: composition object → object",
                tree ->
                    tree.schema("ChargeDetail")
                        .put(
                            "allOf",
                            List.of(
                                reference("ErrorBody"),
                                yaml("{type: object, properties: {currency: {type: string}}}"))))
            .harsherBecause("our documents do not put schemas together, and the lint refuses it"),
        of(
            COMPOSITION,
            "oneOf",
            BREAKING,
            BREAKING,
            "get_log, answer 200: type VideoLog → oneOf",
            tree ->
                tree.json(tree.answer("get_log", "200"))
                    .put(
                        "schema",
                        Map.of("oneOf", List.of(reference("VideoLog"), reference("Room"))))),
        of(
                COMPOSITION,
                "a keyword that our documents do not use",
                BREAKING,
                BREAKING,
                "VideoLog: discriminator none → {…}",
                tree -> tree.schema("VideoLog").put("discriminator", yaml("propertyName: type")))
            .harsherBecause("the templates look at fields alone, and the lint refuses the keyword"),
        of(
            ADDITIONAL_PROPERTIES,
            "typed values",
            ADDITIVE,
            NONE,
            "Room.meta: additionalProperties true → {…}",
            tree ->
                tree.property("Room", "meta").put("additionalProperties", yaml("type: string"))),
        of(
            ADDITIONAL_PROPERTIES,
            "closed request",
            BREAKING,
            NONE,
            "CreateStreamRequest: additionalProperties none → false",
            tree -> tree.schema("CreateStreamRequest").put("additionalProperties", false)),
        of(
            ADDITIONAL_PROPERTIES,
            "closed answer",
            ADDITIVE,
            NONE,
            "ChargeDetail: additionalProperties none → false",
            tree -> tree.schema("ChargeDetail").put("additionalProperties", false)),
        of(
                ADDITIONAL_PROPERTIES,
                "beside fields",
                BREAKING,
                BREAKING,
                "ChargeDetail: additionalProperties none → true",
                tree -> tree.schema("ChargeDetail").put("additionalProperties", true))
            .harsherBecause("stock templates make a map of the class, and the lint refuses it"));
  }

  private TypeMutations() {}
}
