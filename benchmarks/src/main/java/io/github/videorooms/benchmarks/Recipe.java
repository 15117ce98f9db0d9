package io.github.videorooms.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Ways to make a program start faster without changing it. */
enum Recipe {
  PLAIN("no archive", 0, "", ""),
  CDS("CDS archive", 13, "-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile="),
  AOT("AOT cache", 25, "-XX:AOTCacheOutput=", "-XX:AOTCache=");

  private final String text;
  private final int sinceJava;
  private final String recording;
  private final String using;

  Recipe(String text, int sinceJava, String recording, String using) {
    this.text = text;
    this.sinceJava = sinceJava;
    this.recording = recording;
    this.using = using;
  }

  static List<Recipe> available() {
    return List.of(values()).stream()
        .filter(recipe -> recipe.sinceJava <= Runtime.version().feature())
        .toList();
  }

  /** Runs the program once to create an archive, and returns the JVM options that use it. */
  List<String> prepare(String contender, int port, Path directory) throws IOException {
    if (recording.isEmpty()) {
      return List.of();
    }
    Path archive = directory.resolve(name() + "-" + contender.replaceAll("\\W", "-"));
    Files.deleteIfExists(archive);
    // The JDK's warnings about classes that cannot be archived are not actionable.
    List<String> options = List.of(recording + archive, "-Xlog:disable", "-Xlog:all=error:stderr");
    try (JavaProcess program =
        JavaProcess.start(contender, options, FirstCall.class, contender, port)) {
      program.await(FirstCall.RESPONDED);
    }
    return List.of(using + archive);
  }

  @Override
  public String toString() {
    return text;
  }
}
