package io.github.videorooms.benchmarks;

import static io.github.videorooms.benchmarks.Contender.FACADE;
import static io.github.videorooms.benchmarks.Contender.JAVA_HTTP;
import static io.github.videorooms.benchmarks.Contender.OKHTTP;
import static io.github.videorooms.benchmarks.Contender.SOCKET;

import io.github.videorooms.Paged;
import io.github.videorooms.SignalWireRestClient;
import io.github.videorooms.api.RoomsApi.ListRoomsQuery;
import io.github.videorooms.model.Room;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all measurements, and writes {@code RESULTS.md} and the charts next to it.
 *
 * <p>Contenders take turns: each round runs one JVM of each.
 */
public final class Benchmarks {
  static final int MILLION = 1_000_000;

  static final List<String> CALLS =
      List.of("createStream", "getRoom", "list50", "list1000", "error422", "createStreamAsync");
  static final List<Integer> THREADS = List.of(1, 2, 8, 64);
  static final List<String> KINDS_OF_THREADS = List.of("virtual", "platform");
  static final List<Integer> ROWS = List.of(10, 100, 1_000, 10_000, 100_000, MILLION);
  static final String MILLION_WALK = "walk of 1,000,000 in 32 MB";
  static final String SLOW_PAGES = "pages that take 50 ms, consumed in 50 ms";
  static final String PREFETCHED_PAGES = SLOW_PAGES + ", with prefetch";

  static final int ROUNDS = Integer.getInteger("benchmarks.rounds", 3);

  /** Compiled code is faster or slower by up to a half from one JVM to the next. */
  private static final int FORKS_OF_LONG_LISTS = 3;

  private static final int STARTS = 3 * ROUNDS;
  private static final int SLOW_COUNT = 20;
  private static final int GROWTH_PAGE = 10;
  private static final int MILLION_PAGE = 1_000;

  private final int port;
  private final Path scratch;
  private final Samples samples = new Samples();

  private Benchmarks(int port, Path scratch) {
    this.port = port;
    this.scratch = scratch;
  }

  /**
   * Runs everything.
   *
   * @param arguments the directory of this module
   */
  public static void main(String[] arguments) throws IOException, RunnerException {
    Path module = Path.of(arguments[0]);
    Path scratch = Files.createDirectories(module.resolve("target/scratch"));
    try (JavaProcess server = JavaProcess.start(FACADE, List.of(), CannedServer.class)) {
      Benchmarks benchmarks = new Benchmarks(Integer.parseInt(server.line()), scratch);
      Machine machine = Machine.now();
      benchmarks.measureStarts();
      benchmarks.measureWalks();
      benchmarks.measurePrefetch();
      benchmarks.measureThreads();
      benchmarks.measureManyThreads();
      benchmarks.measureCalls();
      new Results(benchmarks.samples, machine.andNow(), benchmarks.profiles()).write(module);
    }
  }

  /** Returns what explains the results, by title. */
  private Map<String, String> profiles() throws IOException {
    progress("profiles");
    Map<String, String> profiles = new LinkedHashMap<>();
    for (String call : List.of("createStream", "error422")) {
      profiles.put(
          "Bytes that " + call + " allocates on the calling thread, by library and by place",
          AllocationProfile.profile(call, port, scratch));
    }
    profiles.put(
        "Processor time of a " + MILLION_WALK + " on the calling thread, by library and by place",
        CpuProfile.profile(port, scratch));
    for (String contender : List.of(FACADE, OKHTTP)) {
      profiles.put(
          "How often a thread waits in 1,000 createStreamAsync of " + contender,
          WaitProfile.profile(contender, port, scratch));
    }
    return profiles;
  }

  /** Each kind of thread in turn, each contender in a JVM of its own. */
  private void measureManyThreads() throws IOException {
    if (!ManyThreads.areAvailable()) {
      return;
    }
    for (int round = 1; round <= ROUNDS; round++) {
      for (String kind : KINDS_OF_THREADS) {
        for (String contender : List.of(FACADE, OKHTTP)) {
          progress("%s, %s, round %d of %d", atOnce(kind), contender, round, ROUNDS);
          Path recording = scratch.resolve("pinned.jfr");
          try (JavaProcess program =
              JavaProcess.start(
                  contender, List.of(), ManyThreads.class, contender, port, kind, recording)) {
            String[] numbers = program.line().split(" ", -1);
            samples.add(time(atOnce(kind)), contender, Double.parseDouble(numbers[0]));
            samples.add(cpu(atOnce(kind)), contender, Double.parseDouble(numbers[1]));
            samples.add(pinned(atOnce(kind)), contender, Double.parseDouble(numbers[2]));
          }
        }
      }
    }
  }

  private void measureCalls() throws RunnerException {
    for (int round = 1; round <= ROUNDS; round++) {
      for (String call : CALLS) {
        for (String contender : List.of(FACADE, OKHTTP, JAVA_HTTP, SOCKET)) {
          if (!call.equals("createStreamAsync") || !contender.equals(SOCKET)) {
            progress("%s, %s, round %d of %d", call, contender, round, ROUNDS);
            measure(call, contender, 1, call);
          }
        }
      }
    }
  }

  private void measureThreads() throws RunnerException {
    for (int threads : THREADS) {
      for (String contender : List.of(FACADE, OKHTTP)) {
        progress("createStream, %s, %d threads", contender, threads);
        measure("createStream", contender, threads, threads(threads));
      }
    }
  }

  /**
   * Measures in a new JVM, after a warm-up: with two cores, of which the server takes one, it may
   * take 15 s until all code of a short call is compiled.
   */
  private void measure(String call, String contender, int threads, String measure)
      throws RunnerException {
    boolean isLong = call.equals("list1000");
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(CallBenchmark.class.getName() + "." + call + "$")
            .param("name", contender)
            .jvmArgsAppend("-D" + CallBenchmark.PORT + "=" + port, "-Xms256m", "-Xmx256m")
            .threads(threads)
            .forks(isLong ? FORKS_OF_LONG_LISTS : 1)
            .warmupIterations(5)
            .warmupTime(TimeValue.seconds(isLong ? 2 : 4))
            .measurementIterations(5)
            .measurementTime(TimeValue.milliseconds(500))
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    RunResult result = new Runner(options.build()).runSingle();
    double micros = result.getPrimaryResult().getScore() / threads;
    Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
    double bytes = Objects.requireNonNull(allocated, "gc.alloc.rate.norm").getScore();
    samples.add(time(measure), contender, micros);
    samples.add(bytes(measure), contender, bytes);
  }

  private void measureStarts() throws IOException {
    List<Start> starts = new ArrayList<>();
    for (String contender : List.of(FACADE, OKHTTP, JAVA_HTTP)) {
      for (Recipe recipe : Recipe.available()) {
        starts.add(new Start(contender, recipe, recipe.prepare(contender, port, scratch)));
      }
    }
    for (int round = 1; round <= STARTS; round++) {
      progress("first call, round %d of %d", round, STARTS);
      for (Start start : starts) {
        long before = System.nanoTime();
        try (JavaProcess program =
            JavaProcess.start(
                start.contender, start.options, FirstCall.class, start.contender, port)) {
          program.await(FirstCall.RESPONDED);
          double millis = (System.nanoTime() - before) / 1e6;
          samples.add(start(start.recipe), start.contender, millis);
          samples.add(memory(start.recipe), start.contender, program.residentKilobytes());
          String[] parts = program.line().split(" ", -1);
          double opening = Double.parseDouble(parts[0]);
          double calling = Double.parseDouble(parts[1]);
          samples.add(jvm(start.recipe), start.contender, millis - opening - calling);
          samples.add(opening(start.recipe), start.contender, opening);
          samples.add(calling(start.recipe), start.contender, calling);
        }
      }
    }
    for (Start start : starts) {
      samples.add(classes(start.recipe), start.contender, (double) countClasses(start));
    }
  }

  private long countClasses(Start start) throws IOException {
    Path log = scratch.resolve("classes.log");
    List<String> options = new ArrayList<>(start.options);
    options.add("-Xlog:class+load:file=" + log);
    try (JavaProcess program =
        JavaProcess.start(start.contender, options, FirstCall.class, start.contender, port)) {
      program.await(FirstCall.RESPONDED);
    }
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(" source: ")).count();
    }
  }

  private record Start(String contender, Recipe recipe, List<String> options) {}

  private void measureWalks() throws IOException {
    List<String> contenders = List.of(FACADE, OKHTTP, JAVA_HTTP);
    for (int round = 1; round <= ROUNDS; round++) {
      for (String contender : contenders) {
        progress("%s, %s, round %d of %d", MILLION_WALK, contender, round, ROUNDS);
        walk(contender, MILLION_PAGE, List.of(MILLION), List.of(MILLION_WALK));
      }
    }
    for (String contender : List.of(FACADE, OKHTTP)) {
      progress("growth of the rows, %s", contender);
      walk(contender, GROWTH_PAGE, ROWS, ROWS.stream().map(Benchmarks::rows).toList());
    }
  }

  private void measurePrefetch() {
    try (SignalWireRestClient client = FacadeContender.client(port)) {
      ListRoomsQuery query =
          ListRoomsQuery.builder()
              .pageSize(10)
              .putExtra("total", Integer.toString(10 * SLOW_COUNT))
              .putExtra("latency", "50")
              .build();
      Paged<Room> rooms = client.video().rooms().list(query);
      rooms.firstPage();
      for (int round = 1; round <= ROUNDS; round++) {
        progress("%s, round %d of %d", SLOW_PAGES, round, ROUNDS);
        samples.add(time(SLOW_PAGES), FACADE, microsOfAPage(rooms));
        samples.add(time(PREFETCHED_PAGES), FACADE, microsOfAPage(rooms.withPrefetch()));
      }
    }
  }

  private static double microsOfAPage(Paged<Room> rooms) {
    long start = System.nanoTime();
    rooms.byPage().forEach(page -> CannedServer.pause(50));
    return (System.nanoTime() - start) / 1e3 / SLOW_COUNT;
  }

  private void walk(String contender, int pageSize, List<Integer> rows, List<String> measures)
      throws IOException {
    List<Object> arguments = new ArrayList<>(List.of(contender, port, pageSize));
    arguments.addAll(rows);
    try (JavaProcess program =
        JavaProcess.start(contender, List.of("-Xmx32m"), Walk.class, arguments.toArray())) {
      for (int index : IntStream.range(0, rows.size()).toArray()) {
        String[] numbers = program.line().split(" ", -1);
        samples.add(time(measures.get(index)), contender, Double.parseDouble(numbers[0]) / 1e3);
        samples.add(early(measures.get(index)), contender, Double.parseDouble(numbers[1]));
        samples.add(late(measures.get(index)), contender, Double.parseDouble(numbers[2]));
      }
    }
  }

  private static void progress(String format, Object... arguments) {
    System.err.printf(format + "%n", arguments);
  }

  // The names of the measurements.

  static String time(String of) {
    return of + ", µs";
  }

  static String bytes(String of) {
    return of + ", bytes";
  }

  static String threads(int threads) {
    return "createStream, threads " + threads;
  }

  static String atOnce(String kind) {
    return "10,000 getRoom at once on " + kind + " threads";
  }

  static String cpu(String of) {
    return of + ", µs of processor time";
  }

  static String pinned(String of) {
    return of + ", times pinned";
  }

  static String rows(int rows) {
    return "walk, rows " + rows;
  }

  static String early(String of) {
    return of + ", bytes in use early";
  }

  static String late(String of) {
    return of + ", bytes in use late";
  }

  static String start(Recipe recipe) {
    return recipe + ", ms";
  }

  static String jvm(Recipe recipe) {
    return recipe + ", ms for the JVM to start";
  }

  static String opening(Recipe recipe) {
    return recipe + ", ms to create the client";
  }

  static String calling(Recipe recipe) {
    return recipe + ", ms for the call";
  }

  static String memory(Recipe recipe) {
    return recipe + ", kB of memory";
  }

  static String classes(Recipe recipe) {
    return recipe + ", classes";
  }
}
