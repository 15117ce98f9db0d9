package io.github.videorooms.generated.mutation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Mutations that can be applied to one document without affecting each other. */
final class Together {
  private final List<Mutation> mutations;
  private final Tree edited;
  private final Map<List<String>, Optional<Object>> changes;

  private Together(
      List<Mutation> mutations, Tree edited, Map<List<String>, Optional<Object>> changes) {
    this.mutations = mutations;
    this.edited = edited;
    this.changes = changes;
  }

  static Together alone(Tree document, Mutation mutation) {
    Tree edited = mutation.applied(document);
    return new Together(List.of(mutation), edited, changes(document, edited));
  }

  /** Groups mutations: each is added to the first group that it is compatible with. */
  static List<Together> of(Tree document, List<Mutation> mutations) {
    List<Together> groups = new ArrayList<>();
    for (Mutation mutation : mutations) {
      Together alone = alone(document, mutation);
      int place = 0;
      Optional<Together> joined = Optional.empty();
      while (place < groups.size() && joined.isEmpty()) {
        joined = groups.get(place++).joinedBy(alone, document);
      }
      if (joined.isPresent()) {
        groups.set(place - 1, joined.get());
      } else {
        groups.add(alone);
      }
    }
    return groups;
  }

  List<Mutation> mutations() {
    return mutations;
  }

  Tree edited() {
    return edited;
  }

  /** Returns the combined group, or empty if one mutation depends on what another one changes. */
  private Optional<Together> joinedBy(Together other, Tree document) {
    List<Mutation> all = new ArrayList<>(mutations);
    all.addAll(other.mutations);
    Map<List<String>, Optional<Object>> expected = new HashMap<>(changes);
    expected.putAll(other.changes);
    Tree both = edited.copy();
    try {
      other.mutations.forEach(mutation -> mutation.edit().accept(both));
    } catch (RuntimeException e) {
      return Optional.empty(); // A mutation does not find its node.
    }
    return Optional.of(new Together(all, both, changes(document, both)))
        .filter(together -> together.changes.equals(expected))
        .filter(together -> expected.entrySet().containsAll(changes.entrySet()));
  }

  /** Returns the changed nodes by path, each with its new value; lists count as a whole. */
  private static Map<List<String>, Optional<Object>> changes(Tree before, Tree after) {
    Map<List<String>, Optional<Object>> changes = new HashMap<>();
    compare(before.root(), after.root(), List.of(), changes);
    return changes;
  }

  private static void compare(
      Object before,
      Object after,
      List<String> place,
      Map<List<String>, Optional<Object>> changes) {
    if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
      Set<Object> keys = new HashSet<>(old.keySet());
      keys.addAll(now.keySet());
      for (Object key : keys) {
        List<String> inside = new ArrayList<>(place);
        inside.add(key.toString());
        compare(old.get(key), now.get(key), inside, changes);
      }
    } else if (!Objects.equals(before, after)) {
      changes.put(place, Optional.ofNullable(after));
    }
  }
}
