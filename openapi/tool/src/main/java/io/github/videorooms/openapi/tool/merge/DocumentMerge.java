package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.change.Severity;
import io.github.videorooms.openapi.tool.change.VendorChange;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The next document of ours, once the changes of the vendor's are carried over, and what became of
 * each.
 */
public final class DocumentMerge {
  private final Document document;
  private final Api base;
  private final Api theirs;
  private final ChangeCollector changes;

  private DocumentMerge(Document document, Api base, Api theirs, ChangeCollector changes) {
    this.document = document;
    this.base = base;
    this.theirs = theirs;
    this.changes = changes;
  }

  /**
   * Carries changes over.
   *
   * @param base the vendor's document as it was last merged
   * @param theirs what the vendor says now
   * @param ours our document, which is not changed
   */
  public static DocumentMerge of(
      Api base, Api theirs, Map<String, @Nullable Object> ours, Deviations deviations) {
    return run(new Document(Trees.copy(ours)), base, theirs, new ChangeCollector(deviations, true));
  }

  /** The changes from one document of ours to another, in full, whatever the client makes of it. */
  static List<VendorChange> between(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
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
    DocumentMerge merge = new DocumentMerge(document, base, theirs, changes);
    merge.run();
    return merge;
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
    Api before = ApiReader.read(document);
    SplitParameters.apply(document, OperationPair.of(base, theirs, before));
    List<OperationPair> pairs = OperationPair.of(base, theirs, ApiReader.read(document));
    SchemaMapping mapping = new SchemaMapping(document);
    SchemaWalk walk = new SchemaWalk(document, mapping);
    SchemaImport schemas = new SchemaImport(document, mapping);
    OperationImport imports = new OperationImport(document, schemas);
    PartMerge.Context context = new PartMerge.Context(document, imports, changes, walk, pairs);
    OperationMerge operations = new OperationMerge(context);
    pairs.forEach(pair -> noteParameters(pair, imports));
    pairs.forEach(operations::apply);
    context.runPending();
    carryOver(walk, new SchemaMerge(walk, schemas));
    pairs.forEach(operations::addNew);
    context.runPending();
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

  private void carryOver(SchemaWalk walk, SchemaMerge merge) {
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

  /** Updates what follows from the rest: components in use, extensions, examples and tags. */
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
