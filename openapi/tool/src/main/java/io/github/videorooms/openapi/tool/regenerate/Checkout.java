package io.github.videorooms.openapi.tool.regenerate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.change.Version;
import io.github.videorooms.openapi.tool.incoming.Fingerprint;
import io.github.videorooms.openapi.tool.release.Released;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Locates, reads and writes files in a checkout of the repository. */
final class Checkout {
  private static final Pattern GENERATOR_VERSION =
      Pattern.compile("<openapi-generator\\.version>([^<]+)<");
  private static final Pattern ARTIFACT_VERSION =
      Pattern.compile("<artifactId>signalwire-videorooms-parent</artifactId>\\s*<version>([^<]+)<");

  /** The modules with templates. */
  private static final List<String> GENERATED = List.of("generated", "facade");

  private static final ReentrantLock WRITING = new ReentrantLock();

  private final Path root;

  Checkout(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Path document() {
    return root.resolve("openapi/video.yaml");
  }

  /**
   * Returns the document that the next version is relative to: the last released one; before the
   * first release the committed one, or without Git the one in the working tree.
   */
  Map<String, @Nullable Object> baseline() throws IOException, InterruptedException {
    Optional<Map<String, @Nullable Object>> released = new Released(root).lastDocument();
    if (released.isPresent()) {
      return released.get();
    }
    Optional<String> committed = committed(Path.of("openapi/video.yaml"));
    return committed.isPresent()
        ? DocumentYaml.read(committed.get())
        : DocumentYaml.read(document());
  }

  /** Returns the content of a file in the last commit, if Git has it. */
  Optional<String> committed(Path relative) throws InterruptedException {
    try {
      String name = relative.toString().replace('\\', '/');
      Process git =
          new ProcessBuilder("git", "show", "HEAD:./" + name)
              .directory(root.toFile())
              .redirectError(Redirect.DISCARD)
              .start();
      git.getOutputStream().close();
      String text = new String(git.getInputStream().readAllBytes(), UTF_8);
      return git.waitFor() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  Path lock() {
    return root.resolve("openapi/video.lock");
  }

  Path vendor() {
    return root.resolve("openapi/vendor.yaml");
  }

  Path deviations() {
    return root.resolve("openapi/deviations.yaml");
  }

  /** Returns the path of an output file for the user, which is not committed. */
  Path output(String name) {
    return root.resolve("openapi/target").resolve(name);
  }

  /** Returns the API listing of a module, or {@code ""} if there is none yet. */
  String listing(String module) throws IOException {
    Path listing = root.resolve(module).resolve("api.txt");
    return Files.exists(listing) ? Files.readString(listing).replace("\r\n", "\n") : "";
  }

  Version artifactVersion() throws IOException {
    return Version.of(inPom(ARTIFACT_VERSION));
  }

  String generatorVersion() throws IOException {
    return inPom(GENERATOR_VERSION);
  }

  private String inPom(Pattern pattern) throws IOException {
    Path pom = root.resolve("pom.xml");
    Matcher version = pattern.matcher(Files.readString(pom));
    if (!version.find()) {
      throw new IOException(pom + " has no match for " + pattern);
    }
    return version.group(1);
  }

  /** Returns the hash of the generator's configurations and templates. */
  Fingerprint generatorInputs() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String module : GENERATED) {
      files.add(root.resolve(module).resolve("generator.yaml"));
      try (Stream<Path> templates =
          Files.walk(root.resolve(module).resolve("src/main/templates"))) {
        files.addAll(templates.filter(Files::isRegularFile).toList());
      }
    }
    return Fingerprint.ofTexts(root, files);
  }

  /** Returns the hash of the base. */
  Fingerprint base() throws IOException {
    return Fingerprint.ofTexts(root, Files.exists(vendor()) ? List.of(vendor()) : List.of());
  }

  /** Writes a file atomically: readers see either the old or the new content. */
  static void write(Path file, String text) throws IOException {
    WRITING.lock();
    try {
      Files.createDirectories(file.getParent());
      // A file made by createTempFile would be readable by its owner only.
      Path whole =
          file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
      try {
        Files.writeString(whole, text);
        Files.move(whole, file, REPLACE_EXISTING, ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(whole);
      }
    } finally {
      WRITING.unlock();
    }
  }

  /**
   * Waits for the current write and blocks all further ones until the JVM exits, so that an
   * interrupted run leaves no half-written file and prints no page.
   */
  static void stopWriting() {
    WRITING.lock();
  }
}
