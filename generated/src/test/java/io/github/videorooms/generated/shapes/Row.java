package io.github.videorooms.generated.shapes;

import java.util.Map;

/** One schema, operation or name that a document may contain, with the expected result. */
interface Row {
  /** Returns the unique name of the row. */
  String name();

  /** Adds the part to a document, under names that contain the number. */
  void addTo(Map<String, Object> paths, Map<String, Object> schemas, int number);

  /** Checks the generated code. */
  void check(Classes classes, int number) throws Exception;
}
