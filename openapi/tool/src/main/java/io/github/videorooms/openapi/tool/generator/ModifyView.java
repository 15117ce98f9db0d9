package io.github.videorooms.openapi.tool.generator;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.generator.Argument.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Provides the method that combines a get and an update to the template of its class. */
final class ModifyView {
  private final Document document;
  private final OperationView get;
  private final OperationView update;
  private final String request;

  ModifyView(Document document, OperationView get, OperationView update) {
    this.document = document;
    this.get = get;
    this.update = update;
    this.request = update.body().map(Content::requestType).orElseThrow();
  }

  /** Returns whether both operations take the same parameters, and the update also a request. */
  static boolean isPossible(OperationView get, OperationView update) {
    return names(get).equals(names(update))
        && Stream.of(get, update)
            .flatMap(each -> each.headerParameters().stream())
            .noneMatch(ParameterView::isRequired);
  }

  private static List<String> names(OperationView operation) {
    return operation.in("path").stream().map(ParameterView::name).toList();
  }

  boolean updatesWith(OperationView operation) {
    return update.id().equals(operation.id());
  }

  Map<String, Object> toMap() {
    List<Argument> path = new Arguments(document, update).path();
    Argument change =
        Argument.unchecked(Parameter.ofBuilder(request, "change", "sets the fields to change"));
    List<Parameter> parameters =
        Argument.parametersOf(Stream.concat(path.stream(), Stream.of(change)).toList());
    List<String> declarations = parameters.stream().map(Parameter::declaration).toList();
    String type = update.returnType();
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("modify", true);
    view.put("type", type);
    view.put("futureType", "CompletableFuture<" + type + ">");
    view.put("request", request);
    view.put("summary", summary());
    view.put("update", MethodNames.of(update.node()));
    view.put("fallbacks", fallbacks());
    view.put("parameters", ResourceMethods.documented(parameters));
    view.put("result", ResourceMethods.result(document, update));
    view.put(
        "futureResult",
        ResourceMethods.futureResult(
            document, update, " or with the exception that the change throws"));
    view.put("declaration", SourceLines.list(declarations, 20 + type.length(), 6));
    view.put("asyncDeclaration", SourceLines.list(declarations, 44 + type.length(), 6));
    view.put("call", ResourceMethods.call(get, getArguments(path), 0));
    view.put("path", path.stream().map(each -> each.value() + ", ").toList());
    return view;
  }

  private String summary() {
    String summary = JavaText.prose(update.node().get("summary").text()).replaceFirst("\\.$", "");
    String text =
        String.format(
            "%s and preserve all other fields: %s, then %s with every field that an update can"
                + " set.",
            summary.isEmpty() ? "Update something" : summary,
            JavaText.code(get.id()),
            JavaText.code(update.id()));
    return SourceLines.javadoc(text, 5, "   * ");
  }

  private List<String> getArguments(List<Argument> path) {
    List<String> arguments = new ArrayList<>(path.stream().map(Argument::expression).toList());
    if (get.takesQuery()) {
      arguments.add("Map.of()");
    }
    get.headerParameters().forEach(each -> arguments.add("null"));
    return arguments;
  }

  private List<String> fallbacks() {
    return document
        .namedSchema(request)
        .get("properties")
        .members()
        .filter(field -> !field.get("x-fallback").text().isEmpty())
        .map(
            field ->
                String.format(
                    "Without a value of %s, the value of %s is sent in its place, unless the change"
                        + " sets one.",
                    JavaText.code(field.key()), JavaText.code(field.get("x-fallback").text())))
        .map(text -> SourceLines.javadoc(text, 8, "   * "))
        .toList();
  }
}
