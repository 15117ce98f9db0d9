package io.github.videorooms.openapi.tool.change;

import io.github.videorooms.openapi.tool.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** An operation before and after; one side is missing if it came or went. */
final class OperationPair {
  private final @Nullable Endpoint before;
  private final @Nullable Endpoint after;

  private OperationPair(@Nullable Endpoint before, @Nullable Endpoint after) {
    this.before = before;
    this.after = after;
  }

  @Nullable Endpoint before() {
    return before;
  }

  @Nullable Endpoint after() {
    return after;
  }

  /** Pairs what has one address, then what has one operationId; gone ones first. */
  static List<OperationPair> of(Document before, Document after) {
    List<Endpoint> old = new ArrayList<>(Endpoint.of(before));
    List<Endpoint> now = new ArrayList<>(Endpoint.of(after));
    List<OperationPair> pairs = new ArrayList<>();
    pairs.addAll(pairs(old, now, (one, other) -> one.address().equals(other.address())));
    pairs.addAll(pairs(old, now, (one, other) -> Objects.equals(one.id(), other.id())));
    List<OperationPair> all = new ArrayList<>();
    old.forEach(endpoint -> all.add(new OperationPair(endpoint, null)));
    now.forEach(endpoint -> all.add(new OperationPair(null, endpoint)));
    all.addAll(pairs);
    return all;
  }

  /** Takes those that fit out of both lists. */
  private static List<OperationPair> pairs(
      List<Endpoint> old, List<Endpoint> now, BiPredicate<Endpoint, Endpoint> fits) {
    List<OperationPair> pairs = new ArrayList<>();
    for (Endpoint one : new ArrayList<>(old)) {
      Optional<Endpoint> match = now.stream().filter(other -> fits.test(one, other)).findFirst();
      match.ifPresent(
          other -> {
            old.remove(one);
            now.remove(other);
            pairs.add(new OperationPair(one, other));
          });
    }
    return pairs;
  }
}
