package io.github.videorooms.release;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Maven that runs these tests, for another build to run as it does. */
final class MavenSettings {
  static Path executable() {
    return Path.of(System.getProperty("maven.home"), "bin", "mvn");
  }

  /** The options that choose the local repository and the settings. */
  static List<String> options() {
    List<String> options = new ArrayList<>();
    options.add("-Dmaven.repo.local=" + System.getProperty("maven.local"));
    Path settings = Path.of(System.getProperty("maven.settings"));
    if (Files.exists(settings)) {
      options.addAll(List.of("-s", settings.toString()));
    }
    return options;
  }

  private MavenSettings() {}
}
