package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.change.VendorChange.Disposition;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import io.github.videorooms.openapi.tool.merge.SchemaChange.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Applies the changes of schemas, or decides why not. A place of ours may correspond to several of
 * the vendor's: it changes as far as all of them do; otherwise to what is true for each.
 */
final class SchemaMerge {
  private static final String STAYS_NULLABLE = "the getter stays nullable, which is still correct";

  private final SchemaWalk walk;
  private final SchemaImport imports;

  SchemaMerge(SchemaWalk walk, SchemaImport imports) {
    this.walk = walk;
    this.imports = imports;
  }

  Decision decide(MergePoint point, SchemaChange change, List<Occurrence> group) {
    boolean sent = group.stream().anyMatch(each -> each.direction().isSent());
    Decision decision = decide(point, change, group, sent);
    boolean isOurOwn = decision.disposition() == Disposition.DEVIATION || !point.place().exists();
    return isOurOwn && mayRefuse(change, group) ? decision.withoutLimit() : decision;
  }

  /**
   * Whether the API may refuse what clients send: then a difference between our document and the
   * vendor's does not protect them.
   */
  private static boolean mayRefuse(SchemaChange change, List<Occurrence> group) {
    boolean narrower = change.effect() == Effect.NARROWED || change.effect() == Effect.CHANGED;
    return group.stream()
        .filter(each -> each.direction().isSent())
        .anyMatch(each -> narrower || (change.key().equals("added") && each.theirsRequired()));
  }

  private Decision decide(
      MergePoint point, SchemaChange change, List<Occurrence> group, boolean sent) {
    if (!point.place().exists()) {
      return Decision.harmless("not in video.yaml, which has a simpler type there");
    }
    if (change.isOfOneSchema() && isOfAlternative(point)) {
      String note = "video.yaml has " + Objects.requireNonNull(point.place().ours()).schema();
      return sent || change.key().equals("format")
          ? Decision.simplified(note)
          : Decision.harmless(note);
    }
    return switch (change.key()) {
      case "added" -> added(point, sent);
      case "removed" -> removed(point, group);
      case "required" -> required(point, sent);
      case "optional" -> optional(point, sent);
      case "nullable" -> nullable(point, sent);
      case "not null" -> notNull(point, sent);
      case "deprecated" -> deprecated(point);
      case "type" -> type(point, sent);
      case "format" -> format(point);
      case "closed", "opened" -> listing(point, change);
      default -> {
        if (change.key().startsWith("vocabulary ")) {
          yield Decision.notApplied(
              "the client does not understand this keyword; check what it means");
        }
        yield change.key().startsWith("+") || change.key().startsWith("-")
            ? value(point, change)
            : limit(point, change.key());
      }
    };
  }

  private Decision added(MergePoint point, boolean sent) {
    Place place = point.place();
    Schema owner = Objects.requireNonNull(place.owner());
    if (place.ours() != null) {
      return Decision.ALREADY;
    }
    List<String> losses = new ArrayList<>();
    List<Occurrence> present = point.present();
    Use theirs = Objects.requireNonNull(present.get(0).theirs());
    boolean everywhere = present.size() >= walk.visits(owner);
    boolean required =
        everywhere
            && present.stream()
                .allMatch(
                    each ->
                        each.theirsRequired()
                            && (sent || !Objects.requireNonNull(each.theirs()).nullable()));
    if (!required && sent && present.stream().anyMatch(Occurrence::theirsRequired)) {
      losses.add("optional in video.yaml, since not all operations with this type require it");
    }
    Node field =
        agreed(point) == null
            ? SchemaImport.anyValue(theirs.description())
            : imports.place(theirs, sent, place.name(), losses);
    Node properties = owner.raw().child("properties");
    properties.put(place.key(), field.object());
    if (required && (sent || !imports.isNullable(field))) {
      require(owner, place.key());
    }
    FieldNames.assign(properties);
    return Decision.appliedWith(losses);
  }

  /** Returns the vendor's new schema if it is of the same type in all occurrences, or null. */
  private static @Nullable Use agreed(MergePoint point) {
    List<Occurrence> present = point.present();
    Use first = present.get(0).theirs();
    boolean same =
        present.stream()
            .allMatch(
                each ->
                    SchemaComparison.sameType(
                        Objects.requireNonNull(first).schema(),
                        Objects.requireNonNull(each.theirs()).schema()));
    return same ? first : null;
  }

  private Decision removed(MergePoint point, List<Occurrence> group) {
    Place place = point.place();
    if (place.ours() == null) {
      return Decision.ALREADY;
    }
    if (!place.ours().raw().get("x-aliases").list().isEmpty() && !point.present().isEmpty()) {
      return Decision.deviation("video.yaml reads it under several names");
    }
    Schema owner = Objects.requireNonNull(place.owner());
    if (!point.present().isEmpty()) {
      boolean sure = group.stream().anyMatch(Occurrence::baseRequired);
      unrequire(owner, place.key());
      String note = "the field stays, for the other operations that have it";
      boolean received = group.stream().noneMatch(each -> each.direction().isSent());
      return received && !sure ? Decision.harmless(note) : Decision.simplified(note);
    }
    owner.raw().get("properties").remove(place.key());
    unrequire(owner, place.key());
    return Decision.APPLIED;
  }

  /** Returns our node at a place; editing it edits the document. */
  private static Node node(Place place) {
    return Objects.requireNonNull(place.holder()).get(place.key());
  }

  private static void unrequire(Schema owner, String name) {
    List<@Nullable Object> names = owner.raw().get("required").list();
    names.remove(name);
    if (names.isEmpty()) {
      owner.raw().remove("required");
    }
  }

  private static void require(Schema owner, String name) {
    List<@Nullable Object> names = new ArrayList<>(owner.raw().get("required").list());
    if (!names.contains(name)) {
      names.add(name);
      KeyOrder.put(owner.raw(), "required", names);
    }
  }

  private boolean isEverywhere(MergePoint point, Predicate<Occurrence> test) {
    Schema owner = point.place().owner();
    return point.present().stream().allMatch(test)
        && (owner == null || point.present().size() >= walk.visits(owner));
  }

  private Decision required(MergePoint point, boolean sent) {
    Place place = point.place();
    Schema owner = place.owner();
    if (place.ours() == null || owner == null) {
      return Decision.deviation("video.yaml has no such field");
    }
    if (owner.requires(place.key())) {
      return Decision.ALREADY;
    }
    if (!sent) {
      return Decision.harmless(STAYS_NULLABLE);
    }
    if (!isEverywhere(point, Occurrence::theirsRequired)) {
      return Decision.simplified("optional in video.yaml, since not all operations require it");
    }
    require(owner, place.key());
    return Decision.APPLIED;
  }

  private Decision optional(MergePoint point, boolean sent) {
    Place place = point.place();
    Schema owner = place.owner();
    if (place.ours() == null || owner == null) {
      return Decision.deviation("video.yaml has no such field");
    }
    if (!owner.requires(place.key())) {
      return Decision.ALREADY;
    }
    boolean wasRequired =
        point.occurrences().stream().allMatch(each -> each.base() == null || each.baseRequired());
    if (sent && !wasRequired) {
      return Decision.deviation("video.yaml requires it");
    }
    unrequire(owner, place.key());
    return Decision.APPLIED;
  }

  private Decision nullable(MergePoint point, boolean sent) {
    Place place = point.place();
    Use ours = place.ours();
    if (ours == null) {
      return Decision.deviation("video.yaml has no such field");
    }
    Schema owner = place.owner();
    boolean optional = owner != null && !owner.requires(place.key());
    if (ours.nullable() || (!sent && optional)) {
      return Decision.ALREADY;
    }
    Node node = node(place);
    if (!sent && owner != null) {
      unrequire(owner, place.key());
      if (!node.has("$ref")) {
        KeyOrder.put(node, "nullable", true);
      }
      return Decision.APPLIED;
    }
    if (node.has("$ref")) {
      return Decision.simplified(
          sent ? "null can be sent with putExtra" : "null is rejected there when it is read");
    }
    KeyOrder.put(node, "nullable", true);
    return Decision.APPLIED;
  }

  private Decision notNull(MergePoint point, boolean sent) {
    Place place = point.place();
    Use ours = place.ours();
    if (ours == null) {
      return Decision.deviation("video.yaml has no such field");
    }
    if (!ours.nullable()) {
      return Decision.ALREADY;
    }
    if (!sent) {
      return Decision.harmless(STAYS_NULLABLE);
    }
    boolean still =
        point.present().stream().anyMatch(each -> Objects.requireNonNull(each.theirs()).nullable());
    boolean ownIdea =
        point.occurrences().stream()
            .noneMatch(each -> each.base() != null && each.base().nullable());
    if (ownIdea) {
      return Decision.deviation("video.yaml allows null");
    }
    Node node = node(place);
    if (still || node.has("$ref")) {
      return Decision.simplified(
          "video.yaml still allows null, for the other places that use the type");
    }
    node.remove("nullable");
    return Decision.APPLIED;
  }

  private Decision deprecated(MergePoint point) {
    Place place = point.place();
    Node node = place.isParameter() ? Objects.requireNonNull(place.holder()) : node(place);
    if (place.ours() == null || node.has("$ref")) {
      return Decision.harmless("video.yaml cannot express it there");
    }
    boolean all =
        point.present().stream()
            .allMatch(each -> Objects.requireNonNull(each.theirs()).flag("deprecated"));
    boolean any =
        point.present().stream()
            .anyMatch(each -> Objects.requireNonNull(each.theirs()).flag("deprecated"));
    if (all != any) {
      return Decision.harmless(
          "operations that share it differ in this; video.yaml stays as it is");
    }
    if (node.flag("deprecated") == all) {
      return Decision.ALREADY;
    }
    if (all) {
      KeyOrder.put(node, "deprecated", true);
    } else {
      node.remove("deprecated");
    }
    return Decision.APPLIED;
  }

  private Decision type(MergePoint point, boolean sent) {
    Place place = point.place();
    Use ours = place.ours();
    if (ours == null) {
      return Decision.deviation("video.yaml has no such field");
    }
    Use agreed = agreed(point);
    Use theirs = Objects.requireNonNull(point.present().get(0).theirs());
    if (agreed != null && SchemaComparison.sameType(ours.schema(), agreed.schema())) {
      return Decision.ALREADY;
    }
    if (agreed == null && place.isParameter()) {
      return Decision.OTHER_OPERATION;
    }
    if (point.present().stream().allMatch(each -> fits(ours.schema(), each.theirs()))) {
      String kept = "video.yaml keeps " + ours.schema();
      boolean accepted =
          point.present().stream()
              .filter(each -> each.direction().isSent())
              .allMatch(each -> isStillAccepted(ours.schema(), each));
      return sent && accepted
          ? Decision.harmless(kept + ", which is still allowed")
          : Decision.simplified(
              kept
                  + (sent
                      ? ", of which the API may reject some values"
                      : "; values of other types are not supported"));
    }
    boolean deviates =
        point.occurrences().stream()
            .filter(each -> each.base() != null)
            .noneMatch(each -> fits(ours.schema(), each.base()));
    if (deviates && ours.schema().kind() != Kind.OBJECT) {
      return Decision.deviation("video.yaml has " + ours.schema());
    }
    List<String> losses = new ArrayList<>();
    Node before = node(place);
    Node node;
    if (agreed != null) {
      node = imports.place(agreed, sent, place.name(), losses);
    } else {
      node = SchemaImport.anyValue(theirs.description());
      losses.add("any JSON value, since its type differs between the operations that share it");
    }
    if (place.isParameter()) {
      SchemaImport.toParameter(node);
    }
    Schema owner = place.owner();
    boolean nullable = node.has("nullable") || before.has("nullable");
    if (before.has("description") && !node.has("$ref")) {
      KeyOrder.put(node, "description", before.get("description").value());
    }
    if (nullable && !node.has("$ref")) {
      KeyOrder.put(node, "nullable", true);
    }
    if (nullable && !sent && owner != null) {
      unrequire(owner, place.key());
    }
    Objects.requireNonNull(place.holder()).put(place.key(), node.object());
    return Decision.appliedWith(losses);
  }

  /** Whether our schema has the type of one of the alternatives. */
  private static boolean fits(Schema ours, @Nullable Use use) {
    return Objects.requireNonNull(use).schema().alternatives().stream()
        .anyMatch(one -> SchemaComparison.fits(ours, one.schema()));
  }

  /**
   * Whether the vendor's new schema still accepts what clients send: what ours allows, or what the
   * base allowed of it.
   */
  private static boolean isStillAccepted(Schema ours, Occurrence occurrence) {
    Schema theirs = Objects.requireNonNull(occurrence.theirs()).schema();
    if (ours.kind() != Kind.ANY && SchemaComparison.accepts(theirs, ours)) {
      return true;
    }
    Use base = occurrence.base();
    List<Schema> before =
        base == null
            ? List.of()
            : base.schema().alternatives().stream()
                .map(Use::schema)
                .filter(one -> SchemaComparison.fits(ours, one))
                .toList();
    return !before.isEmpty()
        && before.stream().allMatch(each -> SchemaComparison.accepts(theirs, each));
  }

  /** Whether the vendor has a choice of schemas there, of which one changed, and ours has not. */
  private static boolean isOfAlternative(MergePoint point) {
    Use ours = point.place().ours();
    return ours != null
        && ours.schema().kind() != Kind.UNION
        && point.present().stream()
            .anyMatch(each -> Objects.requireNonNull(each.theirs()).schema().kind() == Kind.UNION);
  }

  private Decision format(MergePoint point) {
    Place place = point.place();
    Use ours = place.ours();
    if (ours == null || !ours.schema().kind().isScalar() || ours.schema().values() != null) {
      return Decision.deviation(
          "video.yaml has " + (ours == null ? "no such field" : ours.schema()));
    }
    Set<String> formats = formats(point, Occurrence::theirs);
    Set<String> before = formats(point, Occurrence::base);
    String format = ours.schema().format();
    String wanted =
        formats.size() == 1 ? formats.iterator().next() : formats.contains("int64") ? "int64" : "";
    if (format.equals(wanted)) {
      return formats.size() == 1
          ? Decision.ALREADY
          : Decision.harmless("video.yaml has the widest of them");
    }
    if (!before.contains(format)) {
      return Decision.deviation("video.yaml has " + (format.isEmpty() ? "no format" : format));
    }
    Node node = node(place);
    if (wanted.isEmpty()) {
      node.remove("format");
    } else {
      KeyOrder.put(node, "format", wanted);
    }
    return formats.size() == 1
        ? Decision.APPLIED
        : Decision.simplified("its format differs between the operations that share it");
  }

  private static Set<String> formats(MergePoint point, Function<Occurrence, @Nullable Use> side) {
    return point.occurrences().stream()
        .map(side)
        .filter(Objects::nonNull)
        .map(each -> Objects.requireNonNull(each).schema().format())
        .collect(Collectors.toSet());
  }

  private static Decision listing(MergePoint point, SchemaChange change) {
    Use ours = point.place().ours();
    boolean lists = ours != null && ours.schema().values() != null;
    if (ours == null) {
      return Decision.deviation("video.yaml has no such field");
    }
    if (lists == change.key().equals("closed")) {
      return Decision.ALREADY;
    }
    return lists
        ? Decision.harmless("video.yaml keeps the enumeration, which also accepts unknown values")
        : Decision.simplified(
            "video.yaml keeps " + ours.schema() + ", whose values the client does not check");
  }

  private Decision value(MergePoint point, SchemaChange change) {
    Place place = point.place();
    Use ours = place.ours();
    Set<Object> known = ours == null ? null : ours.schema().values();
    if (ours == null || known == null) {
      return Decision.deviation(
          "video.yaml has " + (ours == null ? "no such field" : ours.schema()));
    }
    String text = change.key().substring(1);
    boolean has = known.stream().anyMatch(each -> String.valueOf(each).equals(text));
    boolean wanted =
        point.present().stream()
            .anyMatch(
                each -> {
                  Set<Object> values = Objects.requireNonNull(each.theirs()).schema().values();
                  return values != null
                      && values.stream().anyMatch(one -> String.valueOf(one).equals(text));
                });
    if (change.key().startsWith("+")) {
      if (has) {
        return Decision.ALREADY;
      }
      EnumValues.add(ours.schema().raw(), text);
      return Decision.APPLIED;
    }
    if (!has) {
      return Decision.ALREADY;
    }
    if (wanted) {
      return Decision.simplified("the constant stays, for the other places that use it");
    }
    EnumValues.remove(ours.schema().raw(), text);
    return Decision.APPLIED;
  }

  private Decision limit(MergePoint point, String key) {
    Place place = point.place();
    Use ours = place.ours();
    if (ours == null) {
      return Decision.deviation("video.yaml has no such field");
    }
    Set<String> after = limits(point, Occurrence::theirs, key);
    Set<String> before = limits(point, Occurrence::base, key);
    String own = limit(ours.schema(), key);
    if (after.size() > 1) {
      return Decision.simplified(
          "operations that share it differ in this limit; video.yaml stays as it is");
    }
    String wanted = after.iterator().next();
    if (own.equals(wanted)) {
      return Decision.ALREADY;
    }
    if (!before.contains(own)) {
      return Decision.deviation("video.yaml has " + own);
    }
    if (!place.key().equals("enum") && node(place).has("$ref")) {
      return Decision.simplified("video.yaml refers to a shared type there and stays as it is");
    }
    Use theirs = Objects.requireNonNull(point.present().get(0).theirs());
    String loss = imports.limit(theirs.schema(), key, ours.schema());
    return loss.isEmpty() ? Decision.APPLIED : Decision.simplified(loss);
  }

  private static Set<String> limits(
      MergePoint point, Function<Occurrence, @Nullable Use> side, String key) {
    return point.occurrences().stream()
        .map(side)
        .filter(Objects::nonNull)
        .map(each -> limit(Objects.requireNonNull(each).schema(), key))
        .collect(Collectors.toSet());
  }

  private static String limit(Schema schema, String key) {
    Object value =
        key.equals("minimum") || key.equals("maximum")
            ? schema.bound(key)
            : schema.limits().get(key);
    return value == null ? "none" : value.toString();
  }
}
