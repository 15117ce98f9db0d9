package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tests the verdict where our document differs from the vendor's: a value that clients could send
 * may be rejected from now on, whatever our document says.
 */
class AcceptedValuesTest {
  @ParameterizedTest(name = "{0}.{1}: {2} -> {3}: {4}")
  @CsvSource(
      delimiter = '|',
      value = {
        // Ours has another pattern, which allows the same.
        "CreateRoomRequest | name | | {type: string, maxLength: 100, pattern: '^[a-z]+$'} | BREAKING",
        // Ours has no such format.
        "CreateRoomRequest | display_name | {type: string, format: uri} | {type: string, format: email}"
            + " | BREAKING",
        "CreateRoomRequest | display_name | {type: string, format: uri} | {type: string} | ADDITIVE",
        // Ours does not list the values of numbers.
        "CreateRoomRequest | max_members | {type: integer, enum: [1, 2]} | {type: integer, enum: [1]}"
            + " | BREAKING",
        "CreateRoomRequest | max_members | {type: integer, enum: [1]} | {type: integer, enum: [1, 2]}"
            + " | NONE",
        // One type becomes several.
        "CreateRoomRequest | join_from | | {anyOf: [{type: number}, {type: string, enum: [now]}]}"
            + " | BREAKING",
        "CreateRoomRequest | join_from | | {anyOf: [{type: number}, {type: string}]} | ADDITIVE",
        "CreateRoomRequest | join_from | | {type: [string, number], format: date-time} | ADDITIVE",
        "CreateRoomRequest | display_name | | {anyOf: [{type: string, maxLength: 3}, {type: integer}]}"
            + " | BREAKING",
        "CreateRoomRequest | display_name | | {anyOf: [{type: string, maxLength: 300}, {type: integer}]}"
            + " | ADDITIVE",
        "CreateRoomRequest | record_on_start | | {anyOf: [{type: boolean, enum: [true]}, {type: string}]}"
            + " | BREAKING",
        // One of several is no longer accepted, or accepts less.
        "CreateRoomRequest | join_from | {anyOf: [{type: string, format: date-time}, {type: number}]}"
            + " | {type: number} | BREAKING",
        "CreateRoomRequest | join_from | {anyOf: [{type: string, format: date-time}, {type: number}]}"
            + " | {type: string, format: date-time} | ADDITIVE",
        "CreateRoomRequest | meta | {anyOf: [{type: string}, {type: array, items: {type: string}}]}"
            + " | {anyOf: [{type: string}, {type: array, maxItems: 3, items: {type: string}}]} | BREAKING",
        "CreateRoomRequest | meta | {anyOf: [{type: string}, {type: array, items: {type: string}}]}"
            + " | {type: string} | BREAKING",
        // Ours has a free-form object.
        "CreateRoomRequest | meta | {type: object, additionalProperties: {type: string}}"
            + " | {type: object, additionalProperties: {type: string, maxLength: 5}} | BREAKING",
        "CreateRoomRequest | meta | {type: object, additionalProperties: {type: string, maxLength: 5}}"
            + " | {type: object, additionalProperties: {type: string}} | ADDITIVE",
        // What is received.
        "Log | started_at | | removed | BREAKING",
        "RoomResponse | layout | | {anyOf: [{type: string}, {$ref: '#/components/schemas/RoomLayout'}]}"
            + " | ADDITIVE",
      })
  void of_changeOfAField_hasTheVerdictOfTheWire(
      String schema, String field, @Nullable String before, String after, Severity verdict) {
    DocumentMerge first = merge(MergeDocuments.VENDOR, document(schema, field, before));
    DocumentMerge merge =
        DocumentMerge.of(
            api(document(schema, field, before)),
            api(document(schema, field, after)),
            first.document(),
            MergeDocuments.DEVIATIONS);

    assertThat(merge.wire())
        .as(merge.changes().stream().map(VendorChange::line).toList().toString())
        .isEqualTo(verdict);
    assertThat(Lint.check(merge.document())).isEmpty();
  }

  /** Of the values that the API may send, ours could read some; now none is left. */
  @Test
  void of_receivedTypeThatOursHasNoLongerExists_changesOurs() {
    Map<String, Object> before =
        document(
            "RoomResponse",
            "join_from",
            "{anyOf: [{type: string, format: date-time}, {type: number}]}");
    Map<String, Object> after = document("RoomResponse", "join_from", "{type: number}");
    DocumentMerge first = merge(MergeDocuments.VENDOR, before);

    DocumentMerge merge =
        DocumentMerge.of(api(before), api(after), first.document(), MergeDocuments.DEVIATIONS);

    assertThat(type(first)).isEqualTo("string");
    assertThat(type(merge)).isEqualTo("number");
  }

  private static String type(DocumentMerge merge) {
    return Node.of(merge.document())
        .get("components", "schemas", "Room", "properties", "join_from", "type")
        .text();
  }

  /** What a new field may be called or may be, next to what is special in ours. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "discarded: {type: boolean}",
        "fps: {type: [integer, number]}",
        "fps: {anyOf: [{type: integer}, {type: number}, {type: 'null'}]}"
      })
  void of_newField_isAdditiveAndPassesTheLint(String field) {
    Map<String, Object> vendor = Trees.copy(MergeDocuments.VENDOR);
    properties(vendor, "Log").putAll(DocumentYaml.read(field));

    DocumentMerge merge = merge(MergeDocuments.VENDOR, vendor);

    assertThat(merge.wire()).isEqualTo(Severity.ADDITIVE);
    assertThat(Lint.check(merge.document())).isEmpty();
  }

  private static Map<String, Object> document(String schema, String field, @Nullable String text) {
    Map<String, Object> vendor = Trees.copy(MergeDocuments.VENDOR);
    if ("removed".equals(text)) {
      properties(vendor, schema).remove(field);
      Node.of(vendor).get("components", "schemas", schema, "required").list().remove(field);
    } else if (text != null) {
      properties(vendor, schema).put(field, DocumentYaml.read(text));
    }
    return vendor;
  }

  private static Map<String, Object> properties(Map<String, Object> vendor, String schema) {
    return Node.of(vendor).get("components", "schemas", schema, "properties").object();
  }

  private static DocumentMerge merge(Map<String, Object> before, Map<String, Object> after) {
    return DocumentMerge.of(
        api(before), api(after), MergeDocuments.OURS, MergeDocuments.DEVIATIONS);
  }

  private static Api api(Map<String, Object> document) {
    return ApiReader.read(document, Node.of(MergeDocuments.OURS).get("paths").object().keySet());
  }
}
