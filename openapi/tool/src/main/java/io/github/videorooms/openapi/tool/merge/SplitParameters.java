package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentTree;
import io.github.videorooms.openapi.tool.change.Direction;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives an operation a parameter of its own where the vendor changed it there, and not in the
 * others that share ours. One that is like the shared parameter in the end refers to it again.
 */
final class SplitParameters {
  static void apply(Document document, List<OperationPair> pairs) {
    IdentityHashMap<Map<?, ?>, List<Use>> uses = new IdentityHashMap<>();
    for (OperationPair pair : pairs) {
      Operation ours = pair.ours();
      if (ours != null && pair.base() != null && pair.theirs() != null) {
        ours.parameters()
            .forEach(
                (key, our) -> {
                  if (!document.nameOf(our.raw()).isEmpty()) {
                    uses.computeIfAbsent(our.raw().object(), each -> new ArrayList<>())
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
    Set<Map<?, ?>> done = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Use each : uses) {
      if (!each.change().isEmpty() && done.add(each.operation().raw().object())) {
        DocumentTree.list(each.operation().raw().object().get("parameters"))
            .replaceAll(
                node ->
                    node == each.ours().original().value()
                        ? DocumentTree.copy(each.ours().raw().object())
                        : node);
      }
    }
  }

  /** Lets what is the same as a shared parameter, its example aside, refer to it. */
  static void join(Document document) {
    Map<@Nullable Object, String> shared = new HashMap<>();
    document
        .components("parameters")
        .object()
        .forEach((name, node) -> shared.putIfAbsent(withoutExample(node), name));
    document
        .operations()
        .map(operation -> operation.get("parameters").list())
        .forEach(
            parameters ->
                parameters.replaceAll(each -> reference(shared.get(withoutExample(each)), each)));
  }

  private static Map<String, @Nullable Object> withoutExample(@Nullable Object parameter) {
    Map<String, @Nullable Object> rest = new HashMap<>(DocumentTree.object(parameter));
    rest.remove("example");
    return rest;
  }

  private static @Nullable Object reference(@Nullable String name, @Nullable Object parameter) {
    return name == null ? parameter : DocumentTree.of("$ref", "#/components/parameters/" + name);
  }

  /** One operation's use of a shared parameter. */
  private record Use(
      Operation operation, Parameter ours, @Nullable Parameter base, @Nullable Parameter theirs) {
    /** In which respects the vendor changed it, or {@code ""}; being there at all aside. */
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
