package io.github.videorooms.openapi.tool.fakespace;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.JsonText;
import io.github.videorooms.openapi.tool.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Converts the document to the JSON that {@code FakeSpace} reads. Usage: {@code FakeSpaceInput
 * document output}.
 *
 * <p>The output lists the operations, each with the schemas of its query and body and with its
 * response: status, headers, and an example of the body. Named objects are listed once, as {@code
 * objects}, since they can be recursive. All other references are resolved, and descriptions are
 * omitted.
 */
public final class FakeSpaceInput {
  public static void main(String[] arguments) throws IOException {
    Path output = Path.of(arguments[1]);
    Files.createDirectories(output.toAbsolutePath().getParent());
    Files.writeString(output, of(DocumentYaml.read(Path.of(arguments[0]))));
  }

  /** Returns the JSON for a document. */
  public static String of(Map<String, ?> document) {
    return JsonText.of(input(new Document(document)));
  }

  private static Map<String, Object> input(Document document) {
    SchemaInput schemas = new SchemaInput(document);
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("operations", operations(document, schemas));
    input.put(
        "objects",
        document
            .namedSchemas()
            .filter(SchemaInput::hasFields)
            .collect(
                Collectors.toMap(Node::key, schemas::fields, (a, b) -> a, LinkedHashMap::new)));
    return input;
  }

  private static List<Map<String, Object>> operations(Document document, SchemaInput schemas) {
    return document
        .paths()
        .flatMap(
            path ->
                Document.operationsOf(path)
                    .map(operation -> new OperationInput(document, schemas, path, operation)))
        .map(OperationInput::toMap)
        .toList();
  }

  private FakeSpaceInput() {}
}
