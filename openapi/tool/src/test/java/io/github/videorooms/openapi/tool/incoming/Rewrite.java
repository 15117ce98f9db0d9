package io.github.videorooms.openapi.tool.incoming;

import java.util.Collections;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A change of a document that preserves its meaning.
 *
 * @param isLast whether this has to be the last rewrite, since others do not support its result
 */
record Rewrite(String name, boolean isLast, Change change) {
  /** Rewrites a document, and returns whether anything changed. */
  interface Change {
    boolean apply(EditableDocument document);
  }

  static Rewrite of(String name, Change change) {
    return new Rewrite(name, false, change);
  }

  static Rewrite last(String name, Change change) {
    return new Rewrite(name, true, change);
  }

  /** Creates a rewrite of one, some or all schemas that it applies to. */
  static Rewrite ofSchemas(String name, BiPredicate<EditableDocument, SchemaSlot> change) {
    return of(name, document -> atSome(document, document.schemas(), change));
  }

  /** Creates a rewrite of one, some or all operations that it applies to. */
  static Rewrite ofOperations(String name, BiPredicate<EditableDocument, OperationSlot> change) {
    return of(name, document -> atSome(document, document.operations(), change));
  }

  private static <T> boolean atSome(
      EditableDocument document, List<T> places, BiPredicate<EditableDocument, T> change) {
    List<T> shuffled = new java.util.ArrayList<>(places);
    Collections.shuffle(shuffled, document.random());
    int most =
        switch (document.random().nextInt(3)) {
          case 0 -> 1;
          case 1 -> 12;
          default -> places.size();
        };
    int changed = 0;
    for (T place : shuffled) {
      if (changed < most && change.test(document, place)) {
        changed++;
      }
    }
    return changed > 0;
  }

  @Override
  public String toString() {
    return name;
  }
}
