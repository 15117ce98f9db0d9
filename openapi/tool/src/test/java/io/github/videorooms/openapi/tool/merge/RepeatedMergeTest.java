package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentTree;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import io.github.videorooms.openapi.tool.incoming.VendorSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same document a second time, against the base that the first left behind. */
class RepeatedMergeTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/documents");

  /** What the base calls a schema without a name; nobody else has heard of it. */
  private static final Pattern INLINE = Pattern.compile("Inline");

  private final Map<String, Object> ours = DocumentYaml.read(DOCUMENTS.resolve("video.yaml"));
  private final Map<String, Object> vendor = DocumentYaml.read(DOCUMENTS.resolve("vendor.yaml"));
  private final Deviations deviations = Deviations.read(DOCUMENTS.resolve("deviations.yaml"));

  RepeatedMergeTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        components:
          schemas:
            RoomResponse: {properties: {cells: {$ref: '#/components/schemas/Cells'}}}
            CreateRoomRequest: {properties: {cells: {$ref: '#/components/schemas/Cells'}}}
            Cells: {type: array, items: {$ref: '#/components/schemas/Cells'}}
        """,
        """
        components:
          schemas:
            RoomResponse: {properties: {cells: {$ref: '#/components/schemas/Cells'}}}
            CreateRoomRequest: {properties: {cells: {$ref: '#/components/schemas/Cells'}}}
            Cells: {type: object, additionalProperties: {$ref: '#/components/schemas/Cells'}}
        """,
        """
        components:
          schemas:
            RoomResponse: {properties: {cells: {$ref: '#/components/schemas/Cells'}}}
            CreateRoomRequest: {properties: {cells: {$ref: '#/components/schemas/Cells'}}}
            Cells:
              anyOf:
                - type: string
                - {type: array, items: {$ref: '#/components/schemas/Cells'}}
                - {type: object, additionalProperties: {$ref: '#/components/schemas/Cells'}}
        """,
        """
        components:
          schemas:
            RoomResponse: {properties: {mood: {const: {a: 1}}, whim: {const: [1]}}}
            CreateRoomRequest: {properties: {mood: {enum: [{a: 1}, {b: [2]}]}, none: {type: 'null'}}}
        """,
        """
        components:
          schemas:
            CreateRoomRequest: {properties: {display_name: {const: {a: 1}}, name: {const: [1]}}}
            RoomResponse: {properties: {name: {enum: [{a: 1}]}, layout: {type: array}}}
        """,
        """
        components:
          schemas:
            ListRoomsResponse: {properties: {meta: {type: object, properties: {count: {type: integer}}}}}
            ListLogsResponse: {properties: {meta: {type: object, properties: {count: {type: integer}}}}}
        """,
        """
        paths:
          /api/video/rooms:
            get:
              parameters:
                - {name: mood, in: query, schema: {const: null}}
                - {name: whim, in: query, schema: {type: string, deprecated: true}}
                - {name: size, in: query, schema: {enum: [1, 2.5, 1e400]}}
        """,
        """
        security: [{scheme1: []}, {bearer: []}]
        components:
          securitySchemes:
            bearer: {type: http, scheme: bearer}
        paths:
          /api/video/rooms:
            post: {security: [{scheme1: []}, {bearer: []}]}
        """,
        """
        paths:
          /api/video/copies:
            post:
              operationId: copy
              tags: [Rooms]
              requestBody: &either
                content:
                  application/json:
                    schema:
                      oneOf:
                        - $ref: '#/components/schemas/RoomResponse'
                        - $ref: '#/components/schemas/Conference'
              responses:
                '200': *either
        """
      })
  void of_sameDocument_changesNothing(String addition) {
    Map<String, Object> theirs = DocumentTree.copy(vendor);
    merge(theirs, DocumentYaml.read(addition));

    DocumentMerge first = takeOver(read(vendor, ours), theirs, ours);

    assertThat(first.changes()).isNotEmpty();
    assertThat(Lint.check(first.document())).isEmpty();

    String base = DocumentYaml.write(VendorSnapshot.of(read(theirs, ours)));
    DocumentMerge second =
        takeOver(
            read(DocumentYaml.read(base), first.document()),
            DocumentTree.copy(theirs),
            first.document());

    assertThat(second.changes()).isEmpty();
    assertThat(second.document()).isEqualTo(first.document());
    DocumentMerge back = takeOver(read(DocumentYaml.read(base), ours), vendor, first.document());
    assertThat(Lint.check(back.document())).isEmpty();
    assertThat(back.changes()).extracting(VendorChange::line).noneMatch(INLINE.asPredicate());
  }

  private DocumentMerge takeOver(Api base, Map<String, Object> theirs, Map<String, Object> ours) {
    return DocumentMerge.of(base, read(theirs, ours), ours, deviations);
  }

  private static Api read(Map<String, Object> document, Map<String, Object> ours) {
    Set<String> known = DocumentTree.object(ours.get("paths")).keySet();
    return ApiReader.read(DocumentTree.copy(document), known);
  }

  private static void merge(Map<String, Object> into, Map<String, Object> addition) {
    addition.forEach(
        (key, value) -> {
          if (value instanceof Map && into.get(key) instanceof Map) {
            merge(DocumentTree.object(into.get(key)), DocumentTree.object(value));
          } else {
            into.put(key, value);
          }
        });
  }
}
