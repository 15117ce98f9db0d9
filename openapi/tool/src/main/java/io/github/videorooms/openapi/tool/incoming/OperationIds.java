package io.github.videorooms.openapi.tool.incoming;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What an operation is called. */
final class OperationIds {
  /** Returns the operation's own id in snake case, or one made of its method and path. */
  static String of(Operation operation) {
    String own = Tree.text(operation.node().get("operationId"));
    return Identifier.snakeCase(own.isBlank() ? made(operation) : own);
  }

  private static String made(Operation operation) {
    return operation.method()
        + Arrays.stream(operation.path().replaceFirst("^" + VideoSlice.PREFIX, "").split("/", -1))
            .map(segment -> segment.startsWith("{") ? "by " + segment : segment)
            .collect(Collectors.joining(" ", " ", ""));
  }

  private OperationIds() {}
}
