package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That each promise of the docs names tests that are there. */
class PromisesTest {
  private static final Pattern TABLE =
      Pattern.compile("(?m)^\\|.*\\| Test \\|\\R\\|[-|]+\\R((?:\\|.*\\R)+)");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  static Stream<String> promises() throws IOException {
    return Stream.of("reliability.md", "security.md").flatMap(PromisesTest::promisesOf);
  }

  private static Stream<String> promisesOf(String page) {
    try {
      Matcher table = TABLE.matcher(Files.readString(Path.of("../docs", page)));
      return table.results().flatMap(found -> found.group(1).lines());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @MethodSource("promises")
  void promise_ofADocument_namesTestsThatAreThere(String row) throws Exception {
    String cell = List.of(row.split("\\|")).get(row.split("\\|").length - 1);
    Matcher test = TEST.matcher(cell);

    assertThat(test.results()).as("tests in the last cell").isNotEmpty();
    test.reset();
    while (test.find()) {
      Class<?> type = Class.forName(getClass().getPackageName() + "." + test.group(1));
      assertThat(Arrays.stream(type.getDeclaredMethods()).map(method -> method.getName()))
          .contains(test.group(2));
    }
  }
}
