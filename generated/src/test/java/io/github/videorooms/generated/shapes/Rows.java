package io.github.videorooms.generated.shapes;

import io.github.videorooms.openapi.tool.DocumentYaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All rows, and the document that contains them. */
final class Rows {
  private static final String SHARED =
      """
      Thing: {type: object, properties: {name: {type: string}}}
      Colour: {type: string, enum: [red, green]}
      Nothing: {type: string, nullable: true, enum: [null]}
      Empty: {type: object, properties: {}}
      Bare: {type: object}
      Alias: {type: string}
      AnyAlias: {description: Anything.}
      FreeAlias: {type: object, additionalProperties: true}
      ListAlias: {type: array, items: {$ref: '#/components/schemas/Thing'}}
      Hen: {type: object, properties: {egg: {$ref: '#/components/schemas/Egg'}}}
      Egg: {type: object, properties: {hen: {$ref: '#/components/schemas/Hen'}}}
      ThingList:
        type: object
        properties: {links: {$ref: '#/components/schemas/PaginationLinks'}, data: {type: array, items: {$ref: '#/components/schemas/Thing'}}}
        x-page-of: Thing
      PaginationLinks: {type: object, properties: {next: {type: string}}}
      """;

  static List<Row> all() {
    return Stream.of(
            ValueRows.all(),
            NameRows.all(),
            OperationRows.all(),
            ResourceRow.all(),
            DownloadRow.all(),
            TextRow.all(),
            TypeRow.all())
        .flatMap(List::stream)
        .toList();
  }

  static String document() {
    Map<String, Object> paths = new LinkedHashMap<>();
    Map<String, Object> schemas = new LinkedHashMap<>(DocumentYaml.read(SHARED));
    schemas.put("Wide", Map.of("type", "object", "properties", wide()));
    List<Row> rows = all();
    for (int number = 0; number < rows.size(); number++) {
      rows.get(number).addTo(paths, schemas, number);
    }
    return DocumentYaml.write(Map.of("paths", paths, "components", Map.of("schemas", schemas)));
  }

  private static Map<String, Object> wide() {
    return IntStream.range(0, 150)
        .boxed()
        .collect(Collectors.toMap(each -> "p_" + each, each -> Map.of("type", "string")));
  }

  private Rows() {}
}
