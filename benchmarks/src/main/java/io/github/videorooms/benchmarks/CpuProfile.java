package io.github.videorooms.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Shows, as text, which code takes the processor time of a walk. */
final class CpuProfile {
  /** Since JDK 25, on Linux. */
  private static final String CPU_TIME = "jdk.CPUTimeSample";

  /** Only of Java code. */
  private static final String EXECUTION = "jdk.ExecutionSample";

  private static final int PAGE = 1_000;
  private static final int PLACES = 15;

  private CpuProfile() {}

  /**
   * Walks two times, and profiles the second.
   *
   * @param arguments the server's port, and where to write the recording
   */
  public static void main(String[] arguments) throws IOException {
    try (Contender contender = Contender.open(Contender.FACADE, Integer.parseInt(arguments[0]));
        Recording recording = new Recording()) {
      contender.walk(PAGE, Benchmarks.MILLION, room -> {});
      recording.enable(CPU_TIME).withStackTrace().with("throttle", "5 ms");
      recording.enable(EXECUTION).withStackTrace().with("period", "5 ms");
      recording.start();
      contender.walk(PAGE, Benchmarks.MILLION, room -> {});
      recording.stop();
      recording.dump(Path.of(arguments[1]));
    }
    System.out.println("done");
  }

  /** Returns the shares of the processor time, by library and by place. */
  static String profile(int port, Path scratch) throws IOException {
    Path recording = scratch.resolve("walk.jfr");
    List<String> options = List.of("-Xmx32m", "-XX:FlightRecorderOptions=stackdepth=128");
    try (JavaProcess program =
        JavaProcess.start(Contender.FACADE, options, CpuProfile.class, port, recording)) {
      program.await("done");
    }
    Map<String, List<RecordedEvent>> kinds =
        RecordingFile.readAllEvents(recording).stream()
            .filter(event -> Frames.of(event).stream().anyMatch(CpuProfile::isOfTheWalk))
            .collect(Collectors.groupingBy(event -> event.getEventType().getName()));
    List<RecordedEvent> samples =
        kinds.getOrDefault(CPU_TIME, kinds.getOrDefault(EXECUTION, List.of()));
    return table(samples, Frames::library, Integer.MAX_VALUE)
        + "\n\n"
        + table(samples, CpuProfile::place, PLACES);
  }

  private static boolean isOfTheWalk(String frame) {
    return frame.equals(FacadeContender.class.getName() + ".walk");
  }

  private static String place(RecordedEvent event) {
    return Frames.shortened(Frames.of(event).get(0)) + ", for " + Frames.library(event);
  }

  private static String table(
      List<RecordedEvent> samples, Function<RecordedEvent, String> key, int most) {
    Map<String, Integer> counts = new HashMap<>();
    samples.forEach(event -> counts.merge(key.apply(event), 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(most)
        .map(row -> row(row.getKey(), row.getValue() * 100.0 / samples.size()))
        .collect(Collectors.joining("\n"));
  }

  private static String row(String name, double percent) {
    return String.format(Locale.ROOT, "%5.1f %%  %s", percent, name);
  }
}
