package io.github.videorooms.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests of a space. */
final class Recording {
  static final int MAX_REQUESTS = 10_000;

  private final Deque<RecordedRequest> requests = new ArrayDeque<>();

  synchronized void add(RecordedRequest request) {
    if (requests.size() == MAX_REQUESTS) {
      requests.removeFirst();
    }
    requests.addLast(request);
  }

  synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized void clear() {
    requests.clear();
  }
}
