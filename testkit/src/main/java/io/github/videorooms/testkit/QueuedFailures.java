package io.github.videorooms.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The queue of failures. For each request, the first failure that applies decides: the request
 * fails, or succeeds if the failure still has requests to skip.
 */
final class QueuedFailures {
  private static final int MAX_DROPPED = 100;

  private final ApiDescription api;
  private final List<Entry> entries = new ArrayList<>();

  /** The first failures that {@link #drop} removed from the queue although no request used them. */
  private final List<Failure> dropped = new ArrayList<>();

  QueuedFailures(ApiDescription api) {
    this.api = api;
  }

  /**
   * Adds a failure.
   *
   * @throws IllegalArgumentException if no request can ever use it
   */
  synchronized void add(Failure failure) {
    entries.add(new Entry(failure, failure.target().resolve(api)));
  }

  /** Takes the failure for a request; null if the request should succeed. */
  synchronized @Nullable Failure take(RecordedRequest request) {
    for (Iterator<Entry> all = entries.iterator(); all.hasNext(); ) {
      Entry entry = all.next();
      if (entry.target.test(request)) {
        if (entry.toSkip > 0) {
          entry.toSkip--;
          return null;
        }
        entry.left--;
        if (entry.left == 0) {
          all.remove();
        }
        return entry.failure;
      }
    }
    return null;
  }

  /** Returns the failures that are still queued, each with its remaining counts. */
  synchronized List<Failure> pending() {
    return entries.stream()
        .map(entry -> entry.failure.skip(entry.toSkip).times(entry.left))
        .collect(Collectors.toUnmodifiableList());
  }

  /** Empties the queue; {@link #takeUnused} still returns the failures that no request has used. */
  synchronized void drop() {
    entries.stream()
        .filter(entry -> entry.left == entry.failure.times() && !entry.failure.isOptional())
        .limit(MAX_DROPPED - dropped.size())
        .forEach(entry -> dropped.add(entry.failure));
    entries.clear();
  }

  /**
   * Empties the queue, and returns the failures that no request has used since the last call,
   * except optional ones; no more than 100.
   */
  synchronized List<Failure> takeUnused() {
    drop();
    List<Failure> unused = List.copyOf(dropped);
    dropped.clear();
    return unused;
  }

  private static final class Entry {
    final Failure failure;
    final Predicate<RecordedRequest> target;
    int toSkip;
    int left;

    Entry(Failure failure, Predicate<RecordedRequest> target) {
      this.failure = failure;
      this.target = target;
      this.toSkip = failure.skipped();
      this.left = failure.times();
    }
  }
}
