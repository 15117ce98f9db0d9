package io.github.videorooms.generated.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A schema name that is not reserved. */
record TypeRow(String schema) implements Row {
  @Override
  public String name() {
    return "schema: " + schema;
  }

  @Override
  public void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number) {
    Map<String, Object> itself = Map.of("$ref", "#/components/schemas/" + schema);
    schemas.put(
        schema,
        Map.of(
            "type", "object", "properties", Map.of("a", Map.of("type", "array", "items", itself))));
    paths.put(
        "/types/" + number,
        Map.of(
            "post",
            Map.of(
                "operationId", "create_type_" + number,
                "tags", List.of("Types"),
                "requestBody", body(itself),
                "responses", Map.of("200", body(itself)))));
  }

  private static Map<String, Object> body(Map<String, Object> schema) {
    return Map.of("content", Map.of("application/json", Map.of("schema", schema)));
  }

  @Override
  public void check(Classes classes, int number) throws Exception {
    Object read = classes.read(classes.model(schema), "{\"a\": [{\"b\": 1}]}");

    assertThat(classes.write(read)).hasToString("{\"a\":[{\"b\":1}]}");
  }

  @Override
  public String toString() {
    return name();
  }

  static List<Row> all() {
    return Stream.of(
            "Tag",
            "Url",
            "Field",
            "Part",
            "Event",
            "Optional",
            "Model",
            "Api",
            "Page",
            "Stream",
            "Collection",
            "Time",
            "Package2",
            "HTTPFault",
            "X",
            "A1",
            "Room2Fa",
            "Value",
            "Retrofit",
            "Response",
            "Request",
            "Streaming",
            "Multipart",
            "Duration",
            "Pair",
            "Uuids")
        .<Row>map(TypeRow::new)
        .toList();
  }
}
