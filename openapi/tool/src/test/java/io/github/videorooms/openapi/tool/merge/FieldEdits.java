package io.github.videorooms.openapi.tool.merge;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.merge.Expectations.Aspect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All edits of a schema at one place of the vendor's document. */
final class FieldEdits {
  private static final Map<Kind, List<String>> TYPES =
      Map.of(
          Kind.STRING,
          List.of(
              "{type: integer}",
              "{type: boolean}",
              "{type: array, items: {type: string}}",
              "{type: object, properties: {a: {type: string}}}"),
          Kind.INTEGER,
          List.of("{type: string}", "{type: boolean}"),
          Kind.NUMBER,
          List.of("{type: string}"),
          Kind.BOOLEAN,
          List.of("{type: string}", "{type: integer}"),
          Kind.ARRAY,
          List.of("{type: string}", "{type: object, properties: {a: {type: string}}}"),
          Kind.OBJECT,
          List.of("{type: string}", "{type: array, items: {type: string}}"),
          Kind.UNION,
          List.of("{type: string}"));

  private static final List<String> ADDED =
      List.of(
          "{type: string}",
          "{type: string, format: uuid}",
          "{type: [integer, 'null'], format: int32}",
          "{type: boolean, default: true}",
          "{type: string, enum: [one, two]}",
          "{type: array, items: {type: string}}",
          "{type: object, properties: {inner: {type: string}}}",
          "{type: object, additionalProperties: {type: string}}",
          "{anyOf: [{type: string}, {type: number}]}",
          "{$ref: '#/components/schemas/PaginationLinks'}",
          "{type: string, not: {enum: [never]}}");

  private static final Map<String, String> UNKNOWN =
      Map.of(
          "not", "{enum: [never]}",
          "if", "{minLength: 3}",
          "dependentRequired", "{a: [b]}",
          "contains", "{type: string}",
          "propertyNames", "{pattern: '^a'}");

  private final VendorPlace place;
  private final Map<String, Object> document;
  private final Expectations expected;
  private final List<Edit> edits = new ArrayList<>();

  private FieldEdits(VendorPlace place, Map<String, Object> document, Expectations expected) {
    this.place = place;
    this.document = document;
    this.expected = expected;
  }

  static List<Edit> at(VendorPlace place, Map<String, Object> document, Expectations expected) {
    FieldEdits all = new FieldEdits(place, document, expected);
    all.types();
    all.nulls();
    if (place.isField()) {
      all.presence();
    }
    boolean reference = place.node(document).containsKey("$ref");
    if (!reference && !place.node(document).containsKey("anyOf")) {
      all.values();
      all.limits();
      all.formats();
      all.vocabulary();
      all.fields();
    }
    return all.edits;
  }

  private static Map<String, Object> yaml(String text) {
    return DocumentYaml.read(text);
  }

  private boolean isNullable() {
    return expected.base(place).nullHere() || expected.base(place).nullable();
  }

  private Object keepingNull(Map<String, Object> schema) {
    if (!isNullable()) {
      return schema;
    }
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put("anyOf", new ArrayList<>(List.of(schema, yaml("{type: 'null'}"))));
    return choice;
  }

  private Consumer<Map<String, Object>> put(String key, Object value) {
    return copy -> place.node(copy).put(key, value);
  }

  private Consumer<Map<String, Object>> drop(String key) {
    return copy -> place.node(copy).remove(key);
  }

  private void types() {
    Kind kind = expected.kind(place);
    for (String each : TYPES.getOrDefault(kind, List.of())) {
      Edit edit =
          expected.changed(
              "type to " + yaml(each).get("type"),
              place,
              Aspect.TYPE,
              copy -> place.set(copy, keepingNull(yaml(each))));
      edits.add(place.isField() ? edit : anyLines(edit));
    }
    if (kind == Kind.INTEGER && expected.base(place).schema().values() == null) {
      edits.add(
          expected.widened("integer to number", place, Aspect.TYPE, put("type", type("number"))));
    }
    if (kind == Kind.NUMBER && expected.base(place).schema().values() == null) {
      edits.add(
          expected.narrowed("number to integer", place, Aspect.TYPE, put("type", type("integer"))));
    }
    edits.add(anyLines(expected.widened("also an object", place, Aspect.TYPE, this::addObject)));
    Edit any =
        expected.edit(
            "any value", place, copy -> place.set(copy, new LinkedHashMap<>()), NONE, BREAKING);
    edits.add(place.isField() ? any : anyLines(any));
  }

  private void addObject(Map<String, Object> copy) {
    Map<String, Object> choice = new LinkedHashMap<>();
    Object object = yaml("{type: object, properties: {other: {type: string}}}");
    choice.put("anyOf", new ArrayList<>(List.of(Trees.copy(place.node(copy)), object)));
    place.set(copy, choice);
  }

  /** Allows any number of lines: a new object also has new fields. */
  private static Edit anyLines(Edit edit) {
    return new Edit(
        edit.kind(), edit.place(), edit.change(), edit.operations(), edit.least(), edit.most(), 0);
  }

  private Object type(String name) {
    return isNullable() ? new ArrayList<>(List.of(name, "null")) : name;
  }

  private void nulls() {
    boolean component = place.way().get(0).equals("components") && place.way().size() == 3;
    if (!isNullable() && !component) {
      Consumer<Map<String, Object>> change =
          copy -> {
            Map<String, Object> choice = new LinkedHashMap<>();
            choice.put(
                "anyOf",
                new ArrayList<>(List.of(Trees.copy(place.node(copy)), yaml("{type: 'null'}"))));
            place.set(copy, choice);
          };
      edits.add(
          expected.isReceived(place)
              ? expected.lessCertain("null allowed", place, change)
              : expected.compatible("null allowed", place, change));
    } else if (isNullable() && place.node(document).get("type") instanceof List) {
      edits.add(
          expected.narrowed(
              "null refused",
              place,
              Aspect.ANY,
              copy -> {
                Map<String, Object> node = place.node(copy);
                node.put("type", Node.of(node).get("type").list().get(0));
              }));
    }
  }

  private void presence() {
    Consumer<Map<String, Object>> remove =
        copy -> {
          Node.of(place.owner(copy).get("properties")).object().remove(place.name());
          names(place.owner(copy)).remove(place.name());
        };
    edits.add(expected.changed("field removed", place, Aspect.ANY, remove));
    if (place.isRequired(document)) {
      Consumer<Map<String, Object>> change = copy -> names(place.owner(copy)).remove(place.name());
      edits.add(
          expected.isReceived(place)
              ? expected.lessCertain("field optional", place, change)
              : expected.compatible("field optional", place, change));
    } else {
      edits.add(
          expected.narrowed(
              "field required",
              place,
              Aspect.ANY,
              copy -> names(place.owner(copy)).add(place.name())));
    }
    edits.add(expected.compatible("field deprecated", place, put("deprecated", true)));
    if (!expected.isReceived(place)) {
      edits.add(expected.changed("field read only", place, Aspect.ANY, put("readOnly", true)));
    }
  }

  private static List<Object> names(Map<String, Object> owner) {
    if (!(owner.get("required") instanceof List)) {
      owner.put("required", new ArrayList<>());
    }
    return Node.of(owner).get("required").list();
  }

  private void values() {
    Map<String, Object> node = place.node(document);
    List<Object> values = Node.of(node).get("enum").list();
    boolean plain = "string".equals(first(node)) && node.size() == 1;
    if (!values.isEmpty()) {
      Object added = values.get(0) instanceof Number ? (Object) 25 : "added";
      List<Object> more = new ArrayList<>(values);
      more.add(added);
      edits.add(expected.compatible("value added", place, put("enum", more)));
      if (values.size() > 1) {
        List<Object> fewer = new ArrayList<>(values.subList(1, values.size()));
        edits.add(expected.narrowed("value removed", place, Aspect.VALUES, put("enum", fewer)));
      }
      edits.add(anyLines(expected.edit("values open", place, drop("enum"), NONE, BREAKING)));
    } else if (plain) {
      edits.add(
          expected.narrowed(
              "values listed",
              place,
              Aspect.VALUES,
              put("enum", new ArrayList<>(List.of("a", "b")))));
    }
  }

  private static Object first(Map<String, Object> node) {
    return node.get("type") instanceof List
        ? Node.of(node).get("type").list().get(0)
        : node.get("type");
  }

  private void limits() {
    Map<String, Object> node = place.node(document);
    String type = String.valueOf(first(node));
    Map<String, Integer> tight =
        switch (type) {
          case "string" ->
              node.containsKey("enum") ? Map.of() : Map.of("maxLength", 3, "minLength", 2);
          case "integer", "number" ->
              node.containsKey("enum") ? Map.of() : Map.of("minimum", 50, "maximum", 60);
          case "array" -> Map.of("maxItems", 3, "minItems", 1);
          case "object" -> Map.of("minProperties", 1, "maxProperties", 2);
          default -> Map.of();
        };
    tight.forEach(
        (key, value) ->
            edits.add(expected.narrowed(key + " tighter", place, Aspect.LIMITS, put(key, value))));
    for (String key : List.of("maxLength", "minimum", "maximum", "pattern", "exclusiveMinimum")) {
      if (node.containsKey(key)) {
        edits.add(expected.widened(key + " dropped", place, Aspect.LIMITS, drop(key)));
        Object wider =
            node.get(key) instanceof Integer number
                ? (Object) (key.startsWith("max") ? number + 1000 : number - 1000)
                : "^other$";
        Edit edit = expected.widened(key + " wider", place, Aspect.LIMITS, put(key, wider));
        edits.add(
            key.equals("pattern")
                ? expected.changed("pattern changed", place, Aspect.LIMITS, put(key, wider))
                : edit);
      }
    }
    if (type.equals("string") && !node.containsKey("enum") && !node.containsKey("pattern")) {
      edits.add(
          expected.narrowed("pattern added", place, Aspect.LIMITS, put("pattern", "^[a-z]+$")));
    }
    if (type.equals("integer") || type.equals("number")) {
      edits.add(expected.narrowed("multipleOf added", place, Aspect.LIMITS, put("multipleOf", 10)));
    }
    if (type.equals("array")) {
      edits.add(
          expected.narrowed("uniqueItems added", place, Aspect.LIMITS, put("uniqueItems", true)));
    }
  }

  private void formats() {
    Map<String, Object> node = place.node(document);
    Object type = first(node);
    if ("string".equals(type) && !node.containsKey("enum")) {
      if (node.containsKey("format")) {
        edits.add(expected.edit("format dropped", place, drop("format"), NONE, BREAKING));
        edits.add(expected.changed("format changed", place, Aspect.FORMAT, put("format", "email")));
      } else {
        edits.add(
            expected.narrowed("format added", place, Aspect.FORMAT, put("format", "date-time")));
      }
    }
    if ("int32".equals(node.get("format"))) {
      edits.add(expected.widened("int64", place, Aspect.FORMAT, put("format", "int64")));
    }
  }

  private void vocabulary() {
    UNKNOWN.forEach(
        (key, value) ->
            edits.add(expected.narrowed(key, place, Aspect.ANY, put(key, yaml(value)))));
    if ("array".equals(first(place.node(document)))) {
      edits.add(
          expected.changed(
              "items",
              place,
              Aspect.TYPE,
              put("items", yaml("{type: array, items: {type: integer}}"))));
    }
  }

  private void fields() {
    if (expected.kind(place) != Schema.Kind.OBJECT
        || !place.node(document).containsKey("properties")) {
      return;
    }
    for (int i = 0; i < ADDED.size(); i++) {
      String text = ADDED.get(i);
      Consumer<Map<String, Object>> change =
          copy -> Node.of(place.node(copy).get("properties")).object().put("added", yaml(text));
      edits.add(expected.compatible("field added " + text, place, change));
    }
    Consumer<Map<String, Object>> demanded =
        copy -> {
          Node.of(place.node(copy).get("properties")).object().put("added", yaml("{type: string}"));
          names(place.node(copy)).add("added");
        };
    boolean sent = expected.isSent(place);
    edits.add(
        expected.edit(
            "required field added",
            place,
            demanded,
            sent ? BREAKING : NONE,
            sent ? BREAKING : ADDITIVE));
    edits.add(
        expected.edit(
            "required $ref field added",
            place,
            copy -> {
              Node.of(place.node(copy).get("properties"))
                  .object()
                  .put("added", yaml("{$ref: '#/components/schemas/VideoQuality'}"));
              names(place.node(copy)).add("added");
            },
            sent ? BREAKING : NONE,
            sent ? BREAKING : ADDITIVE));
    edits.add(
        expected.edit(
            "values of other fields",
            place,
            put("additionalProperties", yaml("{type: integer}")),
            NONE,
            BREAKING));
  }
}
