package io.github.videorooms.openapi.tool;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {
  private static final String VALID =
      """
      openapi: 3.0.3
      info: {title: Rooms, version: 1.0.0}
      paths:
        /api/video/rooms:
          get:
            operationId: list_rooms
            x-method: list
            x-reference: client.video.rooms.list
            tags: [Rooms]
            summary: List
            description: Lists.
            parameters: [{$ref: '#/components/parameters/PageSize'}]
            responses: &responses
              '200':
                content:
                  application/json: {schema: {$ref: '#/components/schemas/Room'}, example: {}}
              '401': &error
                content: {application/json: {schema: {$ref: '#/components/schemas/ErrorBody'}}}
              '422': *error
              '429': *error
              default: *error
        /api/video/rooms/{id}:
          get:
            operationId: get_room
            x-method: get
            tags: [Rooms]
            summary: Get
            description: Gets.
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses: *responses
          put:
            operationId: update_room
            x-method: update
            x-error-codes: {gone: the room is gone}
            x-arguments: [layout]
            tags: [Rooms]
            summary: Update
            description: Updates.
            parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
            requestBody:
              content:
                application/json: {schema: {$ref: '#/components/schemas/UpdateRoom'}, example: {}}
            responses: *responses
        /api/video/recordings/{id}/file:
          get:
            operationId: download_recording
            x-method: download
            x-redirect: 302
            tags: [Recordings]
            summary: Download
            description: Downloads.
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            responses:
              '302': {headers: {location: {schema: {type: string}}}}
              '401': *error
              '422': *error
              '429': *error
              default: *error
      components:
        parameters:
          PageSize: {name: page_size, in: query, schema: {type: integer}}
        schemas:
          Room:
            type: object
            required: [id]
            properties:
              id: {type: string}
              layout: {$ref: '#/components/schemas/Layout'}
              fps: {type: integer, nullable: true}
              size_in_bytes: {type: integer, format: int64}
              sync: {type: boolean, x-aliases: [old_sync]}
              gone_at: {type: string, nullable: true, x-presence: gone}
              meta: {type: object, nullable: true, additionalProperties: true}
              streams: {type: array, items: {$ref: '#/components/schemas/VideoStream'}}
              token: {$ref: '#/components/schemas/RoomToken'}
              recording: {$ref: '#/components/schemas/RoomRecording'}
            x-update-request: UpdateRoom
            example: {}
          UpdateRoom:
            type: object
            properties:
              layout: {$ref: '#/components/schemas/Layout'}
              meta: {type: object, additionalProperties: true, x-fallback: meta}
            x-built-from: Room
            x-request: true
            example: {}
          VideoStream:
            type: object
            properties: {url: {type: string, format: password}}
            example: {}
          RoomToken:
            type: object
            properties: {token: {type: string, format: password}}
            example: {}
          RoomRecording:
            type: object
            properties: {uri: {type: string, format: password}}
            example: {}
          Layout:
            type: string
            nullable: true
            enum: [1x1, full, null]
            x-enum-varnames: [ONE, FULL]
            example: full
          ErrorBody:
            type: object
            properties: {error: {type: string}}
            example: {}
      """;

  private static final String SCHEMAS = "components.schemas.";
  private static final String TEXT = "{type: string}";
  private static final String OBJECT = "{type: object, properties: {}, example: {}}";
  private static final String LIST = "paths./api/video/rooms.get";
  private static final String GET = "paths./api/video/rooms/{id}.get";
  private static final String PUT = "paths./api/video/rooms/{id}.put";
  private static final String DOWNLOAD = "paths./api/video/recordings/{id}/file.get";
  private static final String ROOM = "components.schemas.Room";
  private static final String UPDATE = "components.schemas.UpdateRoom";
  private static final String LAYOUT = "components.schemas.Layout";

  static Stream<Breach> breaches() {
    return Stream.of(
        breach("openapi-3.0").set("openapi", "3.1.0").at("openapi"),
        breach("openapi-3.0").without("openapi").at("openapi"),
        breach("semver").set("info.version", "1.0").at("info.version"),
        breach("semver").set("info.version", "v1.0.0").at("info.version"),
        breach("resolvable-reference")
            .set(LIST + ".parameters", "[{$ref: '#/components/parameters/Gone'}]")
            .at(LIST + ".parameters[0].$ref"),
        breach("resolvable-reference")
            .set(ROOM + ".properties.token", "{$ref: 'other.yaml#/Token'}")
            .at(ROOM + ".properties.token.$ref"),
        breach("no-comment-end").set(LIST + ".summary", "a */ b").at(LIST + ".summary"),
        breach("no-comment-end")
            .set(ROOM + ".properties.fps.description", "a */ b")
            .at(ROOM + ".properties.fps.description"),
        breach("plain-prose").set(LIST + ".summary", "a <b>").at(LIST + ".summary"),
        breach("plain-prose")
            .set(ROOM + ".properties.fps.description", "'{@link x}'")
            .at(ROOM + ".properties.fps.description"),
        breach("plain-prose")
            .set(ROOM + ".description", "\"a\\n @param b\"")
            .at(ROOM + ".description"),
        breach("path-prefix").set("paths./api/voice/calls", "{}").at("paths./api/voice/calls"),
        breach("one-path-a-structure")
            .set("paths./api/video/rooms/{name}", "{}")
            .at("paths./api/video/rooms/{name}"),
        breach("room-lookup-by-string")
            .set(GET + ".parameters", "[{in: path, schema: {type: string, format: uuid}}]")
            .at(GET + ".parameters[0].schema"),
        breach("room-lookup-by-string")
            .set(
                "paths./api/video/rooms/{id}.parameters",
                "[{in: path, schema: {type: string, pattern: x}}]")
            .at("paths./api/video/rooms/{id}.parameters[0].schema"),
        breach("operation-id").without(LIST + ".operationId").at(LIST + ".operationId"),
        breach("operation-id").set(LIST + ".operationId", "' '").at(LIST + ".operationId"),
        breach("unique-operation-id")
            .set(PUT + ".operationId", "get_room")
            .at(PUT + ".operationId"),
        breach("one-tag").without(LIST + ".tags").at(LIST + ".tags"),
        breach("one-tag").set(LIST + ".tags", "[Rooms, Streams]").at(LIST + ".tags"),
        breach("operation-prose").without(LIST + ".summary").at(LIST + ".summary"),
        breach("operation-prose").without(LIST + ".description").at(LIST + ".description"),
        breach("one-success").without(LIST + ".responses.200").at(LIST + ".responses"),
        breach("one-success").set(LIST + ".responses.201", "{}").at(LIST + ".responses"),
        breach("one-success")
            .set(DOWNLOAD + ".responses.302", "{}")
            .without(DOWNLOAD + ".x-redirect")
            .at(DOWNLOAD + ".responses"),
        breach("one-success")
            .set(DOWNLOAD + ".responses.307", "{headers: {Location: {schema: {type: string}}}}")
            .at(DOWNLOAD + ".responses"),
        breach("redirect-mark").without(DOWNLOAD + ".x-redirect").at(DOWNLOAD + ".x-redirect"),
        breach("redirect-mark").set(DOWNLOAD + ".x-redirect", "301").at(DOWNLOAD + ".x-redirect"),
        breach("redirect-mark").set(DOWNLOAD + ".responses.204", "{}").at(DOWNLOAD + ".x-redirect"),
        breach("error-responses").without(PUT + ".responses.401").at(PUT + ".responses.401"),
        breach("error-responses").without(PUT + ".responses.422").at(PUT + ".responses.422"),
        breach("error-responses").without(PUT + ".responses.429").at(PUT + ".responses.429"),
        breach("error-responses")
            .without(PUT + ".responses.default")
            .at(PUT + ".responses.default"),
        breach("unique-parameter")
            .set(
                LIST + ".parameters",
                "[{name: a, in: query, schema: {type: string}},"
                    + " {name: a, x-java-name: c, in: header, schema: {type: string}},"
                    + " {name: a, x-java-name: b, in: query, schema: {type: integer}}]")
            .at(LIST + ".parameters[2]"),
        breach("no-query-default")
            .set("components.parameters.PageSize.schema.default", "50")
            .at("components.parameters.PageSize.schema.default"),
        breach("no-query-default")
            .set(LIST + ".parameters", "[{in: query, schema: {type: integer, default: 0}}]")
            .at(LIST + ".parameters[0].schema.default"),
        breach("paged-mark").set(GET + ".x-paged", "true").at(GET + ".x-paged"),
        breach("paged-mark")
            .set(
                LIST + ".responses.200.content.application/json.schema",
                "{type: object, properties: {links: {type: string}, data: {type: array, items:"
                    + " {$ref: '#/components/schemas/Room'}}}, x-page-of: Room}")
            .at(LIST + ".x-paged"),
        breach("page-of")
            .set(LIST + ".x-paged", "true")
            .set(
                LIST + ".responses.200.content.application/json.schema",
                "{type: object, properties: {links: {type: string}, data: {type: array, items:"
                    + " {$ref: '#/components/schemas/Room'}}}, x-page-of: VideoStream}")
            .at(LIST + ".responses.200.content.application/json.schema.x-page-of"),
        breach("vendor-reference")
            .set(LIST + ".x-reference", "rooms.list")
            .at(LIST + ".x-reference"),
        breach("vendor-reference")
            .set(GET + ".x-reference", "client.video.rooms.list")
            .at(GET + ".x-reference"),
        breach("body-example")
            .set(LIST + ".responses.200.content.application/json", "{schema: {type: string}}")
            .at(LIST + ".responses.200.content.application/json"),
        breach("body-example")
            .set(PUT + ".requestBody.content.text/plain", "{schema: {type: string}}")
            .at(PUT + ".requestBody.content.text/plain"),
        breach("class-of-a-tag").set(PUT + ".tags", "[rooms]").at(PUT + ".tags[0]"),
        breach("method-name").without(LIST + ".x-method").at(LIST + ".x-method"),
        breach("method-name").set(PUT + ".x-method", "get").at(PUT + ".x-method"),
        breach("method-name").set(PUT + ".x-method", "getAsync").at(PUT + ".x-method"),
        breach("method-name").set(PUT + ".x-method", "modify").at(PUT + ".x-method"),
        breach("method-name").set(PUT + ".x-method", "notify").at(PUT + ".x-method"),
        breach("method-name").set(PUT + ".x-method", "new").at(PUT + ".x-method"),
        breach("method-name").set(PUT + ".x-method", "Update").at(PUT + ".x-method"),
        breach("method-name")
            .set(GET + ".x-lookup", "{method: update, field: id}")
            .at(PUT + ".x-method"),
        breach("lookup")
            .set(GET + ".x-lookup", "{method: getByFps, field: fps}")
            .at(GET + ".x-lookup"),
        breach("lookup")
            .set(LIST + ".x-lookup", "{method: getById, field: id}")
            .at(LIST + ".x-lookup"),
        breach("short-form").set(PUT + ".x-arguments", "[gone]").at(PUT + ".x-arguments"),
        breach("short-form").set(PUT + ".x-arguments", "[]").at(PUT + ".x-arguments"),
        breach("short-form").set(UPDATE + ".required", "[meta]").at(PUT + ".x-arguments"),
        breach("short-form").set(GET + ".x-arguments", "[layout]").at(GET + ".x-arguments"),
        breach("error-codes")
            .set(PUT + ".x-error-codes.gone", "''")
            .at(PUT + ".x-error-codes.gone"),
        breach("fallback")
            .set(UPDATE + ".properties.meta.x-fallback", "id")
            .at(UPDATE + ".properties.meta.x-fallback"),
        breach("schema-type")
            .set(ROOM + ".properties.id", "{allOf: [{type: string}]}")
            .at(ROOM + ".properties.id"),
        breach("schema-type")
            .set(ROOM + ".properties.id", "{oneOf: [{type: string}]}")
            .at(ROOM + ".properties.id"),
        breach("schema-type")
            .set("components.parameters.PageSize.schema", "{minimum: 1}")
            .at("components.parameters.PageSize.schema"),
        breach("bare-reference")
            .set(ROOM + ".properties.layout.nullable", "true")
            .at(ROOM + ".properties.layout"),
        breach("schema-example").without(ROOM + ".example").at(ROOM),
        breach("free-form-object")
            .without(ROOM + ".properties.meta.additionalProperties")
            .at(ROOM + ".properties.meta"),
        breach("free-form-object")
            .set(ROOM + ".properties.meta.additionalProperties", "{type: string}")
            .at(ROOM + ".properties.meta"),
        breach("no-mixed-properties")
            .set(ROOM + ".additionalProperties", "false")
            .at(ROOM + ".additionalProperties"),
        breach("known-required").set(ROOM + ".required", "[id, gone]").at(ROOM + ".required[1]"),
        breach("required-is-not-null")
            .set(ROOM + ".required", "[id, fps]")
            .at(ROOM + ".properties.fps"),
        breach("required-is-not-null")
            .set(ROOM + ".required", "[layout]")
            .at(ROOM + ".properties.layout"),
        breach("free-alias")
            .set(ROOM + ".properties.sync.x-aliases", "[old_sync, fps]")
            .at(ROOM + ".properties.sync.x-aliases[1]"),
        breach("presence-flag")
            .set(ROOM + ".properties.id.x-presence", "known")
            .at(ROOM + ".properties.id.x-presence"),
        breach("presence-flag")
            .set(ROOM + ".properties.gone_at.x-presence", "sync")
            .at(ROOM + ".properties.gone_at.x-presence"),
        breach("presence-flag")
            .set(ROOM + ".properties.gone_at.x-presence", "isGone")
            .at(ROOM + ".properties.gone_at.x-presence"),
        breach("bytes-are-int64")
            .set(ROOM + ".properties.size_in_bytes.format", "int32")
            .at(ROOM + ".properties.size_in_bytes"),
        breach("fps-is-an-integer")
            .set(ROOM + ".properties.fps.type", "number")
            .at(ROOM + ".properties.fps"),
        breach("secret-is-a-password")
            .without("components.schemas.VideoStream.properties.url.format")
            .at("components.schemas.VideoStream.properties.url"),
        breach("secret-is-a-password")
            .without("components.schemas.RoomToken.properties.token.format")
            .at("components.schemas.RoomToken.properties.token"),
        breach("secret-is-a-password")
            .without("components.schemas.RoomRecording.properties.uri.format")
            .at("components.schemas.RoomRecording.properties.uri"),
        breach("error-is-text")
            .set("components.schemas.ErrorBody.properties.error.pattern", "x")
            .at("components.schemas.ErrorBody.properties.error"),
        breach("error-is-text")
            .set("components.schemas.ErrorBody.properties.error.type", "integer")
            .at("components.schemas.ErrorBody.properties.error"),
        breach("no-request-default")
            .set(UPDATE + ".properties.meta.default", "{}")
            .at(UPDATE + ".properties.meta.default"),
        breach("no-request-default").set(LAYOUT + ".default", "full").at(LAYOUT + ".default"),
        breach("request-mark").without(UPDATE + ".x-request").at(UPDATE + ".x-request"),
        breach("request-mark").set(ROOM + ".x-request", "true").at(ROOM + ".x-request"),
        breach("update-pair").without(ROOM + ".x-update-request").at(UPDATE + ".x-built-from"),
        breach("update-pair").without(UPDATE + ".x-built-from").at(ROOM + ".x-update-request"),
        breach("built-from-fields")
            .set(UPDATE + ".properties.name", "{type: string}")
            .at(UPDATE + ".properties.name"),
        breach("built-from-fields")
            .set(UPDATE + ".properties.fps", "{type: integer, format: int32}")
            .at(UPDATE + ".properties.fps"),
        breach("built-from-fields")
            .set(UPDATE + ".properties.streams", "{type: array, items: {type: string}}")
            .at(UPDATE + ".properties.streams"),
        breach("built-from-fields")
            .set(UPDATE + ".properties.meta.x-not-copied", "true")
            .at(UPDATE + ".properties.meta"),
        breach("named-enum")
            .set(ROOM + ".properties.id.enum", "[a, b]")
            .at(ROOM + ".properties.id.enum"),
        breach("named-enum")
            .set("components.parameters.PageSize.schema", "{type: string, enum: [a]}")
            .at("components.parameters.PageSize.schema.enum"),
        breach("named-enum")
            .set(
                PUT + ".responses.default", "{headers: {x-a: {schema: {type: string, enum: [a]}}}}")
            .at(PUT + ".responses.default.headers.x-a.schema.enum"),
        breach("enum-constants")
            .without(LAYOUT + ".x-enum-varnames")
            .at(LAYOUT + ".x-enum-varnames"),
        breach("enum-constants")
            .set(LAYOUT + ".x-enum-varnames", "[ONE]")
            .at(LAYOUT + ".x-enum-varnames"),
        breach("enum-constants")
            .set(LAYOUT + ".x-enum-varnames", "[ONE, ONE]")
            .at(LAYOUT + ".x-enum-varnames"),
        breach("enum-constants")
            .set(LAYOUT + ".x-enum-varnames", "[1X1, FULL]")
            .at(LAYOUT + ".x-enum-varnames"),
        breach("enum-constants")
            .set(LAYOUT + ".x-enum-varnames", "[class, FULL]")
            .at(LAYOUT + ".x-enum-varnames"),
        breach("enum-constants")
            .set(LAYOUT + ".x-enum-varnames", "[UNKNOWN, FULL]")
            .at(LAYOUT + ".x-enum-varnames"),
        breach("enum-constants")
            .set(LAYOUT + ".enum", "[full, full, null]")
            .at(LAYOUT + ".x-enum-varnames"),
        breach("member-name")
            .set(ROOM + ".properties.roomId", TEXT)
            .at(ROOM + ".properties.roomId"),
        breach("member-name").set(ROOM + ".properties.class", TEXT).at(ROOM + ".properties.class"),
        breach("member-name").set(ROOM + ".properties.f_ps", TEXT).at(ROOM + ".properties.f_ps"),
        breach("member-name")
            .set(ROOM + ".properties.roomId", "{type: string, x-java-name: Room-Id}")
            .at(ROOM + ".properties.roomId"),
        breach("member-name")
            .set(ROOM + ".properties.roomId", "{type: string, x-java-name: extras}")
            .at(ROOM + ".properties.roomId"),
        breach("member-name")
            .set(ROOM + ".properties.roomId", "{type: string, x-java-name: fPs}")
            .at(ROOM + ".properties.roomId"),
        breach("member-name")
            .set(LIST + ".parameters", "[{in: query, name: 'ids[]', schema: {type: string}}]")
            .at(LIST + ".parameters[0]"),
        breach("member-name")
            .set(
                "paths./api/video/rooms/{id}.parameters",
                "[{in: header, name: I-D, x-java-name: iD, schema: {type: string}}]")
            .set(PUT + ".parameters", "[]")
            .at(GET + ".parameters[0]"),
        breach("type-name").set(SCHEMAS + "room_list", OBJECT).at(SCHEMAS + "room_list"),
        breach("type-name").set(SCHEMAS + "Map", OBJECT).at(SCHEMAS + "Map"),
        breach("type-name").set(SCHEMAS + "ROOM", OBJECT).at(SCHEMAS + "ROOM"),
        breach("type-name").set(SCHEMAS + "ListRoomsQuery", OBJECT).at(SCHEMAS + "ListRoomsQuery"),
        breach("enum-null").without(LAYOUT + ".nullable").at(LAYOUT + ".enum"),
        breach("enum-null").set(LAYOUT + ".enum", "[1x1, full]").at(LAYOUT + ".enum"),
        breach("enum-null").set(LAYOUT + ".enum", "[null, 1x1, full]").at(LAYOUT + ".enum"));
  }

  @Test
  void check_validDocument_findsNothing() {
    assertThat(Lint.check(DocumentYaml.read(VALID))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{description: Anything., nullable: true, x-own: 1}",
        "{allOf: [{$ref: '#/components/schemas/Layout'}], x-java-name: clazz}",
        "{type: string, x-java-name: clazz}"
      })
  void check_propertyOfAnyValueOrWithAnotherName_findsNothing(String schema) {
    Breach named = breach("").set(ROOM + ".properties.any_value", schema);

    assertThat(Lint.check(named.document)).isEmpty();
  }

  @Test
  void check_emptyDocument_requiresVersions() {
    assertThat(Lint.check(Map.of()))
        .extracting(Finding::rule)
        .containsExactly("openapi-3.0", "semver");
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void check_documentWithOneMutation_findsIt(Breach breach) {
    String reason =
        Lint.rules().stream()
            .filter(rule -> rule.id().equals(breach.rule))
            .map(Rule::reason)
            .collect(Collectors.joining());
    assertThat(Lint.check(breach.document))
        .containsExactly(new Finding(breach.path, breach.rule, reason));
  }

  @Test
  void rules_all_haveADocumentThatViolatesThem() {
    Set<String> proven = breaches().map(breach -> breach.rule).collect(Collectors.toSet());
    assertThat(Lint.rules()).extracting(Rule::id).doesNotHaveDuplicates().hasSameElementsAs(proven);
  }

  @Test
  void rules_all_explainTheirReasonInASentence() {
    assertThat(Lint.rules()).extracting(Rule::reason).allMatch(reason -> reason.endsWith("."));
  }

  @Test
  void finding_toString_namesPlaceRuleAndReason() {
    assertThat(new Finding("info.version", "semver", "Because."))
        .hasToString("info.version: semver: Because.");
  }

  private static Breach breach(String rule) {
    return new Breach(rule);
  }

  /** A mutation of the valid document, and the finding that it has to cause. */
  private static final class Breach {
    private final String rule;
    private final Map<String, @Nullable Object> document = DocumentYaml.read(VALID);
    private String path = "";

    private Breach(String rule) {
      this.rule = rule;
    }

    Breach set(String at, String yaml) {
      @Nullable Object value = DocumentYaml.read("value: " + yaml).get("value");
      parent(at).put(last(at), value);
      return this;
    }

    Breach without(String at) {
      assertThat(parent(at)).containsKey(last(at));
      parent(at).remove(last(at));
      return this;
    }

    Breach at(String expected) {
      path = expected;
      return this;
    }

    @SuppressWarnings("unchecked")
    private Map<String, @Nullable Object> parent(String at) {
      List<String> steps = new ArrayList<>(List.of(at.split("\\.")));
      steps.remove(steps.size() - 1);
      Map<String, @Nullable Object> parent = document;
      for (String step : steps) {
        parent = (Map<String, @Nullable Object>) requireNonNull(parent.get(step), at);
      }
      return parent;
    }

    private static String last(String at) {
      return at.substring(at.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
      return rule + " at " + path;
    }
  }
}
