package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what may stand in one place before and after. */
final class SchemaComparison {
  private static final int DEEPEST = 20;

  /** What is compared below, each in a method or class of its own. */
  private static final Set<String> COMPARED =
      Set.of(
          "type",
          "format",
          "enum",
          "nullable",
          "default",
          "items",
          "properties",
          "required",
          "additionalProperties",
          "readOnly",
          "writeOnly",
          "deprecated");

  private final Sides sides;
  private final List<Change> changes;
  private final int depth;

  SchemaComparison(Sides sides, List<Change> changes) {
    this(sides, changes, 0);
  }

  private SchemaComparison(Sides sides, List<Change> changes, int depth) {
    this.sides = sides;
    this.changes = changes;
    this.depth = depth;
  }

  /** Compares the schemas of a place whose Java type is part of what callers compile against. */
  void compare(String where, Node before, Node after, Direction direction) {
    compare(where, before, after, direction, javaSeverity(before, after));
  }

  /** Compares the schemas of a place that has no Java type, such as the body of an error. */
  void compareOffJava(String where, Node before, Node after, Direction direction) {
    compare(where, before, after, direction, NONE);
  }

  private Severity javaSeverity(Node before, Node after) {
    String type = JavaType.of(sides.before(), before);
    return type.equals(JavaType.of(sides.after(), after)) ? NONE : BREAKING;
  }

  private void compare(
      String where, Node givenBefore, Node givenAfter, Direction direction, Severity java) {
    Node before = JavaType.unwrapped(givenBefore);
    Node after = JavaType.unwrapped(givenAfter);
    if (sides.areOneComponent(before, after)) {
      return;
    }
    if (Document.isReference(before) || Document.isReference(after)) {
      exchange(where, before, after, direction, java);
    } else {
      body(where, before, after, direction, java);
    }
  }

  /** One component for another: a single change, as severe on the wire as all that differs. */
  private void exchange(String where, Node before, Node after, Direction direction, Severity java) {
    List<Change> differences = new ArrayList<>();
    if (depth < DEEPEST) {
      new SchemaComparison(sides, differences, depth + 1)
          .body(
              where, sides.before().resolve(before), sides.after().resolve(after), direction, NONE);
    }
    Severity wire = Severity.worst(differences.stream().map(Change::wire));
    if (java != NONE || differences.stream().anyMatch(each -> !each.isDocumentation())) {
      Change.of(Kind.TYPE, where, "type")
          .from(Described.schema(before))
          .to(Described.schema(after))
          .because(wire == NONE ? "Both have the same form in JSON." : "")
          .addTo(changes, wire, java);
    }
  }

  /** Compares what two schemas say themselves, as one that is defined under a name. */
  void body(String where, Node before, Node after, Direction direction, Severity java) {
    Prose.compare(where, before, after, changes);
    if (isOfAnotherForm(before, after)) {
      form(where, before, after, direction, java);
    } else {
      new FormatComparison(changes).compare(where, before, after, direction, java);
      new EnumComparison(changes).compare(where, before, after, direction);
      items(where, before, after, direction, java);
      new MemberComparison(sides, this, changes).compare(where, before, after, direction, java);
    }
    new LimitComparison(changes).compare(where, before, after, direction);
    flags(where, before, after, direction);
    new ExtensionComparison(sides, changes).compare(where, before, after);
    rest(where, before, after, direction);
  }

  private static boolean isOfAnotherForm(Node before, Node after) {
    return Stream.of("type", "allOf", "oneOf", "anyOf", "not")
        .anyMatch(key -> !Objects.equals(before.get(key).value(), after.get(key).value()));
  }

  private void form(String where, Node before, Node after, Direction direction, Severity java) {
    boolean composed = before.get("type").is(after.get("type").value());
    Change.of(composed ? Kind.COMPOSITION : Kind.TYPE, where, composed ? "composition" : "type")
        .from(Described.schema(before))
        .to(Described.schema(after))
        .addTo(changes, severityOfForm(before, after, direction), composed ? BREAKING : java);
  }

  private static Severity severityOfForm(Node before, Node after, Direction direction) {
    boolean toNumber = before.get("type").is("integer") && after.get("type").is("number");
    boolean toInteger = before.get("type").is("number") && after.get("type").is("integer");
    if (toNumber) {
      return direction.widened();
    }
    return toInteger ? direction.narrowed() : direction.changed();
  }

  private void items(String where, Node before, Node after, Direction direction, Severity java) {
    if (before.has("items") && after.has("items")) {
      compare(where + "[]", before.get("items"), after.get("items"), direction, java);
    }
  }

  private void flags(String where, Node before, Node after, Direction direction) {
    if (isSet(before, "nullable") != isSet(after, "nullable")) {
      nullness(where, isSet(after, "nullable"), direction);
    }
    if (!before.get("default").is(after.get("default").value())) {
      Change.of(Kind.DEFAULT, where, "default")
          .from(Described.valueOrNone(before, "default"))
          .to(Described.valueOrNone(after, "default"))
          .because("The generated code sends no default, so only the service's answer differs.")
          .addTo(
              changes, before.has("default") ? direction.changed() : direction.compatible(), NONE);
    }
    for (String flag : List.of("readOnly", "writeOnly", "deprecated")) {
      if (isSet(before, flag) != isSet(after, flag)) {
        Severity wire = flag.equals("deprecated") ? direction.compatible() : direction.changed();
        Change.of(Kind.LIMIT, where, isSet(after, flag) ? "now " + flag : "no longer " + flag)
            .addTo(changes, wire, NONE);
      }
    }
  }

  private static boolean isSet(Node schema, String flag) {
    return schema.get(flag).is(true);
  }

  private void nullness(String where, boolean nullable, Direction direction) {
    Change.of(Kind.NULLABLE, where, nullable ? "may be null now" : "is never null any more")
        .because("In Java, only required decides whether a getter may give null.")
        .addTo(changes, nullable ? direction.widened() : direction.narrowed(), NONE);
  }

  /** What no comparison knows is no harmless thing until somebody has looked at it. */
  private void rest(String where, Node before, Node after, Direction direction) {
    Stream.concat(before.members(), after.members())
        .map(Node::key)
        .distinct()
        .filter(key -> !COMPARED.contains(key) && !Prose.KEYS.contains(key))
        .filter(key -> !LimitComparison.knows(key) && !key.startsWith("x-"))
        .filter(key -> !Set.of("allOf", "oneOf", "anyOf", "not").contains(key))
        .filter(key -> !Objects.equals(before.get(key).value(), after.get(key).value()))
        .forEach(
            key ->
                Change.of(Kind.COMPOSITION, where, key)
                    .from(Described.valueOrNone(before, key))
                    .to(Described.valueOrNone(after, key))
                    .because("Our documents do not use this, so it counts as a break.")
                    .addTo(changes, direction.changed(), BREAKING));
  }
}
