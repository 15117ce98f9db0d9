package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.Api;
import io.github.videorooms.openapi.tool.incoming.Api.Operation;
import io.github.videorooms.openapi.tool.incoming.Api.Parameter;
import io.github.videorooms.openapi.tool.incoming.Api.Response;
import io.github.videorooms.openapi.tool.incoming.Schema;
import io.github.videorooms.openapi.tool.incoming.Schema.Use;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in an operation that sends or receives a value.
 *
 * @param address the method and the path of the operation
 * @param part {@code body}, the status of a response, or the key of a parameter
 * @param steps the path to the value: field names, and {@code []} for items
 */
record Spot(String operation, String address, boolean sent, String part, List<String> steps) {
  /** Returns the operations of an API by address, for {@link #in}. */
  static Map<String, Operation> byAddress(Api api) {
    Map<String, Operation> operations = new HashMap<>();
    api.operations().forEach(each -> operations.putIfAbsent(each.address(), each));
    return operations;
  }

  /** Returns the schema at this place in a given description of the API. */
  Optional<Use> in(Map<String, Operation> api) {
    return Optional.ofNullable(api.get(address))
        .flatMap(this::start)
        .flatMap(start -> follow(start, steps.size()));
  }

  /** Whether the value is always present and never null. */
  boolean isCertain(Map<String, Operation> api) {
    if (steps.isEmpty()) {
      return in(api).map(each -> !each.nullable()).orElse(false);
    }
    String last = steps.get(steps.size() - 1);
    boolean required =
        last.equals("[]") || owner(api).map(each -> each.requires(name(each, last))).orElse(false);
    return required && in(api).map(each -> !each.nullable()).orElse(false);
  }

  /** Returns the object that has the value as a field. */
  Optional<Schema> owner(Map<String, Operation> api) {
    return Optional.ofNullable(api.get(address))
        .flatMap(this::start)
        .flatMap(start -> follow(start, steps.size() - 1))
        .map(Use::schema);
  }

  private Optional<Use> start(Operation operation) {
    if (part.equals("body")) {
      return Optional.ofNullable(operation.body()).flatMap(each -> only(each.content()));
    }
    Parameter parameter = operation.parameters().get(part);
    if (parameter != null) {
      return Optional.of(parameter.use());
    }
    Optional<Response> response =
        part.startsWith("2")
            ? operation.success()
            : Optional.ofNullable(operation.responses().get(part));
    return response.flatMap(each -> only(each.content()));
  }

  private static Optional<Use> only(Map<String, Use> content) {
    return content.values().stream().findFirst();
  }

  private Optional<Use> follow(Use start, int count) {
    Use use = start;
    for (String step : steps.subList(0, count)) {
      use = step.equals("[]") ? items(use.schema()) : field(use.schema(), step);
      if (use == null) {
        return Optional.empty();
      }
    }
    return Optional.of(use);
  }

  private static Use items(Schema schema) {
    return schema.items();
  }

  private static Use field(Schema schema, String name) {
    for (Use each : schema.alternatives()) {
      Use field = each.schema().properties().get(name(each.schema(), name));
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  private static String name(Schema schema, String name) {
    return schema.properties().containsKey(name)
        ? name
        : schema.properties().entrySet().stream()
            .filter(each -> each.getValue().raw().get("x-aliases").list().contains(name))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(name);
  }

  @Override
  public String toString() {
    return operation + " " + part + " " + String.join(".", steps);
  }
}
