package io.github.videorooms.benchmarks;

import static io.github.videorooms.benchmarks.Contender.FACADE;
import static io.github.videorooms.benchmarks.Contender.JAVA_HTTP;
import static io.github.videorooms.benchmarks.Contender.OKHTTP;

import java.util.ArrayList;
import java.util.List;

/**
 * A target for the client.
 *
 * @param what what is compared, in words
 * @param ratio the measured ratio
 * @param bound the limit of the ratio
 * @param isUpper whether the bound is a maximum rather than a minimum
 */
record Target(String what, double ratio, double bound, boolean isUpper) {
  boolean isMet() {
    return isUpper ? ratio <= bound : ratio >= bound;
  }

  static List<Target> all(Samples samples) {
    List<Target> targets = new ArrayList<>();
    addCall(targets, samples, "createStream", 1.00, 0.60);
    addCall(targets, samples, "getRoom", 1.00, 0.66);
    addCall(targets, samples, "error422", 1.15, 1.00);
    String list = Benchmarks.time("list1000");
    targets.add(most("list of 1,000, time", samples.ratio(list, FACADE, OKHTTP), 0.50));
    String async = Benchmarks.time("createStreamAsync");
    targets.add(
        least("async throughput, 64 in flight", samples.ratio(async, OKHTTP, FACADE), 1.05));
    String plain = Benchmarks.start(Recipe.PLAIN);
    for (Recipe recipe : Recipe.available()) {
      double ratio = samples.ratio(Benchmarks.start(recipe), FACADE, plain, OKHTTP);
      boolean isPlain = recipe == Recipe.PLAIN;
      String to = isPlain ? "" : ", to hand-written with no archive";
      String what = "start to first response, " + recipe + to;
      targets.add(most(what, ratio, isPlain ? 1.05 : 0.60));
    }
    String walk = Benchmarks.time(Benchmarks.MILLION_WALK);
    targets.add(
        least(Benchmarks.MILLION_WALK + ", rooms/s", samples.ratio(walk, OKHTTP, FACADE), 1.70));
    double heap =
        samples.ratio(
            Benchmarks.late(Benchmarks.MILLION_WALK),
            FACADE,
            Benchmarks.early(Benchmarks.MILLION_WALK),
            FACADE);
    targets.add(most("the same, bytes in use after 90 % to those after 10 %", heap, 1.10));
    double prefetch =
        samples.ratio(
            Benchmarks.time(Benchmarks.SLOW_PAGES),
            FACADE,
            Benchmarks.time(Benchmarks.PREFETCHED_PAGES),
            FACADE);
    targets.add(least(Benchmarks.PREFETCHED_PAGES + ", pages/s, to those without", prefetch, 1.80));
    for (String call : List.of("createStream", "getRoom", "createStreamAsync")) {
      double ratio = samples.ratio(Benchmarks.time(call), FACADE, JAVA_HTTP);
      targets.add(most(call + ", time, to " + JAVA_HTTP, ratio, 0.50));
    }
    return targets;
  }

  /** Adds the targets for the time and the allocated bytes of a call. */
  private static void addCall(
      List<Target> targets, Samples samples, String call, double time, double bytes) {
    double times = samples.ratio(Benchmarks.time(call), FACADE, OKHTTP);
    targets.add(most(call + ", time", times, time));
    double allocations = samples.ratio(Benchmarks.bytes(call), FACADE, OKHTTP);
    targets.add(most(call + ", allocation", allocations, bytes));
  }

  private static Target most(String what, double ratio, double bound) {
    return new Target(what, ratio, bound, true);
  }

  private static Target least(String what, double ratio, double bound) {
    return new Target(what, ratio, bound, false);
  }
}
