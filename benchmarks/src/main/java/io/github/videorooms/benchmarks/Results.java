package io.github.videorooms.benchmarks;

import static io.github.videorooms.benchmarks.Contender.FACADE;
import static io.github.videorooms.benchmarks.Contender.JAVA_HTTP;
import static io.github.videorooms.benchmarks.Contender.OKHTTP;
import static io.github.videorooms.benchmarks.Contender.SOCKET;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Writes the results as a readable page, ratios first. */
final class Results {
  private static final List<String> ALL = List.of(FACADE, OKHTTP, JAVA_HTTP, SOCKET);
  private static final List<String> PROGRAMS = List.of(FACADE, OKHTTP, JAVA_HTTP);

  private final Samples samples;
  private final Machine machine;
  private final Map<String, String> profiles;
  private final StringBuilder page = new StringBuilder();

  Results(Samples samples, Machine machine, Map<String, String> profiles) {
    this.samples = samples;
    this.machine = machine;
    this.profiles = profiles;
  }

  void write(Path module) throws IOException {
    Files.writeString(module.resolve("RESULTS.md"), text());
    Files.writeString(module.resolve("calls.svg"), calls(Benchmarks::time, "Time of a call"));
    Files.writeString(
        module.resolve("allocation.svg"), calls(Benchmarks::bytes, "Bytes allocated by a call"));
    Files.writeString(module.resolve("start.svg"), starts());
    Files.writeString(module.resolve("threads.svg"), threads());
    Files.writeString(module.resolve("rows.svg"), rows());
  }

  private String text() {
    line("# Results");
    line("");
    line(
        "Written by `mvn -q -P benchmarks package -Dbenchmarks.rounds=%d`; [how](README.md).",
        Benchmarks.ROUNDS);
    line("");
    line("%s.", machine.text());
    line("");
    targets();
    line("![Time of a call](calls.svg)");
    line("");
    line("![Bytes allocated by a call](allocation.svg)");
    line("");
    table("A call, µs", ALL, Benchmarks.CALLS, Benchmarks::time, "%,.1f");
    table("A call, bytes allocated", ALL, Benchmarks.CALLS, Benchmarks::bytes, "%,.0f");
    line("![Time from one call to the next, by the number of threads](threads.svg)");
    line("");
    List<String> threads = Benchmarks.THREADS.stream().map(Benchmarks::threads).toList();
    table("Threads: µs from one call to the next", PROGRAMS, threads, Benchmarks::time, "%,.1f");
    if (ManyThreads.areAvailable()) {
      List<String> atOnce = Benchmarks.KINDS_OF_THREADS.stream().map(Benchmarks::atOnce).toList();
      table("All at once: µs a call", PROGRAMS, atOnce, Benchmarks::time, "%,.0f");
      table("The same: µs of processor time a call", PROGRAMS, atOnce, Benchmarks::cpu, "%,.0f");
      table("The same: times pinned", PROGRAMS, atOnce, Benchmarks::pinned, "%,.0f");
    }
    line("![Time of a row, by the number of rows](rows.svg)");
    line("");
    List<String> rows = Benchmarks.ROWS.stream().map(Benchmarks::rows).toList();
    table("Rows, in pages of 10: µs a row", PROGRAMS, rows, Benchmarks::time, "%,.2f");
    List<String> walk = List.of(Benchmarks.MILLION_WALK);
    table(
        "A million rooms, in pages of 1,000: µs a row", PROGRAMS, walk, Benchmarks::time, "%,.2f");
    table("The same: bytes in use after a tenth", PROGRAMS, walk, Benchmarks::early, "%,.0f");
    table("The same: bytes in use after nine tenths", PROGRAMS, walk, Benchmarks::late, "%,.0f");
    line("![Start of the JVM to the first response](start.svg)");
    line("");
    List<Recipe> recipes = Recipe.available();
    table(
        "Start of the JVM to the first response, ms",
        PROGRAMS,
        recipes,
        Benchmarks::start,
        "%,.0f");
    table("Of which the JVM, ms", PROGRAMS, recipes, Benchmarks::jvm, "%,.0f");
    table("Of which creating the client, ms", PROGRAMS, recipes, Benchmarks::opening, "%,.0f");
    table("Of which the call, ms", PROGRAMS, recipes, Benchmarks::calling, "%,.0f");
    table("The same: memory, kB", PROGRAMS, recipes, Benchmarks::memory, "%,.0f");
    table("The same: classes loaded", PROGRAMS, recipes, Benchmarks::classes, "%,.0f");
    profiles.forEach(this::profile);
    return page.toString();
  }

  private void profile(String title, String text) {
    line("%s:", title);
    line("");
    line("```");
    line("%s", text);
    line("```");
    line("");
  }

  private void targets() {
    line("| The client, as a ratio to hand-written OkHttp and Gson | Ratio | Target | |");
    line("|---|--:|--:|---|");
    for (Target target : Target.all(samples)) {
      line(
          "| %s | %s | %s %.2f | %s |",
          target.what(),
          ratio(target),
          target.isUpper() ? "≤" : "≥",
          target.bound(),
          target.isMet() ? "met" : "**missed**");
    }
    line("");
  }

  /** Returns the ratio with as many decimals as it takes to see that it missed its bound. */
  private static String ratio(Target target) {
    String ratio = format("%.2f", target.ratio());
    boolean looksMet = !target.isMet() && ratio.equals(format("%.2f", target.bound()));
    return looksMet ? format("%.4f", target.ratio()) : ratio;
  }

  private <M> void table(
      String title,
      List<String> contenders,
      List<M> rows,
      Function<M, String> measure,
      String format) {
    List<String> present =
        contenders.stream()
            .filter(name -> rows.stream().anyMatch(row -> samples.has(measure.apply(row), name)))
            .toList();
    line("| %s | %s |", title, String.join(" | ", present));
    line("|---|%s", "--:|".repeat(present.size()));
    for (M row : rows) {
      List<String> cells = new ArrayList<>(List.of(row.toString()));
      for (String name : present) {
        String of = measure.apply(row);
        cells.add(samples.has(of, name) ? format(format, samples.median(of, name)) : "");
      }
      line("| %s |", String.join(" | ", cells));
    }
    line("");
  }

  private void line(String format, Object... arguments) {
    page.append(format(format, arguments)).append('\n');
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }

  // Charts.

  private String calls(Function<String, String> measure, String what) {
    BarChart chart =
        new BarChart(
            what + ", as a ratio to hand-written OkHttp and Gson", "Lower is better", "%.2f");
    for (String call : Benchmarks.CALLS) {
      for (String name : PROGRAMS) {
        chart.add(call, name, samples.ratio(measure.apply(call), name, OKHTTP));
      }
    }
    return chart.toSvg();
  }

  private String starts() {
    BarChart chart =
        new BarChart(
            "Start of the JVM to the first response", "Milliseconds; lower is better", "%.0f");
    for (Recipe recipe : Recipe.available()) {
      for (String name : PROGRAMS) {
        chart.add(recipe.toString(), name, samples.median(Benchmarks.start(recipe), name));
      }
    }
    return chart.toSvg();
  }

  private String threads() {
    BarChart chart =
        new BarChart(
            "createStream on more and more threads: time from one call to the next",
            "Microseconds; lower is better",
            "%.1f");
    for (int threads : Benchmarks.THREADS) {
      addGrowth(
          chart, threads + (threads == 1 ? " thread" : " threads"), Benchmarks.threads(threads));
    }
    return chart.toSvg();
  }

  private String rows() {
    BarChart chart =
        new BarChart(
            "Lists of more and more rows, in pages of 10: time of a row",
            "Microseconds; lower is better. Bars of equal length mean linear growth",
            "%.1f");
    for (int rows : Benchmarks.ROWS) {
      addGrowth(chart, format("%,d rows", rows), Benchmarks.rows(rows));
    }
    return chart.toSvg();
  }

  private void addGrowth(BarChart chart, String group, String measure) {
    for (String name : List.of(FACADE, OKHTTP)) {
      chart.add(group, name, samples.median(Benchmarks.time(measure), name));
    }
  }
}
