package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import io.github.videorooms.openapi.tool.incoming.SemanticEquality;
import io.github.videorooms.openapi.tool.merge.SchemaChange.Effect;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the changes of a schema itself; its fields and items are compared on their own. */
final class SchemaComparison {
  private static final Set<String> BOUNDS =
      Set.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum");

  private final List<SchemaChange> changes = new ArrayList<>();

  private SchemaComparison() {}

  static List<SchemaChange> of(Occurrence occurrence) {
    SchemaComparison comparison = new SchemaComparison();
    Use base = occurrence.base();
    Use theirs = occurrence.theirs();
    if (base == null && theirs != null) {
      String text = occurrence.theirsRequired() ? "new required field" : "new field";
      comparison.add(Kind.PROPERTY, "added", text, "", theirs.schema(), Effect.COMPATIBLE);
    } else if (base != null && theirs == null) {
      comparison.add(Kind.PROPERTY, "removed", "field removed", base.schema(), "", Effect.CHANGED);
    } else if (base != null && theirs != null) {
      comparison.uses(occurrence, base, theirs);
    }
    return comparison.changes;
  }

  private void add(Kind kind, String key, String text, Object before, Object after, Effect effect) {
    changes.add(
        new SchemaChange(kind, key, text, String.valueOf(before), String.valueOf(after), effect));
  }

  private void uses(Occurrence occurrence, Use base, Use theirs) {
    if (occurrence.isField() && occurrence.baseRequired() != occurrence.theirsRequired()) {
      boolean required = occurrence.theirsRequired();
      add(
          Kind.REQUIRED,
          required ? "required" : "optional",
          required ? "is now required" : "is now optional",
          "",
          "",
          required ? Effect.NARROWED : Effect.WIDENED);
    }
    boolean any =
        base.schema().kind() == Schema.Kind.ANY || theirs.schema().kind() == Schema.Kind.ANY;
    if (base.nullable() != theirs.nullable() && !any) {
      boolean nullable = theirs.nullable();
      add(
          Kind.NULLABLE,
          nullable ? "nullable" : "not null",
          nullable ? "may now be null" : "is no longer null",
          "",
          "",
          nullable ? Effect.WIDENED : Effect.NARROWED);
    }
    if (base.flag("deprecated") != theirs.flag("deprecated")) {
      boolean deprecated = theirs.flag("deprecated");
      add(
          Kind.EXTENSION,
          "deprecated",
          deprecated ? "is now deprecated" : "is no longer deprecated",
          "",
          "",
          Effect.COMPATIBLE);
    }
    schemas(base.schema(), theirs.schema());
  }

  private void schemas(Schema base, Schema theirs) {
    MatchedAlternatives matched = MatchedAlternatives.of(base, theirs);
    if (matched.pairs().isEmpty()) {
      add(Kind.TYPE, "type", "type", base, theirs, effect(base.kind(), theirs.kind()));
      return;
    }
    matched
        .added()
        .forEach(each -> add(Kind.TYPE, "type", "also allows", "", each, Effect.WIDENED));
    matched
        .removed()
        .forEach(each -> add(Kind.TYPE, "type", "no longer allows", each, "", Effect.NARROWED));
    for (MatchedAlternatives.Pair pair : matched.pairs()) {
      one(pair.base(), pair.theirs());
    }
  }

  private static Effect effect(Schema.Kind before, Schema.Kind after) {
    boolean widened =
        after == Schema.Kind.ANY || (before == Schema.Kind.INTEGER && after == Schema.Kind.NUMBER);
    boolean narrowed =
        before == Schema.Kind.ANY || (before == Schema.Kind.NUMBER && after == Schema.Kind.INTEGER);
    return widened ? Effect.WIDENED : narrowed ? Effect.NARROWED : Effect.CHANGED;
  }

  private void one(Schema base, Schema theirs) {
    if (!base.format().equals(theirs.format())) {
      String before = base.format().isEmpty() ? "none" : base.format();
      String after = theirs.format().isEmpty() ? "none" : theirs.format();
      add(Kind.FORMAT, "format", "format", before, after, format(base, theirs));
    }
    values(base.values(), theirs.values());
    limits(base, theirs);
    Set<String> words = new LinkedHashSet<>(base.vocabulary().keySet());
    words.addAll(theirs.vocabulary().keySet());
    for (String each : words) {
      String before = base.vocabulary().getOrDefault(each, "");
      String after = theirs.vocabulary().getOrDefault(each, "");
      if (!before.equals(after)) {
        Effect effect =
            before.isEmpty() ? Effect.NARROWED : after.isEmpty() ? Effect.WIDENED : Effect.CHANGED;
        add(Kind.COMPOSITION, "vocabulary " + each, each, before, after, effect);
      }
    }
  }

  private static Effect format(Schema base, Schema theirs) {
    String before = base.format();
    String after = theirs.format();
    if (after.isEmpty() || (before.equals("int32") && after.equals("int64"))) {
      return Effect.WIDENED;
    }
    return before.isEmpty() || (before.equals("int64") && after.equals("int32"))
        ? Effect.NARROWED
        : Effect.CHANGED;
  }

  private void values(@Nullable Set<Object> before, @Nullable Set<Object> after) {
    if (before == null || after == null) {
      if (before != after) {
        boolean listed = after != null;
        add(
            Kind.ENUM,
            listed ? "closed" : "opened",
            listed ? "now an enumeration" : "no longer an enumeration",
            "",
            "",
            listed ? Effect.NARROWED : Effect.COMPATIBLE);
      }
      return;
    }
    for (Object each : after) {
      if (!before.contains(each)) {
        add(Kind.ENUM, "+" + each, "new value", "", each, Effect.COMPATIBLE);
      }
    }
    for (Object each : before) {
      if (!after.contains(each)) {
        add(Kind.ENUM, "-" + each, "value removed", each, "", Effect.NARROWED);
      }
    }
  }

  private void limits(Schema base, Schema theirs) {
    bound(base, theirs, "minimum", "exclusiveMinimum");
    bound(base, theirs, "maximum", "exclusiveMaximum");
    Set<String> keys = new LinkedHashSet<>(base.limits().keySet());
    keys.addAll(theirs.limits().keySet());
    keys.removeAll(BOUNDS);
    for (String key : keys) {
      Object before = base.limits().get(key);
      Object after = theirs.limits().get(key);
      if (!Objects.equals(before, after)) {
        add(Kind.LIMIT, key, key, text(before), text(after), limit(key, before, after));
      }
    }
  }

  private static String text(@Nullable Object limit) {
    return limit == null
        ? "none"
        : limit instanceof BigDecimal number ? number.toPlainString() : limit.toString();
  }

  /** Compares one bound of a number, whether inclusive or exclusive. */
  private void bound(Schema base, Schema theirs, String closed, String open) {
    if (Objects.equals(base.bound(closed), theirs.bound(closed))) {
      return;
    }
    Object before = first(base.limits(), open, closed);
    Object after = first(theirs.limits(), open, closed);
    boolean sameNumber = before != null && before.equals(after);
    Effect effect =
        sameNumber
            ? theirs.limits().containsKey(open) ? Effect.NARROWED : Effect.WIDENED
            : limit(closed, before, after);
    String text = closed.equals("minimum") ? "lower limit" : "upper limit";
    add(
        Kind.LIMIT,
        closed,
        text,
        bounded(base, closed, open),
        bounded(theirs, closed, open),
        effect);
  }

  private static String bounded(Schema schema, String closed, String open) {
    String key = schema.limits().containsKey(open) ? open : closed;
    Object value = schema.limits().get(key);
    return value == null ? "none" : key + " " + text(value);
  }

  private static @Nullable Object first(Map<String, Object> limits, String one, String other) {
    Object value = limits.get(one);
    return value == null ? limits.get(other) : value;
  }

  private static Effect limit(String key, @Nullable Object before, @Nullable Object after) {
    if (before == null || after == null) {
      return before == null ? Effect.NARROWED : Effect.WIDENED;
    }
    if (!(before instanceof BigDecimal one) || !(after instanceof BigDecimal other)) {
      return Effect.CHANGED;
    }
    if (key.equals("multipleOf")) {
      return Effect.CHANGED;
    }
    return one.compareTo(other) < 0 == key.startsWith("min") ? Effect.NARROWED : Effect.WIDENED;
  }

  /** Whether two schemas have the same type and format; limits, fields and items are ignored. */
  static boolean sameType(Schema one, Schema other) {
    return one.alternatives().size() == other.alternatives().size()
        && one.alternatives().stream()
            .allMatch(
                each ->
                    other.alternatives().stream()
                        .anyMatch(counterpart -> isLike(each.schema(), counterpart.schema())));
  }

  private static boolean isLike(Schema one, Schema other) {
    return one.kind() == other.kind()
        && (!one.kind().isScalar() || one.format().equals(other.format()));
  }

  /** Whether every value of a schema that is not a union is valid for another one. */
  static boolean accepts(Schema other, Schema schema) {
    return other.alternatives().stream()
        .map(Use::schema)
        .anyMatch(one -> fits(one, schema) && !narrows(schema, one));
  }

  /** Whether a schema lacks values of another one of its kind; fields and items are ignored. */
  private static boolean narrows(Schema before, Schema after) {
    SchemaComparison comparison = new SchemaComparison();
    if (after.kind() != Schema.Kind.ANY) {
      comparison.one(before, after);
    }
    return comparison.changes.stream()
        .anyMatch(each -> each.effect() == Effect.NARROWED || each.effect() == Effect.CHANGED);
  }

  /** Whether our schema accepts values of the vendor's schema. */
  static boolean fits(Schema ours, Schema theirs) {
    return ours.kind() == theirs.kind()
        || ours.kind() == Schema.Kind.ANY
        || (ours.kind() == Schema.Kind.NUMBER && theirs.kind() == Schema.Kind.INTEGER);
  }

  /** Whether there is no change at all, including fields and items. */
  static boolean none(@Nullable Use base, @Nullable Use theirs) {
    return SemanticEquality.uses(base, theirs);
  }
}
