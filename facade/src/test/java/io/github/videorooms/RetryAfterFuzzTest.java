package io.github.videorooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class RetryAfterFuzzTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:15:30Z"), ZoneOffset.UTC);

  @FuzzTest
  void parseRetryAfter_anyText_isADelayOrNull(byte[] header) {
    String text = new String(header, UTF_8);
    Duration wait = ResponseHead.parseRetryAfter(text, CLOCK);

    FuzzAssert.that(wait == null || !wait.isNegative(), "nobody waits until yesterday");
    if (text.matches("[0-9]{1,9}")) {
      FuzzAssert.that(Duration.ofSeconds(Long.parseLong(text)).equals(wait), "seconds are read");
    }
  }
}
