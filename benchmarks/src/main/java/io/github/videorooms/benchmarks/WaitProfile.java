package io.github.videorooms.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Shows, as text, where threads wait for each other in asynchronous calls, 64 in flight. */
final class WaitProfile {
  private static final Map<String, String> EVENTS =
      Map.of("jdk.JavaMonitorEnter", "monitor", "jdk.ThreadPark", "park");

  private static final int WARM_UP = 50_000;
  private static final int CALLS = 50_000;
  private static final int PLACES = 10;

  private WaitProfile() {}

  /**
   * Makes the calls that are profiled.
   *
   * @param arguments the contender, and where to write the recording
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    CallBenchmark benchmark = new CallBenchmark();
    benchmark.name = arguments[0];
    benchmark.open();
    try (Recording recording = new Recording()) {
      call(benchmark, WARM_UP);
      for (String event : EVENTS.keySet()) {
        recording.enable(event).withThreshold(Duration.ZERO).withStackTrace();
      }
      recording.start();
      call(benchmark, CALLS);
      recording.stop();
      recording.dump(Path.of(arguments[1]));
    }
    benchmark.close();
    System.out.println("done");
  }

  private static void call(CallBenchmark benchmark, int times) throws InterruptedException {
    for (int call = 0; call < times; call++) {
      benchmark.createStreamAsync();
    }
  }

  /** Returns how often a thread waited, per thousand calls, by place. */
  static String profile(String contender, int port, Path scratch) throws IOException {
    Path recording = scratch.resolve("waits.jfr");
    List<String> options = List.of("-D" + CallBenchmark.PORT + "=" + port);
    try (JavaProcess program =
        JavaProcess.start(contender, options, WaitProfile.class, contender, recording)) {
      program.await("done");
    }
    Map<String, Long> places =
        RecordingFile.readAllEvents(recording).stream()
            .filter(event -> event.getStackTrace() != null)
            .map(WaitProfile::place)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return places.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(PLACES)
        .map(WaitProfile::row)
        .collect(Collectors.joining("\n"));
  }

  private static String row(Map.Entry<String, Long> place) {
    double perThousand = place.getValue() * 1_000.0 / CALLS;
    return String.format(Locale.ROOT, "%,9.1f  %s", perThousand, place.getKey());
  }

  /** Returns the kind of wait, and the nearest frame outside the JDK and the Kotlin library. */
  private static String place(RecordedEvent event) {
    String frame =
        Frames.caller(event).map(Frames::shortened).orElse("a thread of a pool, for its next task");
    return EVENTS.get(event.getEventType().getName()) + ", " + frame;
  }
}
