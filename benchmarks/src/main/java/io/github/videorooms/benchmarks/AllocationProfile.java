package io.github.videorooms.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * Shows, as text, which code allocates the bytes of a call.
 *
 * <p>Without thread-local allocation buffers, the JVM reports every allocation rather than a
 * sample.
 */
final class AllocationProfile {
  private static final String ALLOCATION = "jdk.ObjectAllocationOutsideTLAB";
  private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(8);
  private static final int CALLS = 500;
  private static final int SITES = 25;

  private AllocationProfile() {}

  /**
   * Makes the calls that are profiled.
   *
   * @param arguments the server's port, the call, and where to write the recording
   */
  public static void main(String[] arguments) throws IOException {
    try (Contender contender = Contender.open(Contender.FACADE, Integer.parseInt(arguments[0]));
        Recording recording = new Recording()) {
      String call = arguments[1];
      long start = System.nanoTime();
      while (System.nanoTime() - start < WARM_UP_NANOS) {
        make(call, contender);
      }
      recording.enable(ALLOCATION).withStackTrace();
      recording.start();
      for (int made = 0; made < CALLS; made++) {
        make(call, contender);
      }
      recording.stop();
      recording.dump(Path.of(arguments[2]));
    }
    System.out.println("done");
  }

  private static Object make(String call, Contender contender) {
    String url = "rtmps://ingest.example.com/live/made-up-key";
    return switch (call) {
      case "createStream" -> contender.createStream("hot", url);
      case "error422" -> contender.refusedStream(CannedServer.REFUSING_ROOM, url);
      default -> throw new IllegalArgumentException("unknown call: " + call);
    };
  }

  /** Returns the bytes per call, by the library that allocates them and by call site. */
  static String profile(String call, int port, Path scratch) throws IOException {
    Path recording = scratch.resolve(call + ".jfr");
    List<String> options = List.of("-XX:-UseTLAB", "-XX:FlightRecorderOptions=stackdepth=128");
    try (JavaProcess program =
        JavaProcess.start(
            Contender.FACADE, options, AllocationProfile.class, port, call, recording)) {
      program.await("done");
    }
    List<RecordedEvent> allocations =
        RecordingFile.readAllEvents(recording).stream()
            .filter(AllocationProfile::isOfTheCall)
            .toList();
    return table(allocations, Frames::library, Integer.MAX_VALUE)
        + "\n\n"
        + table(allocations, AllocationProfile::site, SITES);
  }

  private static boolean isOfTheCall(RecordedEvent event) {
    return event.getEventType().getName().equals(ALLOCATION)
        && event.getThread() != null
        && "main".equals(event.getThread().getJavaName())
        && Frames.of(event).stream()
            .anyMatch(frame -> frame.startsWith(Frames.OURS + "benchmarks.FacadeContender."));
  }

  private static String table(
      List<RecordedEvent> allocations, Function<RecordedEvent, String> key, int most) {
    Map<String, Long> bytes = new HashMap<>();
    for (RecordedEvent event : allocations) {
      bytes.merge(key.apply(event), event.getLong("allocationSize"), Long::sum);
    }
    return bytes.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(most)
        .map(row -> String.format(Locale.ROOT, "%,7d  %s", row.getValue() / CALLS, row.getKey()))
        .collect(Collectors.joining("\n"));
  }

  private static String site(RecordedEvent event) {
    String ours =
        Frames.of(event).stream()
            .filter(frame -> frame.startsWith(Frames.OURS))
            .findFirst()
            .orElseThrow();
    String caller = Frames.caller(event).orElseThrow();
    String type = Frames.shortened(event.getClass("objectClass").getName());
    String place = type + " for " + Frames.shortened(caller);
    return caller.equals(ours) ? place : place + ", from " + Frames.shortened(ours);
  }
}
