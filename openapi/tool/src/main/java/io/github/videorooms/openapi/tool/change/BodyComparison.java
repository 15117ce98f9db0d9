package io.github.videorooms.openapi.tool.change;

import static io.github.videorooms.openapi.tool.change.Severity.ADDITIVE;
import static io.github.videorooms.openapi.tool.change.Severity.BREAKING;
import static io.github.videorooms.openapi.tool.change.Severity.NONE;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.Content;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares what operations send and answer. */
final class BodyComparison {
  private final Sides sides;
  private final List<Change> changes;
  private final SchemaComparison schemas;

  BodyComparison(Sides sides, List<Change> changes) {
    this.sides = sides;
    this.changes = changes;
    this.schemas = new SchemaComparison(sides, changes);
  }

  void compareRequests(Endpoint before, Endpoint after) {
    boolean had = before.node().has("requestBody");
    boolean has = after.node().has("requestBody");
    if (had && has) {
      if (!sides.areOneComponent(
          before.node().get("requestBody"), after.node().get("requestBody"))) {
        request(before, after);
      }
    } else if (has) {
      boolean required = after.requestBody().get("required").is(true);
      Change.of(Kind.REQUEST_BODY, before.name(), required ? "new required body" : "new body")
          .to(after.bodyType())
          .because("The generated method takes one more argument.")
          .addTo(changes, required ? BREAKING : ADDITIVE, BREAKING);
    } else if (had) {
      Change.of(Kind.REQUEST_BODY, before.name(), "body removed")
          .from(before.bodyType())
          .addTo(changes, BREAKING, BREAKING);
    }
  }

  private void request(Endpoint before, Endpoint after) {
    String where = before.name() + ", body";
    sharedRequest(where, before.requestBody(), after.requestBody());
    boolean noForm = before.bodyType().isEmpty() == after.bodyType().isEmpty();
    if (!noForm) {
      Change.of(Kind.REQUEST_BODY, where, "Java argument")
          .from(before.bodyType().isEmpty() ? "none" : before.bodyType())
          .to(after.bodyType().isEmpty() ? "none" : after.bodyType())
          .because("The fields of a form are no body for the generated code.")
          .addTo(changes, NONE, BREAKING);
    }
  }

  void sharedRequest(String where, Node before, Node after) {
    Prose.compare(where, before, after, changes);
    if (before.get("required").is(true) != after.get("required").is(true)) {
      boolean required = after.get("required").is(true);
      Change.of(Kind.REQUEST_BODY, where, required ? "is required now" : "is optional now")
          .addTo(changes, required ? BREAKING : ADDITIVE, NONE);
    }
    content(where, before, after, Direction.SENT, true);
  }

  void compareResponses(Endpoint before, Endpoint after) {
    Node one = before.node().get("responses");
    Node other = after.node().get("responses");
    success(before, after);
    Stream.concat(one.members(), other.members())
        .map(Node::key)
        .distinct()
        .filter(status -> !isOnlySuccess(before, after, status))
        .forEach(status -> response(before.name(), status, one, other));
    if (!before.resultType().equals(renamedType(after, before))) {
      result(before, after);
    }
  }

  /** A result of another form is told where its schema is compared; this tells of no body. */
  private void result(Endpoint before, Endpoint after) {
    boolean had = before.resultSchema().isPresent();
    if (had != after.resultSchema().isPresent()) {
      Change.of(Kind.RESPONSE, before.name(), had ? "no longer answers with" : "answers now with")
          .from(had ? before.resultType() : "nothing")
          .to(had ? "nothing" : after.resultType())
          .addTo(changes, had ? BREAKING : ADDITIVE, BREAKING);
    }
  }

  private static String renamedType(Endpoint after, Endpoint before) {
    return before.resultSchema().isPresent() == after.resultSchema().isPresent()
        ? before.resultType()
        : after.resultType();
  }

  private void success(Endpoint before, Endpoint after) {
    String old = before.success().map(Node::key).orElse("none");
    String now = after.success().map(Node::key).orElse("none");
    if (!old.equals(now)) {
      Change.of(Kind.RESPONSE, before.name(), "success status")
          .from(old)
          .to(now)
          .because(
              before.isRedirect() || after.isRedirect()
                  ? "Our client takes no redirect but the declared one."
                  : "Our client takes any 2xx; others may look for the one they know.")
          .addTo(changes, BREAKING, NONE);
    }
    if (before.success().isPresent() && after.success().isPresent()) {
      answer(
          before.name() + ", answer " + now,
          before.success().get(),
          after.success().get(),
          before.resultSchema().isPresent() && after.resultSchema().isPresent());
    }
  }

  private static boolean isOnlySuccess(Endpoint before, Endpoint after, String status) {
    return before.success().map(Node::key).filter(status::equals).isPresent()
        || after.success().map(Node::key).filter(status::equals).isPresent();
  }

  private void response(String operation, String status, Node before, Node after) {
    String where = operation + ", answer " + status;
    if (before.has(status) && after.has(status)) {
      answer(where, before.get(status), after.get(status), false);
    } else {
      boolean surprising = after.has(status) && status.startsWith("2");
      Change.of(Kind.RESPONSE, where, after.has(status) ? "new" : "removed")
          .because(surprising ? "" : "Clients have to expect any status all the same.")
          .addTo(changes, surprising ? BREAKING : ADDITIVE, NONE);
    }
  }

  private void answer(String where, Node before, Node after, boolean returned) {
    if (!sides.areOneComponent(before, after)) {
      sharedAnswer(where, sides.before().resolve(before), sides.after().resolve(after), returned);
    }
  }

  void sharedAnswer(String where, Node before, Node after, boolean returned) {
    Prose.compare(where, before, after, changes);
    headers(where, before.get("headers"), after.get("headers"));
    content(where, before, after, Direction.RECEIVED, returned);
  }

  private void headers(String where, Node before, Node after) {
    Stream.concat(before.members(), after.members())
        .map(Node::key)
        .distinct()
        .forEach(name -> header(where + ", header " + name, before.get(name), after.get(name)));
  }

  void header(String where, Node before, Node after) {
    if (before.isObject() != after.isObject()) {
      boolean added = after.isObject();
      Change.of(Kind.HEADER, where, added ? "new" : "removed")
          .addTo(changes, added ? ADDITIVE : BREAKING, NONE);
    } else if (!sides.areOneComponent(before, after)) {
      Node one = sides.before().resolve(before);
      Node other = sides.after().resolve(after);
      Prose.compare(where, one, other, changes);
      schemas.compareOffJava(where, one.get("schema"), other.get("schema"), Direction.RECEIVED);
    }
  }

  private void content(String where, Node before, Node after, Direction direction, boolean java) {
    Node one = before.get("content");
    Node other = after.get("content");
    List<String> types = one.members().map(Node::key).collect(Collectors.toList());
    List<String> now = other.members().map(Node::key).collect(Collectors.toList());
    if (!types.equals(now) && !types.isEmpty() && !now.isEmpty()) {
      Change.of(Kind.CONTENT_TYPE, where, "content type")
          .from(String.join(", ", types))
          .to(String.join(", ", now))
          .addTo(
              changes,
              ofTypes(types, now, direction),
              java && isOtherType(before, after, direction) ? BREAKING : NONE);
      schema(where, one.get(types.get(0)), other.get(now.get(0)), direction, java);
      return;
    }
    one.members()
        .filter(media -> other.has(media.key()))
        .forEach(media -> schema(where, media, other.get(media.key()), direction, java));
  }

  private boolean isOtherType(Node before, Node after, Direction direction) {
    Function<Content, String> type =
        direction == Direction.SENT ? Content::requestType : Content::responseType;
    return !Content.of(sides.before(), before)
        .map(type)
        .equals(Content.of(sides.after(), after).map(type));
  }

  private static Severity ofTypes(List<String> before, List<String> after, Direction direction) {
    boolean more = after.containsAll(before);
    if (before.containsAll(after)) {
      return more ? NONE : direction.narrowed();
    }
    return more ? direction.widened() : BREAKING;
  }

  private void schema(String where, Node before, Node after, Direction direction, boolean java) {
    Prose.compare(where, before, after, changes);
    if (java) {
      schemas.compare(where, before.get("schema"), after.get("schema"), direction);
    } else {
      schemas.compareOffJava(where, before.get("schema"), after.get("schema"), direction);
    }
  }

  /** Whether some operation returns a response that is kept for reuse. */
  static boolean isReturned(Document document, String response) {
    return Endpoint.of(document).stream()
        .flatMap(endpoint -> endpoint.success().stream())
        .anyMatch(
            success ->
                Objects.equals(success.get("$ref").text(), "#/components/responses/" + response));
  }
}
