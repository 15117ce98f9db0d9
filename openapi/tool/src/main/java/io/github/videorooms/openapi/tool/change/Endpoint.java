package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An operation, and what the generator makes of it. */
final class Endpoint {

  private final Document document;
  private final Node path;
  private final Node node;

  Endpoint(Document document, Node path, Node node) {
    this.document = document;
    this.path = path;
    this.node = node;
  }

  static List<Endpoint> of(Document document) {
    return document
        .paths()
        .flatMap(
            path -> Document.operationsOf(path).map(node -> new Endpoint(document, path, node)))
        .collect(toList());
  }

  Node node() {
    return node;
  }

  Node path() {
    return path;
  }

  Document document() {
    return document;
  }

  String id() {
    return node.get("operationId").text();
  }

  /** What the operation says, or else its path, or else its document. */
  Node orInherited(String key) {
    return Stream.of(node, path, document.root())
        .filter(each -> each.has(key))
        .findFirst()
        .orElse(document.root())
        .get(key);
  }

  /** What readers call it: its id, or its request if it has none. */
  String name() {
    return id().isEmpty() ? request() : id();
  }

  /** Such as {@code GET /api/video/rooms/{id}}. */
  String request() {
    return node.key().toUpperCase(Locale.ROOT) + " " + path.key();
  }

  /** The request, whatever the parameters of the path are called. */
  String address() {
    return request().replaceAll("\\{[^}]*}", "{}");
  }

  String tag() {
    return node.get("tags").items().findFirst().map(Node::text).orElse("Default");
  }

  Set<String> apis() {
    return node.get("tags").texts().stream().map(JavaName::api).collect(toCollection(TreeSet::new));
  }

  boolean isPaged() {
    return node.get("x-paged").is(true);
  }

  /** The vendor's own method, such as {@code client.video.rooms.list}, or {@code ""}. */
  String reference() {
    return node.get("x-reference").text();
  }

  /** The parameters as written, those of the path first; each may be a reference. */
  List<Node> parameters() {
    Map<String, Node> parameters = new LinkedHashMap<>();
    Stream.of(path, node)
        .flatMap(each -> each.get("parameters").items())
        .forEach(parameter -> parameters.put(identity(parameter), parameter));
    return List.copyOf(parameters.values());
  }

  /** The names of the parameters in a place, {@code path} or {@code query}, in their order. */
  List<String> parameterNames(String place) {
    return parameters().stream()
        .map(document::resolve)
        .filter(parameter -> parameter.get("in").is(place))
        .map(parameter -> parameter.get("name").text())
        .collect(toList());
  }

  /** The place and name of a parameter, by which one stands for another. */
  String identity(Node parameter) {
    Node target = document.resolve(parameter);
    return target.get("in").text() + " " + target.get("name").text();
  }

  /** Whether the generated method takes a query. */
  boolean takesQuery() {
    return isPaged() || !parameterNames("query").isEmpty();
  }

  Node requestBody() {
    return document.resolve(node.get("requestBody"));
  }

  /** The Java type of the body, or {@code ""} if the generated method takes none. */
  String bodyType() {
    return Content.of(document, requestBody()).map(Content::requestType).orElse("");
  }

  /** The declared success that the generated method stands for: that of the lowest status. */
  Optional<Node> success() {
    return document.successes(node).min((one, other) -> one.key().compareTo(other.key()));
  }

  /** Whether the success is a redirect, whose result is an address and no body. */
  boolean isRedirect() {
    return success().filter(document::isRedirect).isPresent();
  }

  /** The schema of the success, or nothing if the generated method returns no body. */
  Optional<Node> resultSchema() {
    return success()
        .filter(response -> !document.isRedirect(response))
        .map(document::resolve)
        .flatMap(Endpoint::first)
        .map(each -> each.get("schema"));
  }

  /** The Java type of the result, {@code Void} if there is none. */
  String resultType() {
    return success()
        .flatMap(response -> Content.of(document, response))
        .map(Content::responseType)
        .orElse("Void");
  }

  private static Optional<Node> first(Node holder) {
    return holder.get("content").members().findFirst();
  }
}
