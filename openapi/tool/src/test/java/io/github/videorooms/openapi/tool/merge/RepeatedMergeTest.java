package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import io.github.videorooms.openapi.tool.incoming.RandomSchemas;
import io.github.videorooms.openapi.tool.incoming.UnusableDocument;
import io.github.videorooms.openapi.tool.incoming.VendorSnapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that merging a document again, against the base of the first merge, changes nothing. */
class RepeatedMergeTest {

  /** The prefix of names for inline schemas in the base; our document never contains it. */
  private static final Pattern INLINE = Pattern.compile("Inline");

  private final Map<String, Object> ours = MergeDocuments.OURS;
  private final Map<String, Object> vendor = MergeDocuments.VENDOR;
  private final Deviations deviations = MergeDocuments.DEVIATIONS;

  private static final int SEEDS = 10;

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
        """,
        """
        paths:
          /api/video/uploads:
            post:
              operationId: upload
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema: {type: object, properties: {kind: {enum: [{a: 1}]}}}
              responses: {'204': {}}
            get:
              operationId: list_uploads
              parameters: [{name: q, in: cookie, required: true, schema: {enum: [[1], a]}}]
              responses: {'204': {}}
        """,
        """
        paths:
          /api/video/widgets:
            post:
              operationId: create_widget
              tags: [Rooms]
              responses:
                '200':
                  content: {application/json: {schema: {$ref: '#/components/schemas/Widget'}}}
        components:
          schemas:
            Widget: {type: object, properties: {parts: {$ref: '#/components/schemas/Widget'}}}
            One: {type: object, properties: {other: {$ref: '#/components/schemas/Other'}}}
            Other: {type: object, properties: {one: {$ref: '#/components/schemas/One'}}}
            RoomResponse: {properties: {one: {$ref: '#/components/schemas/One'}}}
        """,
        """
        paths:
          /api/video/conferences/{id}:
            delete:
              responses:
                '204': {content: {application/json: {schema: {type: string}}}}
                '418': {}
          /api/video/conference_tokens/{id}/reset:
            post:
              requestBody:
                content:
                  application/json: {schema: {$ref: '#/components/schemas/CreateRoomRequest'}}
        """,
        """
        components:
          securitySchemes: {bearer: {type: http, scheme: bearer}}
        paths:
          /api/video/rooms: {get: {security: [{bearer: []}]}}
        """,
        """
        paths:
          /api/video/rooms:
            get:
              parameters:
                - {name: filter, in: query, style: deepObject, schema: {type: object}}
                - {name: X-Page-Size, in: header, schema: {type: integer}}
                - {name: page-size, in: query, schema: {type: integer}}
                - {name: tags, in: query, explode: false, schema: {type: array, items: {}}}
        """
      })
  void of_sameDocument_changesNothing(String addition) {
    assertThat(TreeDifferences.between(ours, merged(DocumentYaml.read(addition)))).isEmpty();
  }

  /** A field that is replaced and restored loses its description. */
  @Test
  void of_sameTypesOfFields_changesNothing() {
    merged(
        DocumentYaml.read(
            """
            components:
              schemas:
                CreateRoomRequest: {properties: {display_name: {const: {a: 1}}, name: {const: [1]}}}
                RoomResponse: {properties: {name: {enum: [{a: 1}]}, layout: {type: array}}}
            """));
  }

  /** Merges a schema of random shape in every position that it can have. */
  @Test
  void of_sameOddSchemas_changesNothing() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomSchemas random = new RandomSchemas(seed);
      Map<String, Object> addition =
          DocumentYaml.read(
              """
              paths:
                /api/video/rooms: {get: {parameters: [{name: odd, in: query}]}}
                /api/video/uploads:
                  post:
                    operationId: upload
                    requestBody: {required: true, content: {multipart/form-data: {}}}
                    responses: {'204': {}}
              components:
                schemas: {RoomResponse: {properties: {}}, CreateRoomRequest: {properties: {}}}
              """);
      Map<String, Object> schemas = Node.of(addition).get("components", "schemas").object();
      schemas.put(RandomSchemas.NAMED, random.object());
      for (String each : List.of("RoomResponse", "CreateRoomRequest")) {
        Node.of(schemas).get(each, "properties").object().put("odd", random.schema());
      }
      Map<String, Object> paths = Node.of(addition).get("paths").object();
      Node.of(Node.of(paths).get("/api/video/rooms", "get").get("parameters").list().get(0))
          .object()
          .put("schema", random.schema());
      Node.of(paths)
          .get("/api/video/uploads", "post", "requestBody", "content", "multipart/form-data")
          .object()
          .put("schema", random.schema());
      try {
        assertThat(TreeDifferences.between(ours, merged(addition))).isEmpty();
      } catch (UnusableDocument e) {
        assertThat(e).hasMessageContaining("refers only to itself");
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + seed + ": " + addition, e);
      }
    }
  }

  /** Merges an addition twice, reverts it, and returns what is left of it. */
  private Map<String, Object> merged(Map<String, Object> addition) {
    Map<String, Object> theirs = Trees.copy(vendor);
    add(theirs, addition);

    DocumentMerge first = merge(read(vendor, ours), theirs, ours);

    assertThat(first.changes()).isNotEmpty();
    assertThat(Lint.check(first.document())).isEmpty();

    String base = DocumentYaml.write(VendorSnapshot.of(read(theirs, ours)));
    DocumentMerge second =
        merge(
            read(DocumentYaml.read(base), first.document()), Trees.copy(theirs), first.document());

    assertThat(second.changes()).isEmpty();
    assertThat(TreeDifferences.between(first.document(), second.document())).isEmpty();
    DocumentMerge back = merge(read(DocumentYaml.read(base), ours), vendor, first.document());
    assertThat(Lint.check(back.document())).isEmpty();
    assertThat(back.changes()).extracting(VendorChange::line).noneMatch(INLINE.asPredicate());
    return back.document();
  }

  private DocumentMerge merge(Api base, Map<String, Object> theirs, Map<String, Object> ours) {
    return DocumentMerge.of(base, read(theirs, ours), ours, deviations);
  }

  private static Api read(Map<String, Object> document, Map<String, Object> ours) {
    Set<String> known = Node.of(ours).get("paths").object().keySet();
    return ApiReader.read(Trees.copy(document), known);
  }

  private static void add(Map<String, Object> into, Map<String, Object> addition) {
    addition.forEach(
        (key, value) -> {
          if (value instanceof Map && into.get(key) instanceof Map) {
            add(Node.of(into).get(key).object(), Node.of(value).object());
          } else if (value instanceof List
              && into.get(key) instanceof List
              && !key.equals("security")) {
            Node.of(into).get(key).list().addAll(Node.of(value).list());
          } else {
            into.put(key, value);
          }
        });
  }
}
