package io.github.videorooms.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The failures to come, in their order; each request takes at most one. */
final class Rehearsals {
  private final List<Rehearsal> rehearsals = new ArrayList<>();

  synchronized void add(Failure failure) {
    rehearsals.add(new Rehearsal(failure));
  }

  /** Takes the first failure that is meant for the request; null if there is none. */
  synchronized @Nullable Failure take(RecordedRequest request) {
    for (Iterator<Rehearsal> all = rehearsals.iterator(); all.hasNext(); ) {
      Rehearsal rehearsal = all.next();
      if (rehearsal.failure.isFor(request)) {
        rehearsal.left--;
        if (rehearsal.left == 0) {
          all.remove();
        }
        return rehearsal.failure;
      }
    }
    return null;
  }

  synchronized void clear() {
    rehearsals.clear();
  }

  private static final class Rehearsal {
    final Failure failure;
    int left;

    Rehearsal(Failure failure) {
      this.failure = failure;
      this.left = failure.times();
    }
  }
}
