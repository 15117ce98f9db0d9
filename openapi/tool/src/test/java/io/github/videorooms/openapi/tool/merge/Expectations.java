package io.github.videorooms.openapi.tool.merge;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Computes the expected outcome of a schema change from where the schema is used and in which
 * direction.
 */
final class Expectations {
  /** An aspect in which two schemas may differ. */
  enum Aspect {
    TYPE((one, other) -> one.kind() == other.kind()),
    FORMAT((one, other) -> one.kind() == other.kind() && one.format().equals(other.format())),
    VALUES((one, other) -> Objects.equals(one.values(), other.values())),
    LIMITS((one, other) -> one.limits().equals(other.limits())),
    ANY((one, other) -> true);

    private final BiPredicate<Schema, Schema> same;

    Aspect(BiPredicate<Schema, Schema> same) {
      this.same = same;
    }
  }

  /** The places that stay as they are in our document whatever the vendor changes: D5, D11, D17. */
  private static final Set<String> HELD = Set.of("fps", "error", "query media_ttl");

  private final Map<String, Operation> vendor;
  private final Map<String, Operation> ours;

  Expectations(Api vendor, Api ours) {
    this.vendor = Spot.byAddress(vendor);
    this.ours = Spot.byAddress(ours);
  }

  Schema.Kind kind(VendorPlace place) {
    return base(place).schema().kind();
  }

  Use base(VendorPlace place) {
    return place.spots().get(0).in(vendor).orElseThrow();
  }

  boolean isSent(VendorPlace place) {
    return place.spots().stream().anyMatch(Spot::sent);
  }

  boolean isReceived(VendorPlace place) {
    return !place.spots().stream().allMatch(Spot::sent);
  }

  private static Set<String> operations(VendorPlace place) {
    return place.spots().stream()
        .map(Spot::operation)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Expects a change that allows fewer values than before. */
  Edit narrowed(
      String kind, VendorPlace place, Aspect aspect, Consumer<Map<String, Object>> change) {
    Severity least = isSent(place) && isSame(place, aspect) ? BREAKING : NONE;
    return edit(kind, place, change, least, isSent(place) ? BREAKING : ADDITIVE);
  }

  /** Expects a change that allows more values than before. */
  Edit widened(
      String kind, VendorPlace place, Aspect aspect, Consumer<Map<String, Object>> change) {
    Severity least = isReceived(place) && isSame(place, aspect) ? BREAKING : NONE;
    return edit(kind, place, change, least, isReceived(place) ? BREAKING : ADDITIVE);
  }

  /** Expects a change that allows other values than before. */
  Edit changed(
      String kind, VendorPlace place, Aspect aspect, Consumer<Map<String, Object>> change) {
    return edit(kind, place, change, isSame(place, aspect) ? BREAKING : NONE, BREAKING);
  }

  /** Expects a change that needs no reaction from clients. */
  Edit compatible(String kind, VendorPlace place, Consumer<Map<String, Object>> change) {
    return edit(kind, place, change, NONE, ADDITIVE);
  }

  /** Expects a change after which a value may be absent or null. */
  Edit lessCertain(String kind, VendorPlace place, Consumer<Map<String, Object>> change) {
    boolean sure = place.spots().stream().anyMatch(each -> !each.sent() && each.isCertain(ours));
    return edit(kind, place, change, sure ? BREAKING : NONE, sure ? BREAKING : ADDITIVE);
  }

  Edit edit(
      String kind,
      VendorPlace place,
      Consumer<Map<String, Object>> change,
      Severity least,
      Severity most) {
    return new Edit(kind, place.toString(), change, operations(place), least, most, lines(place));
  }

  /** Whether our schema equals the vendor's in an aspect, in at least one operation. */
  private boolean isSame(VendorPlace place, Aspect aspect) {
    return place.spots().stream()
        .filter(each -> !isHeld(each))
        .anyMatch(
            each ->
                each.in(ours)
                    .filter(
                        use ->
                            aspect.same.test(use.schema(), each.in(vendor).orElseThrow().schema()))
                    .isPresent());
  }

  /** Whether the place is an enumeration in both documents. */
  private boolean isList(VendorPlace place) {
    Set<Object> ours = new HashSet<>();
    for (Spot each : place.spots()) {
      ours.add(
          each.in(this.ours)
              .filter(use -> use.schema().values() != null)
              .map(use -> (Object) use.schema().raw())
              .orElse(each));
    }
    return base(place).schema().values() != null && ours.size() == 1;
  }

  /** Whether the place does not change: it is held, or has aliases (see D3 and D16). */
  private boolean isHeld(Spot spot) {
    boolean several =
        spot.in(ours).filter(use -> !use.raw().get("x-aliases").list().isEmpty()).isPresent();
    return several || HELD.contains(spot.part()) || spot.steps().stream().anyMatch(HELD::contains);
  }

  /** Returns the number of our fields that correspond to a field of the vendor's. */
  private int lines(VendorPlace place) {
    if (!place.isField()) {
      return isList(place) ? 1 : 0;
    }
    Set<List<Object>> fields = new HashSet<>();
    for (Spot each : place.spots()) {
      if (each.in(ours).isEmpty()) {
        return 0;
      }
      each.owner(ours).ifPresent(owner -> fields.add(List.of(owner.raw(), place.name())));
    }
    return fields.size();
  }
}
