package io.github.videorooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class SpaceFuzzTest {
  @FuzzTest
  void resolve_anyText_isASafeUrlOrRejected(byte[] text) {
    HttpUrl url;
    try {
      url = Space.resolve(new String(text, UTF_8));
    } catch (IllegalArgumentException e) {
      FuzzAssert.that(!e.getMessage().matches("(?s).*\\p{Cntrl}.*"), "the message is of one line");
      return;
    }

    boolean loopback = url.host().matches("localhost|127\\.\\d+\\.\\d+\\.\\d+|::1");
    FuzzAssert.that(url.isHttps() || loopback, "HTTPS, or it stays on this machine");
    FuzzAssert.that(url.encodedPath().equals("/") || loopback, "no path");
    FuzzAssert.that(url.encodedPath().endsWith("/"), "the end of the path is a slash");
    FuzzAssert.that(url.username().isEmpty() && url.password().isEmpty(), "no user information");
    FuzzAssert.that(url.query() == null && url.fragment() == null, "no query, no fragment");
    if (url.encodedPath().equals("/")) {
      FuzzAssert.that(
          Space.resolve(url.toString()).equals(url), "what was resolved stays as it is");
    }
  }
}
