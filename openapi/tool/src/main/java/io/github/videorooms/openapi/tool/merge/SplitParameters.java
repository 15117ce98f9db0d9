package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.Trees;
import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Replaces references to a shared parameter by copies if the vendor changed the parameter for some
 * operations only. After the merge, copies that equal a shared parameter become references again.
 */
final class SplitParameters {
  static void apply(Document document, List<OperationPair> pairs) {
    Map<Node, List<Use>> uses = new LinkedHashMap<>();
    for (OperationPair pair : pairs) {
      Operation ours = pair.ours();
      if (ours != null && pair.base() != null && pair.theirs() != null) {
        ours.parameters()
            .forEach(
                (key, our) -> {
                  if (!document.nameOf(our.raw()).isEmpty()) {
                    uses.computeIfAbsent(our.raw(), each -> new ArrayList<>())
                        .add(
                            new Use(
                                ours,
                                our,
                                pair.base().parameters().get(key),
                                pair.theirs().parameters().get(key)));
                  }
                });
      }
    }
    uses.values().forEach(SplitParameters::split);
  }

  private static void split(List<Use> uses) {
    Set<String> changes = new LinkedHashSet<>();
    uses.forEach(each -> changes.add(each.change()));
    if (changes.size() < 2) {
      return;
    }
    Set<Node> done = new HashSet<>();
    for (Use each : uses) {
      if (!each.change().isEmpty() && done.add(each.operation().raw())) {
        each.operation()
            .raw()
            .get("parameters")
            .list()
            .replaceAll(
                node ->
                    node == each.ours().original().value()
                        ? Trees.copy(each.ours().raw().object())
                        : node);
      }
    }
  }

  /** Replaces parameters that equal a shared one, except for the example, by references to it. */
  static void join(Document document) {
    Map<@Nullable Object, String> shared = new HashMap<>();
    document
        .components("parameters")
        .members()
        .forEach(each -> shared.putIfAbsent(withoutExample(each), each.key()));
    document
        .operations()
        .map(operation -> operation.get("parameters").list())
        .forEach(
            parameters ->
                parameters.replaceAll(
                    each -> reference(shared.get(withoutExample(Node.of(each))), each)));
  }

  private static Map<String, @Nullable Object> withoutExample(Node parameter) {
    Map<String, @Nullable Object> rest = new HashMap<>(parameter.object());
    rest.remove("example");
    return rest;
  }

  private static @Nullable Object reference(@Nullable String name, @Nullable Object parameter) {
    return name == null ? parameter : Trees.of("$ref", "#/components/parameters/" + name);
  }

  /** One operation's use of a shared parameter. */
  private record Use(
      Operation operation, Parameter ours, @Nullable Parameter base, @Nullable Parameter theirs) {
    /** Returns how the vendor changed it, or {@code ""}; additions and removals do not count. */
    String change() {
      if (base == null || theirs == null) {
        return "";
      }
      Occurrence occurrence =
          new Occurrence(
              "",
              Direction.SENT,
              base.use(),
              base.required(),
              theirs.use(),
              theirs.required(),
              true);
      boolean parts = SchemaComparison.none(base.use(), theirs.use());
      String changes = SchemaComparison.of(occurrence).toString();
      return parts && changes.equals("[]") && base.encoding().equals(theirs.encoding())
          ? ""
          : changes + base.encoding() + theirs.encoding();
    }
  }

  private SplitParameters() {}
}
