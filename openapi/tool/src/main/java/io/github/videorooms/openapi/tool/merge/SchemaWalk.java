package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks the base, the vendor's new document and our document in parallel, and collects the vendor's
 * schemas that correspond to each place in ours. Schemas correspond if they are reached by the same
 * path from an operation; their names do not matter.
 */
final class SchemaWalk {
  private final Document ours;
  private final SchemaMapping mapping;
  private final Map<Node, Map<String, MergePoint>> points = new HashMap<>();
  private final Map<String, MergePoint> elsewhere = new LinkedHashMap<>();
  private final List<MergePoint> order = new ArrayList<>();
  private final Map<Node, Integer> visits = new HashMap<>();
  private final Set<Step> taken = new HashSet<>();

  SchemaWalk(Document ours, SchemaMapping mapping) {
    this.ours = ours;
    this.mapping = mapping;
  }

  /** Returns all places, in the order in which the walk reached them. */
  List<MergePoint> points() {
    return order;
  }

  /** Returns how many objects in the vendor's new document correspond to our object. */
  int visits(Schema object) {
    return visits.getOrDefault(object.raw(), 0);
  }

  /** Starts a walk at a place where an operation sends or receives a value. */
  void from(
      String operation,
      Direction direction,
      Place place,
      @Nullable Use base,
      @Nullable Use theirs) {
    place(
        operation,
        direction,
        place,
        new Occurrence(operation, direction, base, false, theirs, false, false));
  }

  private void place(String operation, Direction direction, Place place, Occurrence occurrence) {
    point(place).add(occurrence);
    Use base = occurrence.base();
    Use theirs = occurrence.theirs();
    if (base == null || theirs == null) {
      return;
    }
    MatchedAlternatives matched = MatchedAlternatives.of(base.schema(), theirs.schema());
    for (MatchedAlternatives.Pair pair : matched.pairs()) {
      parts(operation, direction, place, pair.base(), pair.theirs());
    }
    for (Schema each : matched.added()) {
      if (each.kind() == Kind.OBJECT && kind(place) == Kind.OBJECT) {
        parts(operation, direction, place, null, each);
      }
    }
  }

  private static @Nullable Kind kind(Place place) {
    return place.ours() == null ? null : place.ours().schema().kind();
  }

  private MergePoint point(Place place) {
    Map<String, MergePoint> there =
        place.holder() == null
            ? elsewhere
            : points.computeIfAbsent(place.holder(), each -> new LinkedHashMap<>());
    return there.computeIfAbsent(
        place.holder() == null ? place.name() : place.key(),
        each -> {
          MergePoint point = new MergePoint(place);
          order.add(point);
          return point;
        });
  }

  private void parts(
      String operation, Direction direction, Place place, @Nullable Schema base, Schema theirs) {
    if (!taken.add(new Step(operation, direction, base, theirs, place.holder(), place.key()))) {
      return;
    }
    Schema our = place.ours() == null ? null : place.ours().schema();
    Schema same = our != null && our.kind() == theirs.kind() ? our : null;
    mapping.note(theirs, same, direction);
    if (theirs.values() != null && base != null && same != null && same.values() != null) {
      point(new Place(name(same, place), same.raw(), "enum", place.ours(), null))
          .add(
              new Occurrence(
                  operation, direction, Use.of(base), false, Use.of(theirs), false, false));
    }
    if (theirs.kind() == Kind.OBJECT) {
      object(operation, direction, place, base, theirs, same);
    } else if (theirs.kind() == Kind.ARRAY && base != null) {
      Place items =
          same == null
              ? Place.nowhere(place.name() + "[]")
              : new Place(place.name() + "[]", same.raw(), "items", same.items(), null);
      from(operation, direction, items, base.items(), theirs.items());
    }
  }

  private String name(Schema schema, Place place) {
    String name = ours.nameOf(schema.raw());
    return name.isEmpty() ? place.name() : name;
  }

  private void object(
      String operation,
      Direction direction,
      Place place,
      @Nullable Schema base,
      Schema theirs,
      @Nullable Schema our) {
    if (our != null) {
      visits.merge(our.raw(), 1, Integer::sum);
    }
    Set<String> names = new LinkedHashSet<>(base == null ? Set.of() : base.properties().keySet());
    names.addAll(theirs.properties().keySet());
    for (String name : names) {
      Use before = base == null ? null : visible(base.properties().get(name), direction);
      Use after = visible(theirs.properties().get(name), direction);
      place(
          operation,
          direction,
          field(place, our, theirs, name),
          new Occurrence(
              operation,
              direction,
              before,
              base != null && base.requires(name),
              after,
              theirs.requires(name),
              true));
    }
    values(operation, direction, place, base, theirs);
  }

  private void values(
      String operation, Direction direction, Place place, @Nullable Schema base, Schema theirs) {
    if (base != null && (base.additional() != null || theirs.additional() != null)) {
      from(
          operation,
          direction,
          Place.nowhere(place.name() + ".*"),
          Objects.requireNonNullElseGet(base.additional(), () -> Use.of(Schema.any())),
          Objects.requireNonNullElseGet(theirs.additional(), () -> Use.of(Schema.any())));
    }
  }

  private static @Nullable Use visible(@Nullable Use use, Direction direction) {
    return use == null || use.flag(direction.isSent() ? "readOnly" : "writeOnly") ? null : use;
  }

  /** Returns our field for one of the vendor's, found by its name or an alias. */
  private Place field(Place place, @Nullable Schema our, Schema theirs, String name) {
    if (our == null || our.isFreeForm()) {
      String owner = theirs.label().isEmpty() ? place.name() : theirs.label();
      return Place.nowhere(owner + "." + name);
    }
    Node fields = our.raw().child("properties");
    String known =
        our.properties().containsKey(name)
            ? name
            : our.properties().entrySet().stream()
                .filter(each -> each.getValue().raw().get("x-aliases").list().contains(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(name);
    return new Place(
        name(our, place) + "." + known, fields, known, our.properties().get(known), our);
  }

  /** A step that the walk has already taken; schemas are compared by identity. */
  private record Step(
      String operation,
      Direction direction,
      @Nullable Schema base,
      Schema theirs,
      @Nullable Node holder,
      String key) {
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Step other
          && other.base == base
          && other.theirs == theirs
          && Objects.equals(other.holder, holder)
          && other.direction == direction
          && other.key.equals(key)
          && other.operation.equals(operation);
    }

    @Override
    public int hashCode() {
      return Objects.hash(
          operation, System.identityHashCode(base), System.identityHashCode(theirs), key);
    }
  }
}
