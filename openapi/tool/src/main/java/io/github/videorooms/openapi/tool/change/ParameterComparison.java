package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares parameters, those of one operation and those kept for all. */
final class ParameterComparison {
  static final String OTHER_SIGNATURE =
      "The generated method takes a query exactly if there is a parameter for it, so its signature"
          + " changes.";

  private static final String NOT_IN_JAVA =
      "The generated code has paths, queries, headers and bodies; this it cannot send.";
  private static final Set<String> IN_JAVA = Set.of("path", "query", "header");

  private static final Set<String> COMPARED = Set.of("name", "in", "required", "schema");

  private final Sides sides;
  private final List<Change> changes;

  ParameterComparison(Sides sides, List<Change> changes) {
    this.sides = sides;
    this.changes = changes;
  }

  void compare(Endpoint before, Endpoint after) {
    List<Node> came = new ArrayList<>(after.parameters());
    List<Node> went = new ArrayList<>();
    boolean queryFlips = before.takesQuery() != after.takesQuery();
    for (Node parameter : before.parameters()) {
      Optional<Node> counterpart = counterpart(before, parameter, after, came);
      counterpart.ifPresent(
          other -> {
            came.remove(other);
            compareOne(before.name(), parameter, other);
          });
      if (counterpart.isEmpty()) {
        went.add(parameter);
      }
    }
    went.forEach(
        each ->
            gone(
                before.name(),
                sides.before().resolve(each),
                queryFlips && !flipsByMark(before, after)));
    came.forEach(
        each ->
            added(
                before.name(),
                sides.after().resolve(each),
                queryFlips && !flipsByMark(before, after)));
    order(before, after);
  }

  /** Whether the mark of a paged operation alone gives or takes the query. */
  private static boolean flipsByMark(Endpoint before, Endpoint after) {
    return before.isPaged() != after.isPaged()
        && before.parameterNames("query").isEmpty() == after.parameterNames("query").isEmpty();
  }

  private Optional<Node> counterpart(
      Endpoint before, Node parameter, Endpoint after, List<Node> candidates) {
    Optional<Node> sameComponent =
        candidates.stream().filter(other -> sides.areOneComponent(parameter, other)).findFirst();
    if (sameComponent.isPresent()) {
      return sameComponent;
    }
    Optional<Node> sameName =
        candidates.stream()
            .filter(other -> before.identity(parameter).equals(after.identity(other)))
            .findFirst();
    return sameName.isPresent() ? sameName : samePosition(before, parameter, after, candidates);
  }

  /** A parameter of the path may have another name in the same place. */
  private Optional<Node> samePosition(
      Endpoint before, Node parameter, Endpoint after, List<Node> candidates) {
    Node target = sides.before().resolve(parameter);
    List<String> names = templateNames(before);
    int position = names.indexOf(target.get("name").text());
    List<String> others = templateNames(after);
    return target.get("in").is("path") && position >= 0 && position < others.size()
        ? candidates.stream()
            .filter(other -> after.identity(other).equals("path " + others.get(position)))
            .findFirst()
        : Optional.empty();
  }

  private static List<String> templateNames(Endpoint endpoint) {
    List<String> names = new ArrayList<>();
    for (String step : endpoint.path().key().split("/", -1)) {
      if (step.startsWith("{") && step.endsWith("}")) {
        names.add(step.substring(1, step.length() - 1));
      }
    }
    return names;
  }

  private void compareOne(String where, Node before, Node after) {
    if (!sides.areOneComponent(before, after)) {
      body(where, sides.before().resolve(before), sides.after().resolve(after), true);
    }
  }

  /** Compares a parameter that many operations share, once for all of them. */
  void compareShared(String name, Node before, Node after) {
    boolean used = isUsed(sides.before(), name) || isUsed(sides.after(), name);
    body("parameter " + name, before, after, used);
  }

  private static boolean isUsed(Document document, String name) {
    return Endpoint.of(document).stream()
        .flatMap(endpoint -> endpoint.parameters().stream())
        .anyMatch(each -> each.get("$ref").is("#/components/parameters/" + name));
  }

  private void body(String operation, Node before, Node after, boolean used) {
    String where = operation + ", " + before.get("in").text() + " " + before.get("name").text();
    Prose.compare(where, before, after, changes);
    Direction direction = used ? Direction.SENT : Direction.UNUSED;
    names(where, before, after, direction);
    if (before.get("required").is(true) != after.get("required").is(true)) {
      boolean required = after.get("required").is(true);
      boolean isHeader = after.get("in").is("header");
      Change.of(Kind.REQUIRED, where, required ? "is required now" : "is optional now")
          .because(isHeader ? "" : "The generated query checks nothing.")
          .addTo(
              changes,
              required ? direction.narrowed() : direction.compatible(),
              isHeader ? ofArgument(required) : NONE);
    }
    SchemaComparison schemas = new SchemaComparison(sides, changes);
    if (used && isInJava(after)) {
      schemas.compare(where, before.get("schema"), after.get("schema"), direction);
    } else {
      schemas.compareOffJava(where, before.get("schema"), after.get("schema"), direction);
    }
    rest(where, before, after, direction);
  }

  /** An argument that may be null until it is required. */
  private static Severity ofArgument(boolean required) {
    return required ? BREAKING : ADDITIVE;
  }

  private void names(String where, Node before, Node after, Direction direction) {
    boolean sameName = before.get("name").is(after.get("name").value());
    boolean samePlace = before.get("in").is(after.get("in").value());
    boolean placeInPath = samePlace && before.get("in").is("path");
    if (!samePlace) {
      Change.of(Kind.PARAMETER, where, "goes elsewhere")
          .from(before.get("in").text())
          .to(after.get("in").text())
          .addTo(changes, direction.changed(), direction.changed());
    } else if (!sameName && !placeInPath) {
      Change.of(Kind.PARAMETER, where, "renamed")
          .from(before.get("name").text())
          .to(after.get("name").text())
          .addTo(changes, direction.changed(), isInJava(before) ? direction.changed() : NONE);
    } else if (!sameName) {
      Prose.add(where, "name in the path", changes);
    }
  }

  private void gone(String operation, Node parameter, boolean signature) {
    String where = place(operation, parameter);
    Change.of(Kind.PARAMETER, where, "parameter removed")
        .because(signature ? OTHER_SIGNATURE : "")
        .addTo(changes, BREAKING, isInJava(parameter) ? BREAKING : NONE);
  }

  private void added(String operation, Node parameter, boolean signature) {
    boolean required = parameter.get("required").is(true);
    boolean query = parameter.get("in").is("query");
    String reason = signature && query ? OTHER_SIGNATURE : "";
    Severity java = signature ? BREAKING : ADDITIVE;
    if (!query) {
      java = isInJava(parameter) ? BREAKING : NONE;
      reason = isInJava(parameter) ? "" : NOT_IN_JAVA;
    }
    Change.of(
            Kind.PARAMETER,
            place(operation, parameter),
            required ? "new required parameter" : "new parameter")
        .to(Described.schema(parameter.get("schema")))
        .because(reason)
        .addTo(changes, required ? BREAKING : ADDITIVE, java);
  }

  /** Java takes the parts of a path one after the other, all of them texts. */
  private void order(Endpoint before, Endpoint after) {
    List<String> old = before.parameterNames("path");
    List<String> now = after.parameterNames("path");
    if (!old.equals(now) && Set.copyOf(old).equals(Set.copyOf(now))) {
      Change.of(Kind.PARAMETER, before.name(), "order of the path's parameters")
          .from(old.toString())
          .to(now.toString())
          .because("Arguments would change places without an error.")
          .addTo(changes, NONE, BREAKING);
    }
  }

  private void rest(String where, Node before, Node after, Direction direction) {
    Stream.concat(before.members(), after.members())
        .map(Node::key)
        .distinct()
        .filter(key -> !COMPARED.contains(key) && !Prose.KEYS.contains(key))
        .filter(key -> !Objects.equals(before.get(key).value(), after.get(key).value()))
        .forEach(
            key -> {
              boolean mark = key.equals("deprecated");
              if (key.startsWith("x-")) {
                Prose.add(where, key, changes);
              } else {
                Change.of(Kind.PARAMETER, where, key)
                    .from(Described.valueOrNone(before, key))
                    .to(Described.valueOrNone(after, key))
                    .because(mark ? "" : "The generated code writes every value as its text.")
                    .addTo(changes, mark ? direction.compatible() : direction.changed(), NONE);
              }
            });
  }

  private static String place(String operation, Node parameter) {
    return operation + ", " + parameter.get("in").text() + " " + parameter.get("name").text();
  }

  private static boolean isInJava(Node parameter) {
    return IN_JAVA.contains(parameter.get("in").text());
  }
}
