package io.github.videorooms.release;

import static io.github.videorooms.release.Published.GROUP_ID;
import static io.github.videorooms.release.Published.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;

/**
 * A release into a folder: built from a copy of the sources that lies elsewhere, in another
 * language, encoding, time zone and umask, and signed.
 */
final class Rehearsal {
  /** What the repository adds to the version of a preview, such as -20261125.225758-1. */
  private static final String PREVIEW = "-\\d{8}\\.\\d{6}-\\d+";

  private final Path sources = Path.of("target/rehearsal/sources/elsewhere").toAbsolutePath();
  private final Path repository = Path.of("target/rehearsal/repository").toAbsolutePath();
  private final Path log = Path.of("target/rehearsal/build.log").toAbsolutePath();
  private final ThrowAwayKey key;

  private Rehearsal() throws PGPException {
    key = new ThrowAwayKey();
  }

  static Rehearsal build() throws IOException, InterruptedException, PGPException {
    Rehearsal rehearsal = new Rehearsal();
    SourceCopy.delete(rehearsal.repository);
    SourceCopy.make(ROOT, rehearsal.sources);
    rehearsal.deploy();
    return rehearsal;
  }

  private void deploy() throws IOException, InterruptedException {
    ProcessBuilder maven =
        new ProcessBuilder(command())
            .directory(sources.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("MAVEN_GPG_KEY", key.armored());
    maven.environment().put("MAVEN_GPG_PASSPHRASE", key.passphrase());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven
        .environment()
        .put(
            "JAVA_TOOL_OPTIONS",
            "-Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Auckland"
                + " -Dfile.encoding=ISO-8859-1");
    if (maven.start().waitFor() != 0) {
      throw new IOException("The build failed, see " + log);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 002; exec \"$@\"", "sh"));
    command.add(MavenSettings.executable().toString());
    command.addAll(List.of("-B", "-ntp", "-P", "release-into-folder"));
    command.addAll(List.of("-Dmaven.test.skip=true", "-Dmaven.install.skip=true"));
    command.addAll(List.of("-Dchecks.skip=true", "-Dreference.skip=false"));
    command.add("-DaltDeploymentRepository=folder::" + repository.toUri());
    command.addAll(MavenSettings.options());
    command.add("deploy");
    return command;
  }

  ThrowAwayKey key() {
    return key;
  }

  /** The artifacts that were deployed. */
  Set<String> artifacts() throws IOException {
    try (Stream<Path> folders = Files.list(repository.resolve(GROUP_ID.replace('.', '/')))) {
      return folders.map(each -> each.getFileName().toString()).collect(Collectors.toSet());
    }
  }

  /** What was deployed of an artifact, by what follows its version in the name. */
  Set<String> suffixes(String artifactId, String version) throws IOException {
    Set<String> suffixes = new TreeSet<>();
    for (Path file : files(artifactId, version)) {
      suffixes.add(suffix(file, artifactId, version));
    }
    return suffixes;
  }

  Path file(String artifactId, String version, String suffix) throws IOException {
    return files(artifactId, version).stream()
        .filter(file -> suffix(file, artifactId, version).equals(suffix))
        .findAny()
        .orElseThrow(() -> new IOException(artifactId + " has no " + suffix));
  }

  private List<Path> files(String artifactId, String version) throws IOException {
    Path folder = repository.resolve(GROUP_ID.replace('.', '/')).resolve(artifactId);
    try (Stream<Path> files = Files.list(folder.resolve(version))) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("maven-metadata"))
          .toList();
    }
  }

  private static String suffix(Path file, String artifactId, String version) {
    String number = version.replace("-SNAPSHOT", "");
    return file.getFileName()
        .toString()
        .substring((artifactId + "-" + number).length())
        .replaceFirst("^(" + PREVIEW + "|-SNAPSHOT)", "");
  }
}
