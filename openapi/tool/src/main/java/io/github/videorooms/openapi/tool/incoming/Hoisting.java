package io.github.videorooms.openapi.tool.incoming;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes named schemas of the objects and enumerations that are defined in place: the generator
 * would make a class inside a class of each.
 */
final class Hoisting {
  private final Draft draft;

  private Hoisting(Draft draft) {
    this.draft = draft;
  }

  static void apply(Draft draft) {
    Hoisting hoisting = new Hoisting(draft);
    for (String name : List.copyOf(draft.schemas().keySet())) {
      hoisting.hoistParts(draft.schema(name), name);
    }
    draft.operations().forEach(hoisting::hoist);
  }

  private void hoist(Operation operation) {
    String name = Identifier.type(Identifier.snakeCase(OperationIds.of(operation)));
    hoistContent(operation.node().get("requestBody"), name + "Request");
    Tree.object(operation.node().get("responses"))
        .forEach(
            (status, response) ->
                hoistContent(response, name + (status.startsWith("2") ? "Response" : "Error")));
    for (@Nullable Object each : operation.parameters()) {
      Map<String, @Nullable Object> parameter = Tree.object(each);
      hoistMember(parameter, "schema", name + Identifier.type(Tree.text(parameter.get("name"))));
    }
  }

  private void hoistContent(@Nullable Object holder, String name) {
    Tree.object(holder, "content")
        .forEach((type, media) -> hoistMember(Tree.object(media), "schema", name));
  }

  private void hoistMember(Map<String, @Nullable Object> holder, String member, String name) {
    Map<String, @Nullable Object> schema = Tree.object(holder.get(member));
    hoistParts(schema, name);
    if (schema.containsKey("enum") || schema.containsKey("properties")) {
      holder.put(member, reference(schema, name));
    }
  }

  private void hoistParts(Map<String, @Nullable Object> schema, String name) {
    Map<String, @Nullable Object> properties = Tree.object(schema.get("properties"));
    List.copyOf(properties.keySet())
        .forEach(each -> hoistMember(properties, each, name + Identifier.type(each)));
    if (schema.get("items") instanceof Map) {
      hoistMember(schema, "items", name + "Item");
    }
  }

  private Map<String, @Nullable Object> reference(
      Map<String, @Nullable Object> schema, String wanted) {
    Map<String, @Nullable Object> content = new LinkedHashMap<>(schema);
    content.remove("nullable");
    String name = wanted;
    for (int i = 2; draft.schemas().containsKey(name); i++) {
      if (Meaning.same(draft.schema(name), content)) {
        break;
      }
      name = wanted + i;
    }
    draft.schemas().putIfAbsent(name, content);
    Map<String, @Nullable Object> reference = new LinkedHashMap<>();
    reference.put("$ref", References.toSchema(name));
    if (schema.get("nullable") != null) {
      reference.put("nullable", schema.get("nullable"));
    }
    return reference;
  }
}
