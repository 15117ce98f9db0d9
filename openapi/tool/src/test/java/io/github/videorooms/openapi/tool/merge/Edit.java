package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Severity;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One change that a vendor might make, and its expected outcome.
 *
 * @param kind the kind of change
 * @param place where the change is made
 * @param change makes the change in a copy of the vendor's document
 * @param operations the operations that the reported changes have to name
 * @param least the lowest allowed severity
 * @param most the highest allowed severity
 * @param lines the number of reported changes; 0 for any number
 */
record Edit(
    String kind,
    String place,
    Consumer<Map<String, Object>> change,
    Set<String> operations,
    Severity least,
    Severity most,
    int lines) {
  @Override
  public String toString() {
    return kind + " at " + place;
  }
}
