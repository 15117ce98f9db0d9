package io.github.videorooms.openapi.tool.fakespace;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.Content;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Converts an operation: its parameters and body, and its success response. */
final class OperationInput {
  private static final Pattern STATUS = Pattern.compile("\\d{3}");

  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 205, 304);

  private final Document document;
  private final SchemaInput schemas;
  private final Node path;
  private final Node operation;

  OperationInput(Document document, SchemaInput schemas, Node path, Node operation) {
    this.document = document;
    this.schemas = schemas;
    this.path = path;
    this.operation = operation;
  }

  Map<String, Object> toMap() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("id", operation.get("operationId").text());
    input.put("method", operation.key().toUpperCase(Locale.ROOT));
    input.put("path", path.key());
    input.put("query", query());
    putBody(input);
    input.put("paged", operation.get("x-paged").is(true));
    input.put("response", response());
    return input;
  }

  /** Returns the parameters; those of the operation override those of its path. */
  private Map<String, Object> query() {
    Map<String, Object> query = new LinkedHashMap<>();
    Stream.of(path, operation)
        .flatMap(owner -> owner.get("parameters").items())
        .map(document::resolve)
        .filter(parameter -> parameter.get("in").is("query"))
        .forEach(parameter -> query.put(parameter.get("name").text(), parameter(parameter)));
    return query;
  }

  private Map<String, Object> parameter(Node parameter) {
    Map<String, Object> input = schemas.of(parameter.get("schema"));
    if (parameter.get("required").is(true)) {
      input.put("required", true);
    }
    return input;
  }

  /** Returns the schema of a JSON object body; {@code FakeSpace} does not check any other body. */
  private void putBody(Map<String, Object> input) {
    Node body = document.resolve(operation.get("requestBody"));
    Content.of(document, body)
        .filter(Content::isJson)
        .map(content -> schemas.of(content.description().get("schema")))
        .filter(schema -> "object".equals(schema.get("type")) && schema.containsKey("fields"))
        .ifPresent(
            schema -> {
              schema.put("required", body.get("required").is(true));
              input.put("body", schema);
            });
  }

  private Map<String, Object> response() {
    Node success =
        document
            .successes(operation)
            .findFirst()
            .orElseGet(() -> operation.get("responses").get("200"));
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("status", status(success));
    response.put("headers", headers(document.resolve(success)));
    if (!operation.key().equals("head") && !WITHOUT_BODY.contains(status(success))) {
      Content.of(document, success).ifPresent(content -> putContent(response, content));
    }
    return response;
  }

  /** Returns the status; a range such as {@code 2XX} becomes its first status. */
  private static int status(Node response) {
    return STATUS.matcher(response.key()).matches() ? Integer.parseInt(response.key()) : 200;
  }

  private Map<String, Object> headers(Node response) {
    Map<String, Object> headers = new LinkedHashMap<>();
    response
        .get("headers")
        .members()
        .filter(header -> !header.key().equalsIgnoreCase("Content-Type"))
        .forEach(
            header ->
                headers.put(
                    header.key(),
                    new ExampleValue(document).ofHolder(document.resolve(header)).toString()));
    return headers;
  }

  private void putContent(Map<String, Object> response, Content content) {
    response.put("mediaType", mediaType(content));
    response.put("json", content.isJson());
    response.put("schema", schemas.of(content.description().get("schema")));
    response.put("example", new ExampleValue(document).ofHolder(content.description()));
  }

  private static String mediaType(Content content) {
    if (content.isExact()) {
      return content.mediaType();
    }
    return content.isJson() ? "application/json" : "application/octet-stream";
  }
}
