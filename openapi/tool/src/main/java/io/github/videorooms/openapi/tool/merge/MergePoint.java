package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One place of our document, with everything in the vendor's documents that corresponds to it. */
final class MergePoint {
  private static final Set<Kind> OF_LISTS =
      Set.of(Kind.ENUM, Kind.LIMIT, Kind.FORMAT, Kind.COMPOSITION);

  private final Place place;
  private final List<Occurrence> occurrences = new ArrayList<>();

  MergePoint(Place place) {
    this.place = place;
  }

  Place place() {
    return place;
  }

  void add(Occurrence occurrence) {
    occurrences.add(occurrence);
  }

  List<Occurrence> occurrences() {
    return occurrences;
  }

  /** Returns the occurrences that exist in the vendor's new document. */
  List<Occurrence> present() {
    return occurrences.stream().filter(each -> each.theirs() != null).toList();
  }

  /** Whether changes of enum values are reported at the enumeration that this place refers to. */
  private boolean hasOwnList(Occurrence occurrence) {
    Use ours = place.ours();
    Use theirs = occurrence.theirs();
    return !isList()
        && ours != null
        && theirs != null
        && occurrence.base() != null
        && ours.schema().values() != null
        && theirs.schema().values() != null
        && ours.schema().kind() == theirs.schema().kind();
  }

  /** Whether this is the place of an enumeration itself. */
  private boolean isList() {
    return place.owner() == null && place.key().equals("enum");
  }

  /** Returns the changes at this place, each with the occurrences that have it. */
  Map<SchemaChange, List<Occurrence>> changes() {
    Map<SchemaChange, List<Occurrence>> changes = new LinkedHashMap<>();
    for (Occurrence occurrence : occurrences) {
      boolean elsewhere = hasOwnList(occurrence);
      for (SchemaChange change : SchemaComparison.of(occurrence)) {
        boolean ofList = OF_LISTS.contains(change.kind());
        if (isList() ? !ofList : ofList && elsewhere) {
          continue;
        }
        changes.computeIfAbsent(change, each -> new ArrayList<>()).add(occurrence);
      }
    }
    return changes;
  }
}
