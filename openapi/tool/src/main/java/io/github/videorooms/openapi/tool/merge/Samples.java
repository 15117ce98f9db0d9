package io.github.videorooms.openapi.tool.merge;

import io.github.videorooms.openapi.tool.incoming.References;
import io.github.videorooms.openapi.tool.incoming.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives every schema an example, and mends those that no longer fit what they are examples of. */
final class Samples {
  private final Draft document;
  private final SampleValue values;

  private Samples(Map<String, @Nullable Object> document) {
    this.document = new Draft(document);
    this.values = new SampleValue(this.document);
  }

  static void apply(Map<String, @Nullable Object> document) {
    Samples samples = new Samples(document);
    samples
        .document
        .schemas()
        .forEach((name, schema) -> samples.mendNamed(name, Tree.object(schema)));
    samples.document.operations().forEach(each -> samples.mendBelow(each.node()));
    for (String section : List.of("parameters", "responses", "headers")) {
      samples.mendBelow(Tree.object(document, "components", section));
    }
  }

  private void mendNamed(String name, Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> reference = new LinkedHashMap<>();
    reference.put("$ref", References.toSchema(name));
    if (schema.containsKey("example")) {
      schema.put("example", mended(schema.get("example"), reference));
    } else {
      schema.put("example", values.of(reference));
    }
  }

  /** Mends the examples that stand beside a schema. */
  private void mendBelow(Map<String, @Nullable Object> node) {
    if (node.get("schema") instanceof Map) {
      Map<String, @Nullable Object> schema = Tree.object(node, "schema");
      node.computeIfPresent("example", (key, value) -> mended(value, schema));
      Tree.object(node.get("examples"))
          .forEach(
              (name, example) ->
                  Tree.object(example)
                      .computeIfPresent("value", (key, value) -> mended(value, schema)));
      return;
    }
    node.values().forEach(this::mendEach);
  }

  private void mendEach(@Nullable Object child) {
    if (child instanceof List) {
      Tree.list(child).forEach(this::mendEach);
    } else {
      mendBelow(Tree.object(child));
    }
  }

  private @Nullable Object mended(
      @Nullable Object value, Map<String, @Nullable Object> schemaOrReference) {
    Map<String, @Nullable Object> schema = values.resolve(schemaOrReference);
    if (!values.fits(value, schema)) {
      return values.of(schemaOrReference);
    }
    if (value instanceof List) {
      List<@Nullable Object> items = new ArrayList<>();
      Tree.list(value).forEach(item -> items.add(mended(item, Tree.object(schema, "items"))));
      return items;
    }
    return value instanceof Map && schema.containsKey("properties")
        ? mendedObject(Tree.object(value), schema)
        : value;
  }

  private Map<String, @Nullable Object> mendedObject(
      Map<String, @Nullable Object> value, Map<String, @Nullable Object> schema) {
    Map<String, @Nullable Object> properties = Tree.object(schema, "properties");
    Map<String, @Nullable Object> mended = new LinkedHashMap<>();
    value.forEach(
        (name, member) -> {
          if (properties.containsKey(name)) {
            mended.put(name, mended(member, Tree.object(properties.get(name))));
          }
        });
    for (@Nullable Object name : Tree.list(schema.get("required"))) {
      String member = Tree.text(name);
      if (!mended.containsKey(member)) {
        mended.put(member, values.of(Tree.object(properties.get(member))));
      }
    }
    return mended;
  }
}
