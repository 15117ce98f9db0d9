package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceTest {
  @ParameterizedTest
  @CsvSource({
    "acme, https://acme.signalwire.com/",
    "ACME, https://acme.signalwire.com/",
    "' Acme.SignalWire.com ', https://acme.signalwire.com/",
    "'acme\n', https://acme.signalwire.com/",
    "acme.signalwire.com, https://acme.signalwire.com/",
    "acme.signalwire.com/, https://acme.signalwire.com/",
    "acme.signalwire.com:8443, https://acme.signalwire.com:8443/",
    "https://acme.signalwire.com, https://acme.signalwire.com/",
    "https://acme.signalwire.com/, https://acme.signalwire.com/",
    "https://acme.signalwire.com//, https://acme.signalwire.com/",
    "HTTPS://ACME.signalwire.com, https://acme.signalwire.com/",
    "https://acme.signalwire.com/api/video, https://acme.signalwire.com/",
    "https://acme.signalwire.com/api/video/, https://acme.signalwire.com/",
    "acme/api/video, https://acme.signalwire.com/",
    "acme.swire.io, https://acme.swire.io/",
    "video.example.com, https://video.example.com/",
    "10.1.2.3, https://10.1.2.3/",
    "localhost, http://localhost/",
    "LOCALHOST, http://localhost/",
    "localhost:8080, http://localhost:8080/",
    "127.0.0.1:8080, http://127.0.0.1:8080/",
    "127.9.8.7, http://127.9.8.7/",
    "[::1]:8080, http://[::1]:8080/",
    "[::1], http://[::1]/",
    "::1, http://[::1]/",
    "http://localhost:8080, http://localhost:8080/",
    "https://localhost:8443, https://localhost:8443/",
    "http://localhost:8080/prefix, http://localhost:8080/prefix/",
    "http://localhost:8080/prefix/api/video, http://localhost:8080/prefix/",
    "http://[::1]:8080/, http://[::1]:8080/",
  })
  void resolve_commonNotation_returnsTheUrl(String space, String address) {
    assertThat(Space.resolve(space)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "user:pw@host",
        "https://user:pw@acme.signalwire.com",
        "acme@evil.com",
        "evil.com#.signalwire.com",
        "acme?x=.signalwire.com",
        "acme\r\nX: y",
        "acme\u0000",
        "ac me",
        "acme.signalwire.com\\@evil.com",
        "acme%2eevil.com",
        "http://acme.signalwire.com",
        "http://127.0.0.1.evil.com",
        "http://localhost.evil.com",
        "http://10.1.2.3",
        "ftp://acme.signalwire.com",
        "file:///etc/passwd",
        "https://",
        "https:///rooms",
        "/",
        "-",
        "acme..signalwire.com",
        "acme.signalwire.com:0",
        "acme.signalwire.com:65536",
        "acme.signalwire.com:-1",
        "acme.signalwire.com:port",
        "acme.signalwire.com/rooms",
        "acme/../../x",
        "https://acme.signalwire.com/api/video/rooms",
      })
  void resolve_anythingElse_isRejectedWithTheFix(String space) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Space.resolve(space))
        .withMessageStartingWith("space \"")
        .withMessageContaining("such as \"acme\" or \"acme.signalwire.com\"")
        .withMessageNotContaining("pw")
        .satisfies(error -> assertThat(error.getMessage()).doesNotContainPattern("\\p{Cntrl}"));
  }

  @ParameterizedTest
  @CsvSource({
    "user:pw@host, '***@host'",
    "'acme\u0007', acme\\u0007",
    "http://acme.signalwire.com, use https://",
    "ftp://acme.signalwire.com, scheme",
    "acme.signalwire.com/rooms, has a path other than /api/video",
    "acme?x, query",
    "'', is empty",
  })
  void resolve_rejected_namesInputAndReason(String space, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Space.resolve(space))
        .withMessageContaining(part);
  }

  @ParameterizedTest
  @ValueSource(ints = {64, 300, 100_000})
  void resolve_hugeName_isRejectedWithAShortMessage(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Space.resolve("a".repeat(length)))
        .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(400));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "acme corp | space \"acme corp\" contains a control character or white space; give",
        "project:token@acme | space \"***@acme\" contains user information",
        "://acme | space \"://acme\" has a scheme other than https",
        ".signalwire.com | space \".signalwire.com\" is not a valid host",
        ":8080 | space \":8080\" is not a valid host",
        "-acme | space \"-acme\" is not a valid name",
      })
  void resolve_rejected_saysWhichPartIsWrong(String space, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Space.resolve(space))
        .withMessageStartingWith(message);
  }

  @Test
  void resolve_rejectedTextOfAHundredCharacters_isShownInFull() {
    String hundred = "a".repeat(99) + "!";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Space.resolve(hundred))
        .withMessageStartingWith("space \"" + hundred + "\" is not a valid name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Space.resolve("a" + hundred))
        .withMessageStartingWith("space \"" + "a".repeat(100) + "…\" is not a valid name");
  }
}
