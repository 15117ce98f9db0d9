package io.github.videorooms.release;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An artifact that is published.
 *
 * @param folder that of its module
 * @param suffixes what follows artifact and version in the names of its files
 */
record Published(String artifactId, String folder, List<String> suffixes) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final String GROUP_ID = "io.github.videorooms";

  static final Published PARENT =
      new Published("signalwire-videorooms-parent", ".", List.of(".pom", "-cyclonedx.json"));
  static final List<Published> JARS =
      List.of(
          jar("signalwire-videorooms-openapi", "openapi", "-reference.html"),
          jar("signalwire-videorooms-generated", "generated"),
          jar("signalwire-videorooms", "facade"),
          jar("signalwire-videorooms-testkit", "testkit"));

  private static Published jar(String artifactId, String folder, String... others) {
    List<String> suffixes = new ArrayList<>(List.of(".pom", ".jar"));
    suffixes.addAll(List.of("-sources.jar", "-javadoc.jar", "-cyclonedx.json"));
    suffixes.addAll(List.of(others));
    return new Published(artifactId, folder, List.copyOf(suffixes));
  }

  Path pom() {
    return ROOT.resolve(folder).resolve("pom.xml");
  }

  /** Where a build leaves what it deploys under a name with that suffix. */
  Path built(String version, String suffix) {
    Path target = ROOT.resolve(folder).resolve("target");
    return switch (suffix) {
      case ".pom" -> pom();
      case "-cyclonedx.json" -> target.resolve("bom.json");
      case "-reference.html" -> target.resolve("reference.html");
      default -> target.resolve(artifactId + "-" + version + suffix);
    };
  }

  @Override
  public String toString() {
    return artifactId;
  }
}
