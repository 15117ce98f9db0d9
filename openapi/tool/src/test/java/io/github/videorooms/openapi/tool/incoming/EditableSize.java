package io.github.videorooms.openapi.tool.incoming;

import io.github.videorooms.openapi.tool.Node;
import java.util.concurrent.atomic.AtomicInteger;

/** Measures parts of a document, so that tests do not inline too large ones. */
final class EditableSize {
  private static final int SMALL = 400;

  static boolean isSmall(Object node) {
    AtomicInteger left = new AtomicInteger(SMALL);
    count(node, left);
    return left.get() > 0;
  }

  private static void count(Object node, AtomicInteger left) {
    if (left.decrementAndGet() <= 0) {
      return;
    }
    Node.of(node).object().values().forEach(each -> count(each, left));
    Node.of(node).list().forEach(each -> count(each, left));
  }

  private EditableSize() {}
}
