package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.Node;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Compares an operation with what it was. */
final class OperationComparison {
  private static final Set<String> COMPARED =
      Set.of(
          "operationId",
          "tags",
          "parameters",
          "requestBody",
          "responses",
          "security",
          "servers",
          "deprecated",
          "x-paged");

  private final Sides sides;
  private final List<Change> changes;
  private final Endpoint before;
  private final Endpoint after;
  private final String where;

  OperationComparison(Sides sides, List<Change> changes, Endpoint before, Endpoint after) {
    this.sides = sides;
    this.changes = changes;
    this.before = before;
    this.after = after;
    this.where = before.name();
  }

  void compare() {
    Prose.compare(where, before.node(), after.node(), changes);
    names();
    marks();
    new ParameterComparison(sides, changes).compare(before, after);
    new BodyComparison(sides, changes).compareRequests(before, after);
    new BodyComparison(sides, changes).compareResponses(before, after);
    new AccessComparison(changes).compare(before, after);
    rest(before.node(), after.node());
  }

  private void names() {
    if (!before.id().equals(after.id())) {
      Change.of(Kind.OPERATION, where, "operationId")
          .from(before.id())
          .to(after.id())
          .because("The generated method and its query are called by it.")
          .addTo(changes, NONE, BREAKING);
    }
    if (!before.address().equals(after.address())) {
      Change.of(Kind.OPERATION, where, "moved")
          .from(before.request())
          .to(after.request())
          .addTo(changes, BREAKING, NONE);
    }
  }

  private void marks() {
    if (before.node().get("deprecated").is(true) != after.node().get("deprecated").is(true)) {
      boolean deprecated = after.node().get("deprecated").is(true);
      Change.of(Kind.OPERATION, where, deprecated ? "now deprecated" : "no longer deprecated")
          .addTo(changes, ADDITIVE, NONE);
    }
    if (before.isPaged() != after.isPaged()) {
      boolean another = before.takesQuery() != after.takesQuery();
      Change.of(Kind.EXTENSION, where, after.isPaged() ? "is paged now" : "is no longer paged")
          .because(another ? ParameterComparison.OTHER_SIGNATURE : "")
          .addTo(changes, NONE, another ? BREAKING : NONE);
    }
  }

  /** What no comparison knows is no harmless thing until somebody has looked at it. */
  private void rest(Node one, Node other) {
    Stream.concat(one.members(), other.members())
        .map(Node::key)
        .distinct()
        .filter(key -> !COMPARED.contains(key) && !Prose.KEYS.contains(key))
        .filter(key -> !Objects.equals(one.get(key).value(), other.get(key).value()))
        .forEach(
            key -> {
              if (key.startsWith("x-")) {
                Prose.add(where, key, changes);
              } else {
                Change.of(Kind.OPERATION, where, key)
                    .from(Described.valueOrNone(one, key))
                    .to(Described.valueOrNone(other, key))
                    .because("Our documents do not use this, so it counts as a break.")
                    .addTo(changes, BREAKING, BREAKING);
              }
            });
  }
}
