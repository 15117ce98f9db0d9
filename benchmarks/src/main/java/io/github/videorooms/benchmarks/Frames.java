package io.github.videorooms.benchmarks;

import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;

/** Reads the stack traces of a flight recording. */
final class Frames {
  static final String OURS = "io.github.videorooms.";

  private Frames() {}

  /** Returns the frames of an event, the innermost first, each as class and method. */
  static List<String> of(RecordedEvent event) {
    return event.getStackTrace() == null
        ? List.of()
        : event.getStackTrace().getFrames().stream().map(Frames::name).toList();
  }

  private static String name(RecordedFrame frame) {
    return frame.getMethod().getType().getName() + "." + frame.getMethod().getName();
  }

  /** Returns the nearest frame outside the JDK and the Kotlin library. */
  static Optional<String> caller(RecordedEvent event) {
    return of(event).stream()
        .filter(name -> !name.matches("(java|jdk|sun|kotlin)\\..*"))
        .findFirst();
  }

  /** Returns the library of the {@link #caller}. */
  static String library(RecordedEvent event) {
    String caller = caller(event).orElseThrow();
    if (caller.startsWith(OURS + "model.")) {
      return "the models";
    }
    return caller.startsWith(OURS)
        ? "the client"
        : caller.replaceFirst("^(com\\.google\\.)?(\\w+).*", "$2");
  }

  /** Omits the packages; a byte array is {@code [B} in a recording. */
  static String shortened(String name) {
    return name.replaceFirst("^\\[L(.*);$", "$1[]")
        .replaceAll("\\b[a-z][a-z0-9_]*\\.", "")
        .replaceFirst("^\\[B$", "byte[]")
        .replaceFirst("^\\[C$", "char[]")
        .replaceFirst("^\\[I$", "int[]");
  }
}
