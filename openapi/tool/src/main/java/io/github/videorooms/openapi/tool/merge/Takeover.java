package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The next document of ours, once the changes of the vendor's are carried over, and what became of
 * each.
 */
public final class Takeover {
  private final OurDocument document;
  private final Api base;
  private final Api theirs;
  private final Changes changes;

  private Takeover(OurDocument document, Api base, Api theirs, Changes changes) {
    this.document = document;
    this.base = base;
    this.theirs = theirs;
    this.changes = changes;
  }

  /**
   * Carries changes over.
   *
   * @param base what the vendor said when it was last taken over
   * @param theirs what the vendor says now
   * @param ours our document, which is not changed
   */
  public static Takeover of(
      Api base, Api theirs, Map<String, @Nullable Object> ours, Deviations deviations) {
    return run(new OurDocument(ours), base, theirs, new Changes(deviations, true));
  }

  /** The changes from one document of ours to another, in full, whatever the client makes of it. */
  static List<VendorChange> between(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    Changes changes = new Changes(Deviations.none(), false);
    return run(
            new OurDocument(before),
            new OurDocument(before).read(),
            new OurDocument(after).read(),
            changes)
        .changes();
  }

  private static Takeover run(OurDocument document, Api base, Api theirs, Changes changes) {
    Takeover takeover = new Takeover(document, base, theirs, changes);
    takeover.run();
    return takeover;
  }

  /** All changes, each with what became of it. */
  public List<VendorChange> changes() {
    return changes.all();
  }

  /** Our next document; the same as before if nothing in it had to change. */
  public Map<String, @Nullable Object> document() {
    return document.tree();
  }

  /** What the changes ask of those who use what was there before. */
  public Severity wire() {
    return Severity.worst(changes().stream().map(VendorChange::wire));
  }

  private void run() {
    Api before = document.read();
    SplitParameters.apply(document, OperationPair.of(base, theirs, before));
    List<OperationPair> pairs = OperationPair.of(base, theirs, document.read());
    Correspondence correspondence = new Correspondence(document);
    Walk walk = new Walk(document, correspondence);
    SchemaImport schemas = new SchemaImport(document, correspondence);
    OperationImport imports = new OperationImport(document, schemas);
    OperationMerge operations = new OperationMerge(document, imports, changes, walk, pairs);
    pairs.forEach(pair -> noteParameters(pair, imports));
    pairs.forEach(operations::apply);
    carryOver(walk, new SchemaMerge(walk, schemas));
    pairs.forEach(operations::addNew);
    if (!changes.all().isEmpty()) {
      finish();
    }
  }

  private static void noteParameters(OperationPair pair, OperationImport imports) {
    Operation theirs = pair.theirs();
    Operation ours = pair.ours();
    if (theirs != null && ours != null) {
      theirs
          .parameters()
          .forEach(
              (key, parameter) -> {
                Parameter our = ours.parameters().get(key);
                if (our != null) {
                  imports.note(parameter, our.original());
                }
              });
    }
  }

  private void carryOver(Walk walk, SchemaMerge merge) {
    for (Cell cell : List.copyOf(walk.cells())) {
      cell.facets()
          .forEach(
              (facet, group) -> {
                Decision decision =
                    changes
                        .held(cell.place().name(), facet.kind())
                        .orElseGet(() -> merge.decide(cell, facet, group));
                for (Sighting each : group) {
                  changes.add(
                      facet.kind(),
                      cell.place().name(),
                      facet.text(),
                      facet.before(),
                      facet.after(),
                      each.operation(),
                      severity(facet, group),
                      decision);
                }
              });
    }
  }

  private static Severity severity(Facet facet, List<Sighting> group) {
    Direction direction =
        Direction.of(
            group.stream().anyMatch(each -> each.direction().isSent()),
            group.stream().anyMatch(each -> !each.direction().isSent()));
    boolean demanded =
        facet.key().equals("added")
            && group.stream().anyMatch(each -> each.direction().isSent() && each.theirsRequired());
    return demanded ? Severity.BREAKING : facet.effect().in(direction);
  }

  /**
   * Brings everything into line that follows from the rest: marks, examples, tags, what is unused.
   */
  private void finish() {
    Unused.remove(document.tree());
    Marks.apply(document);
    Samples.apply(document);
    tags();
  }

  private void tags() {
    Map<String, @Nullable Object> tree = document.tree();
    Set<String> used = new LinkedHashSet<>();
    document
        .operations()
        .forEach(each -> Tree.list(each.get("tags")).forEach(tag -> used.add(Tree.text(tag))));
    List<@Nullable Object> tags = new ArrayList<>(Tree.list(tree.get("tags")));
    tags.removeIf(tag -> !used.remove(Tree.text(Tree.object(tag).get("name"))));
    for (String name : used) {
      Map<String, @Nullable Object> tag = new LinkedHashMap<>();
      tag.put("name", name);
      tag.put("description", Prose.sentence(name));
      tags.add(tag);
    }
    tree.put("tags", tags);
  }
}
