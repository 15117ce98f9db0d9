package io.github.videorooms.openapi.tool.generator;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.github.videorooms.openapi.tool.Document;
import io.github.videorooms.openapi.tool.DocumentYaml;
import io.github.videorooms.openapi.tool.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Converts the document to the generator input for the resource classes of the facade. Usage:
 * {@code ResourceInput document output}. There is one class per tag, and {@code Video}, which gives
 * access to all of them.
 */
public final class ResourceInput {
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** Reads a document and writes the input of the generator. */
  public static void write(Path document, Path output) throws IOException {
    of(new Document(DocumentYaml.read(document))).write(output);
  }

  private static StubDocument of(Document document) {
    StubDocument stubs = new StubDocument();
    List<ResourceView> resources = resources(document);
    stubs.addSchema("Video", namespace(resources));
    stubs.addSchema("SecretFields", secretFields(document));
    resources.forEach(resource -> stubs.addSchema(resource.name(), resource.toMap()));
    return stubs;
  }

  /** Returns the resources in the order of the document's tags; unlisted ones come last. */
  private static List<ResourceView> resources(Document document) {
    Map<String, List<OperationView>> byName =
        OperationView.all(document)
            .collect(
                groupingBy(view -> view.tag().resource(document), LinkedHashMap::new, toList()));
    Map<String, Node> tags = new LinkedHashMap<>();
    document
        .root()
        .get("tags")
        .items()
        .forEach(tag -> tags.put(TagName.of(tag.get("name").text()).resource(document), tag));
    List<ResourceView> resources = new ArrayList<>();
    Stream.concat(tags.keySet().stream(), byName.keySet().stream())
        .distinct()
        .forEach(
            name -> {
              Node tag = tags.getOrDefault(name, Node.of(Map.of()));
              List<OperationView> operations = byName.getOrDefault(name, List.of());
              if (!operations.isEmpty()) {
                resources.add(new ResourceView(document, name, tag, operations));
              }
            });
    return resources;
  }

  private static Map<String, Object> namespace(List<ResourceView> resources) {
    Map<String, Object> namespace = new LinkedHashMap<>();
    namespace.put("resource", false);
    namespace.put("secretFields", false);
    namespace.put(
        "namespace",
        Map.of("accessors", resources.stream().map(ResourceView::accessor).collect(toList())));
    return namespace;
  }

  private static Map<String, Object> secretFields(Document document) {
    List<String> names =
        document
            .namedSchemas()
            .filter(ValueType::isModel)
            .flatMap(schema -> schema.get("properties").members())
            .filter(field -> FieldView.isSecret(document, field))
            .map(field -> JavaText.literal(field.key()))
            .distinct()
            .sorted()
            .collect(toList());
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("resource", false);
    view.put("namespace", false);
    view.put("secretFields", Map.of("names", String.join(", ", names)));
    return view;
  }

  private ResourceInput() {}
}
