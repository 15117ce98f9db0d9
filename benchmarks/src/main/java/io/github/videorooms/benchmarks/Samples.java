package io.github.videorooms.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All measured values. The rounds of a measurement alternate with those of the other contenders, so
 * a ratio compares values measured at about the same time: it is the median of the ratios of the
 * rounds, and stays valid on a machine that is busy now and then.
 */
final class Samples {
  private final Map<String, Map<String, List<Double>>> values = new LinkedHashMap<>();

  void add(String measure, String contender, double value) {
    values
        .computeIfAbsent(measure, name -> new LinkedHashMap<>())
        .computeIfAbsent(contender, name -> new ArrayList<>())
        .add(value);
  }

  boolean has(String measure, String contender) {
    return values.getOrDefault(measure, Map.of()).containsKey(contender);
  }

  double median(String measure, String contender) {
    return median(of(measure, contender));
  }

  /** Returns the ratio of one value to another, round by round. */
  double ratio(String measure, String contender, String otherMeasure, String other) {
    List<Double> ours = of(measure, contender);
    List<Double> theirs = of(otherMeasure, other);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < Math.min(ours.size(), theirs.size()); round++) {
      ratios.add(ours.get(round) / theirs.get(round));
    }
    return median(ratios);
  }

  double ratio(String measure, String contender, String other) {
    return ratio(measure, contender, measure, other);
  }

  private List<Double> of(String measure, String contender) {
    List<Double> found = values.getOrDefault(measure, Map.of()).get(contender);
    if (found == null) {
      throw new IllegalArgumentException("not measured: " + measure + ", " + contender);
    }
    return found;
  }

  private static double median(List<Double> unsorted) {
    List<Double> sorted = unsorted.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
