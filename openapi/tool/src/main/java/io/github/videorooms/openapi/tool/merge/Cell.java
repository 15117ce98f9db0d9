package io.github.videorooms.openapi.tool.merge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One place of our document, with all that the vendor has there. */
final class Cell {
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

  /** The respects in which the place differs, each with the sightings that differ so. */
  Map<Facet, List<Sighting>> facets() {
    Map<Facet, List<Sighting>> facets = new LinkedHashMap<>();
    for (Sighting sighting : sightings) {
      for (Facet facet : Facets.of(sighting)) {
        facets.computeIfAbsent(facet, each -> new ArrayList<>()).add(sighting);
      }
    }
    return facets;
  }
}
