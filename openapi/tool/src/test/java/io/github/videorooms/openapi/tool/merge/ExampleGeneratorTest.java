package io.github.videorooms.openapi.tool.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleGeneratorTest {
  private final ExampleGenerator examples = new ExampleGenerator(new Document(Map.of()));

  /** Without a bound, such a pattern takes years. */
  @Timeout(60)
  @ParameterizedTest
  @ValueSource(strings = {"^(a+)+!$", "^(a|a)*!$", "^(.*a){20}!$", "^(a|[^!])*!$"})
  void isSatisfiable_patternWithCatastrophicBacktracking_isFalse(String pattern) {
    Node node = Node.of(Trees.of("type", "string", "minLength", 1000, "pattern", pattern));

    assertThat(examples.isSatisfiable(node)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type: integer                                         | 1",
        "{type: integer, minimum: 3000000000}                  | 3000000000",
        "{type: integer, maximum: -3000000000}                 | -3000000000",
        "{type: integer, minimum: 5, exclusiveMinimum: true}   | 6",
        "{type: integer, maximum: 1, exclusiveMaximum: true}   | 0",
        "{type: integer, maximum: -5, exclusiveMaximum: true}  | -6",
        "{type: integer, minimum: 1, multipleOf: 10}           | 10",
        "{type: integer, minimum: -19, maximum: -11, multipleOf: 4} | -16",
        "{type: integer, minimum: 1, multipleOf: 1.5}          | 3",
        "{type: integer, minimum: 2.5, maximum: 3.5}           | 3",
        "{type: integer, minimum: 21, maximum: 39, multipleOf: 10} | 30",
        "type: number                                          | 1.5",
        "{type: number, minimum: 1.5, exclusiveMinimum: true}  | 2.5",
        "{type: number, minimum: 0, maximum: 0.1, exclusiveMinimum: true, exclusiveMaximum: true}"
            + " | 0.05",
        "{type: number, minimum: 0.25, multipleOf: 0.1}        | 1.5",
        "{type: number, maximum: 1, exclusiveMaximum: true, multipleOf: 0.3} | 0.9",
        "{type: number, minimum: 1e20}                         | 1.0E20",
        "{type: string, minLength: 20, maxLength: 30}          | samplesamplesamplesa",
        "{type: string, maxLength: 3}                          | sam",
        "{type: string, format: password, maxLength: 8}        | made-up-",
        "{type: string, minLength: 16, pattern: '^[0-9a-f]+$'} | aaaaaaaaaaaaaaaa",
        "{type: string, pattern: '^[A-Z]{2}$'}                 | US",
        "{type: string, pattern: '^\\+[1-9]\\d{1,14}$'}        | +15550100",
        "{type: string, format: uuid, pattern: '^[0-9a-f-]+$'} | 5d1c7e90-3b42-4f68-9a0d-e2b7c4816f35",
        "{type: array, items: {type: string}}                  | [sample]",
        "{type: array, minItems: 3, items: {type: integer}}    | '[1, 1, 1]'",
        "{type: array, maxItems: 0, items: {type: integer}}    | []",
        "{type: array, minItems: 2, uniqueItems: true, items: {type: string, enum: [a, b, null]}}"
            + " | '[a, b]'"
      })
  void of_limits_respectsThem(String schema, String expected) {
    Node node = Node.of(DocumentYaml.read(schema));

    assertThat(String.valueOf(examples.of(node))).isEqualTo(expected);
    assertThat(examples.fits(examples.of(node), node)).isTrue();
    assertThat(examples.isSatisfiable(node)).isTrue();
    assertThat(DocumentYaml.read(DocumentYaml.write(Trees.of("a", examples.of(node)))))
        .as("the same value when it is read again")
        .containsEntry("a", examples.of(node));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: integer, minimum: 5, exclusiveMinimum: true}   | 5",
        "{type: integer, format: int32}                        | 2147483648",
        "{type: integer}                                       | 9223372036854775808",
        "{type: integer, multipleOf: 3}                        | 4",
        "{type: number, maximum: 1, exclusiveMaximum: true}    | 1.0",
        "{type: number}                                        | .nan",
        "{type: number, multipleOf: 0.1}                       | 0.25",
        "{type: string, minLength: 7}                          | sample",
        "{type: string, format: date}                          | sample",
        "{type: string, pattern: '^x'}                         | sample",
        "{type: array, minItems: 2}                            | [a]",
        "{type: array, maxItems: 1}                            | '[a, b]'",
        "{type: array, uniqueItems: true}                      | '[a, a]'",
        "{type: object, minProperties: 2}                      | '{a: 1}'",
        "{type: object, maxProperties: 0}                      | '{a: 1}'"
      })
  void fits_valueBeyondALimit_isFalse(String schema, String value) {
    Object read = DocumentYaml.read("value: " + value).get("value");

    assertThat(examples.fits(read, Node.of(DocumentYaml.read(schema)))).isFalse();
  }

  /** A limit without an example is left out, and the page says so; the others stay. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: string, maxLength: 9, pattern: '^[A-Z]{2}-\\d{4}$'} | pattern",
        "{type: string, maxLength: 9, pattern: '^(?<'}            | pattern",
        "{type: string, maxLength: 9, pattern: '^a*/b$'}          | pattern",
        "{type: string, format: date-time, pattern: '^a$'}        | pattern",
        "{type: string, minLength: 2000000000}                    | minLength",
        "{type: string, minLength: 9, maxLength: 3}               | minLength",
        "{type: integer, minimum: 5, maximum: 4}                  | minimum",
        "{type: integer, minimum: 1, maximum: 2, multipleOf: 7}   | multipleOf",
        "{type: integer, format: int32, minimum: 3000000000}      | minimum",
        "{type: number, exclusiveMinimum: 1, exclusiveMaximum: 1} | exclusiveMinimum",
        "{type: array, minItems: 3, uniqueItems: true, items: {type: integer}} | uniqueItems",
        "{type: array, minItems: 2000000000, items: {type: integer}} | minItems"
      })
  void of_limitWithoutAnExample_isLeftOutAndReported(String schema, String key) {
    for (boolean gradually : new boolean[] {false, true}) {
      Map<String, Object> base = Trees.copy(MergeDocuments.VENDOR);
      Map<String, Object> theirs = Trees.copy(MergeDocuments.VENDOR);
      Map<String, Object> before = DocumentYaml.read(schema);
      before.remove(key);
      if (gradually) {
        properties(base).put("odd", before);
      }
      properties(theirs).put("odd", DocumentYaml.read(schema));
      Set<String> known = Node.of(MergeDocuments.OURS).get("paths").names();
      Map<String, Object> ours =
          merge(MergeDocuments.VENDOR, base, MergeDocuments.OURS, known).document();

      DocumentMerge merge = merge(base, theirs, ours, known);

      VendorChange change = merge.changes().get(0);
      assertThat(merge.changes()).hasSize(1);
      assertThat(change.disposition()).isEqualTo(Disposition.SIMPLIFIED);
      assertThat(change.note()).contains(key + " ").contains("is left out");
      Node odd =
          Node.of(merge.document())
              .get("components", "schemas", "CreateRoomRequest", "properties", "odd");
      assertThat(odd.names()).doesNotContain(key).contains("type");
      assertThat(examples.isSatisfiable(odd)).isTrue();
      assertThat(Lint.check(merge.document())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pattern: '^[A-Z]{2}-\\d{4}$'", "maxLength: 7"})
  void of_limitOfAFieldWhoseExampleIsOurs_isApplied(String limit) {
    Map<String, Object> ours = Trees.copy(MergeDocuments.OURS);
    Map<String, Object> base = Trees.copy(MergeDocuments.VENDOR);
    Map<String, Object> field =
        DocumentYaml.read("{type: string, pattern: '^[A-Z]{2}-\\d{4}$', maxLength: 8}");
    for (Map<String, Object> each : List.of(ours, base)) {
      properties(each).put("odd", Trees.copy(field));
    }
    Node.of(ours)
        .get("components", "schemas", "CreateRoomRequest", "example")
        .put("odd", "AB-1234");
    Map<String, Object> theirs = Trees.copy(base);
    Node.of(properties(theirs)).get("odd").object().putAll(DocumentYaml.read(limit));
    Node.of(properties(theirs)).get("odd").put("minLength", 7);

    DocumentMerge merge =
        merge(base, theirs, ours, Node.of(MergeDocuments.OURS).get("paths").names());

    assertThat(Node.of(properties(merge.document())).get("odd").object())
        .isEqualTo(properties(theirs).get("odd"));
    assertThat(
            Node.of(merge.document())
                .get("components", "schemas", "CreateRoomRequest", "example", "odd")
                .text())
        .isEqualTo("AB-1234");
  }

  private static Map<String, Object> properties(Map<String, Object> document) {
    return Node.of(document)
        .get("components", "schemas", "CreateRoomRequest", "properties")
        .object();
  }

  private static DocumentMerge merge(
      Map<String, Object> base,
      Map<String, Object> theirs,
      Map<String, Object> ours,
      Set<String> known) {
    return DocumentMerge.of(
        ApiReader.read(base, known),
        ApiReader.read(theirs, known),
        ours,
        MergeDocuments.DEVIATIONS);
  }
}
