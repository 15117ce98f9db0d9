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
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Shows, as text, which code allocates the bytes of a createStream.
 *
 * <p>Without thread-local allocation buffers, the JVM reports every allocation rather than a
 * sample.
 */
final class HotPath {
  private static final String ALLOCATION = "jdk.ObjectAllocationOutsideTLAB";
  private static final String OURS = "io.github.videorooms.";
  private static final int WARM_UP = 20_000;
  private static final int CALLS = 500;
  private static final int SITES = 25;

  private HotPath() {}

  /**
   * Makes the calls that are profiled.
   *
   * @param arguments the server's port, and where to write the recording
   */
  public static void main(String[] arguments) throws IOException {
    try (Contender contender = Contender.open(Contender.FACADE, Integer.parseInt(arguments[0]));
        Recording recording = new Recording()) {
      call(contender, WARM_UP);
      recording.enable(ALLOCATION).withStackTrace();
      recording.start();
      call(contender, CALLS);
      recording.stop();
      recording.dump(Path.of(arguments[1]));
    }
    System.out.println("done");
  }

  private static void call(Contender contender, int times) {
    for (int call = 0; call < times; call++) {
      contender.createStream("hot", "rtmps://ingest.example.com/live/made-up-key");
    }
  }

  /** Returns the bytes per call, by the library that allocates them and by call site. */
  static String profile(int port, Path scratch) throws IOException {
    Path recording = scratch.resolve("createStream.jfr");
    List<String> options = List.of("-XX:-UseTLAB", "-XX:FlightRecorderOptions=stackdepth=128");
    try (JavaProcess program =
        JavaProcess.start(Contender.FACADE, options, HotPath.class, port, recording)) {
      program.await("done");
    }
    List<RecordedEvent> allocations =
        RecordingFile.readAllEvents(recording).stream().filter(HotPath::isOfTheCall).toList();
    return table(allocations, HotPath::library, Integer.MAX_VALUE)
        + "\n\n"
        + table(allocations, HotPath::site, SITES);
  }

  private static boolean isOfTheCall(RecordedEvent event) {
    return event.getEventType().getName().equals(ALLOCATION)
        && event.getThread() != null
        && "main".equals(event.getThread().getJavaName())
        && event.getStackTrace() != null
        && frames(event).stream().anyMatch(frame -> name(frame).startsWith(OURS + "VideoRooms."));
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

  private static String library(RecordedEvent event) {
    String name = name(caller(event));
    if (name.startsWith(OURS + "model.")) {
      return "the models";
    }
    return name.startsWith(OURS)
        ? "the client"
        : name.replaceFirst("^(com\\.google\\.)?(\\w+).*", "$2");
  }

  private static String site(RecordedEvent event) {
    String ours =
        frames(event).stream()
            .map(HotPath::name)
            .filter(name -> name.startsWith(OURS))
            .findFirst()
            .orElseThrow();
    String where = name(caller(event));
    String type = shortened(event.getClass("objectClass").getName());
    String place = type + " for " + shortened(where);
    return where.equals(ours) ? place : place + ", from " + shortened(ours);
  }

  /** Returns the nearest frame outside the JDK and the Kotlin library. */
  private static RecordedFrame caller(RecordedEvent event) {
    return frames(event).stream()
        .filter(frame -> !name(frame).matches("(java|jdk|sun|kotlin)\\..*"))
        .findFirst()
        .orElseThrow();
  }

  private static List<RecordedFrame> frames(RecordedEvent event) {
    return event.getStackTrace().getFrames();
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  /** Omits the packages; a byte array is {@code [B} in a recording. */
  private static String shortened(String name) {
    return name.replaceFirst("^\\[L(.*);$", "$1[]")
        .replaceAll("\\b[a-z0-9_]+\\.", "")
        .replaceFirst("^\\[B$", "byte[]")
        .replaceFirst("^\\[C$", "char[]")
        .replaceFirst("^\\[I$", "int[]");
  }
}
