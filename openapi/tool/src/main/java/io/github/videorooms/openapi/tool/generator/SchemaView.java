package io.github.videorooms.openapi.tool.generator;

import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Provides a named schema to the template of its class. */
final class SchemaView {
  private static final Set<String> UPDATES = Set.of("put", "patch");

  private final Document document;
  private final Node schema;

  SchemaView(Document document, Node schema) {
    this.document = document;
    this.schema = schema;
  }

  Map<String, Object> toMap() {
    Map<String, Object> view = new LinkedHashMap<>();
    boolean isEnum = ValueType.isEnum(schema);
    view.put("isEnum", isEnum);
    view.put("doc", doc(isEnum));
    view.put("constants", isEnum ? constants() : List.of());
    view.put("fields", isEnum ? List.of() : fields());
    view.put("isRequest", schema.get("x-request").is(true));
    view.put("builtFrom", extension("x-built-from"));
    view.put("updateRequest", extension("x-update-request"));
    return view;
  }

  private Object extension(String name) {
    String text = schema.get(name).text();
    return text.isEmpty() ? false : text;
  }

  private String doc(boolean isEnum) {
    String description = schema.get("description").text();
    if (!description.isBlank()) {
      return JavaText.prose(description);
    }
    String code = JavaText.code(schema.key());
    return isEnum ? "The values of " + code + "." : "The " + code + " schema.";
  }

  private List<Map<String, Object>> fields() {
    boolean isUpdate = isUpdate();
    return schema
        .get("properties")
        .members()
        .map(property -> new FieldView(document, schema, property, isUpdate).toMap())
        .collect(toList());
  }

  /** Whether the schema is the request body of a PUT or PATCH. */
  private boolean isUpdate() {
    return document
        .operations()
        .filter(operation -> UPDATES.contains(operation.key()))
        .map(operation -> Content.of(document, operation.get("requestBody")))
        .flatMap(Optional::stream)
        .anyMatch(content -> content.requestType().equals(schema.key()));
  }

  private List<Map<String, Object>> constants() {
    List<String> values =
        schema
            .get("enum")
            .items()
            .filter(value -> !value.is(null))
            .map(value -> String.valueOf(value.value()))
            .collect(toList());
    List<Node> names = schema.get("x-enum-varnames").items().collect(toList());
    List<Map<String, Object>> constants = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      String value = values.get(index);
      constants.add(
          Map.of(
              "name", index < names.size() ? names.get(index).text() : JavaNames.constant(value),
              "value", JavaText.literal(value),
              "code", JavaText.code('"' + value + '"')));
    }
    return constants;
  }
}
