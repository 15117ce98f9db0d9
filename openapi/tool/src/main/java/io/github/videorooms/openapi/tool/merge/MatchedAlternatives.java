package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import io.github.videorooms.openapi.tool.incoming.SemanticEquality;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Matches the alternatives of two unions: first equal ones, then those with the same name, then
 * those of the same kind, in order. A schema that is not a union counts as its own single
 * alternative.
 */
record MatchedAlternatives(List<Pair> pairs, List<Schema> removed, List<Schema> added) {
  /** An alternative before and after. */
  record Pair(Schema base, Schema theirs) {}

  static MatchedAlternatives of(Schema base, Schema theirs) {
    List<Schema> before = schemas(base);
    List<Schema> after = schemas(theirs);
    List<Pair> pairs = new ArrayList<>();
    boolean union = before.size() + after.size() > 2;
    if (union) {
      match(before, after, pairs, SemanticEquality::schemas);
      match(before, after, pairs, MatchedAlternatives::isNamesake);
    }
    match(
        before,
        after,
        pairs,
        (one, other) -> one.kind() == other.kind() && (!union || !one.kind().isScalar()));
    return new MatchedAlternatives(pairs, before, after);
  }

  private static List<Schema> schemas(Schema schema) {
    return new ArrayList<>(schema.alternatives().stream().map(Use::schema).toList());
  }

  private static boolean isNamesake(Schema one, Schema other) {
    return !one.label().isEmpty()
        && one.label().equals(other.label())
        && one.kind() == other.kind();
  }

  private static void match(
      List<Schema> before, List<Schema> after, List<Pair> pairs, BiPredicate<Schema, Schema> fits) {
    for (Schema each : List.copyOf(before)) {
      after.stream()
          .filter(other -> fits.test(each, other))
          .findFirst()
          .ifPresent(
              other -> {
                pairs.add(new Pair(each, other));
                before.remove(each);
                after.remove(other);
              });
    }
  }
}
