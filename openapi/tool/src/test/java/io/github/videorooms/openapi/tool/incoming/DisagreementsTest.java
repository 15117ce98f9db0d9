package io.github.videorooms.openapi.tool.incoming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The corrections, and the page that tells what they settle. */
class DisagreementsTest {
  private static final Path CORRECTIONS = Path.of("../corrections.overlay.yaml");
  private static final Path PAGE = Path.of("../../docs/disagreements.md");

  static List<String> corrections() throws IOException {
    return Overlay.read(CORRECTIONS).descriptions();
  }

  @ParameterizedTest
  @MethodSource("corrections")
  void correction_namesADisagreementOfThePage(String description) throws IOException {
    assertThat(description).matches("D\\d+(, D\\d+)*: .+");
    for (String number : description.split(":", 2)[0].split(", ")) {
      assertThat(Files.readString(PAGE)).contains("| " + number + " |");
    }
  }

  @Test
  void page_rows_areNumberedThrough() throws IOException {
    List<String> numbers =
        Files.readAllLines(PAGE).stream()
            .filter(line -> line.startsWith("| D"))
            .map(line -> line.split(" ")[1])
            .collect(Collectors.toList());

    assertThat(numbers)
        .isEqualTo(
            IntStream.rangeClosed(1, numbers.size())
                .mapToObj(number -> "D" + number)
                .collect(Collectors.toList()));
  }
}
