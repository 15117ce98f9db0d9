package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownConversionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: [string, 'null']}                         | {type: string, nullable: true}",
        "{anyOf: [{type: string}, {type: 'null'}]}        | {type: string, nullable: true}",
        "{oneOf: [{type: 'null'}, {$ref: '#/components/schemas/Other'}]} |"
            + " {$ref: '#/components/schemas/Other', nullable: true}",
        "{anyOf: [{type: string}, {type: 'null'}], format: uuid} |"
            + " {type: string, format: uuid, nullable: true}",
        "{const: on-air}                                  | {type: string, enum: [on-air]}",
        "{enum: [a, null]}                                | {type: string, enum: [a], nullable: true}",
        "{anyOf: [{const: a}, {const: b}, {type: 'null'}]} |"
            + " {type: string, enum: [a, b], nullable: true}",
        "{allOf: [{$ref: '#/components/schemas/Other'}]}  | {$ref: '#/components/schemas/Other'}",
        "{allOf: [{$ref: '#/components/schemas/Other'}, {required: [name]}]} |"
            + " {type: object, properties: {id: {type: string}}, required: [id, name]}",
        "{$ref: '#/components/schemas/Other', required: [name]} |"
            + " {type: object, properties: {id: {type: string}}, required: [id, name]}",
        "{anyOf: [{$ref: '#/components/schemas/Other'}, {type: object, required: [id, at],"
            + " properties: {id: {type: string}, at: {type: integer}}}]} |"
            + " {type: object, required: [id], properties: {id: {type: string}, at: {type: integer}}}",
        "{anyOf: [{type: string, format: date}, {type: string, format: date-time}]} | {type: string}",
        "{type: object, unevaluatedProperties: {}}        | {type: object, additionalProperties: true}",
        "{type: object}                                   | {type: object, additionalProperties: true}",
        "{properties: {id: {type: string}}, unevaluatedProperties: {not: {}}} |"
            + " {type: object, properties: {id: {type: string}}}",
        "{type: object, properties: {title: {type: string}}, title: Titled} |"
            + " {type: object, properties: {title: {type: string}}}",
        "{type: integer, exclusiveMinimum: 0}             | {type: integer, minimum: 1}",
        "{type: integer, minimum: 0, exclusiveMinimum: true} | {type: integer, minimum: 1}",
        "{type: number, exclusiveMaximum: 5}              |"
            + " {type: number, maximum: 5, exclusiveMaximum: true}",
        "{$ref: '#/components/schemas/Alias'}             | {$ref: '#/components/schemas/Other'}"
      })
  void apply_schema_saysTheSameIn30(String schema, String expected) {
    assertThat(converted(schema)).isEqualTo(DocumentYaml.read(expected));
  }

  @Test
  void apply_choiceOfTwoTypes_hasNoneSoThatTheLintAsksForOne() {
    assertThat(converted("{anyOf: [{type: string}, {type: integer}]}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: object, properties: {id: }} | components.schemas.Thing.properties.id: is empty",
        "{type: 5}                          | components.schemas.Thing.type: is no type",
        "{allOf: [{$ref: '#/components/schemas/Thing'}, {type: object}]} | is composed of itself"
      })
  void apply_brokenSchema_namesTheNode(String schema, String problem) {
    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> converted(schema))
        .withMessageContaining(problem);
  }

  private static Map<String, Object> converted(String schema) {
    Draft draft =
        VideoSlice.of(
            DocumentYaml.read(
                """
                openapi: 3.1.0
                paths:
                  /api/video/things:
                    get:
                      responses:
                        '200':
                          content:
                            application/json: {schema: {$ref: '#/components/schemas/Thing'}}
                        '404':
                          content:
                            application/json: {schema: {$ref: '#/components/schemas/Holder'}}
                components:
                  schemas:
                    Holder: {type: object, properties: {thing: %s}}
                    Thing: %s
                    Alias: {$ref: '#/components/schemas/Other'}
                    Other: {type: object, required: [id], properties: {id: {type: string}}}
                """
                    .formatted(schema, schema)),
            Set.of());
    DownConversion.apply(draft);
    return Tree.object(draft.schema("Holder"), "properties", "thing");
  }
}
