package io.github.videorooms.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.maven.model.Model;
import org.apache.maven.model.building.DefaultModelBuildingRequest;
import org.apache.maven.model.inheritance.DefaultInheritanceAssembler;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Reads POMs as Maven Central does: with what a module has from its parent. */
final class Poms {
  private Poms() {}

  static Model read(Path pom) throws IOException {
    try (InputStream in = Files.newInputStream(pom)) {
      return new MavenXpp3Reader().read(in);
    } catch (XmlPullParserException e) {
      throw new IOException(pom.toString(), e);
    }
  }

  static Model withParent(Path pom, Path parent) throws IOException {
    Model model = read(pom);
    new DefaultInheritanceAssembler()
        .assembleModelInheritance(
            model, read(parent), new DefaultModelBuildingRequest(), problem -> {});
    return model;
  }
}
