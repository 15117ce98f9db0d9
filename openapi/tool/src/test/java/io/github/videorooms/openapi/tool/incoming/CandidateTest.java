package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a vendor's document, with our own names and corrections. */
class CandidateTest {
  private static final Path OPENAPI = Path.of("..");
  private static final String ADDITIONS =
      """
      - target: $.components.schemas['Video.VideoStream'].properties
        update: {codec: {type: [string, 'null'], description: 'The *codec* [and](x) more.'}}
      - target: $.components.schemas['Video.Layout']
        update: {enum: [12x12, spot-light]}
      - target: $.paths
        update:
          /api/video/rooms/{id}/archive:
            post:
              operationId: archiveRoom
              parameters:
              - {name: id, in: path, required: true, schema: {type: string, format: uuid}}
              responses:
                '200':
                  content:
                    application/json: {schema: {$ref: '#/components/schemas/Video.Archive'}}
                '401': {$ref: '#/components/responses/Unauthorized'}
      - target: $.components.schemas
        update:
          Video.Archive:
            type: object
            required: [id, mode]
            properties:
              id: {type: string, format: uuid}
              mode: {enum: [cold, 2warm]}
              parts:
                type: array
                items: {properties: {size: {type: integer, exclusiveMinimum: 0}}}
      """;

  private final Map<String, Object> vendor = Rendering.ofOurs();
  private final String ours = Files.readString(OPENAPI.resolve("video.yaml"));

  CandidateTest() throws IOException {}

  @Test
  void ourOwnDocument_givesItsBytes() throws IOException {
    assertThat(next(DocumentYaml.read(ours))).isEqualTo(ours);
  }

  @Test
  void ourDocumentInOtherWords_givesItsBytes() throws IOException {
    assertThat(next(vendor)).isEqualTo(ours);
  }

  @Test
  void ourDocumentAsJson_givesItsBytes() throws IOException {
    assertThat(next(DocumentYaml.read(json(vendor)))).isEqualTo(ours);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/video,       https://{space_name}.signalwire.com/api/video",
    "/api/video,       https://example.com/api/video/",
    "/api/video,       /api/video",
    "/api,             https://example.com/api",
    "/api/video,       https://example.com",
    "/api,             https://example.com"
  })
  void pathsWithoutTheirBeginning_giveItsBytes(String beginning, String server) throws IOException {
    Map<String, Object> paths = new LinkedHashMap<>();
    Tree.object(vendor.get("paths"))
        .forEach((path, item) -> paths.put(path.replaceFirst("^" + beginning + "(?=/)", ""), item));
    paths.keySet().removeIf(path -> path.contains("fax"));
    vendor.put("paths", paths);
    vendor.put("servers", List.of(Map.of("url", server)));

    assertThat(next(vendor)).isEqualTo(ours);
  }

  @Test
  void roomFoundAtTwoPaths_isOneOperation() throws IOException {
    Map<String, Object> paths = Tree.object(vendor.get("paths"));
    Map<String, Object> get = Tree.copy(Tree.object(paths, "/api/video/rooms/{id}", "get"));
    get.put("operationId", "get_room_by_name");
    get.put(
        "parameters",
        Tree.list(
            DocumentYaml.read(
                    """
                    p:
                    - {name: name, in: path, required: true, schema: {type: string}}
                    - {$ref: '#/components/parameters/IncludeActiveSession'}
                    """)
                .get("p")));
    paths.put("/api/video/rooms/{name}", new LinkedHashMap<>(Map.of("get", get)));

    assertThat(next(vendor)).isEqualTo(ours);
  }

  @Test
  void twoOperationsAtOneAddress_askForALineInTheTable() {
    edit(
        """
        - target: $.paths
          update: {'/api/video/streams/{key}': {get: {responses: {'200': {description: Fine.}}}}}
        """);

    assertUnusable("paths./api/video/streams/{key}.get", "same address", "openapi/names.yaml");
  }

  @Test
  void otherNameOfAPathParameter_keepsOurs() throws IOException {
    Map<String, Object> paths = Tree.object(vendor.get("paths"));
    Map<String, Object> item = Tree.object(paths.remove("/api/video/streams/{id}"));
    paths.put("/api/video/streams/{stream_id}", item);
    Tree.object(vendor, "components", "parameters", "StreamId").put("name", "stream_id");

    assertThat(next(vendor)).isEqualTo(ours);
  }

  @Test
  void schemaUnderAnUnknownName_isFoundByItsPlace() throws IOException {
    vendor.putAll(DocumentYaml.read(json(vendor).replace("Video.VideoStream\"", "Video.Rtmp\"")));

    assertThat(next(vendor)).isEqualTo(ours);
  }

  @Test
  void schemasWrittenInPlace_areFoundByTheirPlace() throws IOException {
    for (String name : List.of("Room", "RoomToken", "Quality", "RoomList", "CreateRoomRequest")) {
      spellOut("Video." + name);
    }

    assertThat(next(vendor)).isEqualTo(ours);
  }

  @Test
  void discriminator_isLeftOut() throws IOException {
    edit(
        """
        - target: $.components.schemas['Video.VideoLog']
          update: {discriminator: {propertyName: type}}
        """);

    assertThat(next(vendor)).isEqualTo(ours);
  }

  @Test
  void additions_areWrittenAsOursAre() throws IOException {
    edit(ADDITIONS);

    Map<String, Object> next = tree(next(vendor));

    assertThat(Lint.check(next)).isEmpty();
    assertThat(at(next, "$.paths['/api/video/rooms/{id}/archive'].post"))
        .isEqualTo(
            DocumentYaml.read(
                """
                operationId: archive_room
                tags: [Rooms]
                summary: Archive room
                description: Archive room.
                parameters: [{$ref: '#/components/parameters/RoomId'}]
                responses:
                  '200':
                    description: Status 200.
                    content:
                      application/json: {schema: {$ref: '#/components/schemas/Archive'}}
                  '401': {$ref: '#/components/responses/Unauthorized'}
                  '422': {$ref: '#/components/responses/UnprocessableEntity'}
                  '429': {$ref: '#/components/responses/TooManyRequests'}
                  default: {$ref: '#/components/responses/UnexpectedError'}
                """));
    assertThat(at(next, "$.components.schemas.VideoStream.properties.codec"))
        .isEqualTo(
            DocumentYaml.read("{type: string, nullable: true, description: The codec and more.}"));
    assertThat(at(next, "$.components.schemas.Archive.properties.mode"))
        .isEqualTo(DocumentYaml.read("{$ref: '#/components/schemas/ArchiveMode'}"));
    assertThat(at(next, "$.components.schemas.ArchivePartsItem.properties.size"))
        .isEqualTo(DocumentYaml.read("{type: integer, minimum: 1}"));
  }

  @Test
  void newValues_getConstantsLikeTheirs_beforeNull() throws IOException {
    edit(ADDITIONS);

    Map<String, Object> layout = Tree.object(at(tree(next(vendor)), "$.components.schemas.Layout"));

    assertThat(Tree.list(layout.get("enum"))).endsWith("12x12", "spot-light", null);
    assertThat(Tree.list(layout.get("x-enum-varnames"))).endsWith("LAYOUT_12X12", "SPOT_LIGHT");
  }

  @Test
  void additions_theSecondTime_areNone() throws IOException {
    edit(ADDITIONS);
    String first = next(vendor);

    assertThat(next(vendor, first)).isEqualTo(first).isNotEqualTo(ours);
  }

  @Test
  void otherType_changesTheNodeAndMendsItsExamples() throws IOException {
    edit(
        """
        - {target: "$.components.schemas['Video.VideoStream'].properties.width", remove: true}
        - target: $.components.schemas['Video.VideoStream'].properties
          update: {width: {type: string}}
        """);

    Map<String, Object> next = tree(next(vendor));

    assertThat(at(next, "$.components.schemas.VideoStream.properties.width.type"))
        .isEqualTo("string");
    assertThat(at(next, "$.components.schemas.VideoStream.properties.width.description"))
        .isEqualTo(at(tree(ours), "$.components.schemas.VideoStream.properties.width.description"));
    assertThat(at(next, "$.components.schemas.VideoStreamList.example.data[0].width"))
        .isEqualTo("sample");
    assertThat(at(next, "$.components.schemas.VideoStreamList.example.data[0].height"))
        .isEqualTo(1080);
  }

  @Test
  void otherTypeOfARequestMember_isNoLongerCopiedFromTheAnswer() throws IOException {
    edit(
        """
        - {target: "$.components.schemas['Video.UpdateRoomRequest'].properties.max_members", remove: true}
        - target: $.components.schemas['Video.UpdateRoomRequest'].properties
          update: {max_members: {type: string}}
        """);

    Map<String, Object> next = tree(next(vendor));

    assertThat(
            at(
                next,
                "$.components.schemas.UpdateRoomRequest.properties.max_members['x-not-copied']"))
        .isEqualTo(true);
    assertThat(Lint.check(next)).isEmpty();
  }

  @Test
  void limitOfAParameter_changesWhereItIsDefined() throws IOException {
    edit("- {target: $.components.parameters.PageSize.schema, update: {maximum: 200}}");

    assertThat(next(vendor)).isEqualTo(ours.replaceFirst("maximum: 1000\n", "maximum: 200\n"));
  }

  @Test
  void limitOfAParameterOfOneOperation_isSpelledOutThere() throws IOException {
    edit(
        """
        - {target: "$.paths['/api/video/rooms'].get.parameters[4]", remove: true}
        - target: $.paths['/api/video/rooms'].get.parameters
          update: {name: page_size, in: query, schema: {type: integer, format: int32, minimum: 1}}
        """);

    Map<String, Object> next = tree(next(vendor));

    assertThat(at(next, "$.paths['/api/video/rooms'].get.parameters[4].schema"))
        .isEqualTo(DocumentYaml.read("{type: integer, format: int32, minimum: 1}"));
    assertThat(at(next, "$.components.parameters.PageSize"))
        .isEqualTo(at(tree(ours), "$.components.parameters.PageSize"));
  }

  @Test
  void nullWhereThereWasNone_isNoLongerRequired() throws IOException {
    edit(
        """
        - {target: "$.components.schemas['Video.Room'].properties.name", remove: true}
        - target: $.components.schemas['Video.Room'].properties
          update: {name: {type: [string, 'null']}}
        """);

    Map<String, Object> next = tree(next(vendor));

    assertThat(Tree.list(at(next, "$.components.schemas.Room.required"))).doesNotContain("name");
    assertThat(at(next, "$.components.schemas.Room.properties.name.nullable")).isEqualTo(true);
  }

  @Test
  void whatIsGone_goesWithAllThatOnlyItUsed() throws IOException {
    edit("- {target: \"$.paths[?@.get.tags[0] == 'Logs']\", remove: true}");

    Map<String, Object> next = tree(next(vendor));

    assertThat(Tree.object(next, "components", "schemas"))
        .doesNotContainKeys("VideoLog", "VideoLogList", "LogType", "ChargeDetail")
        .containsKey("SessionStatus");
    assertThat(Tree.object(next, "components", "parameters")).doesNotContainKey("CreatedOn");
    assertThat(Lint.check(next)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{target: \"$.components.schemas['Video.Room']\", remove: true} | refers to"
            + " #/components/schemas/Video.Room, which is not there",
        "{target: \"$.components.schemas['Video.Room']\", update: {$ref:"
            + " '#/components/schemas/Video.Room'}} | refers to itself",
        "{target: \"$.components.schemas['Video.Room']\", update: {$ref: 'other.yaml#/Room'}} | refers to"
            + " another document: other.yaml#/Room",
        "{target: \"$.components.schemas['Video.Room']\", update: {$ref: 'https://example.com/a'}} |"
            + " refers to another document: https://example.com/a",
        "{target: \"$.paths['/api/video/rooms'].get.responses\", remove: true} | responses: is empty",
        "{target: \"$.paths['/api/video/rooms'].get.responses.*\", remove: true} | names no response",
        "{target: \"$.paths['/api/video/rooms'].get.parameters\", update: {$ref: '#/components/none'}} |"
            + " which is not there",
      })
  void brokenDocument_namesTheNodeAndTheRemedy(String edit, String problem) {
    edit("- " + edit);

    assertUnusable(problem);
  }

  @Test
  void documentOfOtherApisAlone_isRefused() {
    Tree.object(vendor.get("paths")).keySet().removeIf(path -> path.startsWith("/api/video"));

    assertUnusable("none of 1 paths is of the Video API");
  }

  @Test
  void schemaThatRecurs_isRead() throws IOException {
    edit(
        """
        - target: $.components.schemas['Video.Room'].properties
          update: {parent: {$ref: '#/components/schemas/Video.Room'}}
        """);

    Map<String, Object> next = tree(next(vendor));

    assertThat(at(next, "$.components.schemas.Room.properties.parent"))
        .isEqualTo(DocumentYaml.read("{$ref: '#/components/schemas/Room'}"));
  }

  private void assertUnusable(String... parts) {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> next(vendor))
        .satisfies(e -> assertThat(e.getMessage()).contains(parts).contains("\n"));
  }

  private void edit(String actions) {
    Overlay.parse("overlay: 1.0.0\nactions:\n" + actions).apply(vendor);
  }

  /** Writes a schema of the vendor's out wherever it is used. */
  private void spellOut(String name) {
    Map<String, Object> schemas = Tree.object(vendor, "components", "schemas");
    Object schema = schemas.remove(name);
    Object spelledOut = spelledOut(vendor, "#/components/schemas/" + name, schema);
    vendor.putAll(Tree.object(spelledOut));
  }

  private static Object spelledOut(Object node, String reference, Object schema) {
    if (node instanceof List) {
      List<Object> items = new ArrayList<>();
      ((Collection<?>) node).forEach(item -> items.add(spelledOut(item, reference, schema)));
      return items;
    }
    if (!(node instanceof Map)) {
      return node;
    }
    if (reference.equals(Tree.object(node).get("$ref"))) {
      return Tree.copy(schema);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    Tree.object(node)
        .forEach((key, value) -> result.put(key, spelledOut(value, reference, schema)));
    return result;
  }

  private String next(Map<String, Object> document) throws IOException {
    return next(document, ours);
  }

  private static String next(Map<String, Object> vendor, String ours) throws IOException {
    Candidate candidate = Candidate.slice(vendor, tree(ours));
    candidate.convertDown();
    candidate.name(Names.read(OPENAPI.resolve("names.yaml")));
    candidate.correct(Overlay.read(OPENAPI.resolve("corrections.overlay.yaml")));
    return DocumentYaml.write(candidate.layOver());
  }

  private static Map<String, Object> tree(String text) {
    return DocumentYaml.read(text);
  }

  private static Object at(Map<String, Object> tree, String query) {
    List<JsonPath.Place> places = JsonPath.of(query).select(tree);
    assertThat(places).as(query).hasSize(1);
    return places.get(0).value();
  }

  private static String json(Object node) {
    if (node instanceof Map) {
      return Tree.object(node).entrySet().stream()
          .map(each -> json(each.getKey()) + ":" + json(each.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node instanceof List) {
      return ((List<?>) node)
          .stream().map(CandidateTest::json).collect(Collectors.joining(",", "[", "]"));
    }
    return node instanceof String
        ? '"' + ((String) node).replace("\\", "\\\\").replace("\"", "\\\"") + '"'
        : String.valueOf(node);
  }
}
