package io.github.videorooms.openapi.tool;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules about paths and operations. */
final class OperationRules {
  private static final String PREFIX = "/api/video/";
  private static final String ROOM_BY_ID_OR_NAME = "/api/video/rooms/{}";
  private static final String PAGED = "x-paged";
  private static final String REDIRECT = "x-redirect";
  private static final String REFERENCE = "x-reference";
  private static final Pattern REFERENCE_FORM =
      Pattern.compile("client\\.video\\.[a-z_]+\\.[a-z_]+");
  private static final Pattern TEXT = Pattern.compile("json|^text/|form");

  static final List<Rule> ALL =
      List.of(
          new Rule(
              "path-prefix",
              "The client's base URL is only the host of the space, so each path starts with"
                  + " /api/video/.",
              OperationRules::otherPrefixes),
          new Rule(
              "one-path-a-structure",
              "Two paths that differ only in the names of parameters are identical, which OpenAPI"
                  + " forbids.",
              OperationRules::repeatedStructures),
          new Rule(
              "room-lookup-by-string",
              "The API finds a room by its id or its name at the same path, so the parameter is a"
                  + " plain string.",
              OperationRules::narrowRoomLookup),
          new Rule(
              "operation-id",
              "The generated method is named after the operationId.",
              document -> without("operationId", document)),
          new Rule(
              "unique-operation-id",
              "Operations with the same id would become methods with the same name.",
              OperationRules::repeatedOperationIds),
          new Rule(
              "one-tag",
              "Each tag becomes an interface: without a tag, the interface is named Default; with"
                  + " two, the method is generated twice.",
              OperationRules::otherThanOneTag),
          new Rule(
              "operation-prose",
              "The summary and the description become the Javadoc of the generated method.",
              document ->
                  Stream.concat(without("summary", document), without("description", document))),
          new Rule(
              "one-success",
              "A generated method has one return type: that of the single 2xx or, without one, the"
                  + " Location of a redirect. The client accepts any other 2xx as well.",
              OperationRules::otherThanOneSuccess),
          new Rule(
              "redirect-mark",
              "An operation whose success response is a redirect has its status in x-redirect,"
                  + " since templates cannot check whether there is also a 2xx.",
              OperationRules::wrongRedirects),
          new Rule(
              "error-responses",
              "Every operation can return 401, 422, 429 or an unexpected error.",
              OperationRules::missingErrors),
          new Rule(
              "unique-parameter",
              "A parameter is identified by its name and location, which OpenAPI requires to be"
                  + " unique.",
              OperationRules::repeatedParameters),
          new Rule(
              "no-query-default",
              "The generated code would send the default if the caller sets no value.",
              OperationRules::queryDefaults),
          new Rule(
              "paged-mark",
              "A response with links and data is one page of a list: x-paged generates a method"
                  + " that accepts the query of the next link.",
              OperationRules::wrongPaged),
          new Rule(
              "page-of",
              "A schema with links and data is a page of a list: x-page-of names the schema of its"
                  + " items.",
              OperationRules::wrongPages),
          new Rule(
              "vendor-reference",
              "x-reference names the equivalent method of the vendor's SDK, for the table of"
                  + " operations. No two operations have the same one.",
              OperationRules::wrongReferences),
          new Rule(
              "body-example",
              "The documentation and FakeSpace need an example for every body that is text.",
              OperationRules::bodiesWithoutExample));

  private static Stream<Node> otherPrefixes(Document document) {
    return document.paths().filter(path -> !path.key().startsWith(PREFIX));
  }

  private static Stream<Node> repeatedStructures(Document document) {
    Set<String> seen = new HashSet<>();
    return document.paths().filter(path -> !seen.add(structure(path)));
  }

  private static Stream<Node> narrowRoomLookup(Document document) {
    return document
        .paths()
        .filter(path -> structure(path).equals(ROOM_BY_ID_OR_NAME) && path.has("get"))
        .flatMap(path -> Stream.of(path, path.get("get")))
        .flatMap(node -> node.get("parameters").items())
        .map(document::resolve)
        .filter(parameter -> parameter.get("in").is("path"))
        .map(parameter -> parameter.get("schema"))
        .filter(schema -> !isPlainString(document.resolve(schema)));
  }

  private static boolean isPlainString(Node schema) {
    return schema.get("type").is("string")
        && Stream.of("format", "pattern", "enum").noneMatch(schema::has);
  }

  private static String structure(Node path) {
    return path.key().replaceAll("\\{[^}]*}", "{}");
  }

  private static Stream<Node> without(String field, Document document) {
    return document
        .operations()
        .map(operation -> operation.get(field))
        .filter(text -> text.text().isBlank());
  }

  private static Stream<Node> repeatedOperationIds(Document document) {
    Set<String> seen = new HashSet<>();
    return document
        .operations()
        .map(operation -> operation.get("operationId"))
        .filter(id -> !id.text().isBlank() && !seen.add(id.text()));
  }

  private static Stream<Node> otherThanOneTag(Document document) {
    return document
        .operations()
        .map(operation -> operation.get("tags"))
        .filter(tags -> tags.texts().size() != 1);
  }

  private static Stream<Node> otherThanOneSuccess(Document document) {
    return document
        .operations()
        .filter(operation -> document.successes(operation).count() != 1)
        .map(operation -> operation.get("responses"));
  }

  private static Stream<Node> wrongRedirects(Document document) {
    return document
        .operations()
        .filter(operation -> !operation.get(REDIRECT).is(document.redirect(operation).orElse(null)))
        .map(operation -> operation.get(REDIRECT));
  }

  private static Stream<Node> missingErrors(Document document) {
    return document
        .operations()
        .map(operation -> operation.get("responses"))
        .flatMap(
            responses ->
                Document.COMMON_ERRORS.stream()
                    .filter(status -> !responses.has(status))
                    .map(responses::get));
  }

  private static Stream<Node> repeatedParameters(Document document) {
    return document
        .operations()
        .flatMap(
            operation -> {
              Set<List<String>> seen = new HashSet<>();
              return operation
                  .get("parameters")
                  .items()
                  .filter(each -> !seen.add(identity(document.resolve(each))));
            });
  }

  private static List<String> identity(Node parameter) {
    return List.of(parameter.get("in").text(), parameter.get("name").text());
  }

  private static Stream<Node> queryDefaults(Document document) {
    return document
        .parameters()
        .filter(parameter -> parameter.get("in").is("query"))
        .map(parameter -> document.resolve(parameter.get("schema")))
        .filter(schema -> schema.has("default"))
        .map(schema -> schema.get("default"));
  }

  private static Stream<Node> wrongPaged(Document document) {
    return document
        .operations()
        .filter(operation -> operation.get(PAGED).is(true) != document.isPaged(operation))
        .map(operation -> operation.get(PAGED));
  }

  private static Stream<Node> wrongPages(Document document) {
    return document
        .operations()
        .flatMap(document::pages)
        .filter(page -> !page.get("x-page-of").is(document.pageItem(page)))
        .map(page -> page.get("x-page-of"));
  }

  private static Stream<Node> wrongReferences(Document document) {
    Set<String> seen = new HashSet<>();
    return document
        .operations()
        .filter(operation -> operation.has(REFERENCE))
        .map(operation -> operation.get(REFERENCE))
        .filter(
            reference ->
                !REFERENCE_FORM.matcher(reference.text()).matches() || !seen.add(reference.text()));
  }

  private static Stream<Node> bodiesWithoutExample(Document document) {
    return document
        .operations()
        .flatMap(
            operation ->
                Stream.concat(document.requestBodies(operation), document.successBodies(operation)))
        .filter(body -> TEXT.matcher(body.key()).find())
        .filter(
            body ->
                !body.has("example")
                    && !body.has("examples")
                    && !document.resolve(body.get("schema")).has("example"));
  }

  private OperationRules() {}
}
