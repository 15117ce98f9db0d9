package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.security.CodeSource;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Detects a WireMock on the class path that the test kit does not support. */
final class WireMockVersion {
  /** 3.5.4 and higher, but not 4. */
  private static final Pattern SUPPORTED =
      Pattern.compile("3\\.(5\\.([4-9]|\\d{2,})|[6-9]|\\d{2,})(\\D.*)?");

  private WireMockVersion() {}

  /**
   * Starts a server.
   *
   * @throws IllegalStateException if a class or method that the test kit needs is missing
   */
  static WireMockServer require(Supplier<WireMockServer> start) {
    try {
      return start.get();
    } catch (LinkageError e) {
      CodeSource source = WireMockServer.class.getProtectionDomain().getCodeSource();
      String jar = source == null ? "an unknown jar" : String.valueOf(source.getLocation());
      String version = WireMockServer.class.getPackage().getImplementationVersion();
      throw new IllegalStateException(explain(version, jar, e), e);
    }
  }

  /**
   * Explains why the server cannot start.
   *
   * @param version the version of WireMock; null before 3.4, whose manifest does not contain it
   */
  static String explain(@Nullable String version, String jar, LinkageError error) {
    String found = version == null ? jar : version + " in " + jar;
    String problem =
        version != null && SUPPORTED.matcher(version).matches()
            ? "FakeSpace cannot start: "
                + error
                + "; the class path has WireMock "
                + found
                + ", a supported version, so this class is missing in the jar, or in a library that"
                + " is missing or has another version"
            : "FakeSpace needs WireMock 3, from 3.5.4, but the class path has " + found;
    return problem
        + "; declare org.wiremock:wiremock-standalone 3.x, from 3.5.4, and no other WireMock";
  }
}
