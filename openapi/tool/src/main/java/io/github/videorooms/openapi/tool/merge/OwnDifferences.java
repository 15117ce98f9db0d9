package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Kind;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where our document differs from the vendor's as it was last taken over: what every deviation is,
 * whether or not anybody explained it.
 */
public final class OwnDifferences {
  private final Set<Difference> found = new TreeSet<>();

  private OwnDifferences() {}

  /** Returns them all, sorted by place. */
  public static List<Difference> between(Api base, Map<String, @Nullable Object> ours) {
    OwnDifferences differences = new OwnDifferences();
    differences.find(base, new OurDocument(ours));
    return new ArrayList<>(differences.found);
  }

  private void find(Api base, OurDocument document) {
    Walk walk = new Walk(document, new Correspondence(document));
    List<OperationPair> pairs = OperationPair.of(base, base, document.read());
    OperationMerge merge =
        new OperationMerge(
            document,
            new OperationImport(document, new SchemaImport(document, new Correspondence(document))),
            new Changes(Deviations.none(), false),
            walk,
            pairs);
    pairs.forEach(merge::apply);
    for (OperationPair pair : pairs) {
      Operation theirs = pair.base();
      Operation our = pair.ours();
      if (theirs != null && our == null) {
        add(theirs.id(), Kind.OPERATION, "only the vendor has it");
      } else if (theirs != null && our != null) {
        our.responses().keySet().stream()
            .filter(status -> !theirs.responses().containsKey(status))
            .forEach(status -> add(our.id() + ", response " + status, Kind.RESPONSE, "only ours"));
      }
    }
    for (Cell cell : walk.cells()) {
      cell.sightings().stream()
          .filter(each -> each.base() != null)
          .forEach(each -> one(cell, each));
    }
  }

  private void one(Cell cell, Sighting sighting) {
    Place place = cell.place();
    Use ours = place.ours();
    if (!place.exists()) {
      add(place.name(), Kind.TYPE, "simpler in ours");
      return;
    }
    boolean required = place.owner() != null && place.owner().requires(place.key());
    Sighting against =
        new Sighting(
            sighting.operation(),
            sighting.direction(),
            sighting.base(),
            sighting.baseRequired(),
            ours,
            required,
            sighting.isField());
    for (Facet facet : Facets.of(against)) {
      if (place.key().equals("enum") && facet.kind() != Kind.ENUM) {
        continue;
      }
      add(place.name(), facet.kind(), facet.text() + " " + facet.before() + " → " + facet.after());
    }
  }

  private void add(String place, Kind kind, String text) {
    found.add(new Difference(place, kind.toString(), text.strip()));
  }

  /** One difference: what the vendor says, then what ours does. */
  public record Difference(String place, String about, String text)
      implements Comparable<Difference> {
    @Override
    public int compareTo(Difference other) {
      return toString().compareTo(other.toString());
    }
  }
}
