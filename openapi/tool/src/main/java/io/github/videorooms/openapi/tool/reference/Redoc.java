package io.github.videorooms.openapi.tool.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Properties;

/** Reads Redoc, which renders the reference, and its licence notices from the WebJar. */
final class Redoc {
  private static final String ARTIFACT = "/META-INF/maven/org.webjars/redoc/pom.properties";
  private static final String FILES = "/META-INF/resources/webjars/redoc/";

  /** The external logo in Redoc's menu, which is removed so that the page loads nothing. */
  private static final String LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";

  private static final String NO_PICTURE = "data:,";

  private final String bundle;
  private final String licence;

  Redoc(String bundle, String licence) {
    this.bundle = bundle;
    this.licence = licence;
  }

  /** Loads Redoc from the class path. */
  static Redoc onClassPath() throws IOException {
    Properties artifact = new Properties();
    artifact.load(new StringReader(resource(ARTIFACT)));
    String version = artifact.getProperty("version");
    String bundle = resource(FILES + version + "/redoc.standalone.js");
    String licence = resource("redoc-licence.txt");
    requireSameVersion(version, licence);
    if (!bundle.contains(LOGO)) {
      throw new IllegalStateException(
          "Redoc " + version + " does not contain the logo URL " + LOGO);
    }
    return new Redoc(bundle.replace(LOGO, NO_PICTURE), licence);
  }

  /** Reads the notices, which the WebJar omits, from this repository. */
  private static void requireSameVersion(String version, String licence) {
    if (!licence.contains("Version: \"" + version + "\"")) {
      throw new IllegalStateException(
          "redoc-licence.txt is not for Redoc "
              + version
              + ": copy LICENSE and bundles/redoc.standalone.js.LICENSE.txt from the package"
              + " redoc on npm");
    }
  }

  /** Returns the script that renders the page. */
  String bundle() {
    return bundle;
  }

  /** Returns the licence of Redoc and those of the libraries in its bundle. */
  String licence() {
    return licence;
  }

  private static String resource(String name) throws IOException {
    try (InputStream resource = Redoc.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new FileNotFoundException(name + " is not on the class path");
      }
      return new String(resource.readAllBytes(), UTF_8);
    }
  }
}
