package io.github.videorooms.testkit;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A position in a list, and the direction to read from it. */
final class Cursor {
  private final boolean forward;
  private final long position;

  Cursor(boolean forward, long position) {
    this.forward = forward;
    this.position = position;
  }

  /** Returns the page, in the order of the list. */
  List<Stored> read(StoredList list, int pageSize) {
    List<Stored> page =
        (forward ? list.after(position) : list.before(position))
            .limit(pageSize)
            .collect(Collectors.toList());
    if (!forward) {
      Collections.reverse(page);
    }
    return page;
  }

  /** Returns the position before which there are earlier pages. */
  long start(List<Stored> page) {
    if (page.isEmpty()) {
      return forward ? position + 1 : 0;
    }
    return page.get(0).position;
  }

  /** Returns the position after which there are later pages. */
  long end(List<Stored> page) {
    if (page.isEmpty()) {
      return forward ? position : 0;
    }
    return page.get(page.size() - 1).position;
  }
}
