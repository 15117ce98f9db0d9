package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.generator.JavaNames;
import io.github.videorooms.openapi.tool.generator.TagName;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import io.github.videorooms.openapi.tool.incoming.SemanticEquality;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Converts the vendor's schemas for our document: to OpenAPI 3.0, with a name for each object and
 * enumeration, and without anything that the generated code cannot express. Simplifications are
 * recorded as losses.
 */
final class SchemaImport {
  /** The formats with a Java type of their own; others are dropped. */
  private static final Set<String> FORMATS =
      Set.of("date-time", "date", "uuid", "password", "int32", "int64", "double");

  private final Document ours;
  private final SchemaMapping mapping;
  private final ExampleGenerator examples;
  private final Set<String> reserved = new HashSet<>();

  /** The arrays being converted, compared by identity, to detect recursion. */
  private final Set<Schema> arrays = Collections.newSetFromMap(new IdentityHashMap<>());

  SchemaImport(Document ours, SchemaMapping mapping) {
    this.ours = ours;
    this.mapping = mapping;
    this.examples = new ExampleGenerator(ours);
  }

  /** Whether our schema, or the one it refers to, allows null. */
  boolean isNullable(Node node) {
    String name = Document.schemaName(Document.bare(node));
    return node.flag("nullable") || ours.namedSchema(name).flag("nullable");
  }

  /** Removes what does not apply to the schema of a parameter, such as {@code nullable}. */
  static void toParameter(Node schema) {
    if (schema.has("$ref")) {
      return;
    }
    schema.names().removeAll(Set.of("nullable", "description", "deprecated"));
    schema.object().putIfAbsent("type", "string");
    if (schema.get("items").isObject()) {
      toParameter(schema.get("items"));
    }
  }

  /** Records what a user loses, and where. */
  private static void lose(List<String> losses, String name, String what) {
    losses.add(name + ": " + what);
  }

  /** Returns a schema that allows any JSON value. */
  static Node anyValue(String description) {
    return Node.of(
        Trees.of("nullable", true, "description", PlainText.plain(description, "Any JSON value.")));
  }

  /**
   * Returns our schema for a place.
   *
   * @param name the name to derive the names of unnamed types from
   * @param losses receives what a user loses, one phrase each
   */
  Node place(Use use, boolean sent, String name, List<String> losses) {
    Node node = schema(use.schema(), sent, name, losses);
    if (node.has("$ref")) {
      return node;
    }
    if (use.nullable() || !node.has("type")) {
      KeyOrder.put(node, "nullable", true);
    }
    if (use.flag("deprecated")) {
      KeyOrder.put(node, "deprecated", true);
    }
    String words = PlainText.plain(use.description(), "");
    if (!words.isEmpty()) {
      KeyOrder.put(node, "description", words);
    }
    if (Secrets.isSecret(name)
        && node.get("type").is("string")
        && !Set.of("date", "date-time", "uuid").contains(node.get("format").text())) {
      KeyOrder.put(node, "format", "password");
      lose(
          losses,
          name,
          "treated as a secret because of its name; remove format: password if it is not one");
    }
    return node;
  }

  private Node schema(Schema schema, boolean sent, String name, List<String> losses) {
    if (!schema.vocabulary().isEmpty()) {
      lose(losses, name, String.join(", ", schema.vocabulary().keySet()) + " is ignored");
    }
    return switch (schema.kind()) {
      case ANY, NEVER -> Node.of(new LinkedHashMap<>());
      case UNION -> union(schema, sent, name, losses);
      case ARRAY -> array(schema, sent, name, losses);
      case OBJECT -> object(schema, sent, name, losses);
      default -> scalar(schema, name, losses);
    };
  }

  private static Node integer() {
    Node node = typed("integer");
    node.put("format", "int32");
    return node;
  }

  private static Node typed(String type) {
    return Node.of(Trees.of("type", type));
  }

  private Node scalar(Schema schema, String name, List<String> losses) {
    Set<Object> values = schema.values();
    boolean isText = name.endsWith(".error");
    if (values != null && !values.isEmpty() && schema.kind() == Kind.STRING && !isText) {
      return enumeration(schema, values, name);
    }
    if (values != null && schema.kind() != Kind.BOOLEAN) {
      lose(losses, name, "the client does not check the allowed values: " + values);
    }
    Node node = typed(schema.kind().name().toLowerCase(Locale.ROOT));
    String field = name.substring(name.lastIndexOf('.') + 1);
    boolean size = schema.kind() == Kind.INTEGER && field.contains("bytes");
    if (field.equals("fps") && schema.kind() == Kind.NUMBER) {
      lose(losses, name, "an integer, like all frame rates");
      return integer();
    }
    if (field.equals("error") && schema.kind() == Kind.STRING) {
      return typed("string");
    }
    if (FORMATS.contains(schema.format()) || size) {
      node.put("format", size ? "int64" : schema.format());
    }
    limits(schema, node, name, losses);
    return node;
  }

  private void limits(Schema schema, Node node, String name, List<String> losses) {
    OpenApi30Limits.copy(schema, node, examples).forEach(each -> lose(losses, name, each));
  }

  /** Copies one limit of the vendor's to our schema; returns what a user loses, or {@code ""}. */
  String limit(Schema theirs, String key, Schema ours) {
    return OpenApi30Limits.copy(theirs, key, ours.raw(), examples);
  }

  private Node enumeration(Schema schema, Set<Object> values, String name) {
    String known = mapping.find(schema, false);
    if (!known.isEmpty()) {
      return reference(known);
    }
    Node node = typed("string");
    node.put("description", described(schema, name));
    node.put("enum", new ArrayList<@Nullable Object>());
    String type = freeName(schema.label().isEmpty() ? name : schema.label());
    ours.components("schemas").put(type, node.object());
    values.forEach(each -> EnumValues.add(node, String.valueOf(each)));
    mapping.add(schema, type, false);
    return reference(type);
  }

  private static String described(Schema schema, String name) {
    String label = schema.label().isEmpty() ? name : schema.label();
    return PlainText.plain(
        schema.raw().get("description").text(), PlainText.sentence(label.replace('.', ' ')));
  }

  private static Node reference(String name) {
    return Node.of(Trees.of("$ref", Document.toSchema(name)));
  }

  /** Reserves the class name of a new operation's query, which is not in the document yet. */
  void reserveQuery(String operationId) {
    reserved.add(JavaNames.query(operationId));
  }

  /** Returns the class names in use, of schemas, resources and queries. */
  private Set<String> types() {
    Set<String> types = new HashSet<>(reserved);
    types.addAll(ours.components("schemas").names());
    ours.tags().forEach(tag -> types.add(TagName.of(tag).resource(ours)));
    ours.operations().forEach(each -> types.add(JavaNames.query(each.get("operationId").text())));
    return types;
  }

  private String freeName(String wanted) {
    String plain = Identifier.type(wanted);
    String name = plain;
    for (int i = 2; FieldNames.isTaken(name, types()); i++) {
      name = plain + i;
    }
    return name;
  }

  private Node array(Schema schema, boolean sent, String name, List<String> losses) {
    Node node = typed("array");
    Use items = schema.items();
    if (!arrays.add(schema)) {
      lose(losses, name, "any JSON value, since the array contains itself");
      return Node.of(new LinkedHashMap<>());
    }
    if (items == null) {
      node.put("items", anyValue("").object());
    } else {
      if (items.nullable() && items.schema().kind() != Kind.ANY) {
        lose(losses, name, "null items are not supported");
      }
      Node item = schema(items.schema(), sent, name + "Item", losses);
      node.put("items", (item.names().isEmpty() ? anyValue("") : item).object());
    }
    arrays.remove(schema);
    limits(schema, node, name, losses);
    return node;
  }

  private Node object(Schema schema, boolean sent, String name, List<String> losses) {
    if (schema.isFreeForm()) {
      if (schema.additional() != null) {
        lose(
            losses, name, "a free-form object instead of a map of " + schema.additional().schema());
      }
      return freeForm();
    }
    String known = mapping.find(schema, sent);
    return reference(known.isEmpty() ? named(schema, List.of(schema), sent, name, losses) : known);
  }

  private static Node freeForm() {
    Node node = typed("object");
    node.put("additionalProperties", true);
    return node;
  }

  /**
   * Adds an object schema with the fields of all alternatives; a field is required if all of them
   * require it.
   */
  private String named(
      Schema schema, List<Schema> alternatives, boolean sent, String name, List<String> losses) {
    String label = schema.label().isEmpty() ? name : schema.label();
    boolean otherWay = !mapping.find(schema, !sent).isEmpty();
    String type = freeName(Identifier.ofDirection(label, sent, otherWay));
    Node node = typed("object");
    ours.components("schemas").put(type, node.object());
    mapping.add(schema, type, sent);
    node.put("description", described(schema, name));
    Node properties = Node.of(new LinkedHashMap<>());
    List<@Nullable Object> required = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    alternatives.forEach(each -> names.addAll(each.properties().keySet()));
    for (String each : names) {
      List<Use> uses =
          alternatives.stream()
              .map(one -> one.properties().get(each))
              .filter(Objects::nonNull)
              .filter(use -> !use.flag(sent ? "readOnly" : "writeOnly"))
              .toList();
      if (uses.isEmpty()) {
        continue;
      }
      boolean same =
          uses.stream()
              .allMatch(use -> SemanticEquality.schemas(use.schema(), uses.get(0).schema()));
      if (!same) {
        lose(
            losses,
            type + "." + each,
            "any JSON value, since its type differs between the alternatives");
      }
      boolean nullable = uses.stream().anyMatch(Use::nullable);
      boolean always =
          alternatives.stream().allMatch(one -> one.requires(each))
              && uses.size() == alternatives.size();
      Node field =
          same
              ? place(uses.get(0), sent, type + "." + each, losses)
              : anyValue(uses.get(0).description());
      boolean any = !field.has("type") && !field.has("$ref");
      properties.put(each, field.object());
      if (always && (sent || (!nullable && !any && !isNullable(field)))) {
        required.add(each);
      }
    }
    if (!required.isEmpty()) {
      node.put("required", required);
    }
    node.put("properties", properties.object());
    FieldNames.assign(properties);
    return type;
  }

  private Node union(Schema schema, boolean sent, String name, List<String> losses) {
    List<Schema> alternatives = schema.alternatives().stream().map(Use::schema).toList();
    if (all(alternatives, Kind.OBJECT)) {
      String known = mapping.find(schema, sent);
      if (!known.isEmpty()) {
        return reference(known);
      }
      if (alternatives.stream().allMatch(Schema::isFreeForm)) {
        return freeForm();
      }
      lose(losses, name, "one type with the fields of all alternatives: " + schema);
      return reference(named(schema, alternatives, sent, name, losses));
    }
    if (all(alternatives, Kind.INTEGER, Kind.NUMBER)) {
      lose(losses, name, "a number instead of " + schema);
      return typed("number");
    }
    if (all(alternatives, Kind.STRING)) {
      lose(losses, name, "a string instead of " + schema);
      return typed("string");
    }
    if (sent && alternatives.stream().allMatch(each -> each.kind().isScalar())) {
      lose(losses, name, "a string instead of " + schema);
      return typed("string");
    }
    lose(losses, name, "any JSON value instead of " + schema);
    return Node.of(new LinkedHashMap<>());
  }

  private static boolean all(List<Schema> schemas, Kind... kinds) {
    return schemas.stream().allMatch(each -> Stream.of(kinds).anyMatch(each.kind()::equals));
  }
}
