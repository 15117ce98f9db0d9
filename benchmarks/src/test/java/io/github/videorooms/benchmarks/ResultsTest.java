package io.github.videorooms.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]+]\\(([^)]+)\\)");

  @TempDir Path folder;

  @Test
  void write_page_showsEachChart() throws Exception {
    new Results(samples(), new Machine("a processor", 0, 0), Map.of()).write(folder);

    Matcher image = IMAGE.matcher(Files.readString(folder.resolve("RESULTS.md")));
    Set<String> shown = image.results().map(found -> found.group(1)).collect(Collectors.toSet());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Stream.of("RESULTS.md"), shown.stream()).toList());
    }
  }

  @Test
  void write_charts_stateWhatIsBetter() throws Exception {
    new Results(samples(), new Machine("a processor", 0, 0), Map.of()).write(folder);

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().endsWith(".svg")))
          .hasSize(5)
          .allSatisfy(
              file -> assertThat(Files.readString(file)).containsIgnoringCase("lower is better"));
    }
  }

  @Test
  void write_startTimes_nameTheBaselineOfEachRatio() throws Exception {
    new Results(samples(), new Machine("a processor", 0, 0), Map.of()).write(folder);

    assertThat(Files.readString(folder.resolve("RESULTS.md")))
        .contains(
            "| start to first response, no archive | 1.00 |",
            "| start to first response, CDS archive, to hand-written with no archive | 1.00");
  }

  /** Every measure of every contender is 1. */
  private static Samples samples() {
    List<String> measures = new ArrayList<>();
    for (String call : Benchmarks.CALLS) {
      measures.add(Benchmarks.time(call));
      measures.add(Benchmarks.bytes(call));
    }
    Benchmarks.THREADS.forEach(
        threads -> measures.add(Benchmarks.time(Benchmarks.threads(threads))));
    Benchmarks.ROWS.forEach(rows -> measures.add(Benchmarks.time(Benchmarks.rows(rows))));
    measures.add(Benchmarks.time(Benchmarks.MILLION_WALK));
    measures.add(Benchmarks.time(Benchmarks.SLOW_PAGES));
    measures.add(Benchmarks.time(Benchmarks.PREFETCHED_PAGES));
    measures.add(Benchmarks.early(Benchmarks.MILLION_WALK));
    measures.add(Benchmarks.late(Benchmarks.MILLION_WALK));
    for (String kind : Benchmarks.KINDS_OF_THREADS) {
      measures.add(Benchmarks.time(Benchmarks.atOnce(kind)));
      measures.add(Benchmarks.cpu(Benchmarks.atOnce(kind)));
      measures.add(Benchmarks.pinned(Benchmarks.atOnce(kind)));
    }
    for (Recipe recipe : Recipe.available()) {
      measures.add(Benchmarks.start(recipe));
      measures.add(Benchmarks.jvm(recipe));
      measures.add(Benchmarks.opening(recipe));
      measures.add(Benchmarks.calling(recipe));
      measures.add(Benchmarks.memory(recipe));
      measures.add(Benchmarks.classes(recipe));
    }
    Samples samples = new Samples();
    for (String measure : measures) {
      for (String name : List.of(Contender.FACADE, Contender.OKHTTP, Contender.JAVA_HTTP)) {
        samples.add(measure, name, 1);
      }
    }
    return samples;
  }
}
