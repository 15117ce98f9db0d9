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
 * What may stand in one place of a request or response, whatever way a document spells it.
 *
 * <p>References are followed, compositions merged, and prose left out. A schema that refers to
 * itself is a cycle of these objects, so it is never walked without a memory of what was seen.
 */
public final class Schema {
  /** The JSON type. A union has several; its alternatives say which. */
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

    /** Whether a value of this kind has no parts. */
    public boolean isScalar() {
      return this == STRING || this == INTEGER || this == NUMBER || this == BOOLEAN;
    }
  }

  /** What a place, or a schema itself, may say of its use. */
  static final List<String> FLAGS = List.of("readOnly", "writeOnly", "deprecated");

  private final Node raw;
  private final String label;

  Kind kind = Kind.ANY;
  String format = "";
  boolean nullable;

  /** Whether the schema restricts the type, so that null is not just any value. */
  boolean typed;

  @Nullable Set<Object> values;
  @Nullable Use items;
  @Nullable Use additional;
  final Map<String, Object> limits = new LinkedHashMap<>();
  final Map<String, Use> properties = new LinkedHashMap<>();
  final Set<String> required = new LinkedHashSet<>();
  final List<Use> alternatives = new ArrayList<>();
  final Map<String, String> vocabulary = new LinkedHashMap<>();

  /** Flags that parts of it set, such as {@code readOnly}. */
  final Set<String> flags = new LinkedHashSet<>();

  Schema(Node raw, String label) {
    this.raw = raw;
    this.label = label;
  }

  /** Forgets all that was read. */
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

  /** Returns a schema that allows everything. */
  public static Schema any() {
    return new Schema(Node.of(null), "");
  }

  /** The node that it was read from. */
  public Node raw() {
    return raw;
  }

  /** The name it has in its document, without a namespace; or {@code ""}. It says nothing. */
  public String label() {
    return label;
  }

  /** The type of the JSON value. */
  public Kind kind() {
    return kind;
  }

  /** The format of a scalar, or {@code ""}. */
  public String format() {
    return format;
  }

  /** The only values allowed, in the order of the document; null if any is. */
  public @Nullable Set<Object> values() {
    return values;
  }

  /** What restricts a value further, by keyword. */
  public Map<String, Object> limits() {
    return limits;
  }

  /** The fields of an object. */
  public Map<String, Use> properties() {
    return properties;
  }

  /** Whether an object always has a field. */
  public boolean requires(String property) {
    return required.contains(property);
  }

  /** The items of an array; null if anything may be one. */
  public @Nullable Use items() {
    return items;
  }

  /** The values of a map whose keys are free; null if they are free as well. */
  public @Nullable Use additional() {
    return additional;
  }

  /** The schemas of which one applies; just this one if it is no union. */
  public List<Use> alternatives() {
    return kind == Kind.UNION ? alternatives : List.of(new Use(this, false, raw));
  }

  /** Keywords that no other method gives, each with what it says. */
  public Map<String, String> vocabulary() {
    return vocabulary;
  }

  /** Whether this is an object without declared fields. */
  public boolean isFreeForm() {
    return kind == Kind.OBJECT && properties.isEmpty();
  }

  /**
   * The lower or upper bound of a number, the same for any way to write it: an integer above 0 is
   * one from 1.
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
   * Returns {@code string (date-time)}, {@code array of integer}, {@code RoomLayout} and the like.
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
   * A schema where it is used: a place may allow null, and have words of its own.
   *
   * @param flags those that are set somewhere between the place and the schema
   */
  public record Use(Schema schema, boolean nullHere, Node raw, Set<String> flags) {
    Use(Schema schema, boolean nullHere, Node raw) {
      this(schema, nullHere, raw, Set.of());
    }

    /** A schema at a place that says nothing itself. */
    public static Use of(Schema schema) {
      return new Use(schema, false, Node.of(null));
    }

    /** Whether null may stand there. */
    public boolean nullable() {
      return nullHere || schema.nullable;
    }

    /** Whether a flag such as {@code deprecated} is set, there or on the schema itself. */
    public boolean flag(String name) {
      return isSetHere(name) || schema.raw().flag(name) || schema.flags.contains(name);
    }

    private boolean isSetHere(String flag) {
      return raw.flag(flag) || flags.contains(flag);
    }

    /** The words of the place, or those about the schema; {@code ""} if there are none. */
    public String description() {
      String here = raw.get("description").text();
      return here.isEmpty() ? schema.raw().get("description").text() : here;
    }

    /** Puts the schema in a place; a flag that is set between the two is one of the place. */
    Use at(Node place, boolean nullable) {
      return new Use(schema, nullHere || nullable, place, flags).with(this::isSetHere);
    }

    /** Adds the flags that a node around the place sets. */
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
