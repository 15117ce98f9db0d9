package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The promises in the guides are those on the contributors' page, whose tests exist. */
class PromisesTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Pattern TABLE =
      Pattern.compile("(?m)^\\|(?:.*\\|)? ([^|]+) \\|\\R\\|[-|]+\\R((?:\\|.*\\R)+)");
  private static final Pattern LAST_CELL = Pattern.compile("(?<=\\|)([^|]*)\\|$");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");

  /** The rows of the page for contributors, whose last cell names tests. */
  static Stream<String> promises() throws IOException {
    return tables("contributing/promises.md")
        .filter(table -> table.group(1).equals("Test"))
        .flatMap(PromisesTest::rows);
  }

  @Test
  void promises_ofTheGuides_areThoseOfTheContributorsPage() throws IOException {
    Stream<String> guides =
        Stream.concat(tables("reliability.md"), tables("security.md"))
            .filter(table -> !table.group(1).equals("Command"))
            .flatMap(PromisesTest::rows);

    assertThat(promises().map(row -> LAST_CELL.matcher(row).replaceFirst("")))
        .isNotEmpty()
        .containsExactlyElementsOf(guides.toList());
  }

  @ParameterizedTest
  @MethodSource("promises")
  void promise_ofTheContributorsPage_namesExistingTests(String row) throws Exception {
    String cell = LAST_CELL.matcher(row).results().findFirst().orElseThrow().group(1);

    assertThat(TEST.matcher(cell).results()).as("tests in the last cell").isNotEmpty();
    for (MatchResult test : TEST.matcher(cell).results().toList()) {
      Class<?> type = Class.forName(getClass().getPackageName() + "." + test.group(1));
      assertThat(Arrays.stream(type.getDeclaredMethods()).map(method -> method.getName()))
          .contains(test.group(2));
    }
  }

  private static Stream<MatchResult> tables(String page) throws IOException {
    return TABLE.matcher(Files.readString(DOCS.resolve(page))).results();
  }

  private static Stream<String> rows(MatchResult table) {
    return table.group(2).lines();
  }
}
