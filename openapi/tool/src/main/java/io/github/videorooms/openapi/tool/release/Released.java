package io.github.videorooms.openapi.tool.release;

import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.change.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the committed and the released documents and API listings. */
public final class Released {
  /** The released modules with an API listing. */
  static final List<String> MODULES = List.of("generated", "facade", "testkit");

  private static final Pattern FIRST_VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final String YAML = ".yaml";

  private final Path repository;

  /** Creates a view of a repository. */
  public Released(Path repository) {
    this.repository = repository;
  }

  /** Returns the version of the artifacts, which is the first one in the parent POM. */
  Version artifacts() throws IOException {
    Matcher version = FIRST_VERSION.matcher(Files.readString(repository.resolve("pom.xml")));
    if (!version.find()) {
      throw new IllegalStateException("no <version> in " + repository.resolve("pom.xml"));
    }
    return Version.of(version.group(1));
  }

  Map<String, @Nullable Object> document() throws IOException {
    return DocumentYaml.read(committedDocument());
  }

  Map<String, @Nullable Object> document(Version version) throws IOException {
    return DocumentYaml.read(documentFile(version));
  }

  Version documentVersion() throws IOException {
    Object info = document().get("info");
    return Version.of(String.valueOf(info instanceof Map ? ((Map<?, ?>) info).get("version") : ""));
  }

  boolean hasDocument(Version version) {
    return Files.exists(documentFile(version));
  }

  /**
   * Returns the last released document, if any: that of the committed version or an earlier one.
   */
  public Optional<Map<String, @Nullable Object>> lastDocument() throws IOException {
    Version current = documentVersion();
    Optional<Version> last = hasDocument(current) ? Optional.of(current) : documentBefore(current);
    return last.isPresent() ? Optional.of(document(last.get())) : Optional.empty();
  }

  Optional<Version> documentBefore(Version version) throws IOException {
    return highestBelow(version, releases(), YAML);
  }

  /** Returns the committed API listing of a module. */
  String listing(String module) throws IOException {
    return text(repository.resolve(module).resolve("api.txt"));
  }

  String listing(Version version, String module) throws IOException {
    return text(listings(version).resolve(module + ".txt"));
  }

  boolean hasListings(Version version) {
    return Files.exists(listings(version));
  }

  Optional<Version> listingsBefore(Version version) throws IOException {
    return highestBelow(version, releases().resolve("java"), "");
  }

  /** Copies the committed files to {@code openapi/released}; existing ones have to be identical. */
  void record() throws IOException {
    Version version = artifacts();
    if (version.isPreview()) {
      throw new IllegalStateException(version + " is a snapshot: set a release version first");
    }
    copy(committedDocument(), documentFile(documentVersion()));
    for (String module : MODULES) {
      copy(
          repository.resolve(module).resolve("api.txt"),
          listings(version).resolve(module + ".txt"));
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      if (!text(from).equals(text(to))) {
        throw new IllegalStateException(to + " is already released and differs from " + from);
      }
      return;
    }
    Files.createDirectories(to.toAbsolutePath().getParent());
    Files.writeString(to, text(from));
  }

  private static Optional<Version> highestBelow(Version version, Path directory, String ending)
      throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      List<Version> versions =
          entries
              .map(entry -> entry.getFileName().toString())
              .filter(name -> name.matches("\\d+\\.\\d+\\.\\d+" + Pattern.quote(ending)))
              .map(name -> Version.of(name.substring(0, name.length() - ending.length())))
              .toList();
      return versions.stream()
          .filter(each -> each.compareTo(version) < 0)
          .max(Comparator.naturalOrder());
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private Path committedDocument() {
    return repository.resolve("openapi").resolve("video.yaml");
  }

  private Path documentFile(Version version) {
    return releases().resolve(version + YAML);
  }

  private Path listings(Version version) {
    return releases().resolve("java").resolve(version.toString());
  }

  private Path releases() {
    return repository.resolve("openapi").resolve("released");
  }
}
