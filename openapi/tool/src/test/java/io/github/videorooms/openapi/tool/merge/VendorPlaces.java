package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.Node;
import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.EditableDocument;
import io.github.videorooms.openapi.tool.incoming.OperationSlot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Finds all schemas in the vendor's document and the places that they describe, without using the
 * reader under test.
 */
final class VendorPlaces {
  private final Map<String, Object> document;
  private final Map<List<Object>, List<Spot>> found = new LinkedHashMap<>();

  private VendorPlaces(Map<String, Object> document) {
    this.document = document;
  }

  static List<VendorPlace> of(Map<String, Object> document) {
    VendorPlaces places = new VendorPlaces(document);
    new EditableDocument(document, new Random(0)).operations().forEach(places::operation);
    return places.found.entrySet().stream()
        .map(each -> new VendorPlace(each.getKey(), each.getValue()))
        .toList();
  }

  private void operation(OperationSlot operation) {
    String id = Node.of(operation.node().get("operationId")).text();
    String address =
        operation.method().toUpperCase(Locale.ROOT)
            + " "
            + Api.Operation.structure(operation.path());
    List<Object> way = List.of("paths", operation.path(), operation.method());
    for (int i = 0; i < operation.parameters().size(); i++) {
      Map<String, Object> parameter = Node.of(operation.parameters().get(i)).object();
      String key = "path".equals(parameter.get("in")) ? "path 0" : "query " + parameter.get("name");
      Spot spot = new Spot(id, address, true, key, List.of());
      walk(spot, with(way, "parameters", i, "schema"));
    }
    if (operation.node().containsKey("requestBody")) {
      Spot spot = new Spot(id, address, true, "body", List.of());
      walk(spot, with(way, "requestBody", "content", "application/json", "schema"));
    }
    operation
        .responses()
        .forEach(
            (status, response) -> {
              if (Node.of(response).object().containsKey("content")) {
                Spot spot = new Spot(id, address, false, status, List.of());
                walk(spot, with(way, "responses", status, "content", "application/json", "schema"));
              }
            });
  }

  private static List<Object> with(List<Object> way, Object... steps) {
    List<Object> longer = new ArrayList<>(way);
    longer.addAll(List.of(steps));
    return longer;
  }

  private void walk(Spot spot, List<Object> way) {
    found.computeIfAbsent(way, each -> new ArrayList<>()).add(spot);
    Map<String, Object> node = new VendorPlace(way, List.of()).node(document);
    String target = EditableDocument.target(node);
    if (!target.isEmpty()) {
      walk(spot, List.of("components", "schemas", target));
    }
    List<Object> alternatives = Node.of(node).get("anyOf").list();
    for (int i = 0; i < alternatives.size(); i++) {
      if (!"null".equals(Node.of(alternatives).get(i).object().get("type"))) {
        walk(spot, with(way, "anyOf", i));
      }
    }
    if (node.containsKey("items")) {
      walk(below(spot, "[]"), with(way, "items"));
    }
    for (String name : Node.of(node).get("properties").object().keySet()) {
      walk(below(spot, name), with(way, "properties", name));
    }
  }

  private static Spot below(Spot spot, String step) {
    List<String> steps = new ArrayList<>(spot.steps());
    steps.add(step);
    return new Spot(spot.operation(), spot.address(), spot.sent(), spot.part(), steps);
  }
}
