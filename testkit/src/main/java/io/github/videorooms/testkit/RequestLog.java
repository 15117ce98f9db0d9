package io.github.videorooms.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest requests to a space, bounded in number and in bytes. */
final class RequestLog {
  static final int MAX_REQUESTS = 10_000;
  static final long MAX_BYTES = 32 << 20;

  private final Deque<RecordedRequest> requests = new ArrayDeque<>();
  private long bytes;
  private long dropped;

  synchronized void add(RecordedRequest request) {
    requests.addLast(request);
    bytes += request.size();
    while (requests.size() > MAX_REQUESTS || (bytes > MAX_BYTES && requests.size() > 1)) {
      bytes -= requests.removeFirst().size();
      dropped++;
    }
  }

  synchronized List<RecordedRequest> requests() {
    return List.copyOf(requests);
  }

  synchronized long dropped() {
    return dropped;
  }

  synchronized void clear() {
    requests.clear();
    bytes = 0;
    dropped = 0;
  }
}
