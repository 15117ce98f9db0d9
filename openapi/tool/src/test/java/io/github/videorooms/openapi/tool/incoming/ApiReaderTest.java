package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiReaderTest {
  private static final String FLAGS =
      """
      paths:
        /api/video/rooms:
          post:
            deprecated: FLAG0
            parameters:
              - {name: a, in: query, required: FLAG1, deprecated: FLAG2, schema: {type: string}}
              - {name: b, in: query, explode: FLAG3, schema: {type: array}}
            requestBody:
              required: FLAG4
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      a: {type: string, nullable: FLAG5, deprecated: FLAG6}
                      b: {allOf: [{type: string}], readOnly: FLAG7}
                      c: {$ref: '#/components/schemas/C', writeOnly: FLAG8}
      components:
        schemas: {C: {type: string}}
      """;

  @ParameterizedTest
  @CsvSource({
    "0, yes, paths./api/video/rooms.post.deprecated",
    "1, yes, paths./api/video/rooms.post.parameters[0].required",
    "2, '\"true\"', paths./api/video/rooms.post.parameters[0].deprecated",
    "3, 'no', paths./api/video/rooms.post.parameters[1].explode",
    "4, '\"false\"', paths./api/video/rooms.post.requestBody.required",
    "5, 1, schema.properties.a.nullable",
    "6, '[true]', schema.properties.a.deprecated",
    "7, tRue, schema.properties.b.readOnly",
    "8, on, schema.properties.c.writeOnly"
  })
  void read_flagThatIsNotABoolean_isRejectedWithItsPlace(int flag, String value, String place) {
    String document = FLAGS.replace("FLAG" + flag, value).replaceAll("FLAG\\d", "false");

    assertThatExceptionOfType(UnusableDocument.class)
        .isThrownBy(() -> read(document))
        .withMessageContaining(place + ": is neither true nor false: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "True", "FALSE", "null", ""})
  void read_flagThatIsABooleanOrAbsent_isAccepted(String value) {
    String document = FLAGS.replaceAll("FLAG\\d", value);

    assertThat(read(document).operations().get(0).parameters().get("query a").required())
        .isEqualTo(value.equalsIgnoreCase("true"));
  }

  private static Api read(String document) {
    return ApiReader.read(DocumentYaml.read(document), Set.of());
  }
}
