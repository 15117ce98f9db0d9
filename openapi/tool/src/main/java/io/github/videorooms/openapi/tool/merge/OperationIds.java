package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.ApiReader;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What an operation is called. */
final class OperationIds {
  /** Returns the operation's own id in snake case, or one made of its method and path. */
  static String of(Operation operation) {
    String own = Tree.text(operation.raw().get("operationId"));
    return Identifier.snakeCase(own.isBlank() ? made(operation) : own);
  }

  private static String made(Operation operation) {
    return operation.method()
        + Arrays.stream(operation.path().replaceFirst("^" + ApiReader.PREFIX, "").split("/", -1))
            .map(segment -> segment.startsWith("{") ? "by " + segment : segment)
            .collect(Collectors.joining(" ", " ", ""));
  }

  private OperationIds() {}
}
