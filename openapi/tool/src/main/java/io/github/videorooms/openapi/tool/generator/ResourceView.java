package io.github.videorooms.openapi.tool.generator;

import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Provides the operations of a tag to the template of its resource class. */
final class ResourceView {
  private final Document document;
  private final String name;
  private final Node tag;
  private final List<OperationView> operations;

  ResourceView(Document document, String name, Node tag, List<OperationView> operations) {
    this.document = document;
    this.name = name;
    this.tag = tag;
    this.operations = operations;
  }

  String name() {
    return name;
  }

  Map<String, Object> accessor() {
    return Map.of(
        "type", name,
        "name", operations.get(0).tag().accessor(),
        "doc", SourceLines.javadoc(description(), 5, "   * "));
  }

  Map<String, Object> toMap() {
    List<ModifyView> modifications = modifications();
    Map<String, Object> resource = new LinkedHashMap<>();
    String api = operations.get(0).tag().api();
    List<Map<String, Object>> methods = new ArrayList<>();
    for (OperationView operation : operations) {
      boolean isModified = modifications.stream().anyMatch(each -> each.updatesWith(operation));
      methods.addAll(new ResourceMethods(document, operation, isModified).toMaps());
      Lookup.of(document, operation)
          .map(lookup -> new ResourceMethods(document, operation, lookup).toMaps())
          .ifPresent(methods::addAll);
      modifications.stream()
          .filter(each -> each.updatesWith(operation))
          .map(ModifyView::toMap)
          .forEach(methods::add);
    }
    resource.put("name", name);
    resource.put("api", api);
    resource.put("doc", SourceLines.javadoc(description(), 3, " * "));
    resource.put("checksIds", operations.stream().anyMatch(each -> !each.in("path").isEmpty()));
    resource.put("methods", methods);
    Optional<Map<String, Object>> download =
        operations.stream()
            .map(each -> DownloadView.of(document, each))
            .flatMap(Optional::stream)
            .map(DownloadView::toMap)
            .findFirst();
    resource.put("download", download.isPresent() ? download.get() : false);
    Imports imports = new Imports(document);
    imports.addInterface(api, operations);
    methods.forEach(imports::addAll);
    download.ifPresent(imports::addAll);
    resource.put("staticImports", imports.staticNames());
    resource.put("imports", imports.names());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("namespace", false);
    view.put("secretFields", false);
    view.put("resource", resource);
    return view;
  }

  private String description() {
    String description = tag.get("description").text();
    return description.isBlank()
        ? "The operations of " + JavaText.code(operations.get(0).tag().words()) + "."
        : JavaText.prose(description);
  }

  /** Returns the modify methods, one per path with a get and an update. */
  private List<ModifyView> modifications() {
    return operations.stream()
        .map(this::modification)
        .flatMap(Optional::stream)
        .limit(1)
        .collect(toList());
  }

  private Optional<ModifyView> modification(OperationView get) {
    String request = document.namedSchema(get.returnType()).get("x-update-request").text();
    return operations.stream()
        .filter(update -> get.node().key().equals("get") && !request.isEmpty())
        .filter(update -> update.path().equals(get.path()))
        .filter(update -> update.body().map(Content::requestType).orElse("").equals(request))
        .filter(update -> ModifyView.isPossible(get, update))
        .findFirst()
        .map(update -> new ModifyView(document, get, update));
  }
}
