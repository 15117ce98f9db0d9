package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;
import static java.util.stream.Collectors.toUnmodifiableList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What changed between two documents of our kind: OpenAPI 3.0, references within the document. */
public final class DocumentDiff {
  private final Sides sides;
  private final List<Change> changes = new ArrayList<>();

  private DocumentDiff(Sides sides) {
    this.sides = sides;
  }

  /**
   * Compares two trees as {@code DocumentYaml.read} gives them. The order of keys says nothing, and
   * neither does {@code info.version}.
   */
  public static DocumentDiff between(
      Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
    DocumentDiff diff = new DocumentDiff(new Sides(new Document(before), new Document(after)));
    diff.compare();
    return diff;
  }

  /** What concerns the wire or Java: access, operations, what they share, then schemas. */
  public List<Change> changes() {
    return changes.stream().filter(each -> !each.isDocumentation()).collect(toUnmodifiableList());
  }

  /** Prose, examples and the like: neither the wire nor a line of Java is another. */
  public List<Change> documentation() {
    return changes.stream().filter(Change::isDocumentation).collect(toUnmodifiableList());
  }

  /** What the changes together ask for. */
  public Verdict verdict() {
    return new Verdict(
        Severity.worst(changes.stream().map(Change::wire)),
        Severity.worst(changes.stream().map(Change::java)),
        !changes.isEmpty());
  }

  Sides sides() {
    return sides;
  }

  private void compare() {
    Node before = sides.before().root();
    Node after = sides.after().root();
    Prose.compare("info", before.get("info"), after.get("info"), changes);
    AccessComparison access = new AccessComparison(changes);
    access.compare(before, after);
    access.compareSchemes(
        component(before, "securitySchemes"), component(after, "securitySchemes"));
    new OperationsComparison(sides, changes).compare();
    shared(before, after);
    schemas();
    tags(before, after);
    rest(before, after);
  }

  private static Node component(Node root, String kind) {
    return root.get("components").get(kind);
  }

  private void shared(Node before, Node after) {
    BodyComparison bodies = new BodyComparison(sides, changes);
    pairs(before, after, "parameters")
        .forEach(
            pair ->
                new ParameterComparison(sides, changes)
                    .compareShared(pair[0].key(), pair[0], pair[1]));
    pairs(before, after, "requestBodies")
        .forEach(pair -> bodies.sharedRequest("body " + pair[0].key(), pair[0], pair[1]));
    pairs(before, after, "responses")
        .forEach(
            pair ->
                bodies.sharedAnswer(
                    "answer " + pair[0].key(),
                    pair[0],
                    pair[1],
                    BodyComparison.isReturned(sides.before(), pair[0].key())));
    pairs(before, after, "headers")
        .forEach(pair -> bodies.header("header " + pair[0].key(), pair[0], pair[1]));
  }

  private static Stream<Node[]> pairs(Node before, Node after, String kind) {
    return component(before, kind)
        .members()
        .filter(each -> component(after, kind).has(each.key()))
        .map(each -> new Node[] {each, component(after, kind).get(each.key())});
  }

  private void schemas() {
    sides.before().namedSchemas().forEach(this::schema);
    sides
        .after()
        .namedSchemas()
        .filter(schema -> !sides.before().namedSchema(schema.key()).isObject())
        .filter(schema -> !sides.renamed().containsValue(schema.key()))
        .forEach(
            schema ->
                Change.of(Kind.SCHEMA, schema.key(), "new schema")
                    .addTo(changes, NONE, JavaType.isClass(schema) ? ADDITIVE : NONE));
  }

  private void schema(Node before) {
    String name = before.key();
    Node after = sides.after().namedSchema(sides.nameAfter(name));
    if (!after.isObject()) {
      Change.of(Kind.SCHEMA, name, "schema removed")
          .addTo(changes, NONE, JavaType.isClass(before) ? BREAKING : NONE);
      return;
    }
    if (!after.key().equals(name)) {
      Change.of(Kind.SCHEMA, name, "schema renamed")
          .from(name)
          .to(after.key())
          .because("Names of schemas are not on the wire; classes are called by them.")
          .addTo(changes, NONE, JavaType.isClass(before) ? BREAKING : NONE);
    }
    boolean sameClass =
        JavaType.declared(sides.before(), before).equals(JavaType.declared(sides.after(), after));
    new SchemaComparison(sides, changes)
        .body(name, before, after, sides.directionOf(name), sameClass ? NONE : BREAKING);
  }

  /** The tags of operations are compared with them; these are the words about them. */
  private void tags(Node before, Node after) {
    if (!Objects.equals(before.get("tags").value(), after.get("tags").value())) {
      Prose.add("tags", "list and descriptions", changes);
    }
  }

  private void rest(Node before, Node after) {
    List<String> compared =
        List.of("openapi", "info", "servers", "security", "tags", "paths", "components");
    if (!before.get("openapi").is(after.get("openapi").value())) {
      Prose.add("document", "openapi", changes);
    }
    Stream.concat(before.members(), after.members())
        .map(Node::key)
        .distinct()
        .filter(key -> !compared.contains(key))
        .filter(key -> !Objects.equals(before.get(key).value(), after.get(key).value()))
        .forEach(key -> Prose.add("document", key, changes));
  }
}
