package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One operation in the base, in the vendor's new document and in ours; null if absent. Operations
 * are matched by method and path structure; several with the same one, by their exact path or id.
 */
record OperationPair(
    @Nullable Operation base, @Nullable Operation theirs, @Nullable Operation ours) {
  /** Returns the name of the operation on the page. */
  String name() {
    Operation named = theirs == null ? base : theirs;
    return named == null ? "" : named.id();
  }

  static List<OperationPair> of(Api base, Api theirs, Api ours) {
    Map<String, Operation> known = new HashMap<>();
    ours.operations().forEach(each -> known.put(each.address(), each));
    List<Operation> before = new ArrayList<>(base.operations());
    List<Operation> after = new ArrayList<>(theirs.operations());
    Map<Operation, Operation> matched = new LinkedHashMap<>();
    match(before, after, matched, (one, other) -> one.path().equals(other.path()));
    match(before, after, matched, (one, other) -> one.id().equals(other.id()));
    match(before, after, matched, (one, other) -> true);
    List<OperationPair> pairs = new ArrayList<>();
    for (Operation each : base.operations()) {
      pairs.add(new OperationPair(each, matched.get(each), known.get(each.address())));
    }
    after.forEach(each -> pairs.add(new OperationPair(null, each, known.get(each.address()))));
    return pairs;
  }

  private static void match(
      List<Operation> before,
      List<Operation> after,
      Map<Operation, Operation> matched,
      BiPredicate<Operation, Operation> fits) {
    for (Operation each : List.copyOf(before)) {
      after.stream()
          .filter(other -> other.address().equals(each.address()) && fits.test(each, other))
          .findFirst()
          .ifPresent(
              other -> {
                matched.put(each, other);
                before.remove(each);
                after.remove(other);
              });
    }
  }
}
