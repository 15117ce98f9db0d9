package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Trees;
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
 * Finds all differences between our document and the vendor's as of the last merge, whether or not
 * {@code deviations.yaml} explains them.
 */
public final class OwnDifferences {
  private final Set<Difference> found = new TreeSet<>();

  private OwnDifferences() {}

  /** Returns all differences, sorted by place. */
  public static List<Difference> between(Api base, Map<String, @Nullable Object> ours) {
    OwnDifferences differences = new OwnDifferences();
    differences.find(base, new Document(Trees.copy(ours)));
    return new ArrayList<>(differences.found);
  }

  private void find(Api base, Document document) {
    PartMerge.Context context =
        PartMerge.Context.of(document, base, base, new ChangeCollector(Deviations.none(), false));
    OperationMerge merge = new OperationMerge(context);
    context.pairs().forEach(merge::apply);
    for (OperationPair pair : context.pairs()) {
      Operation theirs = pair.base();
      Operation our = pair.ours();
      if (theirs != null && our == null) {
        add(theirs.id(), Kind.OPERATION, "only in the vendor's document");
      } else if (theirs != null && our != null) {
        our.responses().keySet().stream()
            .filter(status -> !theirs.responses().containsKey(status))
            .forEach(
                status -> add(ContentMerge.place(status), Kind.RESPONSE, "only in video.yaml"));
      }
    }
    for (MergePoint point : context.walk().points()) {
      point.occurrences().stream()
          .filter(each -> each.base() != null)
          .forEach(each -> one(point, each));
    }
  }

  private void one(MergePoint point, Occurrence occurrence) {
    Place place = point.place();
    Use ours = place.ours();
    if (!place.exists()) {
      add(place.name(), Kind.TYPE, "simpler in video.yaml");
      return;
    }
    boolean required = place.owner() != null && place.owner().requires(place.key());
    Occurrence against =
        new Occurrence(
            occurrence.operation(),
            occurrence.direction(),
            occurrence.base(),
            occurrence.baseRequired(),
            ours,
            required,
            occurrence.isField());
    for (SchemaChange change : SchemaComparison.of(against)) {
      if (place.key().equals("enum") && change.kind() != Kind.ENUM) {
        continue;
      }
      add(
          place.name(),
          change.kind(),
          change.text() + " " + change.before() + " → " + change.after());
    }
  }

  private void add(String place, Kind kind, String text) {
    found.add(new Difference(place, kind.toString(), text.strip()));
  }

  /** One difference; the text shows the vendor's value, then ours. */
  public record Difference(String place, String about, String text)
      implements Comparable<Difference> {
    @Override
    public int compareTo(Difference other) {
      return toString().compareTo(other.toString());
    }
  }
}
