package io.github.videorooms.testkit;

import java.util.List;

/** A place in a list, and the direction to read from it. */
final class Cursor {
  private final boolean forward;
  private final long position;

  Cursor(boolean forward, long position) {
    this.forward = forward;
    this.position = position;
  }

  /** Returns where in the list the page begins. */
  int start(List<Stored> list, int pageSize) {
    if (forward) {
      return (int) list.stream().filter(item -> item.position <= position).count();
    }
    return Math.max(0, end(list, pageSize) - pageSize);
  }

  /** Returns where in the list the page has ended. */
  int end(List<Stored> list, int pageSize) {
    if (forward) {
      return Math.min(list.size(), start(list, pageSize) + pageSize);
    }
    return (int) list.stream().filter(item -> item.position < position).count();
  }
}
