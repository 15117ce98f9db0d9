package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how single changes of the vendor's document are merged, as edits of the base. */
class DocumentMergeTest {

  private final Map<String, Object> ours = MergeDocuments.OURS;
  private final Map<String, Object> vendor = MergeDocuments.VENDOR;
  private final Deviations deviations = MergeDocuments.DEVIATIONS;

  static Stream<Arguments> announced() {
    return Stream.of(
        Arguments.of("V1, a download that redirects", edit(DocumentMergeTest::download)),
        Arguments.of("V2, more fields of a session", edit(DocumentMergeTest::sessionFields)),
        Arguments.of("V3, times as numbers", edit(DocumentMergeTest::numericTimes)),
        Arguments.of("V4, schemas of a mutation", edit(DocumentMergeTest::mutationResponse)),
        Arguments.of("V5, no longer nullable", edit(DocumentMergeTest::prioritizeHandraise)),
        Arguments.of(
            "all of them",
            edit(DocumentMergeTest::download)
                .andThen(DocumentMergeTest::sessionFields)
                .andThen(DocumentMergeTest::numericTimes)
                .andThen(DocumentMergeTest::mutationResponse)
                .andThen(DocumentMergeTest::prioritizeHandraise)));
  }

  private static Consumer<Map<String, Object>> edit(Consumer<Map<String, Object>> edit) {
    return edit;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("announced")
  void of_whatTheVendorAnnounced_isAdditive(String name, Consumer<Map<String, Object>> edit) {
    DocumentMerge merge = merge(edit);

    assertThat(merge.wire()).isEqualTo(Severity.ADDITIVE);
    assertThat(DocumentDiff.between(ours, merge.document()).wire()).isNotEqualTo(Severity.BREAKING);
    assertThat(Lint.check(merge.document())).isEmpty();
    assertThat(merge.changes()).noneMatch(each -> each.disposition() == Disposition.NOT_APPLIED);
  }

  /** The format gives the parameter a method overload that accepts an Instant. */
  @Test
  void of_newParameterThatIsATime_preservesTheFormat() {
    Map<String, Object> created =
        DocumentYaml.read(
            """
            name: created_after
            in: query
            schema: {type: string, format: date-time}
            """);

    DocumentMerge merge =
        merge(
            vendor ->
                Node.of(
                        Node.of(vendor)
                            .get("paths", "/api/video/rooms", "get")
                            .object()
                            .get("parameters"))
                    .list()
                    .add(created));

    Map<String, Object> listRooms =
        Node.of(merge.document()).get("paths", "/api/video/rooms", "get").object();
    assertThat(Node.of(listRooms).get("parameters").list())
        .filteredOn(each -> "created_after".equals(Node.of(each).object().get("name")))
        .extracting(each -> Node.of(each).get("schema").object())
        .containsExactly(Node.of(created).get("schema").object());
  }

  @Test
  void of_sameDocument_changesNothing() {
    DocumentMerge merge = merge(vendor -> {});

    assertThat(merge.changes()).isEmpty();
    assertThat(merge.document()).isEqualTo(ours);
  }

  @Test
  void of_download_isAnOperationThatReturnsItsLocation() {
    assertThat(
            Node.of(merge(DocumentMergeTest::download).document())
                .get("paths", "/api/video/room_recordings/{id}.mp4", "get")
                .object())
        .containsEntry("x-redirect", 302)
        .containsEntry("operationId", "download_room_recording")
        .containsEntry("x-method", "download");
  }

  @Test
  void of_newValueOfAnEnumeration_isOneAdditiveLine() {
    DocumentMerge merge =
        merge(vendor -> Node.of(schema(vendor, "VideoQuality").get("enum")).list().add("2160p"));

    assertThat(merge.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.disposition()).isEqualTo(Disposition.APPLIED);
              assertThat(change.wire()).isEqualTo(Severity.ADDITIVE);
            });
    assertThat(
            Node.of(
                    Node.of(merge.document())
                        .get("components", "schemas", "Quality")
                        .object()
                        .get("enum"))
                .list())
        .contains("2160p");
    assertThat(Lint.check(merge.document())).isEmpty();
  }

  @Test
  void of_fieldRemovedEverywhere_isOneBreakingLineOfAllItsOperations() {
    DocumentMerge merge = merge(vendor -> remove(schema(vendor, "RoomResponse"), "name"));

    assertThat(merge.changes()).hasSize(1);
    VendorChange change = merge.changes().get(0);
    assertThat(change.place()).isEqualTo("Room.name");
    assertThat(change.wire()).isEqualTo(Severity.BREAKING);
    assertThat(change.operations())
        .containsExactlyInAnyOrder(
            "create_room", "list_rooms", "get_room", "get_room_by_name", "update_room");
    assertThat(
            Node.of(merge.document()).get("components", "schemas", "Room", "properties").object())
        .doesNotContainKey("name");
  }

  @Test
  void of_statusAddedToEachOperation_isOneLine() {
    DocumentMerge merge =
        merge(
            vendor ->
                new Document(vendor)
                    .operations()
                    .forEach(
                        each ->
                            each.get("responses")
                                .object()
                                .put("418", Trees.of("description", "A teapot."))));

    assertThat(merge.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.place()).isEqualTo("response 418");
              assertThat(change.disposition()).isEqualTo(Disposition.APPLIED);
              assertThat(change.operations()).hasSizeGreaterThan(20);
            });
    assertThat(new Document(merge.document()).operations())
        .allMatch(each -> each.get("responses").get("418").get("description").is("A teapot."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Badge", "BadgeResponse", "BadgeRequest"})
  void of_newObjectThatIsSentAndReceived_isARequestAndAResponse(String name) {
    DocumentMerge merge =
        merge(
            vendor -> {
              Node.of(vendor)
                  .get("components", "schemas")
                  .object()
                  .put(
                      name,
                      Trees.of(
                          "type",
                          "object",
                          "properties",
                          Trees.of("text", Trees.of("type", "string"))));
              for (String each : List.of("RoomResponse", "CreateRoomRequest")) {
                Node.of(schema(vendor, each))
                    .get("properties")
                    .object()
                    .put("badge", Trees.of("$ref", "#/components/schemas/" + name));
              }
            });

    assertThat(Node.of(merge.document()).get("components", "schemas").object().keySet())
        .filteredOn(each -> each.startsWith("Badge"))
        .hasSize(2)
        .noneMatch(each -> each.matches(".*(Request|Response){2}|.*\\d"));
    assertThat(Lint.check(merge.document())).isEmpty();
  }

  @Test
  void of_fieldRemovedFromOneOfTwoThatAreOneHere_isReported() {
    DocumentMerge merge =
        merge(vendor -> remove(schema(vendor, "RoomSessionSummary"), "preview_url"));

    assertThat(merge.changes()).hasSize(1);
    assertThat(merge.changes().get(0).disposition()).isEqualTo(Disposition.SIMPLIFIED);
    assertThat(merge.wire()).isEqualTo(Severity.BREAKING);
    assertThat(merge.changes().get(0).operations()).containsExactly("get_room_session");
  }

  static Stream<Consumer<Map<String, Object>>> changesOfPageSize() {
    return Stream.of(
        parameter -> parameter.put("required", true),
        parameter -> parameter.put("deprecated", true),
        parameter -> Node.of(parameter).get("schema").object().put("deprecated", true),
        parameter -> {
          parameter.put("deprecated", true);
          Node.of(parameter).get("schema").object().put("deprecated", true);
        },
        parameter -> Node.of(parameter).get("schema").object().put("maximum", 7),
        parameter -> Node.of(parameter).get("schema").object().put("type", "string"));
  }

  @ParameterizedTest
  @MethodSource("changesOfPageSize")
  void of_changeOfASharedParameterInOneOperation_splitsOurs(Consumer<Map<String, Object>> edit) {
    DocumentMerge merge =
        merge(vendor -> edit.accept(parameter(vendor, "/api/video/rooms", "page_size")));

    assertThat(merge.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.line()).startsWith("list_rooms, query page_size: ");
              assertThat(change.operations()).containsExactly("list_rooms");
              assertThat(change.disposition()).isEqualTo(Disposition.APPLIED);
            });
    Map<String, Object> before = Trees.copy(ours);
    Map<String, Object> after = Trees.copy(merge.document());
    for (Map<String, Object> each : List.of(before, after)) {
      Node.of(each).get("paths", "/api/video/rooms", "get").object().remove("parameters");
    }
    assertThat(after).isEqualTo(before);
    assertThat(DocumentDiff.between(ours, merge.document()).changes())
        .extracting(VendorChange::line)
        .isEqualTo(merge.changes().stream().map(VendorChange::line).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{content: {application/json: {schema: {type: string}}}}",
        "{schema: {type: object, properties: {a: {type: string}}}, style: deepObject}",
        "{schema: {type: array, items: {type: string}}, style: pipeDelimited}"
      })
  void of_parameterThatCanNoLongerBeSent_isNotApplied(String parameter) {
    for (String name : List.of("page_token", "starts_after")) {
      Consumer<Map<String, Object>> edit =
          vendor -> replace(parameter(vendor, "/api/video/rooms", name), parameter);

      DocumentMerge merge = merge(edit);

      assertThat(merge.changes())
          .singleElement()
          .satisfies(
              change -> {
                assertThat(change.disposition()).isEqualTo(Disposition.NOT_APPLIED);
                assertThat(change.wire()).isEqualTo(Severity.BREAKING);
              });
      assertThat(merge.document()).isEqualTo(ours);
      assertThat(merge(edit, vendor -> {}, ours).document()).isEqualTo(ours);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "false"})
  void of_parameterOfSeveralValues_isSerializedLikeTheVendors(String explode) {
    String list = "{schema: {type: array, items: {type: string}}, explode: " + explode + "}";
    Consumer<Map<String, Object>> edit =
        vendor -> replace(parameter(vendor, "/api/video/rooms", "page_token"), list);

    DocumentMerge merge = merge(edit);

    assertThat(parameter(merge.document(), "/api/video/rooms", "page_token"))
        .containsEntry("style", "form")
        .containsEntry("explode", Boolean.valueOf(explode));
    Map<String, Object> back = merge(edit, vendor -> {}, merge.document()).document();
    assertThat(TreeDifferences.between(ours, back)).isEmpty();
  }

  @Test
  void of_parameterThatCanNowBeSent_isAdded() {
    Consumer<Map<String, Object>> refused =
        vendor -> add(vendor, "{name: a, in: query, style: deepObject, schema: {type: object}}");
    Consumer<Map<String, Object>> sent =
        vendor -> add(vendor, "{name: a, in: query, schema: {type: string}}");

    assertThat(merge(refused).document()).isEqualTo(ours);
    assertThat(merge(refused, sent, ours).document()).isEqualTo(merge(sent).document());
  }

  private static void add(Map<String, Object> vendor, String parameter) {
    Node.of(vendor)
        .get("paths", "/api/video/rooms", "get")
        .get("parameters")
        .list()
        .add(DocumentYaml.read(parameter));
  }

  private static void replace(Map<String, Object> parameter, String text) {
    parameter.keySet().retainAll(List.of("name", "in"));
    parameter.putAll(DocumentYaml.read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipart/form-data", "application/x-www-form-urlencoded"})
  void of_bodyThatCannotBeSent_leavesOursUnchangedUntilItCan(String type) {
    Consumer<Map<String, Object>> edit =
        vendor -> {
          Map<String, Object> body =
              Node.of(vendor).get("paths", "/api/video/rooms", "post", "requestBody").object();
          body.put("content", Trees.of(type, DocumentYaml.read("{schema: {type: array}}")));
        };

    DocumentMerge merge = merge(edit);

    assertThat(merge.changes())
        .extracting(VendorChange::disposition)
        .containsExactly(Disposition.NOT_APPLIED);
    assertThat(merge.document()).isEqualTo(ours);
    DocumentMerge back = merge(edit, vendor -> {}, ours);
    assertThat(back.changes()).hasSize(1);
    assertThat(back.document()).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/video/conferences/{id}, delete, RoomResponse, Room",
    "/api/video/conferences/{id}, delete, ListRoomsResponse, RoomList",
    "/api/video/conference_tokens/{id}/reset, post, CreateRoomRequest, CreateRoomRequest"
  })
  void of_newBodyOfATypeThatOursHas_refersToIt(
      String path, String method, String type, String ourType) {
    Map<String, Object> body = DocumentYaml.read("{content: {application/json: {schema: {}}}}");
    Node.of(body)
        .get("content", "application/json", "schema")
        .object()
        .put("$ref", "#/components/schemas/" + type);

    DocumentMerge merge =
        merge(
            vendor -> {
              Map<String, Object> node = Node.of(vendor).get("paths", path, method).object();
              if (method.equals("delete")) {
                node.put("responses", Trees.of("200", body));
              } else {
                node.put("requestBody", body);
              }
            });

    assertThat(Node.of(merge.document()).get("components", "schemas").object().keySet())
        .isEqualTo(Node.of(ours).get("components", "schemas").object().keySet());
    assertThat(Node.of(merge.document()).get("paths", path, method).object().toString())
        .contains("#/components/schemas/" + ourType + "}");
  }

  @Test
  void of_responseWithoutABody_thenWithItAgain_hasTheSameType() {
    Consumer<Map<String, Object>> edit =
        vendor ->
            Node.of(vendor)
                .get("paths", "/api/video/rooms", "post", "responses", "200")
                .object()
                .remove("content");

    Map<String, Object> back = merge(edit, vendor -> {}, merge(edit).document()).document();

    assertThat(Node.of(back).get("components", "schemas").object().keySet())
        .isEqualTo(Node.of(ours).get("components", "schemas").object().keySet());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Room.name: is now deprecated | {name: {deprecated: true}}",
        "CreateRoomRequest.display_name: field removed string | {display_name: {readOnly: true}}",
        "'' | {layout: {type: string}, quality: {type: string}, name: {type: string}}",
        "CreateRoomRequest.name: maxLength 100 → 50 | {name: {maxLength: 50}}"
      })
  void of_overlayOfAnObject_combinesBoth(String line, String properties) {
    String schema = line.startsWith("Room") ? "RoomResponse" : "CreateRoomRequest";
    DocumentMerge merge =
        merge(
            vendor -> {
              Map<String, Object> schemas = Node.of(vendor).get("components", "schemas").object();
              schemas.put("Base", schemas.get(schema));
              schemas.put(
                  schema,
                  DocumentYaml.read(
                      "allOf: [{$ref: '#/components/schemas/Base'}, {type: object, properties: "
                          + properties
                          + "}]"));
            });

    assertThat(merge.changes())
        .extracting(VendorChange::line)
        .isEqualTo(line.isEmpty() ? List.of() : List.of(line));
  }

  @Test
  void of_bodyBecomesRequiredButOursHasNone_isNotApplied() {
    String body = "{content: {application/json: {schema: {type: object}}}, required: ";
    Consumer<Map<String, Object>> optional =
        vendor -> get(vendor).put("requestBody", DocumentYaml.read(body + "false}"));
    Consumer<Map<String, Object>> required =
        vendor -> get(vendor).put("requestBody", DocumentYaml.read(body + "true}"));

    assertThat(merge(optional, required, ours).changes())
        .extracting(VendorChange::disposition)
        .containsExactly(Disposition.NOT_APPLIED);
  }

  private static Map<String, Object> get(Map<String, Object> vendor) {
    return Node.of(vendor).get("paths", "/api/video/rooms", "get").object();
  }

  @Test
  void of_newField_thatLooksLikeASecret_isTreatedAsOne() {
    DocumentMerge merge =
        merge(
            vendor -> add(schema(vendor, "RoomResponse"), "stream_key", Map.of("type", "string")));

    assertThat(
            Node.of(merge.document())
                .get("components", "schemas", "Room", "properties", "stream_key")
                .object())
        .containsEntry("format", "password");
    assertThat(merge.changes().get(0).note()).contains("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stream-key",
        "STREAM_KEY",
        "apiKey",
        "x-api-key",
        "access_tokens",
        "session_key",
        "signature",
        "otp",
        "privateKeyPem"
      })
  void of_nameOfASecret_isOneInAnyNotation(String field) {
    assertThat(Secrets.isSecret("Room." + field)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "token_count",
        "monkey",
        "keyframe",
        "pagination-token",
        "has_password",
        "is_secret"
      })
  void of_nameLikeThatOfASecret_isNotOne(String field) {
    assertThat(Secrets.isSecret("Room." + field)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://{your_space}.signalwire.com", "HTTPS://{space_name}.SignalWire.com/"})
  void of_sameServerInAnotherNotation_changesNothing(String url) {
    DocumentMerge merge = merge(vendor -> serveAll(vendor, url));

    assertThat(merge.changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", ""})
  void of_serversRemoved_changesNothing(String url) {
    DocumentMerge merge = merge(vendor -> serveAll(vendor, url));

    assertThat(merge.changes()).isEmpty();
  }

  @Test
  void of_anotherServer_isBreaking() {
    DocumentMerge merge = merge(vendor -> serveAll(vendor, "https://{space_name}.example.com"));

    assertThat(merge.wire()).isEqualTo(Severity.BREAKING);
  }

  private static void serveAll(Map<String, Object> vendor, String url) {
    Node.of(vendor)
        .get("paths")
        .object()
        .values()
        .forEach(
            item ->
                Node.of(item)
                    .object()
                    .values()
                    .forEach(
                        operation ->
                            Node.of(operation)
                                .object()
                                .put("servers", List.of(Map.of("url", url)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", ".nan", "'100'", "[1]"})
  void of_invalidLimit_removesTheLimit(String limit) {
    Object value = DocumentYaml.read("limit: " + limit).get("limit");

    DocumentMerge merge =
        merge(
            vendor ->
                Node.of(schema(vendor, "CreateRoomRequest"))
                    .get("properties", "display_name")
                    .object()
                    .put("maxLength", value));

    assertThat(merge.changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.line())
                    .isEqualTo("CreateRoomRequest.display_name: maxLength 200 → none"));
  }

  /** The client does not understand these keywords, but their change may break requests. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "not: {$ref: '#/components/schemas/Banned'}",
        "contains: {allOf: [{$ref: '#/components/schemas/Banned'}]}",
        "patternProperties: {'^a': {$ref: '#/components/schemas/ToBanned'}}",
        "if: {properties: {next: {$ref: '#/components/schemas/Loop'}}}"
      })
  void of_targetOfAnUnknownKeyword_isReportedOnlyIfItsMeaningChanges(String keyword) {
    assertThat(
            merge(banned(keyword, "[a]", "One."), banned(keyword, "[a]", "Two."), ours).changes())
        .isEmpty();

    DocumentMerge merge =
        merge(banned(keyword, "[a]", "One."), banned(keyword, "[a, b]", "One."), ours);

    assertThat(merge.wire()).isEqualTo(Severity.BREAKING);
    assertThat(merge.changes())
        .extracting(VendorChange::disposition)
        .containsExactly(Disposition.NOT_APPLIED);
  }

  private static Consumer<Map<String, Object>> banned(String keyword, String values, String title) {
    return vendor -> {
      Node.of(vendor)
          .get("components", "schemas")
          .object()
          .putAll(
              DocumentYaml.read(
                  """
                  Banned: {enum: %s, title: %s}
                  ToBanned: {$ref: '#/components/schemas/Banned'}
                  Loop:
                    properties:
                      next: {$ref: '#/components/schemas/Loop'}
                      value: {$ref: '#/components/schemas/Banned'}
                  """
                      .formatted(values, title)));
      Node.of(schema(vendor, "CreateRoomRequest"))
          .get("properties", "display_name")
          .object()
          .putAll(DocumentYaml.read(keyword));
    };
  }

  @Test
  void of_multipartBody_omitsTheOperation() {
    DocumentMerge merge =
        merge(
            vendor ->
                Node.of(vendor)
                    .get("paths")
                    .object()
                    .put(
                        "/api/video/rooms/{id}/logo",
                        Map.of(
                            "put",
                            Map.of(
                                "operationId",
                                "upload_logo",
                                "requestBody",
                                Map.of(
                                    "required",
                                    true,
                                    "content",
                                    Map.of("multipart/form-data", Map.of("schema", Map.of()))),
                                "responses",
                                Map.of("204", Map.of("description", "Done."))))));

    assertThat(merge.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.disposition()).isEqualTo(Disposition.NOT_APPLIED);
              assertThat(change.note()).contains("multipart/form-data");
            });
    assertThat(merge.document()).isEqualTo(ours);
  }

  private DocumentMerge merge(Consumer<Map<String, Object>> edit) {
    return merge(vendor -> {}, edit, ours);
  }

  /** Merges one edit of the vendor's document after another. */
  private DocumentMerge merge(
      Consumer<Map<String, Object>> before,
      Consumer<Map<String, Object>> after,
      Map<String, Object> into) {
    return DocumentMerge.of(edited(before), edited(after), into, deviations);
  }

  private Api edited(Consumer<Map<String, Object>> edit) {
    Map<String, Object> document = Trees.copy(vendor);
    edit.accept(document);
    return ApiReader.read(document, Node.of(ours).get("paths").object().keySet());
  }

  private static Map<String, Object> schema(Map<String, Object> vendor, String name) {
    return Node.of(vendor).get("components", "schemas", name).object();
  }

  private static Map<String, Object> parameter(
      Map<String, Object> vendor, String path, String name) {
    return Node.of(vendor).get("paths", path, "get").get("parameters").list().stream()
        .map(each -> Node.of(each).object())
        .filter(each -> name.equals(each.get("name")))
        .findFirst()
        .orElseThrow();
  }

  private static void add(Map<String, Object> schema, String field, Map<String, Object> content) {
    Node.of(schema).get("properties").object().put(field, new LinkedHashMap<>(content));
  }

  private static void remove(Map<String, Object> schema, String field) {
    Node.of(schema).get("properties").object().remove(field);
    Node.of(schema).get("required").list().remove(field);
  }

  private static void download(Map<String, Object> vendor) {
    Map<String, Object> paths = Node.of(vendor).get("paths").object();
    Map<String, Object> get =
        Trees.copy(Node.of(paths).get("/api/video/room_recordings/{id}", "get").object());
    get.put("operationId", "download_room_recording");
    Node.of(get)
        .get("parameters")
        .list()
        .removeIf(each -> Node.of(each).object().get("in").equals("query"));
    Map<String, Object> responses = Node.of(get).get("responses").object();
    responses.remove("200");
    responses.put(
        "302", Map.of("headers", Map.of("Location", Map.of("schema", Map.of("type", "string")))));
    paths.put(
        "/api/video/room_recordings/{id}.mp4",
        new LinkedHashMap<String, Object>(Map.of("get", get)));
  }

  private static void sessionFields(Map<String, Object> vendor) {
    Map<String, Object> session = schema(vendor, "ActiveSession");
    for (String each :
        List.of(
            "sync_audio_video",
            "tone_on_entry_and_exit",
            "room_join_video_off",
            "user_join_video_off",
            "locked",
            "prioritize_handraise")) {
      add(session, each, Map.of("type", "boolean"));
    }
    add(session, "cost_in_dollars", Map.of("type", "number", "format", "double"));
    add(session, "created_at", Map.of("type", "string", "format", "date-time"));
    add(session, "updated_at", Map.of("type", "string", "format", "date-time"));
    add(session, "locked_cover", Map.of("type", "string"));
  }

  private static void numericTimes(Map<String, Object> vendor) {
    for (String name :
        List.of("CreateRoomRequest", "UpdateRoomRequest", "CreateRoomTokenRequest")) {
      Map<String, Object> fields = Node.of(schema(vendor, name)).get("properties").object();
      for (String each : List.of("join_from", "join_until", "remove_at")) {
        fields.put(
            each,
            Map.of("anyOf", new ArrayList<>(List.of(fields.get(each), Map.of("type", "number")))));
      }
    }
  }

  private static void mutationResponse(Map<String, Object> vendor) {
    for (String name : List.of("RoomResponse", "Conference")) {
      Map<String, Object> copy = Trees.copy(schema(vendor, name));
      remove(copy, "active_session");
      Node.of(vendor).get("components", "schemas").object().put(name + "Mutation", copy);
    }
    String refer = "#/components/schemas/";
    answer(vendor, "/api/video/rooms", "post", refer + "RoomResponseMutation");
    answer(vendor, "/api/video/rooms/{id}", "put", refer + "RoomResponseMutation");
    answer(vendor, "/api/video/conferences", "post", refer + "ConferenceMutation");
    answer(vendor, "/api/video/conferences/{id}", "put", refer + "ConferenceMutation");
  }

  private static void answer(
      Map<String, Object> vendor, String path, String method, String reference) {
    Node.of(vendor)
        .get("paths", path, method, "responses", "200", "content", "application/json", "schema")
        .object()
        .put("$ref", reference);
  }

  private static void prioritizeHandraise(Map<String, Object> vendor) {
    add(schema(vendor, "RoomSession"), "prioritize_handraise", Map.of("type", "boolean"));
  }
}
