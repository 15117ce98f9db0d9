package io.github.videorooms.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The machine that the measurements ran on, and its load. */
record Machine(String processor, double loadBefore, double loadAfter) {
  static Machine now() throws IOException {
    return new Machine(processorName(), load(), load());
  }

  Machine andNow() {
    return new Machine(processor, loadBefore, load());
  }

  String java() {
    return System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version");
  }

  String text() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores; %s %s; %s; load average %.1f before, %.1f after",
        processor,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        java(),
        loadBefore,
        loadAfter);
  }

  private static double load() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String processorName() throws IOException {
    Path info = Path.of("/proc/cpuinfo");
    if (!Files.exists(info)) {
      return "unknown processor";
    }
    return Files.readAllLines(info).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("unknown processor");
  }
}
