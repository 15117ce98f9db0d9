package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Merges the vendor's changes into our document, and records the outcome of each change. */
public final class DocumentMerge {
  private final Document document;
  private final ChangeCollector changes;

  private DocumentMerge(Document document, ChangeCollector changes) {
    this.document = document;
    this.changes = changes;
  }

  /**
   * Merges the changes between two versions of the vendor's document into ours.
   *
   * @param base the vendor's document as of the last merge
   * @param theirs the vendor's new document
   * @param ours our document; it is not modified
   */
  public static DocumentMerge of(
      Api base, Api theirs, Map<String, @Nullable Object> ours, Deviations deviations) {
    return run(new Document(Trees.copy(ours)), base, theirs, new ChangeCollector(deviations, true));
  }

  /** Returns all changes between two versions of our document, at their full severity. */
  static List<VendorChange> between(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    if (before.equals(after)) {
      return List.of();
    }
    ChangeCollector changes = new ChangeCollector(Deviations.none(), false);
    return run(
            new Document(Trees.copy(before)),
            ApiReader.read(new Document(before)),
            ApiReader.read(new Document(after)),
            changes)
        .changes();
  }

  private static DocumentMerge run(
      Document document, Api base, Api theirs, ChangeCollector changes) {
    DocumentMerge merge = new DocumentMerge(document, changes);
    merge.run(PartMerge.Context.of(document, base, theirs, changes));
    return merge;
  }

  /** Returns all changes, each with its outcome. */
  public List<VendorChange> changes() {
    return changes.all();
  }

  /** Returns our merged document; equal to the original if nothing in it had to change. */
  public Map<String, @Nullable Object> document() {
    return document.tree();
  }

  /** Returns the worst severity of the changes on the wire. */
  public Severity wire() {
    return Severity.worst(changes().stream().map(VendorChange::wire));
  }

  /**
   * Runs the passes in order; each relies on the results of the previous ones.
   *
   * <ol>
   *   <li>existing operations: parameters, bodies, responses; this finds the places that hold
   *       schemas
   *   <li>the schemas at those places
   *   <li>new operations, which refer to those of our schemas that correspond to the vendor's
   *   <li>everything that is derived: unused components, extensions, examples, tags
   * </ol>
   */
  private void run(PartMerge.Context context) {
    OperationMerge operations = new OperationMerge(context);
    context.pairs().forEach(operations::apply);
    context.runPending();
    mergeSchemas(context.walk(), new SchemaMerge(context.walk(), context.schemas()));
    context.pairs().forEach(operations::addNew);
    context.runPending();
    if (!changes.all().isEmpty()) {
      finish();
    }
  }

  private void mergeSchemas(SchemaWalk walk, SchemaMerge merge) {
    for (MergePoint point : List.copyOf(walk.points())) {
      point
          .changes()
          .forEach(
              (change, group) -> {
                Decision decision =
                    changes
                        .held(point.place().name(), change.kind())
                        .orElseGet(() -> merge.decide(point, change, group));
                for (Occurrence each : group) {
                  changes.add(
                      change.kind(),
                      point.place().name(),
                      change.text(),
                      change.before(),
                      change.after(),
                      each.operation(),
                      severity(change, group),
                      decision);
                }
              });
    }
  }

  private static Severity severity(SchemaChange change, List<Occurrence> group) {
    Direction direction =
        Direction.of(
            group.stream().anyMatch(each -> each.direction().isSent()),
            group.stream().anyMatch(each -> !each.direction().isSent()));
    boolean demanded =
        change.key().equals("added")
            && group.stream().anyMatch(each -> each.direction().isSent() && each.theirsRequired());
    return demanded ? Severity.BREAKING : change.effect().in(direction);
  }

  /** Updates everything that is derived from the rest of the document. */
  private void finish() {
    SplitParameters.join(document);
    UnusedComponents.remove(document);
    DerivedExtensions.apply(document);
    Examples.apply(document);
    tags();
  }

  private void tags() {
    Set<String> used = new LinkedHashSet<>();
    document.tags().forEach(used::add);
    List<@Nullable Object> tags = new ArrayList<>();
    document
        .root()
        .get("tags")
        .items()
        .filter(tag -> used.remove(tag.get("name").text()))
        .forEach(tag -> tags.add(tag.value()));
    for (String name : used) {
      tags.add(Trees.of("name", name, "description", PlainText.sentence(name)));
    }
    document.root().put("tags", tags);
  }
}
