package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.change.Severity;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One change that a vendor might make, and what has to become of it.
 *
 * @param kind what is done
 * @param place where
 * @param change does it to a copy of the vendor's document
 * @param operations those that lines about it have to name
 * @param least the least that it has to ask of those who use what was there before
 * @param most the most that it may ask
 * @param lines how many lines tell of it; 0 for any number
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
