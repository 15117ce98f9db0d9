package io.github.videorooms.openapi.tool.incoming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** All rewrites of documents that preserve the meaning. */
final class Rewrites {
  static final List<Rewrite> ALL =
      Stream.of(
              SchemaRewrites.ALL,
              NullRewrites.ALL,
              ReferenceRewrites.ALL,
              OperationRewrites.ALL,
              DocumentRewrites.ALL)
          .flatMap(List::stream)
          .toList();

  /** The rewrites to apply alone: other rewrites would make their copies differ. */
  private static final Set<String> ALONE = Set.of("anyOf twice the same");

  private Rewrites() {}

  /** Returns a random selection, with those that have to be last at the end. */
  static List<Rewrite> chosen(Random random, int count) {
    List<Rewrite> chosen = new ArrayList<>();
    while (chosen.size() < count) {
      Rewrite next = ALL.get(random.nextInt(ALL.size()));
      if (!next.isLast() && !ALONE.contains(next.name())) {
        chosen.add(next);
      }
    }
    List<Rewrite> last = new ArrayList<>(ALL.stream().filter(Rewrite::isLast).toList());
    Collections.shuffle(last, random);
    if (random.nextInt(2) == 0) {
      chosen.add(last.get(0));
    }
    return chosen;
  }
}
