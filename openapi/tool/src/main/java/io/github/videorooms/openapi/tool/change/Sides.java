package io.github.videorooms.openapi.tool.change;

import static java.util.stream.Collectors.toCollection;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Both documents, what stands on one side for what on the other, and which way a schema goes. */
final class Sides {
  private final Document before;
  private final Document after;
  private final Map<String, String> renamed;
  private final Set<String> sent;
  private final Set<String> received;

  Sides(Document before, Document after) {
    this.before = before;
    this.after = after;
    this.renamed = Renames.of(before, after);
    this.sent = reached(Sides::sentBy);
    this.received = reached(Sides::receivedBy);
  }

  Document before() {
    return before;
  }

  Document after() {
    return after;
  }

  /** Old names to new ones, of schemas that have another name and nothing else that is new. */
  Map<String, String> renamed() {
    return renamed;
  }

  /** The name that a schema of the document before has in the one after, if it is there. */
  String nameAfter(String schema) {
    return renamed.getOrDefault(schema, schema);
  }

  /** Whether both are references to one component, which is compared where it is defined. */
  boolean areOneComponent(Node one, Node other) {
    if (!Document.isReference(one) || !Document.isReference(other)) {
      return false;
    }
    String target = one.get("$ref").text();
    String schema = Described.reference(one);
    String expected =
        target.equals("#/components/schemas/" + schema)
            ? "#/components/schemas/" + nameAfter(schema)
            : target;
    return other.get("$ref").is(expected);
  }

  Direction directionOf(String schema) {
    String later = nameAfter(schema);
    return Direction.of(
        sent.contains(schema) || sent.contains(later),
        received.contains(schema) || received.contains(later));
  }

  private Set<String> reached(Function<Document, Stream<Node>> start) {
    return Stream.of(before, after)
        .flatMap(
            document ->
                document.reachable(start.apply(document)).stream()
                    .filter(document::isNamedSchema)
                    .map(Node::key))
        .collect(toCollection(LinkedHashSet::new));
  }

  private static Stream<Node> sentBy(Document document) {
    return Stream.concat(
        document.operations().flatMap(document::requestBodies).map(body -> body.get("schema")),
        document.parameters().map(parameter -> parameter.get("schema")));
  }

  private static Stream<Node> receivedBy(Document document) {
    return document.operations().flatMap(document::responseBodies).map(body -> body.get("schema"));
  }
}
