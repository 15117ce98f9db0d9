package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads schemas of OpenAPI 3.0, 3.1 and 3.2 into a common form: references are resolved,
 * compositions are merged, and null is separated from the type.
 */
final class SchemaReader {
  private static final Set<String> MEANINGLESS =
      Set.of(
          "title",
          "description",
          "summary",
          "default",
          "example",
          "examples",
          "externalDocs",
          "xml",
          "discriminator",
          "deprecated",
          "readOnly",
          "writeOnly",
          "nullable",
          "$schema",
          "$id",
          "$comment",
          "$anchor",
          "$defs",
          "definitions",
          "unevaluatedItems");
  private static final List<String> FLAGS =
      List.of("nullable", "readOnly", "writeOnly", "deprecated");
  private static final Set<String> COMPOSITION = Set.of("allOf", "anyOf", "oneOf");
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "type",
          "format",
          "contentEncoding",
          "contentMediaType",
          "enum",
          "const",
          "properties",
          "required",
          "items",
          "additionalProperties",
          "unevaluatedProperties");

  private final References references;
  private final KeywordText keywords;
  private final Map<Node, Schema> read = new HashMap<>();
  private final Set<Node> passing = new HashSet<>();
  private final Deque<Schema> filling = new ArrayDeque<>();
  private final Set<Schema> unfinished = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The schemas to read again, each with the unfinished schemas that it depends on. */
  private final Map<Schema, Set<Schema>> postponed = new LinkedHashMap<>();

  /** The intersections of two schemas so far; {@link #waiting} has the tasks that complete them. */
  private final Map<Joined, Schema> joined = new HashMap<>();

  private final Deque<Runnable> waiting = new ArrayDeque<>();

  private int depth;

  SchemaReader(References references) {
    this.references = references;
    this.keywords = new KeywordText(references);
  }

  /** Reads a schema; an absent or invalid one allows any value. */
  Use read(Node raw) {
    return read(raw, "");
  }

  private Use read(Node raw, String label) {
    if (isNothing(raw)) {
      Schema nothing = new Schema(raw, label);
      nothing.kind = Kind.NEVER;
      return new Use(nothing, false, raw);
    }
    Schema known = read.get(raw);
    if (known != null) {
      return new Use(known, false, raw);
    }
    UnusableDocument.checkFlags(raw, FLAGS);
    List<Node> passThroughParts = passThroughParts(raw);
    if (passThroughParts.size() == 1) {
      return readSinglePart(raw, passThroughParts.get(0));
    }
    Schema schema = new Schema(raw, label);
    read.put(raw, schema);
    List<Node> before = List.copyOf(passing);
    passing.clear();
    unfinished.add(schema);
    depth++;
    fill(schema);
    depth--;
    if (!postponed.containsKey(schema)) {
      unfinished.remove(schema);
    }
    if (depth == 0) {
      finish();
    }
    passing.addAll(before);
    return new Use(schema, false, raw);
  }

  /** Reads postponed schemas again, in the order of their dependencies. */
  private void finish() {
    unfinished.clear();
    depth++;
    while (!postponed.isEmpty()) {
      Schema next =
          postponed.keySet().stream()
              .filter(each -> Collections.disjoint(postponed.get(each), postponed.keySet()))
              .findFirst()
              .orElseGet(() -> postponed.keySet().iterator().next());
      postponed.remove(next);
      next.clear();
      fill(next);
    }
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
    depth--;
  }

  /** Postpones the current schema until another one is complete. */
  private void postpone(Schema other) {
    Schema schema = filling.element();
    if (other != schema) {
      postponed.computeIfAbsent(schema, each -> new HashSet<>()).add(other);
    }
  }

  private static boolean isNothing(Node node) {
    Node not = node.get("not");
    return node.is(false)
        || (node.names().equals(Set.of("not")) && not.names().isEmpty() && !not.is(false));
  }

  /** Returns the reference or the single part if a schema has nothing else. */
  private static List<Node> passThroughParts(Node raw) {
    List<Node> parts = new ArrayList<>();
    for (String key : raw.names()) {
      if (key.equals("$ref")) {
        parts.add(raw);
      } else if (COMPOSITION.contains(key)) {
        raw.get(key)
            .items()
            .filter(each -> !isNull(each) || key.equals("allOf"))
            .forEach(parts::add);
      } else if (isMeaning(key)) {
        return List.of();
      }
    }
    return parts;
  }

  /** Whether a keyword affects the meaning of a schema, apart from its flags. */
  static boolean isMeaning(String key) {
    return !MEANINGLESS.contains(key) && !key.startsWith("x-");
  }

  private static boolean isNull(Node schema) {
    return types(schema).equals(List.of("null"))
        || (schema.has("const") && !schema.get("const").exists())
        || schema.get("enum").is(Collections.singletonList(null));
  }

  /** Reads the reference or the single part that a schema consists of. */
  private Use readSinglePart(Node raw, Node part) {
    if (!passing.add(raw)) {
      throw new UnusableDocument(
          raw.path(),
          "refers only to itself",
          "Ask the vendor what is meant: a schema has to end at a type.");
    }
    boolean nullable =
        raw.flag("nullable")
            || Stream.of("anyOf", "oneOf")
                .flatMap(key -> raw.get(key).items())
                .anyMatch(SchemaReader::isNull);
    Use target = part.has("$ref") ? referred(part) : read(part);
    passing.remove(raw);
    return target.at(raw, nullable);
  }

  private Use referred(Node raw) {
    String reference = String.valueOf(raw.get("$ref").value());
    return read(references.target(reference, raw), References.shortName(raw));
  }

  private void fill(Schema schema) {
    filling.push(schema);
    compose(schema);
    filling.pop();
  }

  private void compose(Schema schema) {
    Node raw = schema.raw();
    List<Object> types = types(raw);
    schema.nullable = types.remove("null") || raw.flag("nullable");
    schema.typed = raw.has("type") || isListed(raw);
    boolean onlyNull = schema.nullable && types.isEmpty() && raw.has("type");
    if (types.size() > 1) {
      for (Object type : types) {
        Schema one = new Schema(raw, "");
        fillOwn(one, kind(String.valueOf(type)));
        schema.alternatives.add(new Use(one, false, raw));
      }
      schema.kind = Kind.UNION;
    } else {
      fillOwn(schema, types.isEmpty() ? inferred(raw) : kind(String.valueOf(types.get(0))));
    }
    if (onlyNull || (schema.nullable && Set.of().equals(schema.values))) {
      schema.kind = Kind.NEVER;
      schema.values = null;
    }
    if (raw.has("$ref")) {
      join(schema, referred(raw).at(Node.of(null), false));
    }
    raw.get("allOf").items().forEach(each -> join(schema, read(each)));
    choose(schema, "oneOf");
    choose(schema, "anyOf");
    schema.alternatives.stream()
        .map(Use::schema)
        .filter(unfinished::contains)
        .forEach(this::postpone);
    if (!postponed.containsKey(schema)) {
      tidy(schema);
    }
    schema.nullable |= raw.flag("nullable");
    for (String name : schema.required) {
      schema.properties.computeIfAbsent(name, each -> read(Node.of(null)));
    }
  }

  private void tidy(Schema schema) {
    simplify(schema);
    if (schema.values != null) {
      schema.values.removeIf(each -> !isOfKind(each, schema.kind));
    }
    schema.nullable |= schema.kind == Kind.ANY && !schema.typed;
    narrowToInteger(schema);
    LimitKeywords.keepTighterBounds(schema.limits);
  }

  /** Turns an enumeration of numbers into one of integers if all values are integers. */
  private static void narrowToInteger(Schema schema) {
    if (schema.kind == Kind.NUMBER
        && schema.values != null
        && schema.values.stream().allMatch(each -> each instanceof Number && isWhole(each))) {
      schema.kind = Kind.INTEGER;
    }
  }

  /** Returns the types of a schema; null without quotes is one of them. */
  private static List<Object> types(Node raw) {
    Node type = raw.get("type");
    return (type.isList() ? type.items() : raw.has("type") ? Stream.of(type) : Stream.<Node>of())
        .map(each -> Objects.requireNonNullElse(each.value(), "null"))
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "string", "file" -> Kind.STRING;
      case "integer" -> Kind.INTEGER;
      case "number" -> Kind.NUMBER;
      case "boolean" -> Kind.BOOLEAN;
      case "array" -> Kind.ARRAY;
      case "object" -> Kind.OBJECT;
      default -> Kind.ANY;
    };
  }

  /** Returns the type of a schema without {@code type}, inferred from its keywords. */
  private static Kind inferred(Node raw) {
    if (isEnumeration(raw)) {
      List<@Nullable Object> values = listed(raw);
      if (values.stream().allMatch(each -> each == null || each instanceof String)) {
        return Kind.STRING;
      }
      if (values.stream().allMatch(each -> each == null || each instanceof Boolean)) {
        return Kind.BOOLEAN;
      }
      if (values.stream().allMatch(each -> each == null || each instanceof Number)) {
        return values.stream().allMatch(each -> each == null || isWhole(each))
            ? Kind.INTEGER
            : Kind.NUMBER;
      }
      return Kind.ANY;
    }
    for (Map.Entry<Kind, List<String>> each : LimitKeywords.BY_KIND.entrySet()) {
      if (each.getValue().stream().anyMatch(raw::has)) {
        return each.getKey();
      }
    }
    return Kind.ANY;
  }

  private static boolean isWhole(Object number) {
    return LimitKeywords.isFinite(number)
        && new BigDecimal(number.toString()).stripTrailingZeros().scale() <= 0;
  }

  private static boolean isEnumeration(Node raw) {
    return raw.has("enum") || raw.has("const");
  }

  /** Whether a schema is an enumeration of scalars or null. */
  private static boolean isListed(Node raw) {
    return isEnumeration(raw) && listed(raw).stream().allMatch(SchemaReader::isListable);
  }

  private static List<@Nullable Object> listed(Node raw) {
    return raw.has("const")
        ? Collections.singletonList(raw.get("const").value())
        : raw.get("enum").list();
  }

  /** Reads a schema's own keywords, as they apply to one kind of value. */
  private void fillOwn(Schema schema, Kind kind) {
    Node raw = schema.raw();
    schema.kind = kind;
    schema.format = kind.isScalar() || kind == Kind.ANY ? format(raw) : "";
    LimitKeywords.read(raw, kind, schema.limits);
    if (isEnumeration(raw)) {
      Set<Object> values = new LinkedHashSet<>();
      for (@Nullable Object value : listed(raw)) {
        if (value == null) {
          schema.nullable = true;
        } else if (isOfKind(value, kind)) {
          values.add(LimitKeywords.comparable(value));
        }
      }
      if (isListed(raw)) {
        schema.values = values;
      } else {
        schema.vocabulary.put("values", LimitKeywords.text(Node.of(listed(raw))));
      }
    }
    if (kind == Kind.OBJECT) {
      fillObject(schema);
    } else if (kind == Kind.ARRAY) {
      schema.items = read(raw.get("items"));
    }
    for (String key : raw.names()) {
      if (isMeaning(key)
          && !UNDERSTOOD.contains(key)
          && !COMPOSITION.contains(key)
          && !key.equals("$ref")
          && !LimitKeywords.isLimit(key)) {
        schema.vocabulary.put(key, keywords.of(raw.get(key)));
      }
    }
  }

  /** Whether a value is a scalar or null. */
  private static boolean isListable(@Nullable Object value) {
    return value == null
        || value instanceof String
        || value instanceof Boolean
        || LimitKeywords.isFinite(value);
  }

  private static boolean isOfKind(Object value, Kind kind) {
    return switch (kind) {
      case STRING -> value instanceof String;
      case INTEGER, NUMBER -> value instanceof Number;
      case BOOLEAN -> value instanceof Boolean;
      default -> true;
    };
  }

  private static String format(Node raw) {
    if (raw.get("format").value() instanceof String text) {
      return text;
    }
    if (raw.get("contentEncoding").value() instanceof String encoding) {
      return encoding.toLowerCase(Locale.ROOT).startsWith("base64") ? "byte" : encoding;
    }
    return raw.get("contentMediaType").value() instanceof String ? "binary" : "";
  }

  private void fillObject(Schema schema) {
    Node raw = schema.raw();
    raw.get("properties").members().forEach(each -> schema.properties.put(each.key(), read(each)));
    schema.properties.values().removeIf(each -> each.schema().kind == Kind.NEVER);
    raw.get("required").list().forEach(name -> schema.required.add(String.valueOf(name)));
    for (String key : List.of("additionalProperties", "unevaluatedProperties")) {
      Use values = read(raw.get(key));
      if (raw.get(key).isObject()
          && !allowsAnything(values.schema())
          && values.schema().kind != Kind.NEVER) {
        schema.additional = values;
      }
    }
  }

  /** Adds the constraints of another schema. */
  private void join(Schema schema, Use part) {
    Schema other = part.schema();
    if (unfinished.contains(other)) {
      postpone(other);
      return;
    }
    Schema.FLAGS.stream().filter(part::flag).forEach(schema.flags::add);
    if (other.kind == Kind.UNION) {
      if (schema.kind == Kind.UNION && SemanticEquality.schemas(schema, other)) {
        return;
      }
      boolean nullable = part.nullable() && (!schema.typed || schema.nullable);
      distribute(schema, other.alternatives);
      schema.nullable = nullable;
      return;
    }
    if (schema.kind == Kind.UNION) {
      List<Use> before = new ArrayList<>(schema.alternatives);
      schema.alternatives.clear();
      before.forEach(each -> schema.alternatives.add(joined(each.schema(), part)));
      return;
    }
    if (other.typed && !schema.typed) {
      schema.kind = other.kind;
    }
    if (other.typed || part.nullHere()) {
      boolean either = part.nullable() || schema.nullable;
      schema.nullable = schema.typed ? part.nullable() && schema.nullable : either;
      schema.typed = true;
    }
    if (schema.kind == Kind.ANY || (schema.kind == Kind.NUMBER && other.kind == Kind.INTEGER)) {
      schema.kind = other.kind;
    }
    schema.format = schema.format.isEmpty() ? other.format : schema.format;
    if (other.values != null) {
      Set<Object> both = new LinkedHashSet<>(other.values);
      if (schema.values != null) {
        both.retainAll(schema.values);
      }
      schema.values = both;
    }
    other.limits.forEach((key, value) -> LimitKeywords.tighten(schema.limits, key, value));
    if (schema.kind != Kind.ANY) {
      schema.limits.keySet().retainAll(LimitKeywords.of(schema.kind));
    }
    other.properties.forEach((name, use) -> schema.properties.merge(name, use, this::both));
    schema.required.addAll(other.required);
    schema.items = bothIfPresent(schema.items, other.items);
    schema.additional = bothIfPresent(schema.additional, other.additional);
    other.vocabulary.forEach(
        (key, value) -> schema.vocabulary.merge(key, value, SchemaReader::bothTexts));
    removeInapplicableParts(schema);
  }

  /** Returns both texts of a keyword that several parts of a schema have, in any order. */
  private static String bothTexts(String one, String other) {
    return Stream.of(one, other)
        .flatMap(text -> Stream.of(text.split(" and ", -1)))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" and "));
  }

  /** Removes what does not apply to the type; of two contradictory types, the first wins. */
  private static void removeInapplicableParts(Schema schema) {
    boolean any = schema.kind == Kind.ANY;
    if (!any && schema.kind != Kind.ARRAY) {
      schema.items = null;
    }
    if (!any && schema.kind != Kind.OBJECT) {
      schema.additional = null;
      schema.properties.clear();
      schema.required.clear();
    }
    if (!any && !schema.kind.isScalar()) {
      schema.format = "";
    }
  }

  private @Nullable Use bothIfPresent(@Nullable Use one, @Nullable Use two) {
    return one == null || two == null ? (one == null ? two : one) : both(one, two);
  }

  /**
   * Intersects two uses of the same field or item, with the flags of both. A recursive one is
   * postponed until the enclosing schema is complete.
   */
  private Use both(Use one, Use two) {
    Schema first = one.schema();
    Schema second = two.schema();
    if (first == second) {
      boolean nullable = one.nullHere() && two.nullHere();
      return new Use(first, nullable, one.raw(), one.flags()).and(two);
    }
    if (!isOpen(second) && allowsAnything(second)) {
      return one.and(two);
    }
    if (!isOpen(first) && allowsAnything(first)) {
      return two.and(one);
    }
    Joined key = new Joined(first, one.nullHere(), second, two.nullHere());
    @Nullable Schema known = joined.get(key);
    Schema both = known == null ? new Schema(first.raw(), label(one, two)) : known;
    if (known == null) {
      joined.put(key, both);
      Runnable join =
          () -> {
            join(both, one);
            join(both, two);
            tidy(both);
          };
      if (isOpen(first) || isOpen(second)) {
        waiting.add(join);
      } else {
        join.run();
      }
    }
    return new Use(both, false, first.raw()).and(one).and(two);
  }

  private static String label(Use one, Use two) {
    String label = one.schema().label();
    return label.isEmpty() ? two.schema().label() : label;
  }

  /** Whether a schema is not complete yet. */
  private boolean isOpen(Schema schema) {
    return unfinished.contains(schema) || postponed.containsKey(schema) || filling.contains(schema);
  }

  /** Whether a schema allows any value; an unfinished one does not count. */
  private boolean allowsAnything(Schema schema) {
    return schema.kind == Kind.ANY && !unfinished.contains(schema);
  }

  private Use joined(Schema one, Use two) {
    Schema both = new Schema(one.raw(), one.label());
    join(both, new Use(one, false, one.raw()));
    join(both, two);
    return new Use(both, false, one.raw());
  }

  /**
   * Adds the alternatives of {@code oneOf} or {@code anyOf}, intersected with the schema so far.
   */
  private void choose(Schema schema, String key) {
    List<Node> choices = schema.raw().get(key).items().toList();
    if (choices.isEmpty()) {
      return;
    }
    List<Use> alternatives =
        choices.stream().filter(each -> !isNull(each)).map(this::read).toList();
    boolean nullable = alternatives.size() < choices.size();
    if (!alternatives.isEmpty()) {
      distribute(schema, alternatives);
    }
    schema.nullable |= nullable;
    if (alternatives.isEmpty() && SemanticEquality.isEmpty(schema)) {
      schema.kind = Kind.NEVER;
      schema.typed = true;
    }
  }

  private void distribute(Schema schema, List<Use> choices) {
    boolean empty = SemanticEquality.isEmpty(schema);
    boolean mayBeNull = !schema.typed;
    List<Use> own = schema.kind == Kind.UNION ? List.copyOf(schema.alternatives) : List.of();
    List<Use> all = new ArrayList<>();
    for (Use choice : choices) {
      schema.nullable |= mayBeNull && choice.nullable();
      if (choice.schema().kind == Kind.NEVER) {
        continue;
      }
      if (empty) {
        all.add(new Use(choice.schema(), false, choice.raw(), choice.flags()));
      } else if (own.isEmpty()) {
        all.add(joined(copy(schema), choice));
      } else {
        own.forEach(each -> all.add(joined(each.schema(), choice)));
      }
    }
    if (all.isEmpty()) {
      return;
    }
    schema.alternatives.clear();
    schema.alternatives.addAll(all);
    schema.kind = Kind.UNION;
    schema.typed = true;
    schema.format = "";
    schema.values = null;
    schema.items = null;
    schema.additional = null;
    schema.limits.clear();
    schema.properties.clear();
    schema.required.clear();
    schema.vocabulary.clear();
  }

  private Schema copy(Schema schema) {
    Schema copy = new Schema(schema.raw(), "");
    join(copy, new Use(snapshotOf(schema), false, schema.raw()));
    return copy;
  }

  /** Returns a copy of an unfinished schema, to intersect with its own alternatives. */
  private static Schema snapshotOf(Schema schema) {
    Schema snapshot = new Schema(schema.raw(), schema.label());
    snapshot.kind = schema.kind;
    snapshot.typed = schema.typed;
    snapshot.format = schema.format;
    snapshot.values = schema.values;
    snapshot.items = schema.items;
    snapshot.additional = schema.additional;
    snapshot.limits.putAll(schema.limits);
    snapshot.properties.putAll(schema.properties);
    snapshot.required.addAll(schema.required);
    snapshot.vocabulary.putAll(schema.vocabulary);
    return snapshot;
  }

  /** Merges enumerations in a union into one, and removes duplicate alternatives. */
  private void simplify(Schema schema) {
    if (schema.kind != Kind.UNION) {
      return;
    }
    List<Use> flat = new ArrayList<>();
    for (Use each : schema.alternatives) {
      for (Use one : each.schema().alternatives()) {
        if (flat.stream()
            .noneMatch(other -> SemanticEquality.schemas(one.schema(), other.schema()))) {
          flat.add(one);
        }
      }
    }
    flat = withoutSpecialCases(flat);
    Schema first = flat.get(0).schema();
    boolean lists =
        flat.stream()
            .allMatch(
                each ->
                    each.schema().values != null
                        && each.schema().kind.isScalar()
                        && (each.schema().kind == first.kind
                            || (isNumber(each.schema()) && isNumber(first))));
    schema.alternatives.clear();
    if (flat.size() > 1 && !lists) {
      schema.alternatives.addAll(flat);
      return;
    }
    boolean nullable = schema.nullable;
    schema.kind = Kind.ANY;
    schema.typed = false;
    join(schema, new Use(snapshotOf(first), false, schema.raw()));
    schema.nullable = nullable;
    schema.typed |= nullable;
    if (lists) {
      Set<Object> values = new LinkedHashSet<>();
      for (Use each : flat) {
        values.addAll(Objects.requireNonNull(each.schema().values));
        schema.kind = each.schema().kind == Kind.NUMBER ? Kind.NUMBER : schema.kind;
      }
      schema.values = values;
    }
  }

  /** Removes alternatives whose values another one allows as well, as {@code string} does. */
  private static List<Use> withoutSpecialCases(List<Use> alternatives) {
    return alternatives.stream()
        .filter(
            each ->
                alternatives.stream()
                    .map(Use::schema)
                    .noneMatch(other -> isSpecialCase(each.schema(), other)))
        .toList();
  }

  private static boolean isSpecialCase(Schema schema, Schema other) {
    return isUnrestricted(other)
        && (schema.kind == other.kind
            ? !isUnrestricted(schema)
            : schema.kind == Kind.INTEGER && other.kind == Kind.NUMBER);
  }

  /** Whether a schema allows all values of a scalar type. */
  private static boolean isUnrestricted(Schema schema) {
    return schema.kind.isScalar()
        && schema.format.isEmpty()
        && schema.values == null
        && schema.limits.isEmpty()
        && schema.vocabulary.isEmpty();
  }

  private static boolean isNumber(Schema schema) {
    return schema.kind == Kind.NUMBER || schema.kind == Kind.INTEGER;
  }

  /** Two schemas, by identity, and whether each use allows null. */
  private record Joined(Schema one, boolean nullOne, Schema two, boolean nullTwo) {
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Joined other
          && other.one == one
          && other.two == two
          && other.nullOne == nullOne
          && other.nullTwo == nullTwo;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(one) + System.identityHashCode(two);
    }
  }
}
