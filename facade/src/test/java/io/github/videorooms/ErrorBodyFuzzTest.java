package io.github.videorooms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

@Tag("thorough")
class ErrorBodyFuzzTest {
  private static final String SECRET = "#key#";
  private static final int LONGEST = 1_001;

  @FuzzTest
  void parse_anyBody_returnsFewShortItemsWithoutSecrets(byte[] body) {
    List<ErrorItem> items =
        ErrorBody.parse(new String(body, UTF_8), new Json(), text -> text.replace(SECRET, "***"));

    FuzzAssert.that(items.size() <= 100, "at most 100 items");
    for (ErrorItem item : items) {
      FuzzAssert.that(!item.toString().isEmpty(), "an item says something");
      Stream.of(
              item.getMessage(), item.getCode(), item.getType(), item.getUrl(), item.getAttribute())
          .filter(Objects::nonNull)
          .forEach(
              text -> {
                FuzzAssert.that(text.length() <= LONGEST, "a text is short");
                FuzzAssert.that(!text.contains(SECRET), "a secret is taken out");
              });
    }
  }
}
