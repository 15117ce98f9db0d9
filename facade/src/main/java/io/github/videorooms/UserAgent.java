package io.github.videorooms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the client says it is. */
final class UserAgent {
  private UserAgent() {}

  static String text(@Nullable String suffix) {
    String text =
        "signalwire-videorooms-java/"
            + version()
            + " (java "
            + System.getProperty("java.version")
            + ")";
    return suffix == null ? text : text + " " + suffix;
  }

  private static String version() {
    try (InputStream version = UserAgent.class.getResourceAsStream("version.txt")) {
      if (version == null) {
        throw new IllegalStateException("version.txt is missing from the artifact");
      }
      return new String(version.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
