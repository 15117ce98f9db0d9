package io.github.videorooms;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.videorooms.ApiDocument.Operation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of operations in the docs, and the names in it. */
class OperationsTest {
  private static final Path TABLE = Path.of("../docs/contributing/operations.md");

  @Test
  void table_matchesTheDocument() throws IOException {
    String rows =
        operations().stream().flatMap(OperationsTest::rows).collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("docs.update")) {
      String page = Files.readString(TABLE);
      Files.writeString(TABLE, page.replaceAll("(?m)(^\\| `.*\\R)+", rows + "\n"));
    }

    assertThat(Files.readString(TABLE))
        .as("renew it with -Ddocs.update=true")
        .contains(rows + "\n\n");
  }

  @ParameterizedTest
  @MethodSource("inTheVendorsSdk")
  void method_alsoInTheVendorsSdk_hasTheSameName(Operation operation) {
    assertThat(methods(operation))
        .extracting(method -> reference(operation, method))
        .contains(operation.reference());
  }

  static Stream<Operation> inTheVendorsSdk() {
    return operations().stream().filter(operation -> !operation.reference().isEmpty());
  }

  private static List<Operation> operations() {
    return new ApiDocument(Examples.document()).operations();
  }

  private static Stream<String> rows(Operation operation) {
    return methods(operation).map(method -> row(operation, method));
  }

  private static String row(Operation operation, String method) {
    return String.format(
        "| `%s` | `%s %s` | `%s().%s` | %s |",
        operation.id(),
        operation.httpMethod(),
        operation.path().replace("/api/video", ""),
        accessor(operation),
        method,
        reference(operation, method).equals(operation.reference())
            ? "`" + operation.reference() + "`"
            : "none");
  }

  private static Stream<String> methods(Operation operation) {
    return FacadeMethods.of(operation).stream()
        .filter(method -> !FacadeMethods.isAsync(method))
        .map(Method::getName)
        .distinct()
        .sorted();
  }

  private static String accessor(Operation operation) {
    return FacadeMethods.accessorOf(FacadeMethods.classOf(operation))
        .map(Method::getName)
        .collect(Collectors.joining());
  }

  /** What the vendor would call the method. */
  private static String reference(Operation operation, String method) {
    return "client.video." + snakeCase(accessor(operation)) + "." + snakeCase(method);
  }

  private static String snakeCase(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
