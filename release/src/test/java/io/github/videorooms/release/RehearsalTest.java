package io.github.videorooms.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.openpgp.PGPException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("rehearsal")
class RehearsalTest {
  private static final String VERSION = System.getProperty("project.version");

  private static Rehearsal rehearsal;

  @BeforeAll
  static void build() throws IOException, InterruptedException, PGPException {
    rehearsal = Rehearsal.build();
  }

  @Test
  void repository_containsOnlyWhatIsPublished() throws IOException {
    assertThat(rehearsal.artifacts())
        .isEqualTo(PomTest.published().map(Published::artifactId).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void artifact_hasEachFileWithSignatureAndChecksums(Published artifact) throws IOException {
    assertThat(rehearsal.suffixes(artifact.artifactId(), VERSION))
        .containsExactlyInAnyOrderElementsOf(
            artifact.suffixes().stream()
                .flatMap(RehearsalTest::withSignatureAndChecksums)
                .toList());
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_isSignedWithTheKey(Published artifact, String suffix) throws IOException, PGPException {
    byte[] file = deployed(artifact, suffix);

    assertThat(rehearsal.key().hasSigned(file, deployed(artifact, suffix + ".asc"))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_hasItsChecksums(Published artifact, String suffix)
      throws IOException, NoSuchAlgorithmException {
    byte[] file = deployed(artifact, suffix);

    assertThat(deployed(artifact, suffix + ".md5")).asString().isEqualTo(digest("MD5", file));
    assertThat(deployed(artifact, suffix + ".sha1")).asString().isEqualTo(digest("SHA-1", file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_builtElsewhere_isTheSame(Published artifact, String suffix) throws IOException {
    Path here = artifact.built(VERSION, suffix);
    Path elsewhere = rehearsal.file(artifact.artifactId(), VERSION, suffix);

    if (suffix.endsWith(".jar")) {
      assertThat(Entries.of(elsewhere)).isEqualTo(Entries.of(here));
    }
    assertThat(elsewhere).hasSameBinaryContentAs(here);
  }

  @ParameterizedTest
  @MethodSource("jars")
  void javadoc_hasEachImageThatItShows(Published artifact) throws IOException {
    Path jar = rehearsal.file(artifact.artifactId(), VERSION, "-javadoc.jar");

    assertThat(Entries.namesIn(jar)).containsAll(Entries.imagesShownIn(jar));
  }

  @ParameterizedTest
  @MethodSource("jars")
  void jar_hasTheLicense(Published artifact) throws IOException {
    Path jar = rehearsal.file(artifact.artifactId(), VERSION, ".jar");

    assertThat(Entries.namesIn(jar)).contains("META-INF/LICENSE");
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.getManifest().getMainAttributes().getValue("Implementation-Version"))
          .isEqualTo(VERSION);
    }
  }

  private static byte[] deployed(Published artifact, String suffix) throws IOException {
    return Files.readAllBytes(rehearsal.file(artifact.artifactId(), VERSION, suffix));
  }

  private static Stream<String> withSignatureAndChecksums(String suffix) {
    return Stream.of("", ".md5", ".sha1", ".asc").map(suffix::concat);
  }

  private static String digest(String algorithm, byte[] bytes) throws NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance(algorithm).digest(bytes);
    return String.format(Locale.ROOT, "%0" + 2 * digest.length + "x", new BigInteger(1, digest));
  }

  static Stream<Published> artifacts() {
    return PomTest.published();
  }

  static List<Published> jars() {
    return Published.JARS;
  }

  static List<Arguments> files() {
    List<Arguments> files = new ArrayList<>();
    artifacts()
        .forEach(
            artifact ->
                artifact.suffixes().forEach(suffix -> files.add(Arguments.of(artifact, suffix))));
    return files;
  }
}
