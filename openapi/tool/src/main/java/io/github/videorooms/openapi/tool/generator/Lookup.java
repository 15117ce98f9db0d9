package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.Argument.Parameter;
import java.util.List;
import java.util.Optional;

/**
 * A second method for an operation whose path accepts an id or the value of another field: {@code
 * getByName} for {@code get_room}.
 */
public final class Lookup {
  private final Node node;
  private final String model;
  private final Node field;

  private Lookup(Node node, String model, Node field) {
    this.node = node;
    this.model = model;
    this.field = field;
  }

  static Optional<Lookup> of(Document document, OperationView operation) {
    return Optional.of(operation.node().get(MethodNames.LOOKUP))
        .filter(Node::isObject)
        .map(node -> new Lookup(node, operation.returnType(), field(document, operation.node())));
  }

  /**
   * Returns whether an operation supports a lookup: it has one id in its path, and the field is a
   * string.
   */
  public static boolean isPossible(Document document, Node operation) {
    long ids = operation.path().chars().filter(each -> each == '{').count();
    Node field = field(document, operation);
    return ids == 1
        && field.get("type").is("string")
        && field.get("format").text().isEmpty()
        && operation.key().equals("get");
  }

  /** Returns the string field of the response that the lookup names, if it exists. */
  private static Node field(Document document, Node operation) {
    String name = operation.get(MethodNames.LOOKUP).get("field").text();
    return document
        .successes(operation)
        .findFirst()
        .flatMap(success -> Content.of(document, success))
        .map(content -> document.namedSchema(content.responseType()))
        .orElse(operation)
        .get("properties")
        .get(name);
  }

  String method() {
    return node.get("method").text();
  }

  String summary() {
    return node.get("summary").text();
  }

  String description() {
    return node.get("description").text();
  }

  /** Returns the argument that replaces the id in the path. */
  List<Argument> path() {
    String doc = field.get("description").text();
    String phrase = doc.isBlank() ? "the " + JavaText.code(field.key()) : JavaText.phrase(doc);
    return List.of(Argument.checked(new Parameter("String", name(), phrase), "check"));
  }

  /** Returns the code that rejects a different object, whose id equals the value. */
  String reading() {
    return "matching("
        + name()
        + ", "
        + model
        + "::"
        + JavaNames.getter(name())
        + ", "
        + JavaText.literal(field.key())
        + ")";
  }

  private String name() {
    return JavaNames.member(field.key(), field);
  }
}
