package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.Argument.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Provides the methods of an operation to the template of its resource class. */
final class ResourceMethods {
  private final Document document;
  private final OperationView operation;
  private final String name;
  private final boolean isModified;
  private final @Nullable Lookup lookup;

  /**
   * @param isModified whether a modify method exists, which preserves the fields that are not set
   */
  ResourceMethods(Document document, OperationView operation, boolean isModified) {
    this.document = document;
    this.operation = operation;
    this.name = MethodNames.of(operation.node());
    this.isModified = isModified;
    this.lookup = null;
  }

  ResourceMethods(Document document, OperationView operation, Lookup lookup) {
    this.document = document;
    this.operation = operation;
    this.name = lookup.method();
    this.isModified = false;
    this.lookup = lookup;
  }

  List<Map<String, Object>> toMaps() {
    Arguments arguments = new Arguments(document, operation);
    List<Argument> path = lookup == null ? arguments.path() : lookup.path();
    Set<String> links = new HashSet<>();
    List<Map<String, Object>> methods = new ArrayList<>();
    for (List<Argument> body : bodies(arguments.requests(), arguments.queries())) {
      for (List<Argument> headers : arguments.headers()) {
        List<Argument> all =
            Stream.of(path, body, headers).flatMap(List::stream).collect(Collectors.toList());
        if (links.add(Argument.link(name, all))) {
          methods.add(method(all));
        }
      }
    }
    return methods;
  }

  /** Combines requests and queries of the same kind: both by builder, or both by value. */
  private static List<List<Argument>> bodies(List<Argument> requests, List<Argument> queries) {
    if (requests.isEmpty() || queries.isEmpty()) {
      List<List<Argument>> single =
          Stream.concat(requests.stream(), queries.stream()).map(List::of).toList();
      return single.isEmpty() ? List.of(List.of()) : single;
    }
    return requests.stream()
        .flatMap(
            request ->
                queries.stream()
                    .filter(query -> fit(request, query))
                    .map(query -> List.of(request, query)))
        .toList();
  }

  private static boolean fit(Argument request, Argument query) {
    boolean isTyped = request.value().equals("request");
    return query.parameters().isEmpty()
        || (query.takesBuilder() ? request.takesBuilder() : isTyped);
  }

  private Map<String, Object> method(List<Argument> arguments) {
    Map<String, Object> method = new LinkedHashMap<>();
    method.put("modify", false);
    method.put("name", name);
    method.put("summary", SourceLines.javadoc(summary(), 5, "   * "));
    method.put("notes", notes());
    method.put("keptBy", isModified ? MethodNames.MODIFY : false);
    method.put("isDeprecated", operation.node().get("deprecated").is(true));
    method.put("parameters", documented(Argument.parametersOf(arguments)));
    method.put("errors", errors());
    method.put("link", Argument.link(name, arguments));
    String item = itemOfPage();
    method.put("isList", !item.isEmpty());
    if (item.isEmpty()) {
      putCall(method, arguments);
    } else {
      putList(method, item, arguments);
    }
    return method;
  }

  private void putCall(Map<String, Object> method, List<Argument> arguments) {
    String type = resultType();
    boolean isVoid = type.equals("void");
    List<String> declarations = declarations(arguments);
    String future = isVoid ? "@Nullable Void" : type;
    method.put("type", type);
    method.put("futureType", "CompletableFuture<" + future + ">");
    method.put("returns", !isVoid);
    method.put("result", result(document, operation));
    method.put("futureResult", futureResult(document, operation, ""));
    method.put("kind", isVoid ? "Void" : isRedirect(operation) ? "Redirect" : "");
    method.put("declaration", declaration(type + " " + name, declarations));
    method.put(
        "asyncDeclaration",
        declaration("CompletableFuture<" + future + "> " + name + "Async", declarations));
    String call = call(operation, arguments.stream().map(Argument::expression).toList(), 30);
    method.put("call", lookup == null ? call : call + ",\n        " + lookup.reading());
    method.put("mayBeAnother", lookup != null);
  }

  private void putList(Map<String, Object> method, String item, List<Argument> arguments) {
    String type = "Paged<" + item + ">";
    String query =
        arguments.stream()
            .filter(each -> each.statement().isEmpty() && isQuery(each))
            .map(Argument::expression)
            .findFirst()
            .orElse("Map.of()");
    List<String> values =
        arguments.stream().map(each -> isQuery(each) ? "page" : each.value()).toList();
    method.put("type", type);
    method.put("declaration", declaration(type + " " + name, declarations(arguments)));
    method.put(
        "statements",
        arguments.stream().map(Argument::statement).filter(each -> !each.isEmpty()).toList());
    String page = "page -> " + call(operation, values, 0);
    method.put(
        "pages", SourceLines.list(List.of(page, getter("data"), getter("links"), query), 19, 8));
  }

  /** Returns the getter of a field of the page. */
  private String getter(String field) {
    Node page = document.namedSchema(operation.returnType());
    String name = JavaNames.member(field, page.get("properties").get(field));
    return page.key() + "::" + JavaNames.getter(name);
  }

  private static boolean isQuery(Argument argument) {
    return argument.expression().equals("Map.of()")
        || argument.parameters().stream().anyMatch(each -> each.name().equals("query"));
  }

  private static List<String> declarations(List<Argument> arguments) {
    return Argument.parametersOf(arguments).stream().map(Parameter::declaration).toList();
  }

  private static String declaration(String before, List<String> parameters) {
    return SourceLines.list(parameters, "  public ".length() + before.length() + 4, 6);
  }

  /** Returns the call of the interface, on several lines if it is too long. */
  static String call(OperationView operation, List<String> arguments, int used) {
    String method = "api." + JavaNames.member(operation.id()) + "(";
    String line = method + String.join(", ", arguments) + ")";
    if (used + line.length() <= 97 || used == 0) {
      return line;
    }
    String below = SourceLines.list(arguments, 10 + method.length(), 12);
    return "\n        " + method + below + ")";
  }

  private String summary() {
    String text = lookup == null ? operation.node().get("summary").text() : lookup.summary();
    String summary = JavaText.prose(text);
    String id = JavaText.code(operation.id());
    return summary.isEmpty()
        ? "Calls " + id + "."
        : summary.replaceFirst("\\.$", "") + ": " + id + ".";
  }

  private Object notes() {
    String description =
        lookup == null ? operation.node().get("description").text() : lookup.description();
    return description.isBlank()
        ? false
        : SourceLines.javadoc(JavaText.prose(description), 8, "   * ");
  }

  static List<Map<String, Object>> documented(List<Parameter> parameters) {
    return parameters.stream()
        .map(
            each ->
                Map.<String, Object>of(
                    "name",
                    each.name(),
                    "doc",
                    SourceLines.javadoc(each.doc(), 13 + each.name().length(), "   *     ")))
        .toList();
  }

  private String errors() {
    String codes =
        operation
            .node()
            .get("x-error-codes")
            .members()
            .map(
                code ->
                    "{@code hasCode("
                        + JavaText.literal(code.key())
                        + ")} if "
                        + JavaText.prose(code.text()))
            .collect(Collectors.joining(", "));
    String text = "if the call fails" + (codes.isEmpty() ? "" : "; " + codes);
    return SourceLines.javadoc(text, 33, "   *     ");
  }

  static String result(Document document, OperationView operation) {
    return SourceLines.javadoc(resultPhrase(document, operation), 13, "   *     ");
  }

  static String futureResult(Document document, OperationView operation, String otherFailure) {
    String text =
        "a future that completes with "
            + resultPhrase(document, operation)
            + ", or fails with a {@link SignalWireRestError}"
            + otherFailure;
    return SourceLines.javadoc(text, 13, "   *     ");
  }

  private static String resultPhrase(Document document, OperationView operation) {
    if (isRedirect(operation)) {
      return "the absolute URL that the response redirects to";
    }
    if (operation.returnType().equals("Void")) {
      return "null";
    }
    Node response = document.resolve(operation.success());
    String description = JavaText.phrase(response.get("description").text());
    return description.isEmpty() || !JavaText.isOneSentence(description)
        ? "the result"
        : description;
  }

  private static boolean isRedirect(OperationView operation) {
    return operation.node().has("x-redirect") && operation.returnType().equals("Void");
  }

  private String resultType() {
    if (isRedirect(operation)) {
      return "String";
    }
    return operation.returnType().equals("Void") ? "void" : operation.returnType();
  }

  /** Returns the item type of a list operation, or {@code ""} for other operations. */
  private String itemOfPage() {
    boolean isPaged = operation.node().get("x-paged").is(true);
    return isPaged ? document.namedSchema(operation.returnType()).get("x-page-of").text() : "";
  }
}
