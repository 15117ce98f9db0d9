package io.github.videorooms.generated.shapes;

import java.util.Map;

/** One shape or name that a document may hold, and what is to come of it. */
interface Row {
  /** What the row is about; no other has this name. */
  String name();

  /** Adds what the row is about to a document, under names that hold the number. */
  void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number);

  /** Fails if what came of it is wrong. */
  void check(Classes classes, int number) throws Exception;
}
