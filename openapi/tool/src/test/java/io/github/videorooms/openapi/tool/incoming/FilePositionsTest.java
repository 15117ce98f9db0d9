package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePositionsTest {
  private static final String YAML =
      """
      openapi: 3.1.0

      paths:
        /rooms/{id}.mp4:
          get:
            parameters:
              - name: id
              -
                name: page
            responses:
              200: &ok
                description: |
                  Of two
                  lines.
        /rooms: {get: {responses: {200: *ok}}}
      """;
  private static final String JSON =
      """
      {
      \t"openapi": "3.1.0",
      \t"paths": {"\\/rooms": {
      \t\t"get": 1
      \t}}
      }
      """;

  @ParameterizedTest
  @CsvSource({
    "openapi, 1",
    "paths, 3",
    "paths|/rooms/{id}.mp4, 4",
    "paths|/rooms/{id}.mp4|get|parameters|0, 7",
    "paths|/rooms/{id}.mp4|get|parameters|1|name, 9",
    "paths|/rooms/{id}.mp4|get|responses|200, 11",
    "paths|/rooms/{id}.mp4|get|responses|200|description, 12",
    "paths|/rooms, 15",
    "paths|/rooms|get|responses|200|description, 12",
    "paths|/rooms/{id}.mp4|get|parameters|2|name, 6",
    "paths|/rooms/{id}.mp4|get|parameters|x, 6",
    "paths|/rooms/{id}.mp4|post|responses, 4",
  })
  void line_pathInYaml_isTheLineOfItsKeyOrOfTheClosestAncestor(String path, int line) {
    assertThat(FilePositions.of(YAML).line(List.of(path.split("\\|")))).hasValue(line);
  }

  @ParameterizedTest
  @CsvSource({
    "openapi, 1",
    "paths./rooms/{id}.mp4.get, 5",
    "paths./rooms/{id}.mp4.get.parameters.1.name, 9",
    "paths./rooms/{id}.mp4.get.parameters.page, 6",
    "paths./rooms/{id}.mp3.get, 3",
    "paths./rooms, 15",
  })
  void line_dottedPath_isFound(String where, int line) {
    assertThat(FilePositions.of(YAML).line(where)).hasValue(line);
  }

  @ParameterizedTest
  @CsvSource({"openapi, 2", "paths|/rooms, 3", "paths|/rooms|get, 4"})
  void line_pathInJson_isFound(String path, int line) {
    assertThat(FilePositions.of(JSON).line(List.of(path.split("\\|")))).hasValue(line);
  }

  @Test
  void line_root_isWhereItBegins() {
    assertThat(FilePositions.of("# comment\n\na: 1").line(List.of())).hasValue(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "- a", "text", "a: 'b", "{\"a", "b: 1", "a\u0007: 1"})
  void line_noSuchNode_isEmpty(String text) {
    assertThat(FilePositions.of(text).line(List.of("a"))).isEqualTo(OptionalInt.empty());
    assertThat(FilePositions.of(text).line("a.b")).isEqualTo(OptionalInt.empty());
  }
}
