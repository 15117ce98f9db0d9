package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lays a draft of theirs over the document that we have. What both have keeps our name, order,
 * words, samples and extensions; its meaning becomes theirs.
 */
final class LayOver {
  private final Map<String, @Nullable Object> document;
  private final Draft ours;
  private final Draft theirs;
  private final OperationOver over;
  private final Map<String, Operation> theirOperations = new LinkedHashMap<>();

  private LayOver(Map<String, @Nullable Object> document, Draft ours, Draft theirs) {
    this.document = Tree.copy(document);
    this.ours = ours;
    this.theirs = theirs;
    this.over = new OperationOver(this.document);
    theirs.operations().forEach(each -> theirOperations.put(each.address(), each));
  }

  /**
   * Returns the document that results.
   *
   * @param document what we have
   * @param ours the same as a draft
   * @param notes takes what a reader should know of beyond the differences
   */
  static Map<String, @Nullable Object> of(
      Map<String, @Nullable Object> document, Draft ours, Draft theirs, List<String> notes) {
    LayOver layOver = new LayOver(document, ours, theirs);
    layOver.takePathParameterNames();
    layOver.layOperations();
    layOver.laySchemas();
    layOver.layTags();
    Access.lay(layOver.document, theirs);
    notes.addAll(layOver.over.notes());
    Marks.apply(layOver.document);
    Samples.apply(layOver.document);
    Unused.remove(layOver.document);
    return layOver.document;
  }

  /** A path parameter is known by its place; its name is ours. */
  private void takePathParameterNames() {
    for (Operation our : ours.operations()) {
      @Nullable Operation their = theirOperations.get(our.address());
      if (their != null) {
        List<String> names = Draft.parameterNames(our.path());
        List<String> theirNames = Draft.parameterNames(their.path());
        for (@Nullable Object each : their.parameters()) {
          Map<String, @Nullable Object> parameter = Tree.object(each);
          int place = theirNames.indexOf(Tree.text(parameter.get("name")));
          if ("path".equals(parameter.get("in")) && place >= 0) {
            parameter.put("name", names.get(place));
          }
        }
      }
    }
  }

  private void layOperations() {
    Map<String, @Nullable Object> before = Tree.object(document.get("paths"));
    for (Operation our : ours.operations()) {
      over.note(raw(before, our), our, theirOperations.get(our.address()));
    }
    over.settle();
    Map<String, @Nullable Object> laid = new LinkedHashMap<>();
    Set<String> done = new HashSet<>();
    for (Operation our : ours.operations()) {
      @Nullable Operation their = theirOperations.get(our.address());
      if (their != null) {
        Tree.child(laid, our.path()).put(our.method(), over.of(raw(before, our), our, their));
        done.add(our.address());
      }
    }
    theirs.operations().stream()
        .filter(each -> !done.contains(each.address()))
        .forEach(each -> layNew(each, laid));
    document.put("paths", ordered(laid, before));
  }

  private static Map<String, @Nullable Object> raw(
      Map<String, @Nullable Object> paths, Operation operation) {
    return Tree.object(paths, operation.path(), operation.method());
  }

  private void layNew(Operation operation, Map<String, @Nullable Object> laid) {
    String path =
        laid.keySet().stream()
            .filter(known -> Draft.structure(known).equals(Draft.structure(operation.path())))
            .findFirst()
            .orElse(operation.path());
    String id = freeId(operation, laid);
    String tag = tag(operation, laid);
    Tree.child(laid, path).put(operation.method(), over.fresh(operation, id, tag));
  }

  private static String freeId(Operation operation, Map<String, @Nullable Object> laid) {
    Set<@Nullable Object> taken = new HashSet<>();
    new Draft(Map.of("paths", laid))
        .operations()
        .forEach(each -> taken.add(each.node().get("operationId")));
    String wanted = OperationIds.of(operation);
    String id = wanted;
    for (int i = 2; taken.contains(id); i++) {
      id = wanted + "_" + i;
    }
    return id;
  }

  /** The operation's own tag, or that of the operation whose path begins like its own. */
  private static String tag(Operation operation, Map<String, @Nullable Object> laid) {
    List<@Nullable Object> own = Tree.list(operation.node().get("tags"));
    if (!own.isEmpty()) {
      return Tree.text(own.get(0));
    }
    String nearest = Order.nearest(operation.path(), laid.keySet());
    return new Draft(Map.of("paths", laid))
        .operations().stream()
            .filter(each -> each.path().equals(nearest))
            .map(each -> Tree.text(Tree.list(each.node().get("tags")).get(0)))
            .findFirst()
            .orElse("Video");
  }

  /** A new path stands behind the one it has most in common with. */
  private static Map<String, @Nullable Object> ordered(
      Map<String, @Nullable Object> laid, Map<String, @Nullable Object> before) {
    List<String> order = new ArrayList<>(laid.keySet());
    order.retainAll(before.keySet());
    for (String path : laid.keySet()) {
      if (!order.contains(path)) {
        order.add(order.indexOf(Order.nearest(path, order)) + 1, path);
      }
    }
    Map<String, @Nullable Object> ordered = new LinkedHashMap<>();
    order.forEach(path -> ordered.put(path, laid.get(path)));
    return ordered;
  }

  private void laySchemas() {
    Map<String, @Nullable Object> components = Tree.child(document, "components");
    Map<String, @Nullable Object> before = Tree.object(components.get("schemas"));
    Map<String, @Nullable Object> laid = new LinkedHashMap<>();
    for (String name : Order.of(before.keySet(), theirs.schemas().keySet())) {
      Map<String, @Nullable Object> their = theirs.schema(name);
      laid.put(
          name,
          before.containsKey(name)
              ? SchemaOver.of(Tree.object(before.get(name)), their)
              : SchemaOver.fresh(
                  their, Prose.plain(their.get("description"), Prose.sentence(name))));
    }
    components.put("schemas", laid);
  }

  private void layTags() {
    Set<String> used = new LinkedHashSet<>();
    new Draft(document)
        .operations()
        .forEach(
            each -> Tree.list(each.node().get("tags")).forEach(tag -> used.add(Tree.text(tag))));
    List<@Nullable Object> tags = new ArrayList<>(Tree.list(document.get("tags")));
    tags.removeIf(tag -> !used.remove(Tree.text(Tree.object(tag).get("name"))));
    for (String name : used) {
      Map<String, @Nullable Object> tag = new LinkedHashMap<>();
      tag.put("name", name);
      tag.put("description", description(name));
      tags.add(tag);
    }
    document.put("tags", tags);
  }

  private String description(String tag) {
    return Tree.list(theirs.tree().get("tags")).stream()
        .map(Tree::object)
        .filter(each -> tag.equals(each.get("name")))
        .map(each -> Prose.plain(each.get("description"), Prose.sentence(tag)))
        .findFirst()
        .orElse(Prose.sentence(tag));
  }
}
