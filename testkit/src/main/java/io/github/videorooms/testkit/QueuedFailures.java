package io.github.videorooms.testkit;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The queue of failures. For each request, the first failure that applies decides: the request
 * fails, or succeeds if the failure still has requests to skip.
 */
final class QueuedFailures {
  private final ApiDescription api;
  private final List<Entry> entries = new ArrayList<>();

  /** The {@link #unused} failures that {@link #drop} removed from the queue. */
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

  /** Returns the failures that no request has used, except optional ones. */
  synchronized List<Failure> unused() {
    return Stream.concat(dropped.stream(), unusedEntries())
        .collect(Collectors.toUnmodifiableList());
  }

  /** Empties the queue; a failure that was {@link #unused} remains so. */
  synchronized void drop() {
    unusedEntries().forEach(dropped::add);
    entries.clear();
  }

  /** Removes all failures, and returns those that were {@link #unused}. */
  synchronized List<Failure> clear() {
    List<Failure> unused = unused();
    entries.clear();
    dropped.clear();
    return unused;
  }

  private Stream<Failure> unusedEntries() {
    return entries.stream()
        .filter(entry -> entry.left == entry.failure.times() && !entry.failure.isOptional())
        .map(entry -> entry.failure);
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
