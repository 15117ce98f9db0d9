package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The set of values that are allowed at one place of a request or response, in a form that does not
 * depend on notation.
 *
 * <p>References are resolved, compositions are merged, and descriptions are left out. A schema that
 * refers to itself is a cycle of objects, so code that walks schemas has to remember the visited
 * ones.
 */
public final class Schema {
  /** The JSON type of a value. A union has several, see {@link #alternatives}. */
  public enum Kind {
    ANY,
    NEVER,
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    ARRAY,
    OBJECT,
    UNION;

    /** Returns whether values of this kind have no fields or items. */
    public boolean isScalar() {
      return this == STRING || this == INTEGER || this == NUMBER || this == BOOLEAN;
    }
  }

  /** The boolean annotations of a schema that can also be set where it is used. */
  static final List<String> FLAGS = List.of("readOnly", "writeOnly", "deprecated");

  private final Node raw;
  private final String label;

  Kind kind = Kind.ANY;
  String format = "";
  boolean nullable;

  /** Whether the schema restricts the type; otherwise null is allowed like any value. */
  boolean typed;

  @Nullable Set<Object> values;
  @Nullable Use items;
  @Nullable Use additional;
  final Map<String, Object> limits = new LinkedHashMap<>();
  final Map<String, Use> properties = new LinkedHashMap<>();
  final Set<String> required = new LinkedHashSet<>();
  final List<Use> alternatives = new ArrayList<>();
  final Map<String, String> vocabulary = new LinkedHashMap<>();

  /** The flags that its compositions set, such as {@code readOnly}. */
  final Set<String> flags = new LinkedHashSet<>();

  Schema(Node raw, String label) {
    this.raw = raw;
    this.label = label;
  }

  /** Resets the schema to its initial state. */
  void clear() {
    kind = Kind.ANY;
    format = "";
    nullable = false;
    typed = false;
    values = null;
    items = null;
    additional = null;
    limits.clear();
    properties.clear();
    required.clear();
    alternatives.clear();
    vocabulary.clear();
    flags.clear();
  }

  /** Returns a schema that allows any value. */
  public static Schema any() {
    return new Schema(Node.of(null), "");
  }

  /** Returns the node that the schema was read from. */
  public Node raw() {
    return raw;
  }

  /** Returns its name without namespace, or {@code ""}; names do not affect comparisons. */
  public String label() {
    return label;
  }

  /** Returns the type of the JSON value. */
  public Kind kind() {
    return kind;
  }

  /** Returns the format of a scalar, or {@code ""}. */
  public String format() {
    return format;
  }

  /** Returns the enumerated values in document order, or null if it is not an enumeration. */
  public @Nullable Set<Object> values() {
    return values;
  }

  /** Returns the limits, such as {@code maxLength}, by keyword. */
  public Map<String, Object> limits() {
    return limits;
  }

  /** Returns the fields of an object. */
  public Map<String, Use> properties() {
    return properties;
  }

  /** Returns whether an object requires a field. */
  public boolean requires(String property) {
    return required.contains(property);
  }

  /** Returns the items of an array, or null if items can be any value. */
  public @Nullable Use items() {
    return items;
  }

  /** Returns the values of a map with arbitrary keys, or null if values can be anything. */
  public @Nullable Use additional() {
    return additional;
  }

  /** Returns the alternatives of a union, or only this schema if it is not a union. */
  public List<Use> alternatives() {
    return kind == Kind.UNION ? alternatives : List.of(new Use(this, false, raw));
  }

  /** Returns all other keywords that affect the meaning, with their values. */
  public Map<String, String> vocabulary() {
    return vocabulary;
  }

  /** Returns whether this is an object without declared fields. */
  public boolean isFreeForm() {
    return kind == Kind.OBJECT && properties.isEmpty();
  }

  /**
   * Returns the lower or upper bound of a number in a normalized form: an integer above 0 is an
   * integer from 1.
   *
   * @param key {@code minimum} or {@code maximum}
   */
  public @Nullable Object bound(String key) {
    Object open = limits.get(key.equals("minimum") ? "exclusiveMinimum" : "exclusiveMaximum");
    if (open == null) {
      return limits.get(key);
    }
    if (kind == Kind.INTEGER && open instanceof BigDecimal number) {
      BigDecimal step = key.equals("minimum") ? BigDecimal.ONE : BigDecimal.ONE.negate();
      return LimitKeywords.comparable(number.add(step));
    }
    return "exclusive " + open;
  }

  /**
   * Returns a short description, such as {@code string (date-time)} or {@code array of integer}.
   */
  @Override
  public String toString() {
    return text(List.of());
  }

  private String text(List<Schema> around) {
    String type = kind.name().toLowerCase(Locale.ROOT);
    if (around.stream().anyMatch(each -> each == this)) {
      return label.isEmpty() ? type : label;
    }
    List<Schema> here = new ArrayList<>(around);
    here.add(this);
    return switch (kind) {
      case ANY -> "any value";
      case NEVER -> "nothing";
      case ARRAY -> "array of " + (items == null ? "any value" : items.schema().text(here));
      case OBJECT -> label.isEmpty() ? type : label;
      case UNION ->
          String.join(" or ", alternatives.stream().map(each -> each.schema().text(here)).toList());
      default ->
          values != null && !label.isEmpty()
              ? label
              : type + (format.isEmpty() ? "" : " (" + format + ")");
    };
  }

  /**
   * A use of a schema at one place, which may allow null and have its own description.
   *
   * @param flags the flags that are set between the place and the schema
   */
  public record Use(Schema schema, boolean nullHere, Node raw, Set<String> flags) {
    Use(Schema schema, boolean nullHere, Node raw) {
      this(schema, nullHere, raw, Set.of());
    }

    /** Returns a use of a schema without flags of its own. */
    public static Use of(Schema schema) {
      return new Use(schema, false, Node.of(null));
    }

    /** Returns whether null is allowed. */
    public boolean nullable() {
      return nullHere || schema.nullable;
    }

    /** Returns whether a flag such as {@code deprecated} is set, here or on the schema. */
    public boolean flag(String name) {
      return isSetHere(name) || schema.raw().flag(name) || schema.flags.contains(name);
    }

    private boolean isSetHere(String flag) {
      return raw.flag(flag) || flags.contains(flag);
    }

    /** Returns the description of this use, or that of the schema, or {@code ""}. */
    public String description() {
      String here = raw.get("description").text();
      return here.isEmpty() ? schema.raw().get("description").text() : here;
    }

    /** Returns the use of the same schema at a node that refers to this one. */
    Use at(Node place, boolean nullable) {
      return new Use(schema, nullHere || nullable, place, flags).with(this::isSetHere);
    }

    /** Adds the flags of an enclosing node. */
    Use within(Node node) {
      return with(node::flag);
    }

    /** Adds the flags of another use of the same value. */
    Use and(Use other) {
      return with(other::flag);
    }

    private Use with(Predicate<String> isSet) {
      Set<String> all = new LinkedHashSet<>(flags);
      FLAGS.stream().filter(isSet).forEach(all::add);
      return new Use(schema, nullHere, raw, all);
    }
  }
}
