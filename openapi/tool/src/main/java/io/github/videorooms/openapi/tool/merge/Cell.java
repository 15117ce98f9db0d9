package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One place of our document, with all that the vendor has there. */
final class Cell {
  private static final Set<Kind> OF_LISTS =
      Set.of(Kind.ENUM, Kind.LIMIT, Kind.FORMAT, Kind.COMPOSITION);

  private final Place place;
  private final List<Sighting> sightings = new ArrayList<>();

  Cell(Place place) {
    this.place = place;
  }

  Place place() {
    return place;
  }

  void add(Sighting sighting) {
    sightings.add(sighting);
  }

  List<Sighting> sightings() {
    return sightings;
  }

  /** Those in which something is there today. */
  List<Sighting> present() {
    return sightings.stream().filter(each -> each.theirs() != null).toList();
  }

  /** Whether what is said of the values is told at the enumeration that the place refers to. */
  private boolean hasOwnList(Sighting sighting) {
    Use ours = place.ours();
    Use theirs = sighting.theirs();
    return !isList()
        && ours != null
        && theirs != null
        && sighting.base() != null
        && ours.schema().values() != null
        && theirs.schema().values() != null
        && ours.schema().kind() == theirs.schema().kind();
  }

  /** Whether this is the place of an enumeration itself. */
  private boolean isList() {
    return place.owner() == null && place.key().equals("enum");
  }

  /** The respects in which the place differs, each with the sightings that differ so. */
  Map<Facet, List<Sighting>> facets() {
    Map<Facet, List<Sighting>> facets = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      boolean elsewhere = hasOwnList(sighting);
      for (Facet facet : Facets.of(sighting)) {
        boolean ofList = OF_LISTS.contains(facet.kind());
        if (isList() ? !ofList : ofList && elsewhere) {
          continue;
        }
        facets.computeIfAbsent(facet, each -> new ArrayList<>()).add(sighting);
      }
    }
    return facets;
  }
}
