package io.github.videorooms.openapi.tool.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Properties;

/** The renderer, and what has to be said of it wherever it goes. */
final class Redoc {
  private static final String ARTIFACT = "/META-INF/maven/org.webjars/redoc/pom.properties";
  private static final String FILES = "/META-INF/resources/webjars/redoc/";

  /** The menu shows this picture from the maker's site, and does without where it is none. */
  private static final String LOGO = "https://cdn.redoc.ly/redoc/logo-mini.svg";

  private static final String NO_PICTURE = "data:,";

  private final String bundle;
  private final String licence;

  Redoc(String bundle, String licence) {
    this.bundle = bundle;
    this.licence = licence;
  }

  /** Reads the WebJar. */
  static Redoc onClassPath() throws IOException {
    Properties artifact = new Properties();
    artifact.load(new StringReader(resource(ARTIFACT)));
    String version = artifact.getProperty("version");
    String bundle = resource(FILES + version + "/redoc.standalone.js");
    String licence = resource("redoc-licence.txt");
    requireSameVersion(version, licence);
    if (!bundle.contains(LOGO)) {
      throw new IllegalStateException("Redoc " + version + " has its logo elsewhere than " + LOGO);
    }
    return new Redoc(bundle.replace(LOGO, NO_PICTURE), licence);
  }

  /** The WebJar leaves the notices out, so that they are kept here. */
  private static void requireSameVersion(String version, String licence) {
    if (!licence.contains("Version: \"" + version + "\"")) {
      throw new IllegalStateException(
          "redoc-licence.txt is not that of Redoc "
              + version
              + ": take it from LICENSE and bundles/redoc.standalone.js.LICENSE.txt of the package"
              + " redoc on npm");
    }
  }

  /** The script that draws. */
  String bundle() {
    return bundle;
  }

  /** The licence, and the notices of what is in the bundle. */
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
