package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** That {@code docs/errors.md} shows what a user sees. */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final String START = "## 1. ";

  @Test
  void page_tenFailures_showsWhatEachEndsIn() throws IOException {
    StringBuilder sections = new StringBuilder();
    for (TenFailures failure : TenFailures.values()) {
      sections.append(section(failure));
    }
    String page = Files.readString(PAGE);
    String expected = page.substring(0, page.indexOf(START)) + sections.toString().strip() + "\n";
    if (Boolean.getBoolean("docs.update")) {
      Files.writeString(PAGE, expected);
    }

    assertThat(Files.readString(PAGE)).as("renew it with -Ddocs.update=true").isEqualTo(expected);
  }

  private static String section(TenFailures failure) {
    SignalWireRestError error = failure.happen();
    String message = error.getClass().getSimpleName() + ": " + error.getMessage();
    return String.format(
        "## %d. %s\n\n%s\n\n```text\n%s\n```\n\n%s\n\n%s\n\n",
        failure.ordinal() + 1, failure.title, failure.story, message, known(error), failure.advice);
  }

  /** What the error answers, as far as it is not its message again. */
  private static String known(SignalWireRestError error) {
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("isValidation()", error.isValidation());
    answers.put(
        "hasCode(\"not_unique_within_project\")", error.hasCode("not_unique_within_project"));
    answers.put("isUnauthorized()", error.isUnauthorized());
    answers.put("isNotFound()", error.isNotFound());
    answers.put("isRateLimited()", error.isRateLimited());
    answers.put("isServerError()", error.isServerError());
    answers.put("isTimeout()", error.isTimeout());
    String predicates =
        answers.entrySet().stream()
            .filter(answer -> answer.getValue().equals(true))
            .map(answer -> "`" + answer.getKey() + "`")
            .collect(Collectors.joining(", "));
    String values =
        Stream.of(
                "`getStatusCode()` " + error.getStatusCode(),
                error.getRetryAfter() == null ? null : "`getRetryAfter()` " + error.getRetryAfter(),
                error instanceof SignalWireRestDecodingError unreadable
                    ? "`getJsonPath()` `" + unreadable.getJsonPath() + "`"
                    : null,
                !(error instanceof SignalWireRestTransportError)
                    ? null
                    : "`getCause()` a `" + error.getCause().getClass().getSimpleName() + "`",
                "`getAttempts()` " + error.getAttempts())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(", "));
    return values + (predicates.isEmpty() ? "." : "; true: " + predicates + ".");
  }

  @Test
  void page_tenFailures_areTen() {
    assertThat(Arrays.stream(TenFailures.values()).map(failure -> failure.title))
        .hasSize(10)
        .doesNotHaveDuplicates();
  }
}
