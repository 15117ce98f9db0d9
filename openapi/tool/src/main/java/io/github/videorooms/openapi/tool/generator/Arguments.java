package io.github.videorooms.openapi.tool.generator;

import static java.util.stream.Collectors.joining;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.generator.Argument.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Determines the overloads of a method of a resource class: the ways to pass its arguments. */
final class Arguments {
  /** Names that the surrounding code uses. */
  private static final Set<String> TAKEN =
      Set.of("api", "body", "calls", "change", "now", "page", "query", "request", "response");

  private final Document document;
  private final OperationView operation;

  Arguments(Document document, OperationView operation) {
    this.document = document;
    this.operation = operation;
  }

  List<Argument> path() {
    return operation.in("path").stream()
        .map(each -> Argument.checked(parameter(each, each.type().name()), "check"))
        .toList();
  }

  /** Returns the ways to pass the request body; empty if the operation has none. */
  List<Argument> requests() {
    if (operation.body().isEmpty()) {
      return List.of();
    }
    String type = operation.body().get().requestType();
    Node body = document.resolve(operation.node().get("requestBody"));
    String doc = phraseOr("the body to send", body);
    Argument given = Argument.checked(new Parameter(type, "request", doc), "requireNonNull");
    Node schema = document.namedSchema(type);
    if (!document.isNamedSchema(schema) || !ValueType.isModel(schema)) {
      return List.of(given);
    }
    List<Argument> requests = new ArrayList<>();
    boolean canBeEmpty = schema.get("required").items().findAny().isEmpty();
    if (canBeEmpty && !body.get("required").is(true)) {
      requests.add(Argument.built(List.of(), type, type + ".builder().build()"));
    }
    List<String> shortForm = operation.node().get("x-arguments").texts().stream().toList();
    if (!shortForm.isEmpty()) {
      requests.add(shortForm(type, schema, shortForm));
    }
    requests.add(
        Argument.built(
            List.of(Parameter.ofBuilder(type, "request", "sets " + doc)),
            type,
            filled(type, "request")));
    requests.add(given);
    return requests;
  }

  /** Returns the short form, which takes a few fields in place of a request. */
  private Argument shortForm(String type, Node schema, List<String> fields) {
    List<Parameter> parameters =
        fields.stream()
            .map(each -> schema.get("properties").get(each))
            .map(
                field ->
                    new Parameter(
                        ValueType.of(document, field).name(),
                        free(JavaNames.member(field.key(), field)),
                        phraseOr("the " + JavaText.code(field.key()), field)))
            .toList();
    String setters =
        Stream.iterate(0, index -> index < fields.size(), index -> index + 1)
            .map(index -> setter(schema, fields.get(index), parameters.get(index).name()))
            .collect(joining());
    return Argument.built(parameters, type, type + ".builder()" + setters + ".build()");
  }

  private static String setter(Node schema, String field, String parameter) {
    return "."
        + JavaNames.member(field, schema.get("properties").get(field))
        + "(requireNonNull("
        + parameter
        + ", "
        + JavaText.literal(parameter)
        + "))";
  }

  /** Returns the ways to pass the query; empty if the operation has none. */
  List<Argument> queries() {
    if (!operation.takesQuery()) {
      return List.of();
    }
    Argument nothing = Argument.constant("Map.of()");
    if (!operation.hasQuery()) {
      return List.of(nothing);
    }
    String type = operation.queryType();
    String names =
        operation.in("query").stream()
            .map(each -> JavaText.code(each.name()))
            .collect(joining(", "));
    return List.of(
        nothing,
        new Argument(
            List.of(Parameter.ofBuilder(type, "query", "sets any of " + names)),
            filled(type, "query") + ".toMap()",
            "",
            ""),
        new Argument(
            List.of(new Parameter(type, "query", "the filters and options")),
            "requireNonNull(query, \"query\").toMap()",
            "",
            ""));
  }

  private static String filled(String type, String name) {
    return "filled(" + type + ".builder(), " + name + ", " + JavaText.literal(name) + ").build()";
  }

  /** Returns the ways to pass headers: with all optional ones, or with none. */
  List<List<Argument>> headers() {
    List<ParameterView> all = operation.headerParameters();
    List<Argument> given = all.stream().map(this::header).toList();
    List<Argument> required =
        all.stream()
            .map(each -> each.isRequired() ? header(each) : Argument.constant("null"))
            .toList();
    return Stream.of(required, given).distinct().toList();
  }

  private Argument header(ParameterView header) {
    String type = header.type().name();
    return header.isRequired()
        ? Argument.checked(parameter(header, type), "requireNonNull")
        : Argument.unchecked(parameter(header, "@Nullable " + type));
  }

  private Parameter parameter(ParameterView view, String type) {
    String doc = "the parameter " + JavaText.code(view.wireName());
    String description = view.description();
    return new Parameter(
        type, free(view.name()), description.isBlank() ? doc : JavaText.phrase(description));
  }

  private String free(String name) {
    Set<String> others =
        Stream.concat(operation.in("path").stream(), operation.headerParameters().stream())
            .map(ParameterView::name)
            .filter(each -> !each.equals(name))
            .collect(Collectors.toSet());
    return TAKEN.contains(name)
        ? Stream.iterate(name + "Value", each -> each + "Value")
            .filter(each -> !others.contains(each))
            .findFirst()
            .orElseThrow()
        : name;
  }

  private static String phraseOr(String fallback, Node node) {
    String description = node.get("description").text();
    return description.isBlank() ? fallback : JavaText.phrase(description);
  }
}
