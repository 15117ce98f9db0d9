package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentTree;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of changes that the vendor makes, as edits of the base. */
class DocumentMergeTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

  private final Map<String, Object> ours = DocumentYaml.read(DOCUMENTS.resolve("video.yaml"));
  private final Map<String, Object> vendor = DocumentYaml.read(DOCUMENTS.resolve("vendor.yaml"));
  private final Deviations deviations = Deviations.read(DOCUMENTS.resolve("deviations.yaml"));

  DocumentMergeTest() throws IOException {}

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
    DocumentMerge merge = takeOver(edit);

    assertThat(merge.wire()).isEqualTo(Severity.ADDITIVE);
    assertThat(DocumentDiff.between(ours, merge.document()).wire()).isNotEqualTo(Severity.BREAKING);
    assertThat(Lint.check(merge.document())).isEmpty();
    assertThat(merge.changes()).noneMatch(each -> each.disposition() == Disposition.NOT_APPLIED);
  }

  /** The format is what gives the parameter a method that takes an Instant. */
  @Test
  void of_aNewParameterThatIsATime_keepsTheFormat() {
    Map<String, Object> created =
        DocumentYaml.read(
            """
            name: created_after
            in: query
            schema: {type: string, format: date-time}
            """);

    DocumentMerge merge =
        takeOver(
            vendor ->
                DocumentTree.list(
                        DocumentTree.object(vendor, "paths", "/api/video/rooms", "get")
                            .get("parameters"))
                    .add(created));

    Map<String, Object> listRooms =
        DocumentTree.object(merge.document(), "paths", "/api/video/rooms", "get");
    assertThat(DocumentTree.list(listRooms.get("parameters")))
        .filteredOn(each -> "created_after".equals(DocumentTree.object(each).get("name")))
        .extracting(each -> DocumentTree.object(each, "schema"))
        .containsExactly(DocumentTree.object(created, "schema"));
  }

  @Test
  void of_sameDocument_changesNothing() {
    DocumentMerge merge = takeOver(vendor -> {});

    assertThat(merge.changes()).isEmpty();
    assertThat(merge.document()).isEqualTo(ours);
  }

  @Test
  void of_download_isAnOperationThatReturnsItsLocation() {
    assertThat(
            DocumentTree.object(
                takeOver(DocumentMergeTest::download).document(),
                "paths",
                "/api/video/room_recordings/{id}.mp4",
                "get"))
        .containsEntry("x-redirect", 302)
        .containsEntry("operationId", "download_room_recording")
        .containsEntry("x-method", "download");
  }

  @Test
  void of_newValueOfAnEnumeration_isOneAdditiveLine() {
    DocumentMerge merge =
        takeOver(
            vendor -> DocumentTree.list(schema(vendor, "VideoQuality").get("enum")).add("2160p"));

    assertThat(merge.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.disposition()).isEqualTo(Disposition.APPLIED);
              assertThat(change.wire()).isEqualTo(Severity.ADDITIVE);
            });
    assertThat(
            DocumentTree.list(
                DocumentTree.object(merge.document(), "components", "schemas", "Quality")
                    .get("enum")))
        .contains("2160p");
    assertThat(Lint.check(merge.document())).isEmpty();
  }

  @Test
  void of_fieldRemovedEverywhere_isOneBreakingLineOfAllItsOperations() {
    DocumentMerge merge = takeOver(vendor -> remove(schema(vendor, "RoomResponse"), "name"));

    assertThat(merge.changes()).hasSize(1);
    VendorChange change = merge.changes().get(0);
    assertThat(change.place()).isEqualTo("Room.name");
    assertThat(change.wire()).isEqualTo(Severity.BREAKING);
    assertThat(change.operations())
        .containsExactlyInAnyOrder(
            "create_room", "list_rooms", "get_room", "get_room_by_name", "update_room");
    assertThat(DocumentTree.object(merge.document(), "components", "schemas", "Room", "properties"))
        .doesNotContainKey("name");
  }

  @Test
  void of_statusAddedToEachOperation_isOneLineOfAllOfThem() {
    List<VendorChange> changes =
        takeOver(
                vendor ->
                    new Document(vendor)
                        .operations()
                        .forEach(
                            each ->
                                each.get("responses")
                                    .object()
                                    .put("418", DocumentTree.of("description", "A teapot."))))
            .changes();

    assertThat(changes)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.place()).isEqualTo("response 418");
              assertThat(change.operations()).hasSizeGreaterThan(20);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Badge", "BadgeResponse", "BadgeRequest"})
  void of_newObjectThatIsSentAndReceived_isARequestAndAResponse(String name) {
    DocumentMerge merge =
        takeOver(
            vendor -> {
              DocumentTree.object(vendor, "components", "schemas")
                  .put(
                      name,
                      DocumentTree.of(
                          "type",
                          "object",
                          "properties",
                          DocumentTree.of("text", DocumentTree.of("type", "string"))));
              for (String each : List.of("RoomResponse", "CreateRoomRequest")) {
                DocumentTree.object(schema(vendor, each), "properties")
                    .put("badge", DocumentTree.of("$ref", "#/components/schemas/" + name));
              }
            });

    assertThat(DocumentTree.object(merge.document(), "components", "schemas").keySet())
        .filteredOn(each -> each.startsWith("Badge"))
        .hasSize(2)
        .noneMatch(each -> each.matches(".*(Request|Response){2}|.*\\d"));
    assertThat(Lint.check(merge.document())).isEmpty();
  }

  @Test
  void of_fieldRemovedFromOneOfTwoThatAreOneHere_isSeen() {
    DocumentMerge merge =
        takeOver(vendor -> remove(schema(vendor, "RoomSessionSummary"), "preview_url"));

    assertThat(merge.changes()).hasSize(1);
    assertThat(merge.changes().get(0).disposition()).isEqualTo(Disposition.SIMPLIFIED);
    assertThat(merge.wire()).isEqualTo(Severity.BREAKING);
    assertThat(merge.changes().get(0).operations()).containsExactly("get_room_session");
  }

  @Test
  void of_parameterChangedInOneOfThreeOperations_splitsOurs() {
    DocumentMerge merge =
        takeOver(
            vendor ->
                parameter(vendor, "/api/video/room_recordings/{id}", "media_ttl")
                    .put("type", "string"));

    assertThat(merge.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.operations()).containsExactly("get_room_recording");
              assertThat(change.wire()).isEqualTo(Severity.BREAKING);
            });
  }

  @Test
  void of_newField_thatLooksLikeASecret_isTreatedAsOne() {
    DocumentMerge merge =
        takeOver(
            vendor -> add(schema(vendor, "RoomResponse"), "stream_key", Map.of("type", "string")));

    assertThat(
            DocumentTree.object(
                merge.document(), "components", "schemas", "Room", "properties", "stream_key"))
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
  void of_nameOfASecret_isOneHoweverItIsWritten(String field) {
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
  void of_nameLikeThatOfASecret_isNone(String field) {
    assertThat(Secrets.isSecret("Room." + field)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://{your_space}.signalwire.com", "HTTPS://{space_name}.SignalWire.com/"})
  void of_sameServerWrittenInAnotherWay_changesNothing(String url) {
    DocumentMerge merge = takeOver(vendor -> serveAll(vendor, url));

    assertThat(merge.changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", ""})
  void of_noServerAnyLonger_changesNothing(String url) {
    DocumentMerge merge = takeOver(vendor -> serveAll(vendor, url));

    assertThat(merge.changes()).isEmpty();
  }

  @Test
  void of_anotherServer_isBreaking() {
    DocumentMerge merge = takeOver(vendor -> serveAll(vendor, "https://{space_name}.example.com"));

    assertThat(merge.wire()).isEqualTo(Severity.BREAKING);
  }

  private static void serveAll(Map<String, Object> vendor, String url) {
    DocumentTree.object(vendor.get("paths"))
        .values()
        .forEach(
            item ->
                DocumentTree.object(item)
                    .values()
                    .forEach(
                        operation ->
                            DocumentTree.object(operation)
                                .put("servers", List.of(Map.of("url", url)))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", ".nan", "'100'", "[1]"})
  void of_limitThatIsNone_isNoLimitAnyLonger(String limit) {
    Object value = DocumentYaml.read("limit: " + limit).get("limit");

    DocumentMerge merge =
        takeOver(
            vendor ->
                DocumentTree.object(
                        schema(vendor, "CreateRoomRequest"), "properties", "display_name")
                    .put("maxLength", value));

    assertThat(merge.changes())
        .singleElement()
        .satisfies(
            change ->
                assertThat(change.line())
                    .isEqualTo("CreateRoomRequest.display_name: maxLength 200 → none"));
  }

  @Test
  void of_multipartBody_leavesTheOperationOut() {
    DocumentMerge merge =
        takeOver(
            vendor ->
                DocumentTree.object(vendor, "paths")
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

  private DocumentMerge takeOver(Consumer<Map<String, Object>> edit) {
    Api base =
        ApiReader.read(DocumentTree.copy(vendor), DocumentTree.object(ours.get("paths")).keySet());
    Map<String, Object> theirs = DocumentTree.copy(vendor);
    edit.accept(theirs);
    return DocumentMerge.of(
        base,
        ApiReader.read(theirs, DocumentTree.object(ours.get("paths")).keySet()),
        ours,
        deviations);
  }

  private static Map<String, Object> schema(Map<String, Object> vendor, String name) {
    return DocumentTree.object(vendor, "components", "schemas", name);
  }

  private static Map<String, Object> parameter(
      Map<String, Object> vendor, String path, String name) {
    return DocumentTree.list(DocumentTree.object(vendor, "paths", path, "get").get("parameters"))
        .stream()
        .map(DocumentTree::object)
        .filter(each -> name.equals(each.get("name")))
        .map(each -> DocumentTree.object(each, "schema"))
        .findFirst()
        .orElseThrow();
  }

  private static void add(Map<String, Object> schema, String field, Map<String, Object> content) {
    DocumentTree.object(schema, "properties").put(field, new LinkedHashMap<>(content));
  }

  private static void remove(Map<String, Object> schema, String field) {
    DocumentTree.object(schema, "properties").remove(field);
    DocumentTree.list(schema.get("required")).remove(field);
  }

  private static void download(Map<String, Object> vendor) {
    Map<String, Object> paths = DocumentTree.object(vendor, "paths");
    Map<String, Object> get =
        DocumentTree.copy(DocumentTree.object(paths, "/api/video/room_recordings/{id}", "get"));
    get.put("operationId", "download_room_recording");
    DocumentTree.list(get.get("parameters"))
        .removeIf(each -> DocumentTree.object(each).get("in").equals("query"));
    Map<String, Object> responses = DocumentTree.object(get, "responses");
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
      Map<String, Object> fields = DocumentTree.object(schema(vendor, name), "properties");
      for (String each : List.of("join_from", "join_until", "remove_at")) {
        fields.put(
            each,
            Map.of("anyOf", new ArrayList<>(List.of(fields.get(each), Map.of("type", "number")))));
      }
    }
  }

  private static void mutationResponse(Map<String, Object> vendor) {
    for (String name : List.of("RoomResponse", "Conference")) {
      Map<String, Object> copy = DocumentTree.copy(schema(vendor, name));
      remove(copy, "active_session");
      DocumentTree.object(vendor, "components", "schemas").put(name + "Mutation", copy);
    }
    String refer = "#/components/schemas/";
    answer(vendor, "/api/video/rooms", "post", refer + "RoomResponseMutation");
    answer(vendor, "/api/video/rooms/{id}", "put", refer + "RoomResponseMutation");
    answer(vendor, "/api/video/conferences", "post", refer + "ConferenceMutation");
    answer(vendor, "/api/video/conferences/{id}", "put", refer + "ConferenceMutation");
  }

  private static void answer(
      Map<String, Object> vendor, String path, String method, String reference) {
    DocumentTree.object(
            vendor,
            "paths",
            path,
            method,
            "responses",
            "200",
            "content",
            "application/json",
            "schema")
        .put("$ref", reference);
  }

  private static void prioritizeHandraise(Map<String, Object> vendor) {
    add(schema(vendor, "RoomSession"), "prioritize_handraise", Map.of("type", "boolean"));
  }
}
