package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The guide {@code docs/errors.md} shows what a user sees. */
class ErrorsPageTest {
  private static final Path PAGE = Path.of("../docs/errors.md");
  private static final String START = "## 1. ";

  @Test
  void page_tenFailures_showsTheErrorOfEach() throws IOException {
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
        """
        ## %d. %s

        **Symptom:**

        ```text
        %s
        ```

        %s.

        **Reason:** %s

        **Solution:** %s

        """,
        failure.ordinal() + 1,
        failure.title,
        message,
        known(error),
        failure.reason,
        failure.solution);
  }

  /** What the methods of the error return, as far as that is worth a look. */
  private static String known(SignalWireRestError error) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("getStatusCode()", error.getStatusCode());
    values.put("getRetryAfter()", error.getRetryAfter());
    values.put("getAttempts()", error.getAttempts());
    if (error instanceof SignalWireRestDecodingError unreadable) {
      values.put("getJsonPath()", "`" + unreadable.getJsonPath() + "`");
    }
    if (error instanceof SignalWireRestTransportError transport) {
      values.put("getCause()", "of type `" + error.getCause().getClass().getSimpleName() + "`");
      values.put("mayHaveTakenEffect()", transport.mayHaveTakenEffect());
    }
    Map<String, Boolean> predicates = new LinkedHashMap<>();
    predicates.put("isValidation()", error.isValidation());
    predicates.put(
        "hasCode(\"not_unique_within_project\")", error.hasCode("not_unique_within_project"));
    predicates.put("isUnauthorized()", error.isUnauthorized());
    predicates.put("isNotFound()", error.isNotFound());
    predicates.put("isRateLimited()", error.isRateLimited());
    predicates.put("isServerError()", error.isServerError());
    predicates.put("isTimeout()", error.isTimeout());
    predicates.forEach((method, value) -> values.put(method, value ? true : null));
    return values.entrySet().stream()
        .filter(value -> value.getValue() != null)
        .map(value -> "`" + value.getKey() + "` is " + value.getValue())
        .collect(Collectors.joining(", "));
  }

  @Test
  void page_tenFailures_areTen() {
    assertThat(Arrays.stream(TenFailures.values()).map(failure -> failure.title))
        .hasSize(10)
        .doesNotHaveDuplicates();
  }
}
