package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Schema.Kind;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares schemas by the values that they allow. Recursive schemas are equal unless a difference
 * is found.
 */
public final class SemanticEquality {
  private final Set<Pair> assumed = new HashSet<>();

  private SemanticEquality() {}

  /** Returns whether two schemas allow the same values. */
  public static boolean schemas(Schema one, Schema other) {
    return new SemanticEquality().same(one, other);
  }

  /** Returns whether two uses allow the same values, including null. */
  public static boolean uses(@Nullable Use one, @Nullable Use other) {
    return new SemanticEquality().same(one, other);
  }

  /** Returns whether two operations have the same requests and responses. */
  public static boolean operations(Operation one, Operation other) {
    return VendorSnapshot.text(one).equals(VendorSnapshot.text(other));
  }

  /** Whether a schema has no constraints yet, apart from null. */
  static boolean isEmpty(Schema schema) {
    return schema.kind == Kind.ANY
        && schema.format.isEmpty()
        && schema.values == null
        && schema.limits.isEmpty()
        && schema.properties.isEmpty()
        && schema.required.isEmpty()
        && schema.vocabulary.isEmpty();
  }

  private boolean same(@Nullable Use one, @Nullable Use other) {
    if (one == null || other == null) {
      return one == other;
    }
    return one.nullable() == other.nullable() && same(one.schema(), other.schema());
  }

  private boolean same(Schema one, Schema other) {
    if (one == other || !assumed.add(new Pair(one, other))) {
      return true;
    }
    return one.kind == other.kind
        && one.format.equals(other.format)
        && sameLimits(one, other)
        && Objects.equals(one.values, other.values)
        && one.vocabulary.equals(other.vocabulary)
        && one.required.equals(other.required)
        && sameProperties(one.properties, other.properties)
        && same(one.items, other.items)
        && same(one.additional, other.additional)
        && sameAlternatives(one.alternatives, other.alternatives);
  }

  /** Whether two schemas have equivalent limits. */
  static boolean sameLimits(Schema one, Schema other) {
    Map<String, Object> rest = new HashMap<>(one.limits);
    Map<String, Object> otherRest = new HashMap<>(other.limits);
    for (Map<String, Object> each : List.of(rest, otherRest)) {
      each.keySet()
          .removeAll(List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"));
    }
    return rest.equals(otherRest)
        && Objects.equals(one.bound("minimum"), other.bound("minimum"))
        && Objects.equals(one.bound("maximum"), other.bound("maximum"));
  }

  private boolean sameProperties(Map<String, Use> one, Map<String, Use> other) {
    return one.keySet().equals(other.keySet())
        && one.entrySet().stream()
            .allMatch(
                each ->
                    sameFlags(each.getValue(), other.get(each.getKey()))
                        && same(each.getValue(), other.get(each.getKey())));
  }

  private static boolean sameFlags(Use one, @Nullable Use other) {
    return other != null
        && one.flag("readOnly") == other.flag("readOnly")
        && one.flag("writeOnly") == other.flag("writeOnly");
  }

  /**
   * Compares alternatives in any order. Assumptions made while comparing two that differ are
   * discarded.
   */
  private boolean sameAlternatives(List<Use> one, List<Use> other) {
    List<Use> left = new ArrayList<>(other);
    for (Use each : one) {
      if (!removeSame(each, left)) {
        return false;
      }
    }
    return left.isEmpty();
  }

  private boolean removeSame(Use wanted, List<Use> candidates) {
    Set<Pair> before = Set.copyOf(assumed);
    for (Use each : candidates) {
      if (same(wanted.schema(), each.schema())) {
        return candidates.remove(each);
      }
      assumed.retainAll(before);
    }
    return false;
  }

  /** Two schemas, each by identity. */
  private record Pair(Schema one, Schema other) {
    @Override
    public boolean equals(@Nullable Object object) {
      return object instanceof Pair pair && pair.one == one && pair.other == other;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(one) + System.identityHashCode(other);
    }
  }
}
