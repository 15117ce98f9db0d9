package io.github.videorooms.openapi.tool.generator;

import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Provides an operation to the template of its generated interface. */
final class OperationView {
  /** Headers that OpenAPI ignores if they are declared as parameters. */
  private static final Set<String> OWN_HEADERS = Set.of("accept", "content-type", "authorization");

  private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private final Document document;
  private final Node operation;
  private final String path;
  private final String httpMethod;
  private final List<ParameterView> parameters;
  private final Optional<Content> body;
  private final Optional<Content> response;

  /** Returns all operations of a document. */
  static Stream<OperationView> all(Document document) {
    return document
        .paths()
        .flatMap(
            path ->
                Document.operationsOf(path)
                    .map(operation -> new OperationView(document, path, operation)));
  }

  private OperationView(Document document, Node path, Node operation) {
    this.document = document;
    this.operation = operation;
    this.path = path.key();
    this.httpMethod = operation.key().toUpperCase(Locale.ROOT);
    this.parameters = parameters(path);
    this.body =
        WITHOUT_BODY.contains(httpMethod)
            ? Optional.empty()
            : Content.of(document, operation.get("requestBody"));
    this.response = httpMethod.equals("HEAD") ? Optional.empty() : Content.of(document, success());
  }

  /** Returns the parameters; those of the operation override those of its path. */
  private List<ParameterView> parameters(Node path) {
    Map<String, ParameterView> byName = new LinkedHashMap<>();
    Stream.concat(path.get("parameters").items(), operation.get("parameters").items())
        .map(document::resolve)
        .forEach(
            each ->
                byName.put(
                    each.get("in").text() + " " + each.get("name").text(),
                    new ParameterView(document, each)));
    return new ArrayList<>(byName.values());
  }

  /** Returns the success response, or an absent node if none is documented. */
  Node success() {
    return document
        .successes(operation)
        .findFirst()
        .orElseGet(() -> operation.get("responses").get("200"));
  }

  Map<String, Object> toMap() {
    Map<String, Object> view = new LinkedHashMap<>();
    String id = operation.get("operationId").text();
    view.put("id", JavaText.code(id));
    view.put("method", JavaNames.member(id));
    view.put("summary", JavaText.prose(operation.get("summary").text()));
    view.put("address", JavaText.code(httpMethod + " " + path));
    view.put("notes", notes());
    view.put("annotations", annotations(id));
    view.put("returnType", returnType());
    view.put("arguments", arguments());
    view.put("parameters", documented());
    view.put("query", query(id));
    return view;
  }

  Object notes() {
    String description = operation.get("description").text();
    return description.isBlank() ? false : JavaText.prose(description);
  }

  private List<String> annotations(String id) {
    List<String> annotations = new ArrayList<>();
    annotations.add(
        "@Operation(id = "
            + JavaText.literal(id)
            + ", path = "
            + JavaText.literal(path)
            + redirect()
            + ")");
    annotations.add(request());
    List<String> headers = headers();
    if (!headers.isEmpty()) {
      annotations.add("@Headers({" + String.join(", ", headers) + "})");
    }
    return annotations;
  }

  private String redirect() {
    Node status = operation.get("x-redirect");
    return status.value() instanceof Integer ? ", redirect = " + status.value() : "";
  }

  private String request() {
    String address = JavaText.literal(relativePath());
    boolean unusual =
        body.isPresent() ? !WITH_BODY.contains(httpMethod) : httpMethod.equals("TRACE");
    return unusual
        ? "@HTTP(method = \"" + httpMethod + "\", path = " + address + hasBody() + ")"
        : "@" + httpMethod + "(" + address + ")";
  }

  private String hasBody() {
    return body.isPresent() ? ", hasBody = true" : "";
  }

  /** Returns the path without leading slash and with parameter names that Retrofit accepts. */
  private String relativePath() {
    String relative = path.replaceFirst("^/", "");
    for (ParameterView each : in("path")) {
      relative =
          relative.replaceAll(
              Pattern.quote("{" + each.wireName() + "}"), "{" + each.pathName() + "}");
    }
    return relative;
  }

  /** Returns the headers that tell the converter of a body that is not JSON. */
  private List<String> headers() {
    List<String> headers = new ArrayList<>();
    response
        .filter(each -> !each.isJson() && each.isExact())
        .ifPresent(each -> headers.add(JavaText.literal("Accept: " + each.mediaType())));
    body.filter(each -> !each.isJson() && each.isExact())
        .ifPresent(each -> headers.add(JavaText.literal("Content-Type: " + each.mediaType())));
    return headers;
  }

  String returnType() {
    return response.map(Content::responseType).orElse("Void");
  }

  private String arguments() {
    List<String> arguments = in("path").stream().map(ParameterView::declaration).collect(toList());
    body.ifPresent(each -> arguments.add("@Body " + each.requestType() + " " + bodyName()));
    if (takesQuery()) {
      arguments.add("@QueryMap Map<String, String> " + queryName());
    }
    headerParameters().stream().map(ParameterView::declaration).forEach(arguments::add);
    return String.join(", ", arguments);
  }

  private List<Map<String, Object>> documented() {
    List<Map<String, Object>> documented =
        in("path").stream().map(ParameterView::documented).collect(toList());
    if (takesQuery()) {
      String doc =
          hasQuery()
              ? "the result of {@link " + queryType() + "#toMap()}"
              : "the query of the next link; empty for the first page";
      documented.add(Map.of("name", queryName(), "doc", doc));
    }
    body.ifPresent(each -> documented.add(Map.of("name", bodyName(), "doc", "the body to send")));
    headerParameters().stream()
        .map(each -> Map.of("name", each.name(), "doc", each.documented().get("doc")))
        .forEach(documented::add);
    return documented;
  }

  List<ParameterView> in(String place) {
    return parameters.stream().filter(each -> each.isIn(place)).collect(toList());
  }

  List<ParameterView> headerParameters() {
    return in("header").stream()
        .filter(each -> !OWN_HEADERS.contains(each.wireName().toLowerCase(Locale.ROOT)))
        .collect(toList());
  }

  private String bodyName() {
    String type = body.map(Content::requestType).orElse("");
    boolean isModel =
        document.isNamedSchema(document.namedSchema(type)) && document.namedSchema(type).isObject();
    return free(isModel ? JavaNames.uncapitalized(type) : "body", "Body");
  }

  private String queryName() {
    return free("query", "Map");
  }

  private String free(String name, String suffix) {
    Set<String> taken =
        Stream.concat(in("path").stream(), headerParameters().stream())
            .map(ParameterView::name)
            .collect(Collectors.toSet());
    return taken.contains(name) ? name + suffix : name;
  }

  /** Whether the operation takes a query, if only that of a link to another page. */
  boolean takesQuery() {
    return operation.get("x-paged").is(true) || hasQuery();
  }

  /** Whether the operation has query parameters, and so a query type. */
  boolean hasQuery() {
    return !in("query").isEmpty();
  }

  String queryType() {
    return JavaNames.type(operation.get("operationId").text()) + "Query";
  }

  private Object query(String id) {
    if (!hasQuery()) {
      return false;
    }
    List<ParameterView> all = in("query");
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", queryType());
    view.put("of", JavaText.code(JavaNames.member(id)));
    view.put("parameters", all.stream().map(ParameterView::inQuery).collect(toList()));
    view.put("hasRepeated", all.stream().anyMatch(ParameterView::isRepeated));
    view.put("hasJoined", all.stream().anyMatch(ParameterView::isJoined));
    return view;
  }

  TagName tag() {
    return TagName.ofOperation(operation);
  }

  String id() {
    return operation.get("operationId").text();
  }

  Node node() {
    return operation;
  }

  String path() {
    return path;
  }

  Optional<Content> body() {
    return body;
  }
}
