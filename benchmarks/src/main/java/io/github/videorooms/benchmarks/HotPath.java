package io.github.videorooms.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the bytes of a createStream come from, as text. */
final class HotPath {
  private static final int CALLS = 60_000;
  private static final int LINES = 25;

  private HotPath() {}

  /**
   * Makes calls for the profile.
   *
   * @param arguments the server's port
   */
  public static void main(String[] arguments) {
    try (Contender contender = Contender.open(Contender.FACADE, Integer.parseInt(arguments[0]))) {
      for (int call = 0; call < CALLS; call++) {
        contender.createStream("hot", "rtmps://ingest.example.com/live/made-up-key");
      }
    }
    System.out.println("done");
  }

  /** Returns the share of each allocating method, with the type and the nearest caller of ours. */
  static String profile(int port, Path scratch) throws IOException {
    Path recording = scratch.resolve("createStream.jfr");
    String options =
        "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording;
    try (JavaProcess program =
        JavaProcess.start(
            Contender.FACADE,
            List.of(options, "-Xlog:disable", "-Xlog:all=error:stderr"),
            HotPath.class,
            port)) {
      for (String line = ""; !line.equals("done"); ) {
        line = program.line();
      }
    }
    Map<String, Long> weights = new HashMap<>();
    for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
      if (event.getEventType().getName().equals("jdk.ObjectAllocationSample")
          && event.getStackTrace() != null
          && event.getThread().getJavaName().equals("main")) {
        weights.merge(site(event), event.getLong("weight"), Long::sum);
      }
    }
    double total = weights.values().stream().mapToLong(Long::longValue).sum();
    return weights.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(LINES)
        .map(
            site ->
                String.format(
                    Locale.ROOT, "%5.1f %%  %s", 100 * site.getValue() / total, site.getKey()))
        .collect(Collectors.joining("\n"));
  }

  private static String site(RecordedEvent event) {
    List<RecordedFrame> frames = event.getStackTrace().getFrames();
    String ours =
        frames.stream()
            .map(HotPath::name)
            .filter(name -> name.startsWith("io.github.videorooms."))
            .findFirst()
            .orElse("?");
    String type = event.getClass("objectClass").getName();
    String where = name(frames.get(0));
    return shortened(type)
        + " in "
        + shortened(where)
        + (where.equals(ours) ? "" : ", from " + shortened(ours));
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  /** Leaves the packages out; an array of bytes is {@code [B} in a recording. */
  private static String shortened(String name) {
    return name.replaceAll("\\b[a-z0-9_]+\\.", "")
        .replaceAll("^\\[B$", "byte[]")
        .replaceAll("^\\[C$", "char[]");
  }
}
