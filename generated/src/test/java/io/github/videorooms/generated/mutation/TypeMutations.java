package io.github.videorooms.generated.mutation;

import static io.github.videorooms.generated.mutation.Kind.ADDITIONAL_PROPERTIES;
import static io.github.videorooms.generated.mutation.Kind.COMPOSITION;
import static io.github.videorooms.generated.mutation.Kind.FORMAT;
import static io.github.videorooms.generated.mutation.Kind.TYPE;
import static io.github.videorooms.generated.mutation.Mutation.of;
import static io.github.videorooms.generated.mutation.Mutations.reference;
import static io.github.videorooms.generated.mutation.Mutations.yaml;
import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import java.util.List;
import java.util.Map;

/** Mutations of types, formats and compositions. */
final class TypeMutations {
  static List<Mutation> all() {
    return List.of(
        of(
            TYPE,
            "integer to string",
            BREAKING,
            BREAKING,
            tree ->
                tree.properties("Room").put("max_members", yaml("{type: string, nullable: true}"))),
        of(
            TYPE,
            "integer to number",
            BREAKING,
            BREAKING,
            tree -> {
              tree.property("VideoStream", "width").put("type", "number");
              tree.property("VideoStream", "width").remove("format");
            }),
        of(
            TYPE,
            "number to integer",
            ADDITIVE,
            BREAKING,
            tree -> {
              tree.property("ChargeDetail", "charge").put("type", "integer");
              tree.property("ChargeDetail", "charge").remove("format");
            }),
        of(
            TYPE,
            "boolean to string in a request",
            BREAKING,
            BREAKING,
            tree ->
                tree.property("CreateRoomTokenRequest", "auto_create_room").put("type", "string")),
        of(
            TYPE,
            "string to enumeration",
            ADDITIVE,
            BREAKING,
            tree -> tree.properties("VideoStream").put("stream_type", reference("Quality"))),
        of(
            TYPE,
            "enumeration to string",
            ADDITIVE,
            BREAKING,
            tree -> tree.properties("Room").put("layout", yaml("{type: string, nullable: true}"))),
        of(
            TYPE,
            "enumeration to another",
            BREAKING,
            BREAKING,
            tree -> tree.properties("CreateRoomRequest").put("layout", reference("Quality"))),
        of(
            TYPE,
            "items of a list in a request",
            ADDITIVE,
            BREAKING,
            tree ->
                tree.property("CreateRoomTokenRequest", "permissions")
                    .put("items", yaml("type: string"))),
        of(
            TYPE,
            "items of a list in a response",
            BREAKING,
            BREAKING,
            tree -> tree.property("RoomList", "data").put("items", reference("Conference"))),
        of(
            TYPE,
            "object to free form",
            BREAKING,
            BREAKING,
            tree ->
                tree.properties("Room")
                    .put("active_session", yaml("{type: object, additionalProperties: true}"))),
        of(
            TYPE,
            "free form to text",
            BREAKING,
            BREAKING,
            tree -> tree.properties("Room").put("meta", yaml("{type: string, nullable: true}"))),
        of(
            TYPE,
            "list to one",
            BREAKING,
            BREAKING,
            tree -> tree.properties("VideoLog").put("charge_details", reference("ChargeDetail"))),
        of(
            TYPE,
            "one to list",
            BREAKING,
            BREAKING,
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
            tree -> tree.object("components", "schemas").put("ChargeDetail", yaml("type: string"))),
        of(
            FORMAT,
            "time to text",
            BREAKING,
            BREAKING,
            tree -> tree.property("Room", "created_at").remove("format")),
        of(
            FORMAT,
            "text to time",
            ADDITIVE,
            BREAKING,
            tree -> tree.property("VideoStream", "stream_type").put("format", "date-time")),
        of(
            FORMAT,
            "text to URI",
            ADDITIVE,
            NONE,
            tree -> tree.property("ActiveSession", "preview_url").put("format", "uri")),
        of(
            FORMAT,
            "text to email",
            ADDITIVE,
            NONE,
            tree -> tree.property("ActiveSession", "preview_url").put("format", "email")),
        of(
            FORMAT,
            "time to date",
            BREAKING,
            BREAKING,
            tree -> tree.property("CreateRoomRequest", "join_from").put("format", "date")),
        of(
            FORMAT,
            "id to text",
            BREAKING,
            NONE,
            tree -> tree.property("Room", "id").remove("format")),
        of(
            FORMAT,
            "text to id",
            ADDITIVE,
            NONE,
            tree -> tree.property("ActiveSession", "id").put("format", "uuid")),
        of(
            FORMAT,
            "wider integer in a response",
            BREAKING,
            BREAKING,
            tree -> tree.property("Room", "max_members").put("format", "int64")),
        of(
            FORMAT,
            "wider integer in a request",
            ADDITIVE,
            BREAKING,
            tree ->
                tree.property("CreateRoomTokenRequest", "remove_after_seconds_elapsed")
                    .put("format", "int64")),
        of(
            FORMAT,
            "narrower integer in a response",
            ADDITIVE,
            BREAKING,
            tree -> tree.property("RoomRecording", "size_in_bytes").put("format", "int32")),
        of(
            FORMAT,
            "of a number",
            BREAKING,
            NONE,
            tree -> tree.property("ChargeDetail", "charge").remove("format")),
        of(
            FORMAT,
            "of a number, single precision",
            BREAKING,
            NONE,
            tree -> tree.property("ChargeDetail", "charge").put("format", "float")),
        of(
            FORMAT,
            "now a secret",
            ADDITIVE,
            NONE,
            tree -> tree.property("ActiveSession", "preview_url").put("format", "password")),
        of(
            FORMAT,
            "no longer a secret",
            BREAKING,
            NONE,
            tree -> tree.property("RoomToken", "token").remove("format")),
        of(
            COMPOSITION,
            "reference wrapped in allOf",
            NONE,
            NONE,
            tree ->
                tree.properties("Room")
                    .put("layout", Map.of("allOf", List.of(reference("Layout"))))),
        of(
            COMPOSITION,
            "allOf",
            ADDITIVE,
            NONE,
            tree ->
                tree.schema("ChargeDetail")
                    .put(
                        "allOf",
                        List.of(
                            reference("ErrorBody"),
                            yaml("{type: object, properties: {currency: {type: string}}}")))),
        of(
            COMPOSITION,
            "oneOf",
            BREAKING,
            BREAKING,
            tree ->
                tree.json(tree.response("get_log", "200"))
                    .put(
                        "schema",
                        Map.of("oneOf", List.of(reference("VideoLog"), reference("Room"))))),
        of(
            COMPOSITION,
            "a keyword that our documents do not use",
            NONE,
            NONE,
            tree -> tree.schema("VideoLog").put("discriminator", yaml("propertyName: type"))),
        of(
            ADDITIONAL_PROPERTIES,
            "typed values",
            ADDITIVE,
            NONE,
            tree ->
                tree.property("Room", "meta").put("additionalProperties", yaml("type: string"))),
        of(
            ADDITIONAL_PROPERTIES,
            "closed request",
            NONE,
            NONE,
            tree -> tree.schema("CreateStreamRequest").put("additionalProperties", false)),
        of(
            ADDITIONAL_PROPERTIES,
            "closed response",
            NONE,
            NONE,
            tree -> tree.schema("ChargeDetail").put("additionalProperties", false)),
        of(
            ADDITIONAL_PROPERTIES,
            "beside fields",
            NONE,
            NONE,
            tree -> tree.schema("ChargeDetail").put("additionalProperties", true)));
  }

  private TypeMutations() {}
}
