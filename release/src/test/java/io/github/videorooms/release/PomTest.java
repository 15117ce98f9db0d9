package io.github.videorooms.release;

import static io.github.videorooms.release.Published.JARS;
import static io.github.videorooms.release.Published.PARENT;
import static io.github.videorooms.release.Published.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.model.Developer;
import org.apache.maven.model.License;
import org.apache.maven.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PomTest {
  private static final String HOME = "https://github.com/videorooms/signalwire-videorooms";

  @Test
  void module_thatIsNotPublished_saysSo() throws IOException {
    List<String> published = new ArrayList<>();
    for (String module : Poms.read(PARENT.pom()).getModules()) {
      Model model = Poms.withParent(ROOT.resolve(module).resolve("pom.xml"), PARENT.pom());
      if (model.getProperties().getProperty("unpublished").equals("false")) {
        published.add(module);
      }
    }

    assertThat(published)
        .containsExactlyInAnyOrderElementsOf(JARS.stream().map(Published::folder).toList());
  }

  @ParameterizedTest
  @MethodSource("published")
  void pom_hasWhatMavenCentralRequires(Published artifact) throws IOException {
    Model model =
        artifact.equals(PARENT)
            ? Poms.read(artifact.pom())
            : Poms.withParent(artifact.pom(), PARENT.pom());

    assertThat(model.getArtifactId()).isEqualTo(artifact.artifactId());
    assertThat(model.getName()).startsWith("VideoRooms");
    assertThat(Poms.read(artifact.pom()).getDescription()).isNotBlank();
    assertThat(model.getUrl()).isEqualTo(HOME);
    assertThat(model.getLicenses()).extracting(License::getName).containsExactly("MIT");
    assertThat(model.getLicenses()).extracting(License::getUrl).doesNotContainNull();
    assertThat(model.getDevelopers())
        .extracting(Developer::getName)
        .containsExactly("The VideoRooms developers");
    assertThat(model.getScm().getUrl()).isEqualTo(HOME);
    assertThat(model.getScm().getConnection()).isEqualTo("scm:git:" + HOME + ".git");
    assertThat(model.getScm().getDeveloperConnection())
        .isEqualTo("scm:git:ssh://git@github.com/videorooms/signalwire-videorooms.git");
    assertThat(model.getIssueManagement().getUrl()).isEqualTo(HOME + "/issues");
    assertThat(model.getRepositories()).isEmpty();
    assertThat(model.getPluginRepositories()).isEmpty();
  }

  static Stream<Published> published() {
    return Stream.concat(Stream.of(PARENT), JARS.stream());
  }
}
