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
              "The client's base address is the space alone, so each path carries /api/video/.",
              OperationRules::otherPrefixes),
          new Rule(
              "one-path-a-structure",
              "Two templates that differ only in the name of a parameter are one address, and"
                  + " illegal in OpenAPI.",
              OperationRules::repeatedStructures),
          new Rule(
              "room-lookup-by-string",
              "The same route finds a room by its id and by its name, so the parameter is a plain"
                  + " string.",
              OperationRules::narrowRoomLookup),
          new Rule(
              "operation-id",
              "The name of the generated method comes from it.",
              document -> without("operationId", document)),
          new Rule(
              "unique-operation-id",
              "Two operations of one name make two methods of one name, or a method with a number.",
              OperationRules::repeatedOperationIds),
          new Rule(
              "one-tag",
              "Each tag becomes an interface: no tag gives one named Default, two give the method"
                  + " twice.",
              OperationRules::otherThanOneTag),
          new Rule(
              "operation-prose",
              "The Javadoc of the generated method comes from summary and description.",
              document ->
                  Stream.concat(without("summary", document), without("description", document))),
          new Rule(
              "one-success",
              "A generated method has one return type. It is that of the 2xx or, if there is none,"
                  + " the Location of a redirect; the client accepts every other 2xx as well.",
              OperationRules::otherThanOneSuccess),
          new Rule(
              "redirect-mark",
              "An operation that succeeds with a redirect has the status in x-redirect: the"
                  + " templates cannot tell whether there is a 2xx as well.",
              OperationRules::wrongRedirectMarks),
          new Rule(
              "error-responses",
              "Every operation can respond with 401, 422, 429 or an unforeseen error.",
              OperationRules::missingErrors),
          new Rule(
              "unique-parameter",
              "A parameter is identified by its name and where it is sent; a second one of both is"
                  + " illegal in OpenAPI.",
              OperationRules::repeatedParameters),
          new Rule(
              "no-query-default",
              "The generated call would send the default where the caller set nothing.",
              OperationRules::queryDefaults),
          new Rule(
              "paged-mark",
              "An operation that responds with links and data is read page by page: x-paged gives"
                  + " it a query type, into which the next link's query goes.",
              OperationRules::wrongPagedMarks),
          new Rule(
              "page-of",
              "What has links and data is read as a page of what it lists: x-page-of names the"
                  + " schema of data's items.",
              OperationRules::wrongPages),
          new Rule(
              "vendor-reference",
              "x-reference names the one method of the vendor's own SDK that does the same; the"
                  + " table of operations shows it.",
              OperationRules::wrongReferences),
          new Rule(
              "body-example",
              "Readers, the fake service and the validation of examples need one for every body"
                  + " that is text.",
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

  private static Stream<Node> wrongRedirectMarks(Document document) {
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

  private static Stream<Node> wrongPagedMarks(Document document) {
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
