package io.github.videorooms.testkit;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.security.CodeSource;
import java.util.function.Supplier;

/** Detects a version of WireMock on the class path that is too old for the test kit. */
final class WireMockVersion {
  private static final String LOWEST = "3.5.4";

  private WireMockVersion() {}

  /**
   * Starts a server.
   *
   * @throws IllegalStateException if WireMock lacks a class or method that the test kit needs
   */
  static WireMockServer require(Supplier<WireMockServer> start) {
    try {
      return start.get();
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "FakeSpace needs WireMock "
              + LOWEST
              + " or newer, but the class path has "
              + found()
              + "; declare a newer org.wiremock:wiremock-standalone, and no other WireMock",
          e);
    }
  }

  /** Also names the jar, since WireMock's manifest contains no version before 3.4. */
  private static String found() {
    String version = WireMockServer.class.getPackage().getImplementationVersion();
    CodeSource source = WireMockServer.class.getProtectionDomain().getCodeSource();
    String jar = source == null ? "an unknown jar" : String.valueOf(source.getLocation());
    return version == null ? jar : version + " in " + jar;
  }
}
