package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.DocumentTree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private final Map<String, @Nullable Object> raw;
  private final String where;
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

  Schema(Map<String, @Nullable Object> raw, String where, String label) {
    this.raw = raw;
    this.where = where;
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
    return new Schema(Map.of(), "", "");
  }

  /** The node that it was read from. */
  public Map<String, @Nullable Object> raw() {
    return raw;
  }

  /** Where that node is in its document. */
  public String where() {
    return where;
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

  /** A schema where it is used: a place may allow null, and have words of its own. */
  public record Use(Schema schema, boolean nullHere, Map<String, @Nullable Object> raw) {
    /** Whether null may stand there. */
    public boolean nullable() {
      return nullHere || schema.nullable;
    }

    /** Whether a flag such as {@code deprecated} is set, there or on the schema itself. */
    public boolean flag(String name) {
      return DocumentTree.flag(raw, name)
          || DocumentTree.flag(schema.raw(), name)
          || schema.flags.contains(name);
    }

    /** The words of the place, or those about the schema; {@code ""} if there are none. */
    public String description() {
      String here = DocumentTree.text(raw.get("description"));
      return here.isEmpty() ? DocumentTree.text(schema.raw().get("description")) : here;
    }

    /** Puts the schema in a place; a flag that is set between the two is one of the place. */
    Use at(Map<String, @Nullable Object> place, boolean nullable) {
      return new Use(schema, nullHere || nullable, withFlags(place, raw));
    }

    /** Adds the flags that a node around the place sets. */
    Use within(Map<String, @Nullable Object> node) {
      return new Use(schema, nullHere, withFlags(raw, node));
    }

    private static Map<String, @Nullable Object> withFlags(
        Map<String, @Nullable Object> node, Map<String, @Nullable Object> other) {
      Map<String, @Nullable Object> place = node;
      for (String flag : FLAGS) {
        if (DocumentTree.flag(other, flag) && !DocumentTree.flag(place, flag)) {
          place = new LinkedHashMap<>(place);
          place.put(flag, true);
        }
      }
      return place;
    }
  }
}
