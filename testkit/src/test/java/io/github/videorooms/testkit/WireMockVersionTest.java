package io.github.videorooms.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireMockVersionTest {
  /** The first of them is absent in 2.35.2, the second in 3.0.0. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.github.tomakehurst.wiremock.store.Stores",
        "com.github.tomakehurst.wiremock.http.client.HttpClientFactory",
      })
  void start_olderWireMock_namesTheFoundAndTheRequiredVersion(String absent) throws Exception {
    try (Without classes = new Without(absent)) {
      Class<?> space = classes.loadClass(FakeSpace.class.getName());

      assertThatThrownBy(() -> space.getMethod("start").invoke(null))
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching(
              "FakeSpace needs WireMock [\\d.]+ or newer, but the class path has"
                  + " .*wiremock-standalone-[\\d.]+\\.jar; declare a newer .*")
          .hasCauseInstanceOf(LinkageError.class);
    }
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
