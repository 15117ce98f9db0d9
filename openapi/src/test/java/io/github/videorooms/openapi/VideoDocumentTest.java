package io.github.videorooms.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Lint;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoDocumentTest {
  private static final String TEXT = publishedText();
  private static final Map<String, Object> TREE = DocumentYaml.read(TEXT);
  private static final SwaggerParseResult PARSED = parse();
  private static final SchemaValidator VALIDATOR =
      new SchemaValidator(PARSED.getOpenAPI(), new MessageResolver());

  @Test
  void lint_document_findsNothing() {
    assertThat(Lint.check(TREE)).isEmpty();
  }

  @Test
  void parse_document_hasNoMessages() {
    assertThat(PARSED.getMessages()).isEmpty();
  }

  @Test
  void text_isTheCanonicalForm() {
    assertThat(TEXT).isEqualTo(DocumentYaml.write(TREE));
  }

  @Test
  void text_lines_areShortAndClean() {
    assertThat(TEXT.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120).doesNotContain("\t"))
        .allSatisfy(line -> assertThat(line).isEqualTo(line.stripTrailing()));
  }

  @Test
  void topLevel_fields_areInCanonicalOrder() {
    assertThat(TREE.keySet())
        .containsExactly("openapi", "info", "servers", "security", "tags", "paths", "components");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void example_matchesItsSchema_isValid(Example example) {
    assertThat(example.faults()).isEmpty();
  }

  @Test
  void example_withoutARequiredField_isInvalid() {
    assertThat(new Example("no name", reference("CreateRoomRequest"), Map.of()).faults())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Layout",
        "Quality",
        "SessionStatus",
        "ConferenceSize",
        "RoomRecordingStatus",
        "LogSource",
        "LogType"
      })
  void nullableEnum_null_isValid(String schema) {
    assertThat(new Example("null", reference(schema), null).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"JoinAs", "MediaAllowed", "RoomTokenPermission"})
  void otherEnum_null_isInvalid(String schema) {
    assertThat(new Example("null", reference(schema), null).faults()).isNotEmpty();
  }

  static Stream<Example> examples() {
    Map<?, ?> schemas = (Map<?, ?>) ((Map<?, ?>) TREE.get("components")).get("schemas");
    Stream<Example> named =
        schemas.entrySet().stream()
            .map(
                each ->
                    new Example(
                        "schemas." + each.getKey(),
                        reference(each.getKey()),
                        ((Map<?, ?>) each.getValue()).get("example")));
    return Stream.concat(named, examplesBelow("", TREE));
  }

  /** Returns the examples of parameters, headers and media types. */
  private static Stream<Example> examplesBelow(String path, Object node) {
    if (node instanceof List) {
      return ((List<?>) node).stream().flatMap(item -> examplesBelow(path + "[]", item));
    }
    if (!(node instanceof Map)) {
      return Stream.empty();
    }
    Map<?, ?> map = (Map<?, ?>) node;
    if (map.get("schema") instanceof Map) {
      return examplesBeside((Map<?, ?>) map.get("schema"), path, map);
    }
    return map.entrySet().stream()
        .flatMap(each -> examplesBelow(path + "." + each.getKey(), each.getValue()));
  }

  private static Stream<Example> examplesBeside(Map<?, ?> schema, String path, Map<?, ?> holder) {
    if (holder.containsKey("example")) {
      return Stream.of(new Example(path, schema, holder.get("example")));
    }
    if (!holder.containsKey("examples")) {
      return Stream.empty();
    }
    return ((Map<?, ?>) holder.get("examples"))
        .entrySet().stream()
            .map(
                each ->
                    new Example(
                        path + "." + each.getKey(),
                        schema,
                        ((Map<?, ?>) each.getValue()).get("value")));
  }

  private static Map<?, ?> reference(Object schema) {
    return Map.of("$ref", "#/components/schemas/" + schema);
  }

  private static String publishedText() {
    try (InputStream document = VideoDocumentTest.class.getResourceAsStream("video.yaml")) {
      return new String(requireNonNull(document).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SwaggerParseResult parse() {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    return new OpenAPIV3Parser().readContents(TEXT, null, options);
  }

  private record Example(String path, Map<?, ?> schema, Object value) {
    List<?> faults() {
      JsonNode json = Json.mapper().valueToTree(value);
      Schema<?> model = Json.mapper().convertValue(schema, Schema.class);
      return VALIDATOR.validate(() -> json, model, "example").getMessages();
    }

    @Override
    public String toString() {
      return path;
    }
  }
}
