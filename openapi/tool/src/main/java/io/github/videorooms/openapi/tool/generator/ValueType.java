package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.math.BigDecimal;
import java.util.Map;

/** The Java type of a schema, and the code that reads, writes and copies its values. */
public final class ValueType {
  private static final BigDecimal MAX_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final BigDecimal MIN_INT = BigDecimal.valueOf(Integer.MIN_VALUE);

  static final ValueType STRING =
      new ValueType(Kind.SCALAR, "String", "ModelJson.STRING", "ModelJson.readString(in)");
  static final ValueType ANY =
      new ValueType(Kind.ANY, "Object", "ValueAdapters.ANY", "ModelJson.readAny(in)");
  private static final ValueType FREE_FORM =
      new ValueType(
          Kind.FREE_FORM,
          "Map<String, @Nullable Object>",
          "ValueAdapters.FREE_FORM",
          "ModelJson.readFreeForm(in)");

  private static final Map<String, String> SCALAR_ADAPTERS =
      Map.of(
          "Boolean", "BOOLEAN",
          "Integer", "INTEGER",
          "Long", "LONG",
          "BigDecimal", "BIG_DECIMAL",
          "Instant", "INSTANT",
          "LocalDate", "LOCAL_DATE");

  private enum Kind {
    SCALAR,
    TIME,
    NAMED,
    FREE_FORM,
    ANY,
    LIST
  }

  private final Kind kind;
  private final String name;
  private final String adapter;
  private final String read;
  private final ValueType items;

  private ValueType(Kind kind, String name, String adapter, String read) {
    this.kind = kind;
    this.name = name;
    this.adapter = adapter;
    this.read = read;
    this.items = this;
  }

  private ValueType(ValueType items) {
    this.kind = Kind.LIST;
    this.name = "List<" + (items.kind == Kind.ANY ? "@Nullable Object" : items.name) + ">";
    this.adapter = "ValueAdapters.listOf(" + items.adapter + ")";
    this.read = "ModelJson.readList(in, " + items.adapter + ")";
    this.items = items;
  }

  /** Returns the type of values of a schema. */
  public static ValueType of(Document document, Node schema) {
    Node target = target(document, schema);
    if (document.isNamedSchema(target) && isClass(target)) {
      return new ValueType(
          Kind.NAMED, target.key(), target.key() + ".ADAPTER", target.key() + ".ADAPTER.read(in)");
    }
    return switch (target.get("type").text()) {
      case "string" -> string(target.get("format").text());
      case "integer" -> scalar(isInt(target) ? "Integer" : "Long");
      case "number" -> scalar("BigDecimal");
      case "boolean" -> scalar("Boolean");
      case "array" -> new ValueType(of(document, target.get("items")));
      case "object" -> FREE_FORM;
      default -> ANY;
    };
  }

  private static ValueType string(String format) {
    return switch (format) {
      case "date-time" -> time("Instant");
      case "date" -> time("LocalDate");
      default -> STRING;
    };
  }

  private static ValueType scalar(String name) {
    return new ValueType(
        Kind.SCALAR,
        name,
        "ValueAdapters." + SCALAR_ADAPTERS.get(name),
        "ModelJson.read" + name + "(in)");
  }

  private static ValueType time(String name) {
    ValueType scalar = scalar(name);
    return new ValueType(Kind.TIME, name, scalar.adapter, scalar.read);
  }

  /** Resolves references, including a single one in an {@code allOf}. */
  public static Node target(Document document, Node schema) {
    Node target = document.resolve(schema);
    for (int hops = 0; isWrapped(target) && hops < 10; hops++) {
      target = document.resolve(target.get("allOf").get(0));
    }
    return target;
  }

  private static boolean isWrapped(Node schema) {
    return schema.get("allOf").items().count() == 1 && !schema.has("properties");
  }

  /** Returns whether a named schema becomes a class. */
  public static boolean isClass(Node schema) {
    return isEnum(schema) || isModel(schema);
  }

  static boolean isEnum(Node schema) {
    return schema.has("enum") && schema.get("type").is("string");
  }

  static boolean isModel(Node schema) {
    return schema.has("properties")
        || (schema.get("type").is("object") && !schema.has("additionalProperties"));
  }

  /** Whether an integer fits an {@code int}; one without a format might not. */
  private static boolean isInt(Node schema) {
    return schema.get("format").is("int32")
        && number(schema.get("maximum")).compareTo(MAX_INT) <= 0
        && number(schema.get("minimum")).compareTo(MIN_INT) >= 0;
  }

  private static BigDecimal number(Node limit) {
    return limit.value() instanceof Number
        ? new BigDecimal(limit.value().toString())
        : BigDecimal.ZERO;
  }

  /** Returns the name of the type in Java. */
  public String name() {
    return name;
  }

  boolean isFreeForm() {
    return kind == Kind.FREE_FORM;
  }

  boolean isAny() {
    return kind == Kind.ANY;
  }

  boolean isList() {
    return kind == Kind.LIST;
  }

  ValueType items() {
    return items;
  }

  /** Whether values contain arbitrary JSON. */
  boolean holdsFreeForm() {
    return isFreeForm() || isAny() || (isList() && items.holdsFreeForm());
  }

  /** Returns the type of a builder's parameter. */
  String accepted() {
    return isFreeForm() ? "Map<String, ? extends @Nullable Object>" : name;
  }

  /** Returns the code that reads a value from {@code in}. */
  String read() {
    return read;
  }

  /** Returns the code that writes a non-null value to {@code out}. */
  String write(String value) {
    return switch (kind) {
      case SCALAR -> "out.value(" + value + ")";
      case TIME -> "out.value(ModelJson.timeText(" + value + "))";
      case FREE_FORM -> "ModelJson.writeFreeForm(out, " + value + ")";
      case ANY -> "ModelJson.writeValue(out, " + value + ")";
      case LIST -> "ModelJson.writeList(out, " + items.adapter + ", " + value + ")";
      default -> adapter + ".write(out, " + value + ")";
    };
  }

  /** Returns an expression that copies a mutable value, or the value itself if it is immutable. */
  String copy(String value, String wireName) {
    String path = JavaText.literal(wireName);
    return switch (kind) {
      case FREE_FORM -> "ModelJson.copyOfObject(" + value + ", " + path + ")";
      case ANY -> "ModelJson.copyOfValue(" + value + ", " + path + ")";
      case LIST -> copyOfList(value);
      default -> value;
    };
  }

  private String copyOfList(String value) {
    String name = JavaText.literal(value);
    if (items.isAny()) {
      return "ValueAdapters.copyOfValues(" + value + ", " + name + ")";
    }
    return items.isList() || items.isFreeForm()
        ? "ValueAdapters.copyOfList(" + value + ", " + name + ", " + items.copier() + ")"
        : "ModelJson.copyOfList(" + value + ", " + name + ")";
  }

  /** Returns a function that copies an item, given the item and its path for messages. */
  private String copier() {
    if (isFreeForm()) {
      return "ModelJson::copyOfObject";
    }
    if (!isList()) {
      return "ValueAdapters.same()";
    }
    return items.isAny()
        ? "ValueAdapters::copyOfValues"
        : "ValueAdapters.lists(" + items.copier() + ")";
  }
}
