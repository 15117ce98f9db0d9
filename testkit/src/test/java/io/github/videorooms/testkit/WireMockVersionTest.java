package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireMockVersionTest {
  private static final String ADVICE =
      "; declare org.wiremock:wiremock-standalone 3.x, from 3.5.4, and no other WireMock";

  /** Of WireMock itself, and of what only wiremock-standalone contains in this package. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.github.tomakehurst.wiremock.http.client.HttpClientFactory",
        "wiremock.org.eclipse.jetty.util.thread.ThreadPool",
        "wiremock.jakarta.servlet.http.HttpServletRequest"
      })
  void start_classIsMissing_namesItAndWhatToDeclare(String absent) throws Exception {
    try (Without classes = new Without(absent)) {
      Class<?> space = classes.loadClass(FakeSpace.class.getName());

      assertThatThrownBy(() -> space.getMethod("start").invoke(null))
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching(
              "FakeSpace cannot start: .*"
                  + absent.replace('.', '/')
                  + "; the class path has WireMock 3[\\d.]+ in .*wiremock-standalone-[\\d.]+\\.jar,"
                  + " a supported version, .*")
          .hasMessageEndingWith(ADVICE)
          .hasCauseInstanceOf(LinkageError.class);
    }
  }

  @ParameterizedTest
  @CsvSource({"3.5.4", "3.5.10", "3.6.0", "3.13.2", "3.6", "3.14.0-beta.1"})
  void explain_supportedVersion_namesTheClass(String version) {
    assertThat(explain(version))
        .startsWith(
            "FakeSpace cannot start: java.lang.NoClassDefFoundError: com/google/gson/Gson; ")
        .contains("WireMock " + version + " in wiremock.jar, a supported version, ")
        .endsWith(ADVICE);
  }

  /** Before 3.4, the manifest has no version. */
  @ParameterizedTest
  @CsvSource({",", "2.35.2", "3.4.2", "3.5", "3.5.3", "4.0.0", "4.0.0-beta.2", "30.6.0", "newest"})
  void explain_otherVersion_namesWhatIsFoundAndWhatIsNeeded(@Nullable String version) {
    assertThat(explain(version))
        .startsWith("FakeSpace needs WireMock 3, from 3.5.4, but the class path has ")
        .contains(version == null ? "has wiremock.jar;" : "has " + version + " in wiremock.jar;")
        .endsWith(ADVICE);
  }

  private static String explain(@Nullable String version) {
    return WireMockVersion.explain(
        version, "wiremock.jar", new NoClassDefFoundError("com/google/gson/Gson"));
  }

  /** The class path of this test, without one class. */
  private static final class Without extends URLClassLoader {
    private final String absent;

    Without(String absent) {
      super(classPath(), ClassLoader.getPlatformClassLoader());
      this.absent = absent;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.equals(absent)) {
        throw new ClassNotFoundException(name);
      }
      return super.findClass(name);
    }

    private static URL[] classPath() {
      String path =
          System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
      return Stream.of(path.split(File.pathSeparator)).map(Without::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalArgumentException(entry, e);
      }
    }
  }
}
