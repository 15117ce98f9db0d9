package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how operations that the vendor adds are imported. */
class NewOperationTest {
  private static final String SEARCH = "/api/video/rooms/search";

  private final Map<String, Object> ours = Trees.copy(MergeDocuments.OURS);
  private final Map<String, Object> theirs = Trees.copy(MergeDocuments.VENDOR);

  /** Names that no schema of ours can have, and their closest relatives that one can have. */
  @ParameterizedTest
  @CsvSource({
    "SearchRoomsQuery, 1",
    "SearchRoomsQuery, 2",
    "SearchRoomsQuery, 3",
    "Searchroomsquery, 1",
    "search_rooms_query, 2",
    "SearchRooms, 1",
    "ListRoomsQuery, 1",
    "GetRoomQuery, 3",
    "Room, 1",
    "ROOM, 1",
    "VideoRooms, 1",
    "Object, 1",
    "Page, 2",
    "2Rooms, 1",
    "____, 1"
  })
  void of_bodyOfAnyName_hasANameThatTheLintAllows(String name, int uses) {
    Node.of(theirs)
        .get("components", "schemas")
        .put(name, DocumentYaml.read("{type: object, properties: {text: {type: string}}}"));
    String reference = "{$ref: '#/components/schemas/" + name + "'}";
    if (uses > 2) {
      Node.of(theirs)
          .get("components", "schemas", "CreateRoomRequest", "properties")
          .put("saved", DocumentYaml.read(reference));
    }
    if (uses > 1) {
      add("/api/video/rooms/export", "operationId: export_rooms", reference);
    }
    add(SEARCH, "operationId: search_rooms", reference);

    DocumentMerge merge = merge();

    assertThat(Lint.check(merge.document())).isEmpty();
    assertThat(Node.of(merge.document()).get("paths", SEARCH, "post", "operationId").text())
        .isEqualTo("search_rooms");
    assertThat(Node.of(merge.document()).get("components", "schemas").names())
        .hasSize(Node.of(ours).get("components", "schemas").names().size() + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SearchRoomsQuery", "SearchRooms2Query", "SEARCHROOMSQUERY"})
  void of_idWhoseQueryIsATypeOfOurs_hasAnotherId(String name) {
    Node.of(ours)
        .get("components", "schemas")
        .put(
            name,
            DocumentYaml.read(
                """
        type: object
        description: A search.
        properties: {text: {type: string}}
        example: {text: sample}
        """));
    Node.of(ours)
        .get("components", "schemas", "Room", "properties")
        .put("search", DocumentYaml.read("{$ref: '#/components/schemas/" + name + "'}"));
    add(SEARCH, "operationId: search_rooms", "{type: object, properties: {a: {type: string}}}");

    assertThat(Lint.check(merge().document())).isEmpty();
  }

  /** An operation of the same credentials and host as the others is added, any other left out. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "security: [{bearer: []}]                        | credentials other than HTTP Basic",
        "security: [{bearer: [], scheme1: []}]           | credentials other than HTTP Basic",
        "security: [{key: []}, {bearer: []}]             | credentials other than HTTP Basic",
        "security: [{bearer: []}, {scheme1: []}]         | ''",
        "security: [{bearer: []}, {}]                    | ''",
        "security: []                                    | ''",
        "servers: [{url: 'https://video.example.com'}]   | https://video.example.com",
        "servers: [{url: '//video.example.com/v1'}]      | //video.example.com",
        "servers: [{url: /}]                             | ''",
        "servers: [{url: 'https://{x}.SignalWire.com/'}] | ''",
        "servers: [{url: 'https://{x}.signalwire.com'}, {url: 'https://example.com'}] | ''"
      })
  void of_ownCredentialsOrServers_isAddedIfTheClientCanSendIt(String own, String obstacle) {
    Node.of(theirs)
        .get("components")
        .child("securitySchemes")
        .object()
        .putAll(
            DocumentYaml.read(
                """
                bearer: {type: http, scheme: bearer}
                key: {type: apiKey, in: header, name: X-Key}
                """));
    add(SEARCH, "operationId: search_rooms", "{type: object, properties: {a: {type: string}}}");
    Map<String, Object> before = Trees.copy(theirs);
    Node.of(theirs).get("paths", SEARCH, "post").object().putAll(DocumentYaml.read(own));

    DocumentMerge merge = merge();

    VendorChange change = merge.changes().get(0);
    assertThat(merge.changes()).hasSize(1);
    if (obstacle.isEmpty()) {
      assertThat(change.disposition()).isEqualTo(Disposition.APPLIED);
      assertThat(merge.document()).isNotEqualTo(ours);
      return;
    }
    assertThat(change.disposition()).isEqualTo(Disposition.NOT_APPLIED);
    assertThat(change.note()).contains("left out", obstacle);
    assertThat(merge.document()).isEqualTo(ours);
    Set<String> known = Node.of(ours).get("paths").names();
    assertThat(
            DocumentMerge.of(
                    ApiReader.read(theirs, known),
                    ApiReader.read(before, known),
                    ours,
                    MergeDocuments.DEVIATIONS)
                .document())
        .as("after the vendor removed the obstacle")
        .isNotEqualTo(ours);
  }

  private void add(String path, String operation, String body) {
    Map<String, Object> node = DocumentYaml.read(operation);
    node.put("tags", DocumentYaml.read("tags: [Rooms]").get("tags"));
    node.put(
        "requestBody",
        DocumentYaml.read("{required: true, content: {application/json: {schema: " + body + "}}}"));
    node.put("responses", DocumentYaml.read("'204': {description: Done.}"));
    Node.of(theirs).get("paths").put(path, Trees.of("post", node));
  }

  private DocumentMerge merge() {
    Set<String> known = Node.of(ours).get("paths").names();
    return DocumentMerge.of(
        ApiReader.read(MergeDocuments.VENDOR, known),
        ApiReader.read(theirs, known),
        ours,
        MergeDocuments.DEVIATIONS);
  }
}
